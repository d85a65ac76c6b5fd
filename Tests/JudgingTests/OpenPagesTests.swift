import Checklists
import Findings
import GradingCore
import Synchronization
import Testing
import WebEvidence

@testable import Judging

@Suite struct OpenPagesTests {
    /// Counts how often the documents of a run are opened.
    private final class Openings: Sendable {
        private let count = Mutex(0)
        var total: Int { count.withLock { $0 } }
        func note() { count.withLock { $0 += 1 } }
    }

    /// The run with every document put away.
    private static func closed(_ input: JudgingInput, _ openings: Openings = Openings()) -> JudgingInput {
        var input = input
        input.pages = input.pages.map { page in
            let document = page.document
            let closed = ClosedDocument(document) {
                openings.note()
                return document
            }
            return ReadPage(
                address: page.address, closed: closed, furniture: page.furniture, isFrontPage: page.isFrontPage,
                contentFrames: page.contentFrames)
        }
        return input
    }

    private static func same(_ left: Judgement, _ right: Judgement) -> Bool {
        left.findings == right.findings && left.quotes == right.quotes
    }

    @Test("pages that are closed at once are judged as pages that stay open", arguments: [0, 1 << 20, 1 << 30])
    func closedAtOnce(most: Int) {
        let expected = SampleRun.judge.judgement(of: SampleRun.input)
        var session = JudgingSession(judge: SampleRun.judge, open: OpenPages(mostBytes: most))
        let input = Self.closed(SampleRun.input)
        #expect(Self.same(session.judgement(of: input), expected))
        #expect(Self.same(session.judgement(of: input), expected))
    }

    @Test("the links of a page that was put away are those of the page")
    func links() {
        var open = SampleRun.judge.session()
        var closing = JudgingSession(judge: SampleRun.judge, open: OpenPages(mostBytes: 0))
        let closed = Self.closed(SampleRun.input)
        for item in SampleRun.list.items.prefix(8) {
            for (one, other) in zip(SampleRun.input.pages, closed.pages) {
                #expect(open.links(of: one, for: item) == closing.links(of: other, for: item))
            }
        }
    }

    @Test("what was judged is not judged again as long as its evidence stays, and is when it changes")
    func judgedOnce() throws {
        let openings = Openings()
        var session = JudgingSession(judge: SampleRun.judge, open: OpenPages(mostBytes: 0))
        let input = Self.closed(SampleRun.input, openings)
        _ = session.results(of: input)
        let first = openings.total
        _ = session.results(of: input)
        #expect(first > 0 && openings.total == first)
        var other = input
        let number = try #require(input.evidence.compactMap(\.page).first)
        other.pages[number].document.blocks = []
        #expect(
            Self.same(session.judgement(of: other), SampleRun.judge.judgement(of: other)))
        #expect(openings.total > first)
        var later = other
        later.asOf = try #require(CivilDate(iso: "2024-05-15"))
        #expect(Self.same(session.judgement(of: later), SampleRun.judge.judgement(of: later)))
    }

    @Test("only so many pages stay open beside those that are being judged")
    func bounded() throws {
        let open = OpenPages(mostBytes: 1)
        let pages = try (1...3).map { number in
            AnalysedPage(
                try SmallList.page("หน้า \(number)", SmallList.table, path: "/\(number)"), index: SmallList.judge.index,
                isTitleRepeated: false, among: open)
        }
        open.holding(pages) {
            for page in pages { #expect(!page.units.isEmpty) }
            #expect(pages.allSatisfy { $0.openBytes != nil })
        }
        #expect(pages.allSatisfy { $0.openBytes == nil })
        for page in pages { #expect(!page.units.isEmpty) }
        #expect(pages.allSatisfy { $0.openBytes == nil })
    }
}

import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Reporting

@Suite struct SharedCauseTests {
    /// One item for each entry: what became of its only page, where that is, and the first reason.
    private struct Case {
        var outcome = Outcome.ok
        var url = ""
        var reason = ReasonCode.missingElement
        var verdict = Verdict.unsatisfied
        var server = ""
    }

    private static func causes(_ cases: [Case]) -> [SharedCause] {
        var assessment = Sample.assessment
        assessment.evidence = cases.enumerated().map { number, entry in
            let url = entry.url.isEmpty ? "https://host\(number).example/p" : entry.url
            return Evidence(
                id: EvidenceID(number + 1), item: ItemID("o\(number + 1)"), submittedURL: url, url: url,
                via: .submitted, outcome: entry.outcome, server: entry.server)
        }
        assessment.items = cases.enumerated().map { number, entry in
            var item = Sample.executives
            (item.item, item.verdict, item.evidence) = (
                ItemID("o\(number + 1)"), entry.verdict, [EvidenceID(number + 1)]
            )
            item.reasons = [Reason(code: entry.reason, message: both("ก", "a"), fix: nil, evidence: nil)]
            return item
        }
        return SharedCause.all(in: assessment)
    }

    private static func items(_ causes: [SharedCause]) -> [[String]] { causes.map { $0.items.map(\.text) } }

    @Test("A host that fails is one cause for all items on it, from two on; hosts and failures are kept apart")
    func host() {
        let causes = Self.causes([
            Case(outcome: .connectTimeout, url: "https://old.example/1"),
            Case(outcome: .ok, url: "https://old.example/2"),
            Case(outcome: .connectTimeout, url: "https://old.example/3", verdict: .undecided),
            Case(outcome: .connectTimeout, url: "https://other.example/"),
            Case(outcome: .tlsExpired, url: "https://old.example/4"),
        ])
        #expect(causes.map(\.kind) == [.host("old.example", .connectTimeout)])
        #expect(Self.items(causes) == [["o1", "o3"]] && causes[0].evidence == [EvidenceID(1), EvidenceID(3)])
    }

    @Test(
        "Twenty failures of several websites on one machine are one cause; fewer, or one website, are told by website",
        arguments: [(20, 4, true), (19, 4, false), (30, 1, false)])
    func server(_ count: Int, _ hosts: Int, _ isOne: Bool) {
        let causes = Self.causes(
            (0..<count).map {
                Case(outcome: .connectTimeout, url: "https://h\($0 % hosts).example/\($0)", server: "203.0.113.9")
            })
        #expect((causes.first?.kind == .server("203.0.113.9")) == isOne)
        #expect(causes.count == (isOne ? 1 : hosts))
        #expect(causes.allSatisfy { $0.items.count == (isOne ? count : causes[0].items.count) || !isOne })
    }

    @Test("Dead pages of one website are a cause from three items on", arguments: [(2, 0), (3, 1), (5, 1)])
    func pages(_ count: Int, _ expected: Int) {
        let causes = Self.causes(
            (0..<count).map { Case(outcome: .http404, url: "https://a.example/\($0)", reason: .unreachable) })
        #expect(causes.count == expected)
        #expect(causes.allSatisfy { $0.kind == .pages("a.example", .http404) })
    }

    @Test("Redirects to the front page are told apart from pages that are not found")
    func redirects() {
        let causes = Self.causes(
            (0..<3).map { Case(outcome: .redirectedHome, url: "https://a.example/\($0)", reason: .wrongPage) }
                + (3..<7).map { Case(outcome: .http404, url: "https://a.example/\($0)", reason: .unreachable) })
        #expect(causes.map(\.kind) == [.pages("a.example", .http404), .pages("a.example", .redirectedHome)])
    }

    @Test("The same address for several items is a cause, whatever its spelling; a fragment does not make it another")
    func address() {
        let causes = Self.causes([
            Case(url: "https://a.example/ita"), Case(url: "HTTPS://A.example/ita#o2"),
            Case(url: "https://a.example/ita?x"),
        ])
        #expect(causes.map(\.kind) == [.address("https://a.example/ita")] && Self.items(causes) == [["o1", "o2"]])
    }

    @Test(
        "A reason that one neglect explains is a cause from three items on, each item's own faults are not",
        arguments: [
            (ReasonCode.outdated, 3, 1), (.outdated, 2, 0), (.notSubmitted, 4, 1), (.missingElement, 6, 0),
            (.wrongItem, 6, 0),
        ])
    func reason(_ code: ReasonCode, _ count: Int, _ expected: Int) {
        #expect(Self.causes(Array(repeating: Case(reason: code), count: count)).count == expected)
    }

    @Test("Items that are met or do not apply are nobody's trouble")
    func satisfied() {
        for verdict in [Verdict.satisfied, .notApplicable] {
            let entry = Case(outcome: .connectTimeout, url: "https://a.example/", reason: .outdated, verdict: verdict)
            #expect(Self.causes(Array(repeating: entry, count: 5)).isEmpty)
        }
    }

    @Test("A cause is left out whose items another one covers; the cause with most items comes first")
    func covered() {
        let blocked = (0..<4).map {
            Case(outcome: .blocked, url: "https://a.example/\($0)", reason: .blocked, verdict: .undecided)
        }
        #expect(Self.causes(blocked).map(\.kind) == [.host("a.example", .blocked)])
        let more = Self.causes(blocked + [Case(reason: .blocked)])
        #expect(more.map(\.kind) == [.host("a.example", .blocked)])
        let many = Self.causes(blocked + Array(repeating: Case(reason: .blocked), count: 3))
        #expect(many.map(\.kind) == [.reason(.blocked), .host("a.example", .blocked)])
        let apart = Self.causes(blocked + Array(repeating: Case(reason: .outdated), count: 5))
        #expect(apart.map(\.kind) == [.reason(.outdated), .host("a.example", .blocked)])
    }

    @Test("Every cause is told in both languages")
    func texts() {
        let kinds: [SharedCause.Kind] =
            Outcome.allCases.flatMap { [.host("a.example", $0), .pages("a.example", $0)] }
            + ReasonCode.allCases.map { .reason($0) } + [.address("https://a.example/")]
        for kind in kinds {
            let cause = SharedCause(kind: kind, items: [], evidence: [])
            for text in [cause.title, cause.explanation, cause.advice] {
                #expect(text.th.unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) }, "\(kind)")
                #expect(!text.en.isEmpty && text.en.utf8.allSatisfy { $0 < 128 }, "\(kind)")
            }
        }
    }
}

import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Reporting

@Suite struct RunsSiteTests {
    private static let frames = [Sample.assessment.fiscalYear: Sample.frame]
    private static let runs = RunsSummaryTests.runs
    private static let site = RunsSite(runs, frames: frames, language: .english)

    private func text(_ name: String, of site: RunsSite = site) throws -> String {
        String(decoding: try #require(site.page(name)), as: UTF8.self)
    }

    @Test("What an overview needs survives the leaving out of everything else")
    func condensing() throws {
        let condensed = try Self.runs.map { run in
            let report = try #require(Report(run.assessment, frame: Sample.frame))
            return try ReportedRun(condensing: report.json())
        }
        #expect(RunsSummary(condensed) == RunsSummary(Self.runs))
        for (small, whole) in zip(condensed, Self.runs) {
            #expect(SharedCause.all(in: small.assessment) == SharedCause.all(in: whole.assessment))
            #expect(small.assessment.items.allSatisfy { $0.elements.isEmpty && $0.reasons.count <= 1 })
        }
        #expect(throws: ReportReadingError.self) { try ReportedRun(condensing: Array("{}".utf8)) }
    }

    @Test("Every link of the site leads to one of its pages, and every page is reached from the first")
    func links() throws {
        var reached: Set<String> = ["index.html"]
        for name in Self.site.pageNames {
            for match in try text(name).matches(of: /href="([^"#]+)"/) {
                #expect(Self.site.pageNames.contains(String(match.1)), "\(name) leads to \(match.1)")
                reached.insert(String(match.1))
            }
        }
        #expect(reached == Set(Self.site.pageNames))
        #expect(Self.site.page("../index.html") == nil)
    }

    @Test("Agencies stand in the order of the points that they can still win, and keep the names of their pages")
    func order() {
        let points = Self.site.standings.map(\.winnable)
        #expect(points == points.sorted(by: >) && Set(points).count > 1)
        let other = RunsSite(Self.runs.reversed(), frames: Self.frames, language: .english)
        #expect(other.standings.map(\.page) == Self.site.standings.map(\.page))
        #expect(Set(Self.site.standings.map(\.page)).count == 3)
    }

    @Test("The newest run of an agency counts, and what changed since the one before is told")
    func changes() throws {
        var before = RunsSummaryTests.run("อบต.เปลี่ยน")
        before.assessment.asOf = Sample.day("2023-03-01")
        var now = RunsSummaryTests.run("อบต.เปลี่ยน")
        let open = try #require(now.assessment.items.firstIndex { $0.verdict == .unsatisfied })
        now.assessment.items[open].verdict = .satisfied
        let site = RunsSite([now, before], frames: Self.frames, language: .english)
        let moves = RunsSite.Move.all(in: try #require(site.standings.first))
        #expect(moves.map(\.finding.item) == [now.assessment.items[open].item] && moves[0].isBetter)
        #expect(try text("index.html", of: site).contains("better 1 · worse 0"))
    }

    @Test("Who lacks little is told with the items that suffice")
    func near() throws {
        for standing in Self.site.standings {
            guard let near = standing.near else { continue }
            let plan = try #require(standing.plan)
            #expect(near.mark.count - plan.start.oit.published.lowest.count <= 500)
            let last = try #require(plan.steps.first { $0.item == near.items.last })
            #expect(last.oit.published.lowest >= near.mark)
        }
    }

    @Test("Scores are intervals, no place is numbered, and hostile names stay text")
    func safety() throws {
        let hostile = "</table><script>alert(1)</script>\u{202E}" + String(repeating: "ก", count: 100_000)
        let site = RunsSite(
            [RunsSummaryTests.run(hostile), RunsSummaryTests.run("ข")], frames: Self.frames, language: .thai)
        for name in site.pageNames {
            let page = try text(name, of: site)
            #expect(!page.contains("<script") && !page.contains("\u{202E}"))
            for word in ["อันดับที่", "ดีที่สุด", "แย่ที่สุด"] { #expect(!page.contains(word)) }
        }
        #expect(try text("index.html", of: site).contains("ไม่ใช่การจัดอันดับ"))
        let shown = Self.site.standings[0].run.score.oit.shown
        #expect(try text("index.html").contains(shown))
    }

    @Test("Without runs and without a frame of the year there is a site all the same")
    func empty() throws {
        #expect(try text("index.html", of: RunsSite([], frames: [:], language: .english)).contains("No agency lacks"))
        let bare = RunsSite(Self.runs, frames: [:], language: .english)
        #expect(bare.standings.allSatisfy { $0.plan == nil && $0.near == nil })
        #expect(bare.pageNames.allSatisfy { bare.page($0) != nil })
    }
}

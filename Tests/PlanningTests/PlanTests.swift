import Checklists
import GradingCore
import Planning
import Submissions
import Testing
import WebEvidence

@Suite struct PlanTests {
    private func list(_ rules: [String]) throws -> YearList {
        let items = rules.enumerated().map { number, rule in
            #"{"id": "a\#(number + 1)", "topic": "t", "title": {"th": "ก", "en": "a"}, "currency": "\#(rule)", "elements": ["e"], "confidence": "high", "evidence": [], "sources": ["s"]}"#
        }.joined(separator: ",")
        let year = """
            {"year": 2566, "title": {"th": "ก", "en": "a"}, "provenance": "verified", "notes": [],
             "scoring": {"rounding": "half-up-cascade", "pass_mark": "85.00", "instruments": [{"id": "OIT", "weight_percent": 100, "indicators": ["9"]}],
              "levels": {"kind": "bands", "bands": [{"name": "A", "from": "0.00"}]}},
             "indicators": [{"id": "9", "title": {"th": "ก", "en": "a"}, "sub_indicators": [{"id": "9.1", "title": {"th": "ก", "en": "a"}, "items": [\(items)]}]}]}
            """
        let topic = """
            {"topic": "t", "title": {"th": "ก", "en": "a"}, "names": ["เรื่องหนึ่ง"], "accepts": ["page"], "advice": {"th": "ก", "en": "a"},
             "elements": [{"id": "e", "title": {"th": "ก", "en": "a"}, "confidence": "high", "match": {"image": {}}}]}
            """
        let library = try ChecklistLibrary(
            files: ["topics/t/topic.json": Array(topic.utf8), "years/2566.json": Array(year.utf8)])
        return try #require(library.year(2566))
    }

    private func answer(_ item: String, _ answer: Bool?, _ urls: [String]) -> SubmittedAnswer {
        SubmittedAnswer(
            itemText: item, item: ItemID(item), answer: answer, urls: urls.map { SubmittedURL(verbatim: $0) })
    }

    @Test("every submitted address has its row, also malformed ones, in the order of the list")
    func rows() throws {
        let submission = Submission(
            agency: DeclaredAgency(), fiscalYear: nil,
            answers: [
                answer("a2", true, ["www.test.example/x", "ftp://test.example/y", "http://"]),
                answer("a1", nil, ["http://test.example/ก ข.pdf"]),
            ])
        let plan = CrawlPlan(submission: submission, list: try list(["no-date", "no-date"]))
        #expect(plan.addresses.map(\.item.text) == ["a1", "a2", "a2", "a2"])
        #expect(plan.addresses.map(\.fault) == [nil, nil, .unsupportedScheme, .malformedURL])
        #expect(plan.addresses.map(\.verbatim).last == "http://")
        #expect(plan.addresses[1].address?.text == "http://www.test.example/x")
    }

    @Test("no row, no address and an answer of none are told apart")
    func unanswered() throws {
        let submission = Submission(
            agency: DeclaredAgency(), fiscalYear: nil,
            answers: [answer("a1", false, ["http://x.example/"]), answer("a2", true, [])])
        let plan = CrawlPlan(submission: submission, list: try list(["no-date", "no-date", "no-date"]))
        #expect(plan.addresses.isEmpty)
        #expect(plan.unanswered[ItemID("a1")] == .some(false))
        #expect(plan.unanswered[ItemID("a2")] == .some(true))
        #expect(plan.unanswered[ItemID("a3")] == .some(nil))
    }

    @Test("followed links are capped for each item and each run, months get more, and what was left out is known")
    func caps() throws {
        let caps = CrawlCaps(followedPerItem: 2, followedPerMonthlyItem: 3, hops: 2, followedPerRun: 4)
        var plan = FollowPlan(caps: caps, list: try list(["no-date", "monthly-current-fy"]))
        func candidate(_ item: String, _ path: String, hop: Int = 1) throws -> FollowCandidate {
            FollowCandidate(
                item: ItemID(item), address: try PageAddress("http://x.example/\(path)"), points: 50, hop: hop)
        }
        let offers = [
            try candidate("a1", "1"), try candidate("a1", "1#part"), try candidate("a1", "2"), try candidate("a1", "3"),
            try candidate("a2", "1", hop: 3), try candidate("a2", "1"), try candidate("a2", "2"),
            try candidate("a2", "3"),
        ]
        // The same page twice, a third for one item, a third click and a fifth in the run are refused.
        let admitted = offers.map { plan.admits($0) }
        #expect(admitted == [true, false, true, false, false, true, true, false])
        #expect(plan.leftOut.map(\.address.path) == ["/3", "/3"])
    }

    @Test("a submitted address is not followed again for its own item")
    func held() throws {
        var plan = FollowPlan(caps: CrawlCaps(), list: try list(["no-date"]))
        let address = try PageAddress("http://x.example/1")
        plan.hold(address, for: ItemID("a1"))
        let isAdmitted = plan.admits(FollowCandidate(item: ItemID("a1"), address: address, points: 90, hop: 1))
        #expect(!isAdmitted)
    }
}

import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Judging

/// Evidence that stands on another website than the agency's main one.
@Suite struct MainWebsiteTests {
    private static let evidence = "http://drive.example/file/1"

    /// The hints of an item whose evidence stands at `place`, beside pages of the main website with these bodies.
    private func hints(
        at place: String, requested: String? = nil, website: String = "www.test.example", beside bodies: [String] = []
    ) throws -> [Hint] {
        var page = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table)
        page.address = try PageAddress(place)
        page.requested = try PageAddress(requested ?? place)
        let others = try bodies.enumerated().map { try SmallList.page("ข่าว", $1, path: "/p\($0)") }
        let input = JudgingInput(
            agency: AgencyProfile(name: "", website: website, type: "sao"), isAgencyTypeStated: true,
            asOf: try #require(CivilDate(iso: "2023-05-15")),
            answers: [ItemAnswer(item: ItemID("a1"), state: .answered)], pages: [page] + others,
            evidence: [
                EvidenceReading(id: EvidenceID(1), item: ItemID("a1"), page: 0, outcome: .ok, via: .submitted)
            ])
        let findings = SmallList.judge.judgement(of: input).findings
        let finding = try #require(findings.first { $0.item == ItemID("a1") })
        #expect(finding.verdict == .satisfied)
        return finding.hints
    }

    private func codes(_ hints: [Hint]) -> [String] { hints.map(\.code) }

    @Test("nothing is said of evidence on the main website or below its name")
    func own() throws {
        #expect(try hints(at: "http://www.test.example/a").isEmpty)
        #expect(try hints(at: "https://data.test.example/a", beside: ["<p>ก</p>"]).isEmpty)
        #expect(try hints(at: MainWebsiteTests.evidence, requested: "http://test.example/plan").isEmpty)
    }

    @Test("a page of the main website that links to it is named")
    func linked() throws {
        let link = "<p><a href='https://drive.example/file/1#top'>แผน</a></p>"
        let told = try hints(at: MainWebsiteTests.evidence, beside: ["<p>ก</p>", link])
        #expect(codes(told) == ["linked_from_main_website"])
        let words = told[0].message.th
        #expect(words.contains("http://www.test.example/p1") && words.contains("drive.example"))
        let frame = "<p>ก</p><iframe src='http://drive.example/file/1'></iframe>"
        #expect(codes(try hints(at: MainWebsiteTests.evidence, beside: [frame])) == ["linked_from_main_website"])
    }

    @Test("a link to another page of that website is told apart")
    func host() throws {
        let link = "<p><a href='http://drive.example/other'>อื่น</a></p>"
        #expect(codes(try hints(at: MainWebsiteTests.evidence, beside: [link])) == ["host_linked_from_main_website"])
    }

    @Test("that no page links to it is told with the number of pages that were read")
    func notLinked() throws {
        let told = try hints(at: MainWebsiteTests.evidence, beside: ["<p>ก</p>", "<p>ข</p>"])
        #expect(codes(told) == ["not_linked_from_main_website"] && told[0].message.th.contains("(2 หน้า)"))
        #expect(codes(try hints(at: MainWebsiteTests.evidence)) == ["main_website_not_read"])
    }

    @Test("a main website that moved is still the main website, and one that is not named tells nothing")
    func moved() throws {
        #expect(try hints(at: MainWebsiteTests.evidence, website: "").isEmpty)
        #expect(try hints(at: MainWebsiteTests.evidence, website: "ไม่มี").isEmpty)
        var front = try SmallList.page("ข่าว", "<p><a href='http://drive.example/file/1'>แผน</a></p>")
        front.requested = try PageAddress("http://old.example/")
        var page = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table)
        page.address = try PageAddress(MainWebsiteTests.evidence)
        page.requested = page.address
        var input = SmallList.input("a1", pages: [page, front])
        input.agency.website = "old.example"
        let website = try #require(MainWebsite(input))
        #expect(website.hint(on: EvidenceID(1))?.code == "linked_from_main_website")
        #expect(website.hint(on: EvidenceID(2)) == nil)
    }
}

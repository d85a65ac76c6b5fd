import Checklists
import Findings
import GradingCore
import Testing
import WebEvidence

@testable import Judging

@Suite struct JudgingSessionTests {
    private static func input(_ pages: [ReadPage], items: [String] = ["a1", "a2", "a5"]) -> JudgingInput {
        let evidence = items.flatMap { item in
            pages.indices.map { page in
                EvidenceReading(
                    id: EvidenceID(page * 10 + Int(item.dropFirst())!), item: ItemID(item), page: page, outcome: .ok,
                    via: .submitted, sha256: "\(page)")
            }
        }
        return JudgingInput(
            agency: AgencyProfile(name: "", website: "", type: "sao"), isAgencyTypeStated: true,
            asOf: CivilDate(iso: "2023-05-15")!,
            answers: items.map { ItemAnswer(item: ItemID($0), state: .answered) }, pages: pages, evidence: evidence)
    }

    private static func pages() throws -> [ReadPage] {
        [
            try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table, path: "/plan"),
            try SmallList.page(
                "รายงานติดตามงานน้ำสะอาด", "<p>รอบ 6 เดือน ปีงบประมาณ 2566</p>" + SmallList.table, path: "/progress"),
            try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2565", SmallList.table, path: "/old"),
            try SmallList.page("ข่าว", #"<a href="/plan">แผนงานน้ำสะอาด ปีงบประมาณ 2566</a>"#, path: "/news"),
        ]
    }

    private static func same(_ left: Judgement, _ right: Judgement) -> Bool {
        left.findings == right.findings && left.quotes == right.quotes
    }

    @Test("a run that grows is judged as one that is judged anew each time")
    func growing() throws {
        let pages = try Self.pages()
        var session = SmallList.judge.session()
        for count in [1, 3, 2, 4, 4] {
            let input = Self.input(Array(pages.prefix(count)))
            #expect(Self.same(session.judgement(of: input), SmallList.judge.judgement(of: input)))
        }
    }

    @Test("a page is judged anew when another part of it becomes furniture, and what is shown again counts again")
    func furniture() throws {
        var pages = try Self.pages()
        let count = pages[0].document.blocks.count
        func masked(_ hidden: Set<Int>) -> SiteFurniture.Mask {
            SiteFurniture.Mask(blocks: (0..<count).map(hidden.contains), links: [], images: [], forms: [])
        }
        var session = SmallList.judge.session()
        var verdicts: [Verdict] = []
        for hidden in [[], Set(0..<count), [count - 1], [], [0]] as [Set<Int>] {
            pages[0].furniture = masked(hidden)
            let input = Self.input(pages)
            let judgement = session.judgement(of: input)
            #expect(Self.same(judgement, SmallList.judge.judgement(of: input)), "hidden: \(hidden)")
            let alone = session.judgement(of: Self.input([pages[0]], items: ["a1"]))
            verdicts.append(try #require(alone.findings.first).verdict)
        }
        #expect(verdicts[0] == .satisfied && verdicts[1] == .unsatisfied && verdicts[3] == .satisfied)
    }

    @Test("another content under the same address is read anew")
    func changedContent() throws {
        var session = SmallList.judge.session()
        let old = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2565", SmallList.table)
        let new = try SmallList.page("แผนงานน้ำสะอาด ปีงบประมาณ 2566", SmallList.table)
        let front = try SmallList.page("ยินดีต้อนรับ", "<p>ข่าว</p>", frontPage: true)
        let noFront = try SmallList.page("ยินดีต้อนรับ", "<p>ข่าว</p>")
        for page in [old, new, old, front, noFront] {
            let input = Self.input([page], items: ["a1"])
            #expect(Self.same(session.judgement(of: input), SmallList.judge.judgement(of: input)))
        }
        #expect(session.judgement(of: Self.input([new], items: ["a1"])).findings.first?.verdict == .satisfied)
    }

    @Test("a title that comes to name the site stops to name the page")
    func repeatedTitles() throws {
        var pages = try (1...3).map { try SmallList.page("หน้า \($0)", SmallList.table, path: "/\($0)") }
        for number in pages.indices { pages[number].document.title = "แผนงานน้ำสะอาด ปีงบประมาณ 2566" }
        var session = SmallList.judge.session()
        let two = session.judgement(of: Self.input(Array(pages.prefix(2)), items: ["a1"]))
        let three = session.judgement(of: Self.input(pages, items: ["a1"]))
        #expect(two.findings.first?.verdict == .satisfied)
        #expect(three.findings.first?.verdict == .unsatisfied)
    }

    @Test("a title that names one site still names the page of another")
    func titlesOfOtherHosts() throws {
        var pages = try (1...4).map { try SmallList.page("หน้า \($0)", SmallList.table, path: "/\($0)") }
        for number in pages.indices { pages[number].document.title = "แผนงานน้ำสะอาด ปีงบประมาณ 2566" }
        pages[3].address = try PageAddress("http://files.test.example/4")
        let alone = JudgingSessionTests.input(pages, items: ["a1"])
        var other = alone
        other.evidence = alone.evidence.filter { $0.page == 3 }
        #expect(SmallList.judge.judgement(of: other).findings.first?.verdict == .satisfied)
    }

    @Test("links are ranked as without a session, for every item and again after the page's mask changed")
    func links() throws {
        let html = """
            <ul><li><a href="/1">แผนงานน้ำสะอาด ปีงบประมาณ 2566</a></li>
            <li><a href="/2">แผนงานน้ำสะอาด ปีงบประมาณ 2560</a></li>
            <li><a href="/3">ข้อ 2 รายงานติดตามงานน้ำสะอาด</a></li></ul>
            """
        var page = try SmallList.page("การเปิดเผยข้อมูล", html)
        var session = SmallList.judge.session()
        for hidden in [[], [0], []] as [[Int]] {
            page.furniture = SiteFurniture.Mask(
                blocks: [], links: page.document.links.indices.map(hidden.contains), images: [], forms: [])
            for item in SmallList.list.items {
                let ranked = session.links(of: page, for: item)
                #expect(ranked == SmallList.judge.ranking.links(of: page, for: item))
                if item.id == ItemID("a1") {
                    #expect(ranked.first?.address.path == (hidden.isEmpty ? "/1" : "/2"), "hidden: \(hidden)")
                }
            }
        }
    }

    @Test("work on all cores gives its results in the order of the elements")
    func concurrentMap() {
        #expect((0..<1000).map { $0 }.concurrentMap { $0 * $0 } == (0..<1000).map { $0 * $0 })
        #expect([Int]().concurrentMap { $0 }.isEmpty)
        #expect([7].concurrentMap { $0 + 1 } == [8])
    }
}

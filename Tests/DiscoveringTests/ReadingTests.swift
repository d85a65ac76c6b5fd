import Checklists
import GradingCore
import Judging
import TestSupport
import Testing
import WebEvidence

@testable import Discovering

@Suite struct ReadingTests {
    @Test(
        "years are read bare, in two digits behind a word, in Thai digits and of the common era",
        arguments: [
            ("OIT 2566", [2566]), ("ITA66", [2566]), ("ITA ปีงบประมาณ พ.ศ. ๒๕๖๗", [2567]), ("ita-2023", [2566]),
            ("ข้อ 12", []), ("โทร 02566", []), ("O12 2566", [2566]), ("2565 - 2566", [2565, 2566]), ("12566", []),
        ])
    func years(text: String, years: [Int]) { #expect(WrittenYears.years(in: text) == years) }

    @Test(
        "numbers are read with what marks them",
        arguments: [
            ("O12 แผน", [12], ItemNumber.Mark.letter), ("๐๑๒ แผน", [12], .letter), ("o๑๒", [12], .letter),
            ("OIT-12", [12], .letter),
            ("โอ 12 แผน", [12], .letter), ("ข้อ 12 แผน", [12], .word), ("12. แผน", [12], .bare),
            ("ข้อมูล O12", [12], .letter),
            ("O27-O29 แผน", [27, 28, 29], .letter),
        ])
    func numbers(text: String, numbers: [Int], mark: ItemNumber.Mark) throws {
        let number = try #require(ItemNumber(text))
        #expect(number.numbers == numbers)
        #expect(number.mark == mark)
    }

    @Test(
        "titles mean items, official or in the words of officers; parts of the list mean none",
        arguments: [
            ("Q&A", "o8"), ("โครงสร้างส่วนราชการ", "o1"), ("แผนการจัดซื้อจัดจ้าง", "o19"), ("สขร.1", "o21"),
            ("9.1 ข้อมูลพื้นฐาน", ""),
            ("ตัวชี้วัดย่อยที่ 9.3 การจัดซื้อจัดจ้าง", ""), ("คลิก", ""), ("O34 การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบประจำปี", "o34"),
            ("รายงานผลการดำเนินการป้องกันการทุจริตประจำปี", "o38"), ("ร้านอาหารแนะนำ", ""),
        ])
    func titles(title: String, item: String) throws {
        let library = try sharedLibrary.get()
        let list = try #require(library.year(2566))
        let rules = try DiscoveryRules(json: try Repository.bytes("rules/vendors.json"))
        let naming = ItemNaming(
            list: list, library: library, judge: Judge(list: list, library: library), noise: rules.index.noise)
        let best = naming.choices(for: title).first { $0.points >= IndexReading.leastTitle }
        #expect((best?.item.text ?? "") == item)
    }

    @Test("an address is known in whatever dress")
    func keys() throws {
        let rules = try DiscoveryRules(json: try Repository.bytes("rules/vendors.json"))
        let bounds = SiteBounds(front: try PageAddress("https://www.a.go.th/"), traps: rules.traps)
        func key(_ text: String) throws -> String { bounds.key(try PageAddress(text)) }
        #expect(try key("https://www.a.go.th/x/index.php") == key("http://a.go.th/x/"))
        #expect(try key("http://a.go.th/p.php?id=1&PHPSESSID=9#top") == key("http://a.go.th/p.php?id=1"))
        #expect(try key("http://a.go.th/p.php?id=1") != key("http://a.go.th/p.php?id=2"))
        #expect(try bounds.isOwn(PageAddress("http://ita.a.go.th/x")))
        #expect(try !bounds.isOwn(PageAddress("http://ba.go.th/x")))
        #expect(try !bounds.isOwn(PageAddress("http://a.go.th:8080/x")))
    }

    @Test("the bundled rules name topics that are there and paths that are addresses")
    func rules() throws {
        let rules = try DiscoveryRules(json: try Repository.bytes("rules/vendors.json"))
        let library = try sharedLibrary.get()
        for route in rules.families.flatMap(\.routes) {
            #expect(library.topic(TopicID(route.topic)) != nil, "\(route.topic)")
        }
        #expect(rules.families.last?.signs.isEmpty == true, "the family of all sites comes last")
        #expect(throws: DiscoveryRulesError.self) { try DiscoveryRules(json: Array("{}".utf8)) }
    }
}

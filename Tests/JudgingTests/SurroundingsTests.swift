import Checklists
import Extraction
import Findings
import GradingCore
import Testing
import ThaiText
import WebEvidence

@testable import Judging

@Suite struct SurroundingsTests {
    private static func page(_ html: String, hidden: Set<Int> = []) throws -> AnalysedPage {
        var page = try SmallList.page("ติดต่อ", html)
        page.furniture = SiteFurniture.Mask(
            blocks: page.document.blocks.indices.map(hidden.contains), links: [], images: [], forms: [])
        return AnalysedPage(page, index: SmallList.judge.index, isTitleRepeated: true)
    }

    private static func around(
        _ matcher: PreparedMatcher, _ html: String, hidden: Set<Int> = []
    ) throws -> (quote: String, surroundings: QuoteSurroundings) {
        let page = try page(html, hidden: hidden)
        let hit = try #require(ElementMatching(page: page, scope: .whole).hit(matcher))
        return (hit.quote, QuotePlacing(page: page).surroundings(of: hit.origin, quote: hit.quote))
    }

    private static let phone = PreparedMatcher.pattern(.phone, places: PlaceSet(Place.standard), atLeast: 1)

    @Test("the deciding words are spelled as on the page, and the rest of the block comes before other blocks")
    func sameBlock() throws {
        let head = String(repeating: "ก", count: 70)
        let found = try Self.around(
            Self.phone, "<p>ต้น</p><p>\(head) โทร. ๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘ \(head)</p><p>หลัง</p>")
        #expect(found.surroundings.words == "โทร. ๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘" || found.surroundings.words == "๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘")
        #expect(found.quote.contains(found.surroundings.words))
        #expect(found.surroundings.before.hasPrefix("ติดต่อ · ต้น · ก"))
        #expect(found.surroundings.after.hasSuffix("ก · หลัง"))
        let whole = found.surroundings.before + found.quote + found.surroundings.after
        #expect(whole.filter { $0 == "ก" }.count == 140, "every letter of the block stands once")
    }

    @Test("furniture is no neighbour")
    func furniture() throws {
        let html = "<p>เมนู</p><p>โทร. 02-123-4567</p><p>แบนเนอร์</p><p>ท้ายหน้า</p>"
        let all = try Self.around(Self.phone, html)
        #expect(all.surroundings.before == "ติดต่อ · เมนู" && all.surroundings.after == "แบนเนอร์ · ท้ายหน้า")
        let shown = try Self.around(Self.phone, html, hidden: [1, 3])
        #expect(shown.surroundings.before == "ติดต่อ" && shown.surroundings.after == "ท้ายหน้า")
        #expect(shown.quote == all.quote)
    }

    @Test("a table's quote has the rows before and after it, then what stands around the table")
    func table() throws {
        let html = """
            <p>ก่อนตาราง</p><table><tr><th>โครงการ</th><th>งบประมาณ</th></tr><tr><td>-</td><td></td></tr>
            <tr><td>ขุดสระ</td><td>120,000</td></tr><tr><td>ซ่อมถัง</td><td>80,000</td></tr></table><p>หลังตาราง</p>
            """
        let heads = ["โครงการ", "งบประมาณ"].map { [NormalisedText.key($0)] }
        let found = try Self.around(.table(heads: heads, rows: 1), html)
        #expect(found.quote == "โครงการ | งบประมาณ → ขุดสระ | 120,000")
        #expect(found.surroundings.words.isEmpty)
        #expect(found.surroundings.before == "ติดต่อ · ก่อนตาราง · -")
        #expect(found.surroundings.after == "ซ่อมถัง | 80,000 · หลังตาราง")
    }

    @Test("a link's quote has its row or block; the words that decide stand in its text or in its address")
    func link() throws {
        let list = #"<ul><li>ช่องทาง <a href="https://www.facebook.com/x">เฟซบุ๊ก ของเรา</a> ทุกวัน</li><li>อื่น</li></ul>"#
        let byHost = PreparedMatcher.link(
            PreparedLink(
                phrases: [], hosts: ["facebook.com"], unless: [], isFurnitureAsked: false, isUnreadOutside: false))
        let found = try Self.around(byHost, list)
        #expect(found.surroundings.words == "https://www.facebook.com/x")
        #expect(found.surroundings.before == "ติดต่อ · ช่องทาง" && found.surroundings.after == "ทุกวัน · อื่น")
        let byWords = PreparedMatcher.link(
            PreparedLink(
                phrases: [NormalisedText.key("เฟซบุ๊กของ")], hosts: [], unless: [], isFurnitureAsked: false,
                isUnreadOutside: false))
        #expect(try Self.around(byWords, list).surroundings.words == "เฟซบุ๊ก ของ")
        let row =
            #"<table><tr><th>ที่</th><th>เรื่อง</th><th>ไฟล์</th></tr><tr><td>1</td><td>แผนหนึ่ง</td><td><a href="/1.pdf">เปิด</a></td></tr><tr><td>2</td><td>แผนสอง</td><td>-</td></tr></table>"#
        let byRow = PreparedMatcher.link(
            PreparedLink(
                phrases: [NormalisedText.key("แผนหนึ่ง")], hosts: [], unless: [], isFurnitureAsked: false,
                isUnreadOutside: false))
        let inRow = try Self.around(byRow, row)
        #expect(inRow.quote == "เปิด /1.pdf" && inRow.surroundings.words.isEmpty)
        #expect(inRow.surroundings.before.hasSuffix(" · 1 | แผนหนึ่ง"))
        #expect(inRow.surroundings.after == "2 | แผนสอง | -")
    }

    @Test("a picture, form or frame is told by the heading above it")
    func below() throws {
        let image = try Self.around(.image(atLeast: 1), #"<h3>ผังองค์กร</h3><img src="/a.png" alt="โครงสร้าง">"#)
        #expect(image.surroundings == QuoteSurroundings(before: "ผังองค์กร"))
    }

    @Test("each date that decides says where it stands and what stands around it")
    func dates() throws {
        let page = try SmallList.page(
            "แผนงานน้ำสะอาด", "<p>ก่อน</p><p>จัดทำแผน ประจำปีงบประมาณ พ.ศ. 2566 โดยกองช่าง</p>" + SmallList.table)
        let input = JudgingInput(
            agency: AgencyProfile(name: "", website: "", type: "sao"), isAgencyTypeStated: true,
            asOf: CivilDate(iso: "2023-05-15")!, answers: [ItemAnswer(item: ItemID("a1"), state: .answered)],
            pages: [page],
            evidence: [
                EvidenceReading(id: EvidenceID(1), item: ItemID("a1"), page: 0, outcome: .ok, via: .submitted)
            ])
        let quotes = try #require(SmallList.judge.judgement(of: input).quotes[EvidenceID(1)])
        let date = try #require(quotes.first { $0.text.contains("2566") })
        #expect(date.place == "body")
        #expect(date.surroundings.before.hasSuffix("ก่อน · จัดทำแผน ประจำ") || date.surroundings.before.hasSuffix("จัดทำแผน"))
        #expect(date.surroundings.after.hasPrefix("โดยกองช่าง · "))
        let heading = try #require(quotes.first { $0.place == "heading" || $0.place == "title" })
        #expect(heading.surroundings == QuoteSurroundings())
        let table = try #require(quotes.first { $0.place == "table" })
        #expect(table.surroundings.after.contains("ซ่อมหอถังประปา"))
    }

    @Test("every quote of the sample agency holds its deciding words, and its surroundings keep their bounds")
    func sample() throws {
        let judgement = SampleRun.judge.judgement(of: SampleRun.input)
        for finding in judgement.findings {
            #expect(finding.verdict.rawValue == SampleRun.expected[finding.item.text], "\(finding.item.text)")
        }
        let quotes = judgement.quotes.values.flatMap { $0 }
        #expect(quotes.count > 100)
        for quote in quotes {
            let around = quote.surroundings
            #expect(around.words.isEmpty || quote.text.utf8Contains(around.words), "\(quote)")
            for text in [around.before, around.after] {
                #expect(text.count <= 160 && !text.contains("  ") && !text.contains("\n"), "\(text)")
            }
        }
        let elements = judgement.findings.flatMap(\.elements).filter { $0.verdict == .satisfied }
        let surrounded = elements.filter { $0.surroundings != QuoteSurroundings() }
        #expect(surrounded.count * 10 >= elements.count * 9, "\(surrounded.count) of \(elements.count)")
    }
}

@Suite struct ExcerptTests {
    @Test("what fits is whole; what does not is cut at a blank and marked")
    func cut() {
        let words = (1...60).map { "คำที่\($0)" }.joined(separator: " ")
        let after = Excerpt.beginning(of: Passage(words))
        let before = Excerpt.end(of: Passage(words))
        #expect(after.hasSuffix("…") && !after.hasPrefix("…") && after.count <= 160 && after.count > 120)
        #expect(before.hasPrefix("…") && !before.hasSuffix("…") && before.count <= 160 && before.count > 120)
        #expect(words.hasPrefix(after.dropLast()) && words.hasSuffix(before.dropFirst()))
        #expect(words.dropFirst(after.count - 1).first == " ", "cut where a blank stands")
        let short = String(repeating: "ก", count: 160)
        #expect(Excerpt.beginning(of: Passage(short)) == short && Excerpt.end(of: Passage(short)) == short)
        let cells = [
            Passage.Neighbour(text: "  ค ", isSameRow: true), Passage.Neighbour(text: "", isSameRow: true),
            Passage.Neighbour(text: "ง", isSameRow: true), Passage.Neighbour(text: "จ"),
        ]
        #expect(Excerpt.beginning(of: Passage("ก\n\n ข", cells)) == "ก ข | ค | ง · จ")
        #expect(Excerpt.end(of: Passage("ก", cells)) == "จ · ง | ค | ก")
        #expect(Excerpt.beginning(of: Passage(words + " …")).filter { $0 == "…" }.count == 1)
    }

    @Test("a letter stays with its vowels and marks", arguments: 0..<8)
    func clusters(shift: Int) {
        let text = String(repeating: "ก", count: shift) + String(repeating: "เป็นที่น้ำใส่แก้วะ", count: 30)
        let after = Excerpt.beginning(of: Passage(text)).dropLast()
        let before = Excerpt.end(of: Passage(text)).dropFirst()
        #expect(!"เแโใไ".contains(after.last!) && !"ะาำๅๆฯ".contains(before.first!))
        #expect(text.hasPrefix(after) && text.hasSuffix(before))
    }

    @Test("a number is never cut in two, neither by the limit nor by the edge of the quote")
    func numbers() {
        let text = String(repeating: "ก", count: 150) + "1-2345-67890-12-3" + String(repeating: "ข", count: 20)
        #expect(Excerpt.beginning(of: Passage(text)) == String(repeating: "ก", count: 150) + "…")
        let mirrored = String(text.reversed())
        #expect(Excerpt.end(of: Passage(mirrored)) == "…" + String(repeating: "ก", count: 150))
        var parts = QuoteParts(before: Passage("เลข 1-2345-"), after: Passage("90 12 3 ครับ"))
        parts.keepNumbersWhole(around: "…678 ก 678…")
        #expect(parts.before.own == "เลข " && parts.after.own == " ครับ")
        var whole = QuoteParts(before: Passage("ปี 2565"), after: Passage("2567"))
        whole.keepNumbersWhole(around: "…และ 2566")
        #expect(whole.before.own == "ปี 2565" && whole.after.own == "2567")
    }

    @Test("a text without end gives a bounded excerpt")
    func hostile() {
        let marks = "ก" + String(repeating: "\u{0E49}", count: 100_000)
        #expect(Excerpt.beginning(of: Passage("ข" + marks)).unicodeScalars.count <= 481)
        #expect(Excerpt.end(of: Passage(marks + "ข")).unicodeScalars.count <= 481)
    }
}

import Testing

@testable import ThaiText

@Suite("Thai that was taken out of pages")
struct ExtractedThaiTests {
    @Test(
        "is mended to what a reader sees",
        arguments: [
            ("\u{0E17}\u{0E35}\u{F70A}", "ที่"), ("\u{F710}\u{0E01}", "\u{0E31}ก"), ("ก\u{F713}า", "ก่า"),
            ("\u{0E1B}\u{F702}\u{F706}", "ปี้"), ("\u{F70F}า", "ญา"), ("\u{F700}าน", "ฐาน"),
            ("ก\u{0E4D}าหนด", "กำหนด"), ("น\u{0E4D}\u{0E49}า", "น้ำ"), ("ท\u{0E4D} าการ", "ทำการ"),
            ("น\u{0E4D}\n\u{0E49}า", "น้ำ"), ("เเผน", "แผน"), ("เเเ", "แเ"),
            ("เปิ ด", "เปิ ด"), ("ต ั้ง", "ตั้ง"), ("ต\n\u{0E31}้ง", "ตั้ง"), ("ทท \u{0E33}การ", "ททำการ"),
            ("งาน ที่", "งาน ที่"), ("ok \u{0E49}", "ok \u{0E49}"), ("", ""), ("plain\n2566", "plain\n2566"),
            ("สารบัั\u{0E31}ญ", "สารบัญ"), ("จำำแนก", "จำแนก"), ("ประจำาปี", "ประจำปี"), ("ผลสััมฤทธิ์์", "ผลสัมฤทธิ์"),
            ("\u{F0B7} ข้อ", "\u{F0B7} ข้อ"), ("\u{E000}", "\u{E000}"),
        ])
    func mended(text: String, expected: String) {
        #expect(Array(ExtractedThai.mended(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("mended once is mended", arguments: ["น\u{0E4D}\u{0E49}า เเ", "ท \u{F70A} \u{F70B}", "ํ ํา เ เ"])
    func isStable(text: String) {
        let once = ExtractedThai.mended(text)
        #expect(ExtractedThai.mended(once) == once)
    }

    @Test(
        "stands behind Western letters where an old font put it there",
        arguments: [
            ("á¼¹§Ò¹", "แผนงาน"), ("ãËŒ", "ให้"), ("»Õ 2566", "ปี 2566"), ("ÇÑ¹·Õè ñ", "วันที่ ๑"),
            ("¡\u{00D3}Ë¹´", "กำหนด"), ("Ç‹Ò", "ว่า"), ("abc", "abc"),
        ])
    func relettered(text: String, expected: String) {
        let result = String(decoding: ExtractedThai.relettered(text.utf8.span), as: UTF8.self)
        #expect(Array(result.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("is as wide as its letters without marks", arguments: [("ที่นี้", 2), ("น้ำ", 2), ("abc 1", 5), ("", 0)])
    func columns(text: String, expected: Int) {
        #expect(ExtractedThai.columns(of: text.utf8.span) == expected)
    }
}

@Suite("The worth of a text layer")
struct ExtractedTextScoreTests {
    static let thai = """
        รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน
        องค์การบริหารส่วนตำบลตัวอย่างได้ดำเนินโครงการเสริมสร้างคุณธรรมและจริยธรรมแก่บุคลากรแล้ว ใช้งบประมาณ 50,000 บาท
        """
    static let english = """
        Annual report of the procurement plan for the fiscal year 2023, published by the municipality on its website;
        e-mail: office@town.example, phone 0-2000-0000 (ext. 12). FY2023 budget: 1,250,000.00 Baht. See ANNEX A-1.
        """

    private func standing(_ text: String) -> ExtractedTextScore.Standing {
        ExtractedTextScore(Array(ExtractedThai.mended(text).utf8).span).standing
    }

    private func translated(_ text: String, _ change: (Unicode.Scalar) -> UInt32) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isThai = (0x0E01...0x0E4E).contains(scalar.value)
            result.append(isThai ? Unicode.Scalar(change(scalar)) ?? "?" : scalar)
        }
        return String(result)
    }

    @Test(
        "is good for what is written so",
        arguments: [
            thai, english, "", " \n", "12", "- 2 -", "• เปิดเผย\n• โปร่งใส", "1,250.00 2,500.00 3,750.00 (12.5%)",
            "ลำดับ โครงการ งบประมาณ\n1 จัดซื้อครุภัณฑ์ 25,000\n2 จ้างเหมา 30,000", "\u{F0B7} ข้อหนึ่ง\n\u{F0B7} ข้อสอง",
            "นางสาวสมหญิง ตัวอย่างยิ่ง ผู้อำนวยการกองคลัง โทร. 02-000-0000", "https://www.town.example/index.php?id=12&y=2566",
            "ฯลฯ ณ ห้องประชุม ๑ ฤๅษี เกาะ น้ำ ก็ เพราะ", "Café résumé naïve — “quotes” … ½",
        ])
    func good(text: String) { #expect(standing(text) == .good) }

    @Test("is known to be broken for control characters in place of Thai")
    func controls() {
        #expect(standing(translated(Self.thai) { 1 + $0.value % 8 }) == .garbled)
        #expect(standing(translated(Self.thai) { 0x80 + $0.value % 32 }) != .good)
        #expect(standing(translated(Self.thai) { 0xE100 + $0.value % 64 }) == .garbled)
        #expect(standing(translated(Self.thai) { _ in 0xFFFD }) == .garbled)
    }

    @Test("is known to be broken for Western letters in place of Thai", arguments: 0..<8)
    func ascii(shift: UInt32) {
        #expect(standing(translated(Self.thai) { 0x21 + ($0.value * 7 + shift * 11) % 94 }) == .garbled)
    }

    @Test("can be put right where an old font put Thai into the places of Latin-1")
    func western() {
        #expect(standing(translated(Self.thai) { $0.value - 0x0E00 + 0xA0 }) == .relettered)
    }

    @Test("is known to be broken for Thai letters in place of others", arguments: 1..<12)
    func shifted(by step: UInt32) {
        let shifted = translated(Self.thai) { 0x0E01 + ($0.value - 0x0E01 + step * 7) % 78 }
        #expect(standing(shifted) == .garbled)
    }

    @Test("is known to be broken when all marks are lost")
    func marksLost() {
        let text = String(repeating: Self.thai, count: 2).unicodeScalars
            .filter {
                !($0.value == 0x0E31 || (0x0E34...0x0E3A).contains($0.value) || (0x0E47...0x0E4E).contains($0.value))
            }
        #expect(standing(String(String.UnicodeScalarView(text))) == .garbled)
    }

    @Test("of a page of which half is broken is broken")
    func half() {
        let broken = translated(Self.thai) { 1 + $0.value % 8 }
        #expect(standing(Self.thai + broken) == .garbled)
    }
}

@Suite("Sara am that a text layer lost")
struct ExtractedSaraAmTests {
    private func restored(_ text: String) -> String {
        String(decoding: ExtractedThai.withSaraAm(Array(text.utf8)), as: UTF8.self)
    }

    @Test(
        "comes back where only one spelling is a word",
        arguments: [
            "สำนักงานเขต อำเภอตัวอย่าง ตำบลตัวอย่าง", "ประจำปีงบประมาณ จำนวน ๓ โครงการ", "กำหนดการดำเนินงานจัดทำแผน",
            "ผู้อำนวยการมีคำสั่งแต่งตั้งคณะทำงาน", "อำนาจหน้าที่ ลำดับความสำคัญ", "แหล่งน้ำ ลำน้ำ คำนำ จำนำ ต่ำกว่า ซ้ำ",
            "คู่มือสำหรับประชาชน สำเนา คำร้อง คำขอ", "ตำแหน่งชำนาญการ ชำระภาษี บำรุงรักษา",
        ])
    func restored(text: String) {
        #expect(restored(text.replacing("ำ", with: "า")) == text)
        #expect(restored(text) == text)
    }

    @Test(
        "is not put where none was",
        arguments: [
            "หน้าที่ของเจ้าหน้าที่ ความก้าวหน้า", "ต่างประเทศ แตกต่าง", "ซ้ายมือ", "ทางราชการ การค้า ค่าใช้จ่าย", "ถ้ามี",
            "เอกสารองค์กร ตาราง เลขานุการนายก", "นาข้าว มหาชน ภาคประชาชน", "บริการสาธารณะ สาธารณสุข", "ที่ทาง ได้ทางออก",
            "พัฒนาระบบ พัฒนาแผน พัฒนาหลักสูตร สัมมนาเสนอ ศาสนามา", "ราคาเสนอ ราคาขอ ราคากล่าว", "รายวิชาระดับ เจรจาเป็น",
            "พระยา กระต่าย สีเทาให้ ให้นายก",
            "ทรัพยากรบุคคล พยาน ลายมือ คาดว่า จากการ", "นางสาวดาริน นายจารุ นางลาวัลย์",
        ])
    func untouched(text: String) { #expect(restored(text) == text) }

    @Test("is taken back where every sara aa became one")
    func everyAa() {
        let text = "การบริหารงานด้านการพัฒนาประชาชน ตามอำนาจหน้าที่ ประจำปี โดยสำนักปลัด"
        #expect(restored(text.replacing("า", with: "ำ")) == text)
    }

    @Test("is taken back in one line where other lines of the page are right")
    func oneLine() {
        let good = "การพัฒนาระบบราชการตามแผนพัฒนา และการบริหารราชการ"
        let bad = "ขั้นตอนการดำเนินงานตามกระบวนการ"
        let page = [good, bad.replacing("า", with: "ำ"), good, good].joined(separator: "\n")
        #expect(restored(page) == [good, bad, good, good].joined(separator: "\n"))
        #expect(restored("กำราบ " + good) == "กำราบ " + good)
    }

    @Test("leaves a short text with several of them alone")
    func short() { #expect(restored("คำนำ\nจำนำ ลำน้ำ") == "คำนำ\nจำนำ ลำน้ำ") }
}

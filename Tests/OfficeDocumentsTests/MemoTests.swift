import Findings
import FoundationEssentials
import GradingCore
import OfficeDocuments
import OfficeFiles
import Reporting
import Testing

/// A memo as its readers see it: every paragraph and table cell as text, in order, white space folded.
func lines(of memo: [UInt8]) throws -> [String] {
    guard case .text(let sections) = try OfficeFile.content(memo).body else { return [] }
    return sections.flatMap(\.items).flatMap { item in
        switch item {
        case .paragraph(let paragraph): [paragraph.text]
        case .table(let table): table.rows.flatMap(\.cells).flatMap(\.paragraphs).map(\.text)
        }
    }
}

@Suite struct MemoTests {
    private func text(
        _ report: Report = Sample.report(), _ change: (inout MemoSettings) -> Void = { _ in }
    ) throws -> String {
        var settings = MemoSettings(language: .thai)
        change(&settings)
        return try lines(of: report.memo(settings)).joined(separator: "\n")
    }

    private func met(_ indices: Int...) -> Report {
        Sample.report { for index in indices { $0.items[index].verdict = .satisfied } }
    }

    @Test("the head of an official memo stands there, and what nobody told is left to be filled in")
    func head() throws {
        let text = try text()
        for label in [
            "บันทึกข้อความ", "ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", "เรื่องเดิม", "ข้อเท็จจริง", "ข้อเสนอแนะ/ข้อพิจารณา",
        ] {
            #expect(text.contains(label), "\(label)")
        }
        #expect(text.contains("ส่วนราชการ องค์การบริหารส่วนตำบลตัวอย่าง"))
        #expect(text.contains("จำนวน 3 ข้อ ณ วันที่ 15 พฤษภาคม 2566"))
        #expect(text.contains("ในปีงบประมาณ พ.ศ. 2567"))
        #expect(text.components(separatedBy: "(ลงชื่อ)").count == 5, "four places to sign")
    }

    @Test("without IIT and EIT there is no overall score and no level")
    func alone() throws {
        let text = try text()
        #expect(text.contains("ยังไม่มีคะแนนรวมและระดับ เนื่องจากยังไม่ทราบคะแนน IIT, EIT"))
        #expect(text.contains("คะแนน OIT 25.00 – 75.00 คะแนน คิดเป็น 10.00 – 30.00 คะแนน จากน้ำหนัก 40"))
        #expect(text.contains("การเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปี") && !text.contains("ระดับ A"))
    }

    @Test("given figures make the overall score, its level and a group for each indicator")
    func whole() throws {
        let figures = GivenFigures(
            indicators: ["1": Fraction(decimal: "95")!, "2": Fraction(decimal: "85.5")!],
            instruments: ["EIT": Fraction(decimal: "84.99")!])
        let text = try text(met(1, 2)) { $0.figures = figures }
        // 0.30 x 90.25 + 0.30 x 84.99 + 0.40 x 100.00 = 92.572
        #expect(text.contains("คะแนนรวม 92.57 คะแนน ระดับ A"))
        #expect(text.contains("จุดแข็ง (ตั้งแต่ 95.00 คะแนนขึ้นไป)\n• ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (95.00)"))
        #expect(text.contains("รักษาและพัฒนา (85.00 – 94.99)\n• ตัวชี้วัดที่ 2 การใช้งบประมาณ (85.50)"))
        #expect(text.contains("ต้องปรับปรุง (ต่ำกว่า 85.00 คะแนน): ไม่มี"))
        #expect(text.contains("การประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA)"))
    }

    @Test("the limits of the groups can be moved")
    func limits() throws {
        let figures = GivenFigures(indicators: ["1": Fraction(decimal: "90")!, "2": Fraction(decimal: "79.99")!])
        let text = try text {
            $0.figures = figures
            $0.strengthFrom = Hundredths(9_000)
            $0.improveBelow = Hundredths(8_000)
        }
        #expect(text.contains("จุดแข็ง (ตั้งแต่ 90.00 คะแนนขึ้นไป)\n• ตัวชี้วัดที่ 1"))
        #expect(text.contains("ต้องปรับปรุง (ต่ำกว่า 80.00 คะแนน)\n• ตัวชี้วัดที่ 2"))
    }

    @Test("a range over a limit is in no group, and an item at 0 is named even in a strong indicator")
    func openAndZero() throws {
        #expect(try text().contains("คะแนนเป็นช่วงที่คร่อมเกณฑ์)\n• ตัวชี้วัดที่ 10"))
        let strong = try text {
            $0.strengthFrom = Hundredths(5_000)
            $0.improveBelow = Hundredths(1_000)
        }
        #expect(strong.contains("จุดแข็ง (ตั้งแต่ 50.00 คะแนนขึ้นไป)\n• ตัวชี้วัดที่ 9"))
        #expect(strong.contains("ข้อที่ได้ 0 คะแนน (1)\n– o2 ข้อมูลผู้บริหาร (ข้อมูลไม่เป็นปัจจุบัน)"))
    }

    @Test("published points of items outrank our own, and figures that contradict them are told")
    func contradiction() throws {
        let figures = GivenFigures(items: [ItemID("o2"): .full], indicators: ["9": Fraction(decimal: "50")!])
        let text = try text { $0.figures = figures }
        #expect(text.contains("ข้อที่ได้ 0 คะแนน (0)"))
        #expect(text.contains("ตัวชี้วัดที่ 9 ระบุคะแนน 50.00 แต่คำนวณจากรายข้อได้ 100.00"))
    }

    @Test("a published result is told with whether it agrees")
    func published() throws {
        func said(_ overall: Int) throws -> String {
            let figures = GivenFigures(
                instruments: ["IIT": 90, "EIT": 80], publishedOverall: Hundredths(overall), publishedLevel: "A")
            return try text(met(1, 2)) { $0.figures = figures }
        }
        #expect(try said(9_100).contains("คะแนนรวมที่ประกาศ 91.00 คะแนน ระดับ A (ตรงกับคะแนนที่คำนวณ)"))
        #expect(try said(9_200).contains("(ไม่ตรงกับคะแนนที่คำนวณ โปรดตรวจสอบ)"))
    }

    @Test("the table of measures has its seven columns and a row for each item to mend")
    func measures() throws {
        let text = try text()
        #expect(
            text.contains(
                "มาตรการ\nผลการวิเคราะห์ตามตัวชี้วัด/ข้อ\nขั้นตอน/วิธีการปฏิบัติ\nช่วงระยะเวลา\nผู้รับผิดชอบ\nดำเนินการแล้ว\nยังไม่ดำเนินการ"))
        #expect(text.contains("ตรวจยืนยันข้อมูลข้อ o12 รายงานรอบ 6 เดือน"))
        #expect(text.contains("ปรับปรุงการเปิดเผยข้อมูลข้อ o2 ข้อมูลผู้บริหาร\nตัวชี้วัดย่อยที่ 9.1\nข้อมูลไม่เป็นปัจจุบัน: เหตุผลตัวอย่าง"))
        #expect(text.contains("แก้ไขตามตัวอย่าง"))
        #expect(try self.text(met(1, 2)).contains("ทุกข้อผ่านแล้ว ไม่มีข้อที่ต้องแก้ไข"))
    }

    @Test("Thai digits everywhere but in ids and addresses")
    func thaiDigits() throws {
        let text = try text { $0.hasThaiDigits = true }
        #expect(text.contains("คะแนน OIT ๒๕.๐๐ – ๗๕.๐๐ คะแนน") && text.contains("๑๕ พฤษภาคม ๒๕๖๖"))
        #expect(text.contains("ข้อ o12 รายงานรอบ ๖ เดือน"))
        let digits = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).filter { word in
            word.utf8.contains { (48...57).contains($0) } && !word.utf8.contains { (97...122).contains($0) }
        }
        #expect(digits.isEmpty, "\(digits)")
    }

    @Test("hostile texts stay text, and a memo is well-formed whatever they hold")
    func hostile() throws {
        let report = Sample.report {
            $0.agency.name = "<text:p>อบต.</text:p> & \"ก\" \u{202E}\u{0}\u{7}"
            $0.items[1].title = both("]]>&amp;<script>\u{FFFF}" + String(repeating: "ย", count: 90_000), "")
            $0.items[1].reasons = Array(repeating: $0.items[1].reasons[0], count: 50)
        }
        let text = try text(report)
        #expect(text.contains("<text:p>อบต.</text:p> & \"ก\""))
        #expect(text.contains("]]>&amp;<script>ยยย") && text.utf8.count < 40_000)
        #expect(text.components(separatedBy: "ข้อมูลไม่เป็นปัจจุบัน: เหตุผลตัวอย่าง").count == 2, "each reason once")
    }

    @Test("the archive begins with its kind, bare, as OpenDocument asks; same report, same bytes")
    func archive() throws {
        let memo = Sample.report().memo(MemoSettings(language: .thai))
        #expect(Array(memo[0..<4]) == [0x50, 0x4B, 3, 4])
        #expect(String(decoding: memo[30..<77], as: UTF8.self) == "mimetypeapplication/vnd.oasis.opendocument.text")
        #expect(Array(memo[28..<30]) == [0, 0], "no extra field")
        #expect(Sample.report().memo(MemoSettings(language: .thai)) == memo)
    }

    @Test("the English memo has no Thai but names")
    func english() throws {
        let memo = try lines(of: Sample.report().memo(MemoSettings(language: .english))).joined(separator: "\n")
        #expect(memo.contains("Memorandum") && memo.contains("Analysis by indicator/item"))
        let rest = memo.replacing("องค์การบริหารส่วนตำบลตัวอย่าง", with: "")
        #expect(!rest.unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) })
    }
}

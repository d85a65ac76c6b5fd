import Extraction
import Foundation
import GradingCore
import Testing
import WebEvidence

@testable import ScoreReports

@Suite("traps of agencies' own reports")
struct TrapTests {
    private let head = "รายงานผลการวิเคราะห์การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2564\n"

    private func year(_ text: String) throws -> CheckedReport.Year {
        try #require(try Reports.report(head + text).years.first)
    }

    @Test(
        "numbers that are no scores are never taken for one",
        arguments: [
            "ตัวชี้วัดการใช้อำนาจ ต้องได้คะแนนไม่น้อยกว่า 85.00 คะแนน",
            "ตัวชี้วัดการใช้อำนาจ (คะแนนเต็ม 100 คะแนน)",
            "ตัวชี้วัดการใช้อำนาจ น้ำหนักร้อยละ 30",
            "ตัวชี้วัดการใช้อำนาจ เพิ่มขึ้น 3.20 คะแนน",
            "ตัวชี้วัดการใช้อำนาจ จัดอบรม 2 ครั้ง งบประมาณ 20,000 บาท",
            "ตัวชี้วัดการใช้อำนาจ 85.00 - 94.99 คะแนน",
            "ตัวชี้วัดการใช้อำนาจ\n- 2 -\n",
            "i3 การใช้อำนาจของผู้บังคับบัญชา 91.20",
        ])
    func noScore(line: String) throws {
        let read = try year("คะแนนรวม 82.00 คะแนน\n\(line)\n")
        #expect(read.text(.overall) == "82.00")
        #expect(read.text(.indicator("3")) == nil)
    }

    @Test(
        "a score is read in every form of writing it",
        arguments: [
            "ตัวชี้วัดที่ 3 การใช้อำนาจ 84.01", "๓. การใช้อำนาจ ๘๔.๐๑", "3) การใช้อํานาจ = 84.01 %", "การใช้อำนาจ ได้ร้อยละ 84.01",
            "ตัวชี้วัดที่ ๓\nการใช้\nอำนาจ\n๘๔.๐๑", "3 การใช้ 84.01\nอำนาจ", "ตัวชี้วัดที่ 3 การใชอ านาจ 84.01",
            "ตัวชี้วัดการใช้อำนาจ มีผลคะแนนเท่ากับ 84.01 คะแนน", "3 Use of power 84.01", "3  การใช้อำนาจ ........ 84.01",
        ])
    func forms(line: String) throws {
        #expect(try year("\(line)\n").text(.indicator("3")) == "84.01")
    }

    @Test(
        "numbers that name indicators are no scores of them",
        arguments: [
            "ตัวชี้วัดที่ 9, 10", "ตัวชี้วัดที่ 9 และ 10", "ตัวชี้วัดที่ ๙ - ๑๐", "การเปิดเผยข้อมูล ตัวชี้วัดย่อยที่ 10.1",
            "การเปิดเผยข้อมูล ตัวชี้วัดที่ 9.2",
        ])
    func names(line: String) throws {
        let read = try year("คะแนนรวม 82.00 คะแนน\n\(line)\n")
        #expect(read.text(.overall) == "82.00")
        #expect(read.text(.indicator("9")) == nil && read.text(.indicator("10")) == nil)
    }

    @Test("what the table of measures says of scores is planned, not scored")
    func measures() throws {
        let html = """
            <h1>รายงานผลการวิเคราะห์การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566</h1><p>คะแนนรวม 88.00 คะแนน</p>
            <table><tr><th>ตัวชี้วัด</th><th>คะแนน</th></tr><tr><td>3 การใช้อำนาจ</td><td>91.20</td></tr>
            <tr><td>1 การปฏิบัติหน้าที่</td><td>90.00</td></tr><tr><td>2 การใช้งบประมาณ</td><td>80.00</td></tr></table>
            <table><tr><th>มาตรการ</th><th>ผลการวิเคราะห์ตามตัวชี้วัด/ข้อ</th><th>ขั้นตอน/วิธีการปฏิบัติ</th><th>ผู้รับผิดชอบ</th></tr>
            <tr><td>การใช้อำนาจ</td><td>มีผลต่อคะแนน OIT 5.00</td><td>2.50</td><td>สำนักปลัด</td></tr></table>
            """
        let document = extractedDocument(
            body: Array(html.utf8), contentType: "text/html; charset=utf-8", lastModified: nil,
            address: try PageAddress("http://report.invalid/"))
        let read = try #require(try Reports.report(document).years.first)
        #expect(read.text(.overall) == "88.00" && read.text(.indicator("3")) == "91.20")
        #expect(read.text(.instrument("OIT")) == nil)
        // The same table as running text of a PDF.
        #expect(try year("คะแนนรวม 82.00 คะแนน\nข้อ o8 มีผลต่อคะแนน OIT 5.00\n").text(.instrument("OIT")) == nil)
    }

    @Test("a level is read where it is announced, and not from the list of all levels")
    func levels() throws {
        let legend = "95.00 - 100 ระดับ AA\n85.00 - 94.99 ระดับ A\n75.00 - 84.99 ระดับ B\n"
        let read = try Reports.report(head + legend + "คะแนนรวม 82.00 คะแนน อยู่ในระดับ “B”\n")
        #expect(read.report.levels.map(\.level) == ["B"])
    }

    @Test("lost names beside ranks are not read by their number; beside true numbers they are, and are told")
    func lostNames() throws {
        let ranked =
            "1 การป้องกันการทุจริต 95.00\n2 การใช้อำนาจ 90.00\n3 ☐☐ง☐☐ 88.00\n4 คุณภาพการดำเนินงาน 87.00\n5 การใช้งบประมาณ 80.00\n"
        let byRank = try Reports.report(head + ranked)
        #expect(byRank.years[0].text(.indicator("3")) == "90.00")
        #expect(byRank.report.unread.contains { $0.code == .rowWithoutName })
        #expect(byRank.report.conflicts.map(\.code) == [.ranksAsNumbers])
        let plain = "1 การปฏิบัติหน้าที่ 88.00\n2 ☐☐ง☐☐ 81.00\n3 การใช้อำนาจ 86.00\n4 การใช้ทรัพย์สินของราชการ 82.00\n"
        let byNumber = try Reports.report(head + plain)
        #expect(byNumber.years[0].text(.indicator("2")) == "81.00")
        #expect(byNumber.report.unread.contains { $0.code == .nameNotRead && $0.subject == "2" })
    }

    @Test("rows without any name whose numbers may be ranks are not used")
    func onlyRanks() throws {
        let rows = (1...5).map { "\($0) ☐☐ง☐\($0 % 2 == 0 ? "☐" : "ก")☐ \(100 - $0).50\n" }.joined()
        let read = try Reports.report(head + "คะแนนรวม 90.00 คะแนน\n" + rows)
        #expect(read.report.figures.map(\.subject) == [.overall])
    }

    @Test("one wrong number among right ones is told, and the name is used")
    func slip() throws {
        let rows = [
            "1 การปฏิบัติหน้าที่ 88.00", "2 การใช้งบประมาณ 81.00", "3 การใช้อำนาจ 86.00", "5 การใช้ทรัพย์สินของราชการ 82.00",
            "5 การแก้ไขปัญหาการทุจริต 83.00",
        ]
        let read = try Reports.report(head + rows.joined(separator: "\n"))
        #expect(read.report.conflicts.map(\.code) == [.numberAndName])
        #expect(read.years[0].text(.indicator("4")) == "82.00")
    }

    @Test("a figure above 100 and one with a comma are told and not used")
    func oddFigures() throws {
        let read = try Reports.report(head + "คะแนนรวม 82.00 คะแนน\n1 การปฏิบัติหน้าที่ 88,95\n")
        #expect(read.report.unread.contains { $0.code == .commaDecimal })
        #expect(read.report.figures.map(\.subject) == [.overall])
    }

    @Test("whole numbers and rounded ones agree where the rounding explains them")
    func rounded() throws {
        let rows = (1...10).map { "ตัวชี้วัดที่ \($0) \(Self.names[$0 - 1]) 87.35\n" }.joined()
        let read = try Reports.report(head + "คะแนนรวม 87.4 คะแนน ระดับ A\n" + rows)
        #expect(read.agrees == true, "\(read.checks.filter { !$0.agrees })")
        #expect(try Reports.report(head + "คะแนนรวม 87.6 คะแนน ระดับ A\n" + rows).agrees == false)
    }

    private static let names = [
        "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน",
        "ประสิทธิภาพการสื่อสาร", "การปรับปรุงการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
    ]

    @Test("a year of which there is no list is told by its number; none at all by nothing")
    func years() throws {
        #expect(throws: ScoreReportRefusal.yearUnknown([2599])) {
            try Reports.report("ผลการประเมิน ITA ปี 2599\nคะแนนรวม 82.00 คะแนน\n")
        }
        #expect(throws: ScoreReportRefusal.yearUnknown([])) {
            try Reports.report("ผลการประเมิน ITA\nคะแนนรวม 82.00 คะแนน\n")
        }
        #expect(
            try Reports.report("ผลการประเมิน ITA\nคะแนนรวม 82.00 คะแนน\n", year: 2565).report.year == FiscalYear(2565))
    }

    @Test("a document without text is told as such")
    func noText() {
        var scan = ExtractedDocument()
        scan.fault = .scanned
        #expect(throws: ScoreReportRefusal.noText(detail: "")) { try Reports.report(scan) }
        #expect(throws: ScoreReportRefusal.noText(detail: "")) { try Reports.report(ExtractedDocument()) }
    }

    @Test("quotes cannot steer a terminal")
    func quotes() throws {
        let read = try Reports.report(head + "\u{1B}[31mคะแนนรวม 82.00 \u{1B}[2J คะแนน\u{1B}]0;x\u{7} ระดับ B\n")
        let quotes = read.report.figures.map(\.place.quote) + read.report.levels.map(\.place.quote)
        #expect(read.years[0].text(.overall) == "82.00")
        #expect(!quotes.isEmpty && quotes.allSatisfy { !$0.unicodeScalars.contains { $0.value < 32 } })
    }

    @Test(
        "a hostile line costs no more than its length, ten times as long about ten times as much",
        arguments: ["การใช้อำนาจ 88.8 ", "ตัวชี้วัดที่ 3 ", "9.1 ", "ระดับ A 90.00 คะแนน ", "จำนวน 3 ตัวชี้วัด สูงสุด การใช้อำนาจ "])
    func longLine(unit: String) throws {
        func time(_ count: Int) -> Duration {
            ContinuousClock().measure {
                _ = try? Reports.report(head + "คะแนนรวม 82.00 คะแนน " + String(repeating: unit, count: count))
            }
        }
        _ = time(10)
        let short = time(300)
        #expect(time(3_000) < short * 40 + .milliseconds(200))
    }

    @Test("any bytes give a report or a refusal, quickly")
    func anyBytes() throws {
        var random = SystemRandomNumberGenerator()
        let words = [
            "ITA ", "ปี 2566 ", "การใช้อำนาจ ", "90.1 ", "ระดับ ", "A\n", "ตัวชี้วัดที่ ", "3 ", "๙.๑ ", "o", "- ", "สูงสุด ",
            "จำนวน ", "\n", "EIT 1", "%",
        ]
        for _ in 0..<60 {
            let text = (0..<200).map { _ in words.randomElement(using: &random) ?? "" }.joined()
            _ = try? Reports.report(text)
        }
    }
}

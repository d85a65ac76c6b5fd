import GradingCore
import Testing

@testable import Submissions

@Suite struct SubmissionTableTests {
    private func urls(_ submission: Submission) -> [[String]] { submission.answers.map { $0.urls.map(\.verbatim) } }

    @Test func `the plain form with all four columns`() throws {
        let found = try read("item,answer,url,explanation\no1,มี,https://a.go.th,\"หน้า, แรก\"\no2,ไม่มี,,\n")
        #expect(found.answers.map(\.item) == [ItemID("o1"), ItemID("o2")])
        #expect(found.answers.map(\.answer) == [true, false])
        #expect(urls(found) == [["https://a.go.th"], []])
        #expect(found.answers.map(\.explanation) == ["หน้า, แรก", ""])
        #expect(found.answers.map(\.row) == [2, 3])
        #expect(found.answers[0].urls[0] == SubmittedURL(verbatim: "https://a.go.th", row: 2, column: "C"))
        #expect(found.fiscalYear == nil)
        #expect(found.warnings.isEmpty)
    }

    @Test(arguments: [
        "ข้อ,ลิงก์", "รหัส,ลิงค์", "OIT,URL", "ข้อที่,ที่อยู่", "ตัวชี้วัด,เว็บไซต์", "รหัสข้อ,ลิงก์ (URL)", "Item ID,Link", "ID,ที่อยู่ URL",
        "ข้อ OIT,Web Address",
        "รหัส OIT,ลิ้งค์", "ข้อ*,URL:", "ลำดับ,URLs", "ที่,ลิงก์ข้อมูล", "Item / ข้อ,ลิงก์ที่ 1", "ข้อ , url1",
    ])
    func `heads in Thai and English`(heads: String) throws {
        #expect(urls(try read(heads + "\no1,https://a.go.th\n")) == [["https://a.go.th"]])
    }

    @Test(
        arguments: [
            ("คำตอบ", "มี", true), ("มี/ไม่มี", "ไม่มี", false), ("ผลการตอบ", "✓", true), ("answer", "✗", false),
            ("Answer", "YES", true),
            ("คำตอบ (มี/ไม่มี)", "no", false), ("คำตอบ", "true", true), ("คำตอบ", "False", false), ("คำตอบ", "1", true),
            ("คำตอบ", "0", false),
            ("คำตอบ", "-", nil), ("คำตอบ", "", nil), ("คำตอบ", " มี ", true), ("มี", "/", true),
        ] as [(String, String, Bool?)])
    func `answers in every word`(head: String, word: String, expected: Bool?) throws {
        let found = try read("ข้อ,\(head),url\no1,\(word),https://a.go.th\n")
        #expect(found.answers.map(\.answer) == [expected])
    }

    @Test func `columns of ticks under a pair of heads`() throws {
        let found = try read("ข้อ,มี,ไม่มี,url\n1,✓,,https://a.go.th\n2,,/,\n3,,,https://c.go.th\n")
        #expect(found.answers.map(\.answer) == [true, false, nil])
    }

    @Test func `a lone column of noes and a column of states are kept aside`() throws {
        let found = try read("ข้อ,ไม่มี,สถานะ,url\n1,✓,เสร็จแล้ว,https://a.go.th\n")
        #expect(found.answers.map(\.answer) == [nil])
        #expect(found.unknownColumns.map(\.head) == ["ไม่มี", "สถานะ"])
    }

    @Test func `columns in any order and unknown ones kept aside`() throws {
        let found = try read("หมายเหตุ,ลำดับ,URL,ผู้รับผิดชอบ,ข้อ,คำตอบ\nดี,7,https://a.go.th,กองคลัง,o3,มี\n")
        #expect(found.answers[0].item == ItemID("o3"))
        #expect(found.answers[0].explanation == "ดี")
        #expect(found.unknownColumns.map(\.head) == ["ลำดับ", "ผู้รับผิดชอบ"])
        #expect(found.unknownColumns[1].cells == [2: "กองคลัง"])
        #expect(found.warnings.map(\.code) == [.unknownColumn, .unknownColumn])
        #expect(found.warnings.map(\.place.column) == ["B", "D"])
    }

    @Test func `several columns of addresses rows and addresses for one item`() throws {
        let found = try read(
            "ข้อ,url1,url2,url 3\n1,https://a.go.th,https://b.go.th,\n,https://c.go.th,,https://d.go.th\n2,https://e.go.th,,\nO1,https://f.go.th,,\n"
        )
        #expect(
            urls(found) == [
                ["https://a.go.th", "https://b.go.th", "https://c.go.th", "https://d.go.th", "https://f.go.th"],
                ["https://e.go.th"],
            ])
        #expect(found.answers[0].urls[3] == SubmittedURL(verbatim: "https://d.go.th", row: 3, column: "D"))
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func `delimiters are told by content`(delimiter: String) throws {
        let rows = [["ข้อ", "คำตอบ", "url"], ["1", "มี", "https://a.go.th/?a=1,2;3"], ["2", "", "https://b.go.th"]]
        let text = rows.map { row in
            row.map { $0.contains(delimiter) ? "\"\($0)\"" : $0 }.joined(separator: delimiter)
        }.joined(separator: "\n")
        #expect(urls(try read(text)) == [["https://a.go.th/?a=1,2;3"], ["https://b.go.th"]])
        #expect(urls(try read("sep=\(delimiter)\r\n" + text)).count == 2)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends quotes and cells of several lines`(end: String) throws {
        let found = try read(
            [
                "item,url,explanation", "o1,\"https://a.go.th\(end)https://b.go.th\",\"he said \"\"yes\"\"\"", "",
                "o2,https://c.go.th,", "", "",
            ]
            .joined(separator: end))
        #expect(urls(found) == [["https://a.go.th", "https://b.go.th"], ["https://c.go.th"]])
        #expect(found.answers[0].explanation == "he said \"yes\"")
        #expect(found.answers[1].row == 4)
    }

    @Test func `title rows above the head may name the agency`() throws {
        let found = try read(
            "แบบตอบ OIT,,\n,,\nหน่วยงาน:,อบต.ตัวอย่าง,\nเว็บไซต์,https://www.example.go.th,\nจังหวัด,เชียงใหม่,\nข้อ,คำตอบ,ลิงก์\n1,มี,https://a.go.th\n"
        )
        #expect(
            found.agency
                == DeclaredAgency(name: "อบต.ตัวอย่าง", website: "https://www.example.go.th", province: "เชียงใหม่"))
        #expect(found.agency.type == .sao)
        #expect(found.agency.isTypeInferred)
        #expect(found.answers[0].row == 7)
    }

    @Test func `section rows repeated heads and blank rows are passed over`() throws {
        let found = try read(
            "ข้อ,ลิงก์\nตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน,\n1,https://a.go.th\n,\nข้อ,ลิงก์\n9.2 การบริหารงาน,\n2,https://b.go.th\nรวม,\n"
        )
        #expect(found.answers.map(\.item) == [ItemID("o1"), ItemID("o2")])
        #expect(found.warnings.map(\.code) == [.skippedRow, .skippedRow, .skippedRow])
    }

    @Test func `two rows of heads under merged cells`() throws {
        let found = try read("ข้อ,ประเด็นการตรวจ,การเปิดเผย,,URL\n,,มี,ไม่มี,\n1,โครงสร้าง,✓,,https://a.go.th\n2,ผู้บริหาร,,✓,\n")
        #expect(found.answers.map(\.answer) == [true, false])
    }

    @Test func `a malformed address is a row and no problem`() throws {
        let found = try read("item,url\no1,htps//ไม่ใช่ลิงก์\no2,javascript:void(0)\n")
        #expect(urls(found) == [["htps//ไม่ใช่ลิงก์"], ["javascript:void(0)"]])
    }

    @Test func `odd but usable content gives warnings`() throws {
        let found = try read("item,answer,url\no1,ไม่มี,https://a.go.th\no2,มี,https://b.go.th\no2,,https://b.go.th\n")
        #expect(found.warnings.map(\.code) == [.duplicateURL, .urlsWithNo])
        #expect(found.warnings.map(\.place.row) == [4, 2])
        #expect(urls(found) == [["https://a.go.th"], ["https://b.go.th"]])
    }

    @Test func `the file itself says its encoding`() throws {
        let thai = try submission(
            reading: Fixture.bytes("answers-in-windows-874.csv"), fileName: "a.csv", itemIDs: Fixture.list)
        #expect(thai.answers.map(\.answer) == [true, false])
        #expect(thai.answers[0].explanation == "หน้าแรก")
        let wide = try submission(
            reading: Fixture.bytes("answers-in-utf-16.tsv"), fileName: "a.csv", itemIDs: Fixture.list)
        #expect(urls(wide) == [["https://www.example.go.th/ก"]])
        #expect(urls(try read("\u{FEFF}item,url\no1,https://a.go.th\n")) == [["https://a.go.th"]])
    }

    @Test func `workbooks with titles links sections and other sheets`() throws {
        let found = try submission(
            reading: Fixture.bytes("answers-with-title-rows-links-and-second-sheet.xlsx"), fileName: "a.xlsx",
            itemIDs: Fixture.list)
        #expect(found.agency.name == "องค์การบริหารส่วนตำบลตัวอย่าง")
        #expect(
            urls(found) == [
                [
                    "https://www.example.go.th/structure", "https://www.example.go.th/files/แผนผัง 2566.pdf",
                    "https://www.example.go.th/more",
                ], [],
            ])
        #expect(found.answers[0].urls.map(\.column) == ["D", "E", "D"])
        #expect(found.answers[0].urls.map(\.row) == [7, 7, 8])
        #expect(found.answers[0].explanation == "เมนูหลัก")
        #expect(found.answers.map(\.answer) == [true, false])
        #expect(Set(found.warnings.map(\.code)) == [.skippedRow, .skippedSheet, .unknownColumn])
    }
}

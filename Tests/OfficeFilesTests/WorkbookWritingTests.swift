import TestSupport
import Testing

@testable import OfficeFiles

@Suite struct WorkbookWritingTests {
    @Test func `what is written is read again letter by letter`() throws {
        let rows = [
            ["ข้อ", "ลิงก์"], ["o1", "https://a.go.th/?a=1&b=\"<2>\""], ["=1+1", " ช่องว่าง \n บรรทัด 2"],
            ["a\u{0B}b\u{0}c", "_x0041_"], ["", "ขวา"], ["\u{1F600}", "_x005F_"],
        ]
        let sheets = [
            WrittenSheet(name: "OIT", rows: rows, widths: [8]), WrittenSheet(name: "ข้อมูล <&>", rows: [["ก"]]),
        ]
        let bytes = try OfficeFile.workbook(sheets)
        let read = try OfficeFile.spreadsheet(bytes)
        #expect(read.sheets.map(\.name) == ["OIT", "ข้อมูล <&>"])
        for (index, row) in rows.enumerated() {
            for (column, text) in row.enumerated() {
                #expect(read.sheets[0].rows[index][column: column]?.text ?? "" == text)
            }
        }
        #expect(try OfficeFile.workbook(sheets) == bytes)
    }

    @Test func `a text longer than a cell holds is cut there`() throws {
        let bytes = try OfficeFile.workbook([WrittenSheet(name: "a", rows: [[String(repeating: "ก", count: 40_000)]])])
        let text = try OfficeFile.spreadsheet(bytes).sheets[0].rows[0].cells[0].text
        #expect(text.unicodeScalars.count == OfficeFile.maximumCellUnits)
    }

    private static let rows =
        #"<row r="1" ht="30"><c r="A1" s="7"><v>1</v></c><c r="C1" t="str"><f>HYPERLINK("https://old/","เปิด")</f><v>เปิด</v></c></row>"#
        + #"<row r="5"><c r="B5" t="inlineStr"><is><t>เดิม</t></is></c></row>"#

    private func workbook() -> ZipArchive {
        var archive = WorkbookParts.archive(
            sheet: WorkbookParts.worksheet(
                WorkbookWritingTests.rows,
                after:
                    "<mergeCells><mergeCell ref=\"A9:B9\"/></mergeCells><hyperlinks><hyperlink ref=\"B5\" r:id=\"h1\"/></hyperlinks>"
            ),
            sheetRelationships:
                "<Relationship Id=\"h1\" Type=\"\(WorkbookParts.relationshipType)/hyperlink\" Target=\"https://old/\" TargetMode=\"External\"/>"
        )
        archive.members.append(ZipArchive.Member(name: "xl/media/Picture.PNG", bytes: [1, 2, 3, 0, 255]))
        return archive
    }

    @Test func `cells are changed and made, all else stays`() throws {
        let edits = [
            SheetEdit(sheet: "แผ่น 1", row: 1, column: 0, change: .text("ใหม่ <1>")),
            SheetEdit(sheet: "แผ่น 1", row: 1, column: 1, change: .text("ระหว่าง")),
            SheetEdit(sheet: "แผ่น 1", row: 3, column: 2, change: .text("แถวใหม่")),
            SheetEdit(sheet: "แผ่น 1", row: 9, column: 0, change: .text("ท้าย")),
            SheetEdit(
                sheet: "แผ่น 1", row: 1, column: 2, change: .link(from: "https://old/", to: "https://new/?a&\"b\"")),
            SheetEdit(sheet: "แผ่น 1", row: 5, column: 1, change: .link(from: "https://old/", to: "https://new/?a&b")),
        ]
        let edited = try OfficeFile.edited(workbook().bytes, edits)
        let rows = try OfficeFile.spreadsheet(edited).sheets[0].rows
        #expect(rows.map(\.number) == [1, 3, 5, 9])
        #expect(rows[0].cells.map(\.text) == ["ใหม่ <1>", "ระหว่าง", "เปิด"])
        #expect(rows[0].cells[2].link == "https://new/?a&\"b\"")
        #expect(rows[2].cells[0].text == "เดิม" && rows[2].cells[0].link == "https://new/?a&b")
        let package = try ZipPackage(edited, limits: OfficeFileLimits())
        let sheet = String(decoding: try #require(try package.member("xl/worksheets/sheet1.xml")), as: UTF8.self)
        #expect(sheet.contains("ht=\"30\"") && sheet.contains("s=\"7\"") && sheet.contains("A9:B9"))
        #expect(try package.member("xl/media/picture.png") == [1, 2, 3, 0, 255])
        #expect(
            try package.allMembers().map(\.name)
                == ZipPackage(workbook().bytes, limits: OfficeFileLimits()).allMembers().map(\.name))
    }

    @Test(arguments: [
        SheetEdit(sheet: "อื่น", row: 1, column: 0, change: .text("x")),
        SheetEdit(sheet: "แผ่น 1", row: 1, column: 0, change: .link(from: "https://old/", to: "https://new/")),
        SheetEdit(sheet: "แผ่น 1", row: 5, column: 1, change: .link(from: "https://other/", to: "https://new/")),
    ])
    func `a place that is not there is an error and not another place`(edit: SheetEdit) {
        #expect(throws: OfficeFileError.self) { try OfficeFile.edited(workbook().bytes, [edit]) }
    }
}

@Suite struct AttributeTests {
    @Test(arguments: [
        ("https://a/?x=1&amp;y=2", "https://a/?x=1&y=2"), ("https://a/?q=&amp;#38;", "https://a/?q=&#38;"),
    ])
    func `an ampersand in the target of a link is one ampersand`(written: String, meant: String) throws {
        let archive = WorkbookParts.archive(
            sheet: WorkbookParts.worksheet(
                #"<row r="1"><c r="A1"><v>1</v></c></row>"#,
                after: "<hyperlinks><hyperlink ref=\"A1\" r:id=\"h1\"/></hyperlinks>"),
            sheetRelationships:
                "<Relationship Id=\"h1\" Type=\"\(WorkbookParts.relationshipType)/hyperlink\" Target=\"\(written)\" TargetMode=\"External\"/>"
        )
        #expect(try OfficeFile.spreadsheet(archive.bytes).sheets[0].rows[0].cells[0].link == meant)
    }
}

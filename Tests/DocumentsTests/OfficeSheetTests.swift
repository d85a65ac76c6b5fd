import TestSupport
import Testing
import WebEvidence

@testable import Documents

@Suite struct OfficeSheetTests {
    private func row(_ number: Int, _ cells: String...) -> String { OfficeParts.row(number, cells) }

    @Test func `the head is found below the titles, and each cell is called as spreadsheets call it`() async throws {
        let rows =
            row(2, "", "แผนการจัดซื้อจัดจ้าง") + row(3, "", "ปีงบประมาณ 2569")
            + row(5, "", "ลำดับ", "โครงการ", "งบประมาณ") + row(6, "", "1", "ถนน", "100000")
            + row(12, "", "2", "ไฟฟ้า", "50000")
        let document = try await OfficeReading.document(OfficeParts.workbook([("แผนปี 2569", "", rows, "")]).bytes)
        #expect(document.form == .sheets)
        #expect(document.parts == [DocumentPart(kind: .sheet, number: 1, name: "แผนปี 2569", firstBlock: 0)])
        #expect(document.headingLines == ["1 แผนปี 2569", "2 แผนการจัดซื้อจัดจ้าง", "2 ปีงบประมาณ 2569"])
        #expect(document.tables[0].head == ["", "ลำดับ", "โครงการ", "งบประมาณ"])
        #expect(document.cell("โครงการ") == "C5")
        #expect(document.cell("ถนน") == "C6")
        #expect(document.cell("ไฟฟ้า") == "C12")
        #expect(document.cell("แผนปี 2569") == nil)
        guard case .cell(let table?, let row, let column, false) = document.blocks[document.blocks.count - 2].kind
        else {
            Issue.record("the last row's cells are cells of the table")
            return
        }
        #expect(document.tables[table].rows[row][column] == "ไฟฟ้า")
    }

    @Test func `merged heads reach over their columns, and a text across the table heads the rows below`() async throws
    {
        let rows =
            row(1, "ที่", "งบประมาณ") + row(2, "", "ตั้งไว้", "ใช้ไป") + row(3, "กองช่าง") + row(4, "1", "20", "10")
        let merges =
            "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A3:C3\"/></mergeCells>"
        let document = try await OfficeReading.document(OfficeParts.workbook([("Sheet1", "", rows, merges)]).bytes)
        #expect(document.tables[0].head == ["ที่", "งบประมาณ ตั้งไว้", "งบประมาณ ใช้ไป"])
        let section = try #require(document.blocks.firstIndex { $0.text == "กองช่าง" })
        #expect(document.blocks.first { $0.text == "20" }?.headingPath == [section])
        #expect(document.headingLines == [])
    }

    @Test func `hidden sheets are counted and not read`() async throws {
        let document = try await OfficeReading.document(
            OfficeParts.workbook([
                ("ซ่อน", "hidden", row(1, "ลับ"), ""), ("ลึก", "veryHidden", row(1, "ลับ"), ""),
                ("เปิด", "", row(1, "อ่านได้"), ""),
            ]).bytes)
        #expect(document.partCount == 3)
        #expect(document.parts.map(\.number) == [3])
        #expect(document.texts == ["เปิด", "อ่านได้"])
    }

    @Test func `links of cells say what row and column they are in`() async throws {
        let rows = row(1, "ข้อ", "ลิงก์") + row(2, "แผนงาน", "เปิด")
        let archive = OfficeParts.workbook(
            [("แผน", "", rows, "<hyperlinks><hyperlink ref=\"B2\" r:id=\"k\"/></hyperlinks>")],
            links: OfficeParts.relationship("k", "hyperlink", "https://b.example/p.pdf", isExternal: true))
        let document = try await OfficeReading.document(archive.bytes)
        let link = try #require(document.links.first)
        #expect(link.address?.text == "https://b.example/p.pdf")
        #expect(link.text == "เปิด")
        #expect(link.row == "แผนงาน")
        #expect(link.columnHead == "ลิงก์")
        #expect(link.block.map { document.blocks[$0].text } == "เปิด")
    }

    @Test func `an OpenDocument workbook is read alike`() async throws {
        func cells(_ texts: [String], _ attributes: String = "") -> String {
            texts.map { "<table:table-cell \(attributes)><text:p>\($0)</text:p></table:table-cell>" }.joined()
        }
        let body = """
            <table:table table:name="แผน"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="9"/></table:table-row>\
            <table:table-row><table:table-cell table:number-columns-repeated="2"/>\(cells(["งาน", "เงิน"]))</table:table-row>\
            <table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>\(cells(["ถนน", "100,000.00"]))</table:table-row>\
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table>\
            <table:table table:name="ซ่อน" table:style-name="x"><table:table-row>\(cells(["ลับ"]))</table:table-row></table:table>
            """
        let styles = "<style:style style:name=\"x\"><style:table-properties table:display=\"false\"/></style:style>"
        let document = try await OfficeReading.document(
            OfficeParts.open("spreadsheet", body, styles: styles).bytes)
        #expect(document.partCount == 2)
        #expect(document.cell("ถนน") == "C5")
        #expect(document.cell("100,000.00") == "D5")
        #expect(document.tables[0].head == ["", "", "งาน", "เงิน"])
        #expect(!document.texts.contains("ลับ"))
    }

    @Test func `a cell at the very end of a sheet does not cost a million rows`() async throws {
        let rows = row(1, "หัว", "ข้อ") + row(2, "1", "2") + row(1_048_576, "ปลาย")
        let document = try await OfficeReading.document(OfficeParts.workbook([("Sheet1", "", rows, "")]).bytes)
        #expect(document.fault == .exceeded)
        #expect(document.texts == ["หัว", "ข้อ", "1", "2"])
        #expect(document.tables[0].rows.count == 2)
    }

    @Test func `a workbook with too many cells is read as far as the limit`() async throws {
        let rows = (1...70_000).map { "<row r=\"\($0)\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>" }.joined()
        let document = try await OfficeReading.document(OfficeParts.workbook([("Sheet1", "", rows, "")]).bytes)
        #expect(document.fault == .exceeded)
        #expect(document.faultDetail == "The workbook has too many cells or too much text.")
        #expect(document.blocks.count > 100_000)
    }
}

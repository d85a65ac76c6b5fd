import TestSupport
import Testing

@testable import OfficeFiles

@Suite struct SpreadsheetTests {
    private func rows(
        _ rows: String, strings: String? = nil, styles: String? = nil, after: String = "",
        sheetRelationships: String? = nil, workbookProperties: String = ""
    ) throws -> [SheetRow] {
        let archive = WorkbookParts.archive(
            sheet: WorkbookParts.worksheet(rows, after: after), strings: strings, styles: styles,
            sheetRelationships: sheetRelationships, workbookProperties: workbookProperties)
        return try #require(try OfficeFile.spreadsheet(archive.bytes).sheets.first).rows
    }

    @Test func `shared strings join rich runs and leave phonetic guides out`() throws {
        let strings = """
            <sst xmlns="m"><si><t>ข้อ</t></si><si><r><t xml:space="preserve">แผน </t></r><r><t>จัดซื้อ</t></r>\
            <rPh sb="0" eb="1"><t>phonetic</t></rPh></si><si><t>a_x000A_b_x005F_c</t></si></sst>
            """
        let found = try rows(
            #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>"#,
            strings: strings)
        #expect(found[0].cells.map(\.text) == ["ข้อ", "แผน จัดซื้อ", "a\nb_c"])
    }

    @Test func `sparse rows and cells keep their positions`() throws {
        let found = try rows(
            #"<row r="3"><c r="C3"><v>1</v></c><c r="AB3" t="inlineStr"><is><t>x</t></is></c></row><row r="9"><c r="A9" t="b"><v>1</v></c></row>"#
        )
        #expect(found.map(\.number) == [3, 9])
        #expect(found[0].cells.map(\.column) == [2, 27])
        #expect(found[0].cells.map(\.text) == ["1", "x"])
        #expect(found[1].cells.map(\.text) == ["TRUE"])
    }

    @Test func `rows and cells without references are counted`() throws {
        let found = try rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
        #expect(found.map(\.number) == [1, 2])
        #expect(found[0].cells.map(\.column) == [0, 1])
    }

    @Test(arguments: [
        ("88.95", "88.95"), ("88.950000000000003", "88.95"), ("0.30000000000000004", "0.3"), ("100", "100"),
        ("1E+20", "100000000000000000000"), ("1.5E-3", "0.0015"), ("-2.50", "-2.5"), ("0", "0"),
        ("99.999999999999999", "100"),
        ("word", "word"), ("1e400", "1e400"),
    ])
    func `numbers show at most fifteen digits`(stored: String, shown: String) throws {
        let found = try rows(#"<row r="1"><c r="A1"><v>"# + stored + "</v></c></row>")
        #expect(found[0].cells[0].text == shown)
    }

    @Test(arguments: [
        (1, "45061", "2023-05-15"), (2, "45061.354166666664", "2023-05-15T08:30:00"), (3, "0.8895", "88.95%"),
        (4, "45061", "2023-05-15"), (5, "45061", "45061"), (1, "1", "1900-01-01"), (1, "59", "1900-02-28"),
        (1, "61", "1900-03-01"), (6, "0.5", "12:00:00"), (1, "-4", "-4"), (7, "45061", "45061"),
    ])
    func `dates show as ISO where the style says so`(style: Int, stored: String, shown: String) throws {
        let styles = """
            <styleSheet xmlns="m"><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd h:mm"/>\
            <numFmt numFmtId="165" formatCode="[$-107041E]ว ดดดด ปปปป"/><numFmt numFmtId="166" formatCode="0.00&quot;day&quot;"/>\
            <numFmt numFmtId="167" formatCode="General"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/>\
            <xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs></styleSheet>
            """
        let found = try rows("<row r=\"1\"><c r=\"A1\" s=\"\(style)\"><v>\(stored)</v></c></row>", styles: styles)
        #expect(found[0].cells[0].text == shown)
    }

    @Test func `workbooks that count from 1904 show the same days`() throws {
        let styles = #"<styleSheet xmlns="m"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>"#
        let found = try rows(
            #"<row r="1"><c r="A1" s="0"><v>43599</v></c></row>"#, styles: styles,
            workbookProperties: #"<workbookPr date1904="1"/>"#)
        #expect(found[0].cells[0].text == "2023-05-15")
    }

    @Test func `formulas show their stored value and HYPERLINK its target`() throws {
        let found = try rows(
            #"<row r="1"><c r="A1" t="str"><f>HYPERLINK("https://a.go.th/?q=""x""","เปิด")</f><v>เปิด</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>"#
        )
        #expect(found[0].cells[0] == SheetCell(column: 0, text: "เปิด", link: #"https://a.go.th/?q="x""#))
        #expect(found[0].cells[1] == SheetCell(column: 1, text: "2"))
    }

    @Test func `hyperlinks come with their outside target also on empty cells`() throws {
        let type = WorkbookParts.relationshipType
        let found = try rows(
            #"<row r="1"><c r="A1" t="inlineStr"><is><t>คลิก</t></is></c></row>"#,
            after:
                #"<hyperlinks><hyperlink ref="A1" r:id="h1"/><hyperlink ref="C7:D7" r:id="h2"/><hyperlink ref="A1" location="x"/></hyperlinks>"#,
            sheetRelationships:
                "<Relationship Id=\"h1\" Type=\"\(type)/hyperlink\" Target=\"https://b.go.th/o1\" TargetMode=\"External\"/>"
                + "<Relationship Id=\"h2\" Type=\"\(type)/hyperlink\" Target=\"https://c.go.th\" TargetMode=\"External\"/>"
        )
        #expect(found[0].cells == [SheetCell(column: 0, text: "คลิก", link: "https://b.go.th/o1")])
        #expect(found[1].number == 7)
        #expect(found[1].cells == [SheetCell(column: 2, text: "", link: "https://c.go.th")])
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD"), (-1, "")])
    func `columns are lettered like spreadsheets`(column: Int, letters: String) {
        #expect(SheetCell.letters(ofColumn: column) == letters)
        if column >= 0 { #expect(CellReference(letters + "7") == CellReference("$\(letters)$7")) }
    }

    @Test(arguments: ["", "A", "12", "A0", "1A", "XFE1", "A1048577", "A99999999999999999999", "กA1", "A1B"])
    func `references outside a sheet are none`(text: String) {
        #expect(CellReference(text) == nil)
    }
}

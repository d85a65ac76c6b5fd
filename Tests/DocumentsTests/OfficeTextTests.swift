import TestSupport
import Testing
import WebEvidence

@testable import Documents

@Suite struct OfficeTextTests {
    @Test func `paragraphs and headings keep their order, and headings their level`() async throws {
        let styles = """
            <w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>\
            <w:style w:styleId="a3"><w:name w:val="หัวข้อ 2"/></w:style>\
            <w:style w:styleId="own"><w:name w:val="ของเรา"/><w:basedOn w:val="1"/></w:style>
            """
        let body =
            OfficeParts.paragraph("หมวด 1", "<w:pStyle w:val=\"1\"/>") + OfficeParts.paragraph("เนื้อความ")
            + OfficeParts.paragraph("ข้อย่อย", "<w:pStyle w:val=\"a3\"/>")
            + OfficeParts.paragraph("สาม", "<w:outlineLvl w:val=\"2\"/>") + OfficeParts.paragraph("ล่าง")
            + OfficeParts.paragraph("หมวด 2", "<w:pStyle w:val=\"own\"/>")
        let document = try await OfficeReading.document(OfficeParts.text(body, styles: styles).bytes)
        #expect(document.form == .text)
        #expect(document.fault == nil)
        #expect(document.texts == ["หมวด 1", "เนื้อความ", "ข้อย่อย", "สาม", "ล่าง", "หมวด 2"])
        #expect(document.headingLines == ["1 หมวด 1", "2 ข้อย่อย", "3 สาม", "1 หมวด 2"])
        #expect(document.blocks[4].headingPath == [0, 2, 3])
        #expect(document.blocks[5].headingPath == [])
    }

    @Test func `the title that writers only centre or make bold is a heading`() async throws {
        let body =
            OfficeParts.paragraph("แผนการจัดซื้อจัดจ้าง", "<w:jc w:val=\"center\"/>")
            + OfficeParts.paragraph("ประจำปีงบประมาณ พ.ศ. 2569", "<w:jc w:val=\"center\"/>", run: "<w:b/>")
            + OfficeParts.paragraph("๑. ความเป็นมา", run: "<w:b/>") + OfficeParts.paragraph("เนื้อความ")
            + OfficeParts.paragraph("เน้น", run: "<w:b/>") + OfficeParts.paragraph("เน้นอีก", run: "<w:b/>")
        let document = try await OfficeReading.document(OfficeParts.text(body).bytes)
        #expect(
            document.headingLines == [
                "1 แผนการจัดซื้อจัดจ้าง", "2 ประจำปีงบประมาณ พ.ศ. 2569", "5 ๑. ความเป็นมา",
            ])
    }

    @Test func `a table is a table with its head, and its cells are blocks`() async throws {
        let rows = [["ลำดับ", "โครงการ", "งบประมาณ"], ["1", "ถนน", "100,000"], ["2", "ไฟฟ้า", "50,000"]]
        let body = OfficeParts.paragraph("ก่อน") + OfficeParts.table(rows, headRows: 1) + OfficeParts.paragraph("หลัง")
        let document = try await OfficeReading.document(OfficeParts.text(body).bytes)
        #expect(document.tables.count == 1)
        #expect(document.tables[0].head == rows[0])
        #expect(document.tables[0].rows == Array(rows.dropFirst()))
        let cells: [String] = rows.flatMap { $0 }
        #expect(document.texts.first == "ก่อน")
        #expect(Array(document.texts.dropFirst().dropLast()) == cells)
        #expect(document.texts.last == "หลัง")
        #expect(document.blocks[8].kind == .cell(table: 0, row: 1, column: 1, isHead: false))
        #expect(document.blocks[1].kind == .cell(table: 0, row: 0, column: 0, isHead: true))
    }

    @Test func `merged cells fill their places, and rows with one text head those below`() async throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr>\(OfficeParts.paragraph(text))</w:tc>"
        }
        let down = "<w:vMerge w:val=\"restart\"/>"
        let body =
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("ที่", down) + cell("งบ", "<w:gridSpan w:val=\"2\"/>")
            + "</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("", "<w:vMerge/>") + cell("ตั้ง") + cell("ใช้")
            + "</w:tr><w:tr>" + cell("กองช่าง", "<w:gridSpan w:val=\"3\"/>") + "</w:tr><w:tr>" + cell("1") + cell("20")
            + cell("10") + "</w:tr></w:tbl>"
        let document = try await OfficeReading.document(OfficeParts.text(body).bytes)
        #expect(document.tables[0].head == ["ที่", "งบ ตั้ง", "งบ ใช้"])
        #expect(document.tables[0].rows == [["กองช่าง", "กองช่าง", "กองช่าง"], ["1", "20", "10"]])
        let section = try #require(document.blocks.firstIndex { $0.text == "กองช่าง" })
        let below = try #require(document.blocks.first { $0.text == "20" })
        #expect(below.headingPath == [section])
        #expect(document.texts.count { $0 == "ที่" } == 1)
    }

    @Test func `a table that only frames the page becomes its paragraphs`() async throws {
        let body = OfficeParts.table([["ซ้าย", "ขวา"]]) + OfficeParts.table([["บน"], ["ล่าง"]])
        let document = try await OfficeReading.document(OfficeParts.text(body).bytes)
        #expect(document.tables.isEmpty)
        #expect(document.texts == ["ซ้าย", "ขวา", "บน", "ล่าง"])
    }

    @Test func `headers, footers, text boxes and notes are read where they belong`() async throws {
        let box =
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(OfficeParts.paragraph("ในกล่อง"))</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>\(OfficeParts.paragraph("ในกล่อง"))</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>รอบกล่อง</w:t></w:r></w:p>"
        let part = { (root: String, inner: String) in "<w:\(root) xmlns:w=\"w\">\(inner)</w:\(root)>" }
        let links =
            OfficeParts.relationship("h1", "header", "header1.xml")
            + OfficeParts.relationship("h2", "header", "header2.xml")
            + OfficeParts.relationship("f1", "footer", "footer1.xml")
            + OfficeParts.relationship("n1", "footnotes", "footnotes.xml")
        let archive = OfficeParts.text(
            box, links: links,
            parts: [
                ("word/header1.xml", part("hdr", OfficeParts.paragraph("หัวกระดาษ"))),
                ("word/header2.xml", part("hdr", OfficeParts.paragraph("หัวกระดาษ"))),
                ("word/footer1.xml", part("ftr", OfficeParts.paragraph("ท้ายกระดาษ"))),
                (
                    "word/footnotes.xml",
                    part(
                        "footnotes",
                        "<w:footnote w:type=\"separator\">\(OfficeParts.paragraph("เส้น"))</w:footnote>"
                            + "<w:footnote>\(OfficeParts.paragraph("เชิงอรรถ"))</w:footnote>")
                ),
            ])
        let document = try await OfficeReading.document(archive.bytes)
        #expect(document.texts == ["หัวกระดาษ", "ในกล่อง", "รอบกล่อง", "ท้ายกระดาษ", "เชิงอรรถ"])
        #expect(document.blocks.map(\.region) == [.header, .main, .main, .footer, .main])
    }

    @Test func `links come with their words, their address and what stands around them`() async throws {
        let field = """
            <w:p><w:r><w:t>ดู </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "/o12.pdf" </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>ไฟล์แผน</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            """
        let outside =
            "<w:p><w:r><w:t>รายงาน </w:t></w:r><w:hyperlink r:id=\"k\"><w:r><w:t>คลิก</w:t></w:r></w:hyperlink></w:p>"
        let archive = OfficeParts.text(
            outside + field,
            links: OfficeParts.relationship("k", "hyperlink", "https://b.example/r.pdf", isExternal: true))
        let document = try await OfficeReading.document(archive.bytes)
        #expect(document.texts == ["รายงาน คลิก", "ดู ไฟล์แผน"])
        #expect(document.links.map(\.text) == ["คลิก", "ไฟล์แผน"])
        #expect(
            document.links.map { $0.address?.text } == ["https://b.example/r.pdf", "https://agency.example/o12.pdf"])
        #expect(document.links.map(\.row) == ["รายงาน", "ดู"])
        #expect(document.links.map(\.block) == [0, 1])
        #expect(document.blocks[0].linkedBytes == "คลิก".utf8.count)
    }

    @Test func `deleted and hidden text is left out, inserted text is not`() async throws {
        let body = """
            <w:p><w:r><w:t>คงไว้</w:t></w:r><w:del><w:r><w:delText>ลบแล้ว</w:delText></w:r></w:del>\
            <w:moveFrom><w:r><w:t>ย้ายไป</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>แสดง</w:t></w:r></w:p>
            """
        let document = try await OfficeReading.document(OfficeParts.text(body).bytes)
        #expect(document.texts == ["คงไว้เพิ่มแสดง"])
    }

    @Test func `list entries and properties are told`() async throws {
        let number = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>"
        let archive = OfficeParts.text(
            OfficeParts.paragraph("นำ") + OfficeParts.paragraph("ข้อแรก", number),
            parts: [
                OfficeParts.core(title: "แผน 2569", created: "2025-10-01T02:00:00Z", modified: "2026-01-05T03:00:00Z")
            ])
        let document = try await OfficeReading.document(archive.bytes)
        #expect(document.blocks.map(\.kind) == [.paragraph, .listEntry])
        #expect(document.title == "แผน 2569")
        #expect(
            document.machineDates == [
                MachineDate(text: "2025-10-01T02:00:00Z", role: .file, source: "office created"),
                MachineDate(text: "2026-01-05T03:00:00Z", role: .file, source: "office modified"),
            ])
    }

    @Test func `an OpenDocument text is read alike`() async throws {
        let styles = """
            <style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>\
            <style:style style:name="H"><style:text-properties text:display="none"/></style:style>
            """
        let body = """
            <text:tracked-changes><text:p>ลบแล้ว</text:p></text:tracked-changes>\
            <text:h text:outline-level="2">หัวข้อ</text:h><text:p>อ่าน <text:a xlink:href="/a.pdf">ไฟล์</text:a><text:span text:style-name="H">ซ่อน</text:span></text:p>\
            <text:list><text:list-item><text:p>รายการ</text:p></text:list-item></text:list>\
            <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>ที่</text:p></table:table-cell>\
            <table:table-cell><text:p>งาน</text:p></table:table-cell></table:table-row></table:table-header-rows>\
            <table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>ถนน</text:p></table:table-cell></table:table-row></table:table>
            """
        let archive = OfficeParts.open(
            "text", body, styles: styles, master: "<style:header><text:p>หัวกระดาษ</text:p></style:header>")
        let document = try await OfficeReading.document(archive.bytes)
        #expect(document.fault == nil)
        #expect(document.texts == ["หัวกระดาษ", "หัวข้อ", "อ่าน ไฟล์", "รายการ", "ที่", "งาน", "1", "ถนน"])
        #expect(document.headingLines == ["2 หัวข้อ"])
        #expect(document.tables[0].head == ["ที่", "งาน"])
        #expect(document.links.map { $0.address?.text } == ["https://agency.example/a.pdf"])
        #expect(document.blocks[3].kind == .listEntry)
        #expect(document.title == "แผน")
        #expect(document.machineDates.map(\.source) == ["office created", "office modified"])
    }
}

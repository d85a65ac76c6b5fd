import CArchive

/// Small documents as offices write them, made here so that every run reads the same bytes.
enum GeneratedOffice {
    private static let relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// Two pages: headings, 30 paragraphs and a table of 20 rows.
    static func text() -> [UInt8] {
        var body = paragraph("แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2569", style: "Heading1")
        for number in 1...30 {
            body += paragraph("ข้อ \(number) หน่วยงานดำเนินการตามแผนที่กำหนดไว้ภายในเดือนกันยายน พ.ศ. 2569", style: "Normal")
        }
        body += "<w:tbl>" + row("ลำดับ", "โครงการ", "งบประมาณ", "กำหนดเวลา")
        for number in 1...20 {
            body += row("\(number)", "โครงการที่ \(number)", "\(number)0,000.00", "ไตรมาส \(number % 4 + 1)")
        }
        body += "</w:tbl>"
        return zip([
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", relationships([("officeDocument", "word/document.xml")])),
            ("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"),
            ("word/_rels/document.xml.rels", relationships([("styles", "styles.xml")])),
            ("word/styles.xml", styles),
            (
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>แผน</dc:title></cp:coreProperties>"
            ),
        ])
    }

    /// One sheet of 100 rows and 6 columns.
    static func workbook() -> [UInt8] {
        var strings = ""
        var rows = ""
        for row in 1...100 {
            rows += "<row r=\"\(row)\">"
            for column in 0..<6 {
                let place = "\(["A", "B", "C", "D", "E", "F"][column])\(row)"
                if column == 5, row > 1 {
                    rows += "<c r=\"\(place)\" s=\"1\"><v>\(45_000 + row)</v></c>"
                } else {
                    strings += "<si><t>รายการ \(row) ช่อง \(column + 1)</t></si>"
                    rows += "<c r=\"\(place)\" t=\"s\"><v>\((row - 1) * 5 + min(column, 5) + (row > 1 ? 1 : 0))</v></c>"
                }
            }
            rows += "</row>"
        }
        let names = "xmlns=\"m\" xmlns:r=\"\(relationshipType)\""
        return zip([
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", "<workbook \(names)><sheets><sheet name=\"แผน\" r:id=\"r0\"/></sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                relationships([
                    ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
                    ("styles", "styles.xml"),
                ])
            ),
            ("xl/worksheets/sheet1.xml", "<worksheet \(names)><sheetData>\(rows)</sheetData></worksheet>"),
            ("xl/sharedStrings.xml", "<sst xmlns=\"m\">\(strings)</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"m\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ])
    }

    private static func paragraph(_ text: String, style: String) -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"TH SarabunPSK\"/><w:sz w:val=\"32\"/>"
            + "</w:rPr><w:t>\(text)</w:t></w:r></w:p>"
    }

    private static func row(_ cells: String...) -> String {
        "<w:tr>"
            + cells.map { "<w:tc><w:tcPr><w:tcW w:w=\"2000\"/></w:tcPr>" + paragraph($0, style: "Normal") + "</w:tc>" }
            .joined() + "</w:tr>"
    }

    private static let styles =
        "<w:styles xmlns:w=\"w\">"
        + (1...60).map {
            "<w:style w:styleId=\($0 == 1 ? "\"Heading1\"" : "\"Style\($0)\"")><w:name w:val=\"\($0 == 1 ? "heading 1" : "style \($0)")\"/>"
                + "<w:basedOn w:val=\"Normal\"/><w:rPr><w:b/></w:rPr></w:style>"
        }.joined() + "</w:styles>"

    private static func relationships(_ parts: [(String, String)]) -> String {
        "<Relationships>"
            + parts.enumerated().map {
                "<Relationship Id=\"r\($0.offset)\" Type=\"\(relationshipType)/\($0.element.0)\" Target=\"\($0.element.1)\"/>"
            }.joined() + "</Relationships>"
    }

    private static func zip(_ parts: [(String, String)]) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var used = 0
        let archive = archive_write_new()
        archive_write_set_format_zip(archive)
        buffer.withUnsafeMutableBytes { bytes in
            archive_write_open_memory(archive, bytes.baseAddress, bytes.count, &used)
            for (name, contents) in parts {
                let entry = archive_entry_new()
                archive_entry_set_pathname(entry, name)
                archive_entry_set_filetype(entry, 0o100000)
                archive_entry_set_perm(entry, 0o644)
                archive_entry_set_size(entry, Int64(contents.utf8.count))
                archive_write_header(archive, entry)
                var text = contents
                text.withUTF8 { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
                archive_entry_free(entry)
            }
            archive_write_close(archive)
        }
        archive_write_free(archive)
        return Array(buffer[..<used])
    }
}

import TestSupport

/// The parts of a small workbook; tests replace single ones.
enum WorkbookParts {
    static let relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static func archive(
        sheet: String, strings: String? = nil, styles: String? = nil, sheetRelationships: String? = nil,
        workbookProperties: String = ""
    ) -> ZipArchive {
        var parts = [
            (
                "_rels/.rels",
                relationships(
                    "<Relationship Id=\"r1\" Type=\"\(relationshipType)/officeDocument\" Target=\"xl/workbook.xml\"/>")
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"m\" xmlns:r=\"\(relationshipType)\">\(workbookProperties)<sheets>"
                    + "<sheet name=\"แผ่น 1\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relationships(
                    "<Relationship Id=\"s1\" Type=\"\(relationshipType)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"s2\" Type=\"\(relationshipType)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                        + "<Relationship Id=\"s3\" Type=\"\(relationshipType)/styles\" Target=\"styles.xml\"/>")
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
        if let strings { parts.append(("xl/sharedStrings.xml", strings)) }
        if let styles { parts.append(("xl/styles.xml", styles)) }
        if let sheetRelationships {
            parts.append(("xl/worksheets/_rels/sheet1.xml.rels", relationships(sheetRelationships)))
        }
        return ZipArchive(parts)
    }

    static func worksheet(_ rows: String, after: String = "") -> String {
        "<worksheet xmlns=\"m\" xmlns:r=\"\(relationshipType)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    }

    static func relationships(_ entries: String) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(entries)</Relationships>"
    }
}

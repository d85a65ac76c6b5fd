/// Office documents made of a few parts; tests write the parts that matter.
public enum OfficeParts {
    public static let relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    // MARK: Office Open XML

    /// A docx whose body is `body`; `parts` are further parts, `links` the relationships of the text.
    public static func text(
        _ body: String, styles: String = "", links: String = "", parts: [(String, String)] = []
    ) -> ZipArchive {
        ZipArchive(
            [
                ("docProps/app.xml", "<Properties/>"), ("[Content_Types].xml", types),
                ("_rels/.rels", relationships(relationship("r1", "officeDocument", "word/document.xml"))),
                ("word/document.xml", "<w:document \(names)><w:body>\(body)</w:body></w:document>"),
                (
                    "word/_rels/document.xml.rels",
                    relationships(relationship("st", "styles", "styles.xml") + links)
                ),
                ("word/styles.xml", "<w:styles \(names)>\(styles)</w:styles>"),
            ] + parts)
    }

    /// One paragraph; `properties` go into its `w:pPr`, `run` into the `w:rPr` of its text.
    public static func paragraph(_ text: String, _ properties: String = "", run: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    /// A table of rows of cells.
    public static func table(_ rows: [[String]], headRows: Int = 0) -> String {
        let shown = rows.enumerated().map { index, cells in
            "<w:tr>" + (index < headRows ? "<w:trPr><w:tblHeader/></w:trPr>" : "")
                + cells.map { "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>\(paragraph($0))</w:tc>" }
                .joined()
                + "</w:tr>"
        }
        let grid = String(repeating: "<w:gridCol w:w=\"2000\"/>", count: rows.first?.count ?? 0)
        return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(shown.joined())</w:tbl>"
    }

    /// An xlsx of the given sheets: name, state (empty for a shown one), rows and what stands behind them.
    public static func workbook(
        _ sheets: [(name: String, state: String, rows: String, after: String)], links: String = ""
    ) -> ZipArchive {
        let list = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"s\(index + 1)\""
                + (sheet.state.isEmpty ? "/>" : " state=\"\(sheet.state)\"/>")
        }
        let targets = sheets.indices.map { relationship("s\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
        let parts = sheets.enumerated().map { index, sheet in
            (
                "xl/worksheets/sheet\(index + 1).xml",
                "<worksheet \(names)><sheetData>\(sheet.rows)</sheetData>\(sheet.after)</worksheet>"
            )
        }
        return ZipArchive(
            [
                ("[Content_Types].xml", types),
                ("_rels/.rels", relationships(relationship("r1", "officeDocument", "xl/workbook.xml"))),
                ("xl/workbook.xml", "<workbook \(names)><sheets>\(list.joined())</sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", relationships(targets.joined())),
                ("xl/worksheets/_rels/sheet1.xml.rels", relationships(links)),
            ] + parts)
    }

    /// A row of texts from column A on, at `number`; empty texts leave their cell out.
    public static func row(_ number: Int, _ cells: [String]) -> String {
        let letters = ["A", "B", "C", "D", "E", "F", "G", "H"]
        let written = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
            "<c r=\"\(letters[column])\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        return "<row r=\"\(number)\">\(written.joined())</row>"
    }

    /// A pptx of slides, each the content of its shape tree, preceded by attributes of `p:sld`.
    public static func slides(_ slides: [(attributes: String, shapes: String)], links: String = "") -> ZipArchive {
        let list = slides.indices.map { "<p:sldId id=\"\($0 + 256)\" r:id=\"s\($0 + 1)\"/>" }.joined()
        let targets = slides.indices.map { relationship("s\($0 + 1)", "slide", "slides/slide\($0 + 1).xml") }
        let parts = slides.enumerated().map { index, slide in
            (
                "ppt/slides/slide\(index + 1).xml",
                "<p:sld \(names) \(slide.attributes)><p:cSld><p:spTree>\(slide.shapes)</p:spTree></p:cSld></p:sld>"
            )
        }
        return ZipArchive(
            [
                ("[Content_Types].xml", types),
                ("_rels/.rels", relationships(relationship("r1", "officeDocument", "ppt/presentation.xml"))),
                ("ppt/presentation.xml", "<p:presentation \(names)><p:sldIdLst>\(list)</p:sldIdLst></p:presentation>"),
                ("ppt/_rels/presentation.xml.rels", relationships(targets.joined())),
                ("ppt/slides/_rels/slide1.xml.rels", relationships(links)),
            ] + parts)
    }

    /// A shape with one paragraph for each text; `kind` is that of its placeholder.
    public static func shape(_ texts: [String], kind: String = "body") -> String {
        "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"\(kind)\"/></p:nvPr></p:nvSpPr><p:txBody>"
            + texts.map { "<a:p><a:r><a:t>\($0)</a:t></a:r></a:p>" }.joined() + "</p:txBody></p:sp>"
    }

    /// Properties of the package as Office writes them.
    public static func core(title: String, created: String, modified: String) -> (String, String) {
        (
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\"><dc:title>\(title)</dc:title>"
                + "<dcterms:created>\(created)</dcterms:created><dcterms:modified>\(modified)</dcterms:modified>"
                + "</cp:coreProperties>"
        )
    }

    public static func relationship(_ id: String, _ kind: String, _ target: String, isExternal: Bool = false) -> String
    {
        "<Relationship Id=\"\(id)\" Type=\"\(relationshipType)/\(kind)\" Target=\"\(target)\""
            + (isExternal ? " TargetMode=\"External\"/>" : "/>")
    }

    public static func relationships(_ entries: String) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(entries)</Relationships>"
    }

    /// Real names, for LibreOffice reads these documents too.
    private static let names = [
        ("", "spreadsheetml/2006/main"), (":w", "wordprocessingml/2006/main"), (":p", "presentationml/2006/main"),
        (":a", "drawingml/2006/main"), (":mc", "markup-compatibility/2006"),
        (":r", "officeDocument/2006/relationships"),
    ].map { "xmlns\($0.0)=\"http://schemas.openxmlformats.org/\($0.1)\"" }.joined(separator: " ")

    private static let types: String = {
        let kind = "application/vnd.openxmlformats-officedocument."
        let sheets = (1...4).map { ("xl/worksheets/sheet\($0).xml", "spreadsheetml.worksheet") }
        let parts =
            [
                ("word/document.xml", "wordprocessingml.document.main"), ("word/styles.xml", "wordprocessingml.styles"),
                ("xl/workbook.xml", "spreadsheetml.sheet.main"),
            ] + sheets
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + parts.map { "<Override PartName=\"/\($0.0)\" ContentType=\"\(kind)\($0.1)+xml\"/>" }.joined() + "</Types>"
    }()

    // MARK: OpenDocument

    /// An OpenDocument file: `kind` is `text`, `spreadsheet` or `presentation`.
    public static func open(
        _ kind: String, _ body: String, styles: String = "", master: String = "", parts: [(String, String)] = []
    ) -> ZipArchive {
        let own = ["office", "text", "table", "style", "presentation", "meta"].map { ($0, $0) }
        let borrowed = [("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")]
        let names =
            (own + borrowed).map { "xmlns:\($0.0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0.1):1.0\"" }
            .joined(separator: " ")
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        let entries =
            [("/", "application/vnd.oasis.opendocument.\(kind)")]
            + ["content.xml", "styles.xml", "meta.xml"].map { ($0, "text/xml") }
        let manifest = (
            "META-INF/manifest.xml",
            "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + entries.map { "<m:file-entry m:full-path=\"\($0.0)\" m:media-type=\"\($0.1)\"/>" }.joined()
                + "</m:manifest>"
        )
        return ZipArchive(
            [
                ("mimetype", "application/vnd.oasis.opendocument.\(kind)"),
                (
                    "content.xml",
                    "<office:document-content \(names)><office:automatic-styles>\(styles)</office:automatic-styles>"
                        + "<office:body><office:\(kind)>\(body)</office:\(kind)></office:body></office:document-content>"
                ),
                (
                    "styles.xml",
                    "<office:document-styles \(names)><office:styles/><office:master-styles><style:master-page>\(master)"
                        + "</style:master-page></office:master-styles></office:document-styles>"
                ),
                (
                    "meta.xml",
                    "<office:document-meta \(names)><office:meta><dc:title>แผน</dc:title>"
                        + "<meta:creation-date>2025-10-01T09:00:00</meta:creation-date><dc:date>2025-10-02T09:00:00</dc:date>"
                        + "</office:meta></office:document-meta>"
                ),
            ] + (parts.contains { $0.0 == manifest.0 } ? [] : [manifest]) + parts)
    }
}

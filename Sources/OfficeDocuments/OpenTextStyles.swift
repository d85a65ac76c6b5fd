/// The styles of a memo: sixteen point, margins and head as the rules for official papers have them (Regulation of
/// the Office of the Prime Minister on Clerical Work B.E. 2526 and its amendments).
enum OpenTextStyles {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    static let namespaces = [
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"), ("dc", "http://purl.org/dc/elements/1.1/"),
    ].map { "xmlns:\($0.0)=\"\($0.1)\"" }.joined(separator: " ")

    static let spans = style(
        "Bold", family: "text", "<style:text-properties fo:font-weight=\"bold\" style:font-weight-complex=\"bold\"/>")

    /// One paragraph style for each style that may begin pages of another layout.
    static let layoutStarts = PageLayout.allCases.flatMap { layout in
        TextStyle.allCases.map { parent in
            "<style:style style:name=\"\(layout.rawValue)\(parent.rawValue)\" style:family=\"paragraph\" "
                + "style:parent-style-name=\"\(parent.rawValue)\" style:master-page-name=\"\(layout.rawValue)\">"
                + "<style:paragraph-properties fo:break-before=\"auto\"/></style:style>"
        }
    }.joined()

    /// Table, columns and cells.
    static func table(_ table: TextTable, number: Int) -> String {
        let total = table.widths.reduce(0, +)
        let columns = table.widths.enumerated().map { index, width in
            style(
                "Table\(number).\(index + 1)", family: "table-column",
                "<style:table-column-properties style:column-width=\"\(millimetres(width))\"/>")
        }
        let cells =
            number > 1
            ? ""
            : style("CellLined", family: "table-cell", cell("0.5pt solid #000000"))
                + style("CellPlain", family: "table-cell", cell("none"))
                // A row that fits on a page stays in one piece.
                + style("Row", family: "table-row", "<style:table-row-properties fo:keep-together=\"always\"/>")
        return style(
            "Table\(number)", family: "table",
            "<style:table-properties style:width=\"\(millimetres(total))\" table:align=\"left\" "
                + "fo:margin-top=\"1mm\" fo:margin-bottom=\"2mm\" style:may-break-between-rows=\"true\" "
                + "table:border-model=\"collapsing\"/>") + columns.joined() + cells
    }

    private static func cell(_ border: String) -> String {
        "<style:table-cell-properties fo:padding=\"0.8mm\" fo:border=\"\(border)\" style:vertical-align=\"top\"/>"
    }

    private static func millimetres(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)mm" }

    static func style(_ name: String, family: String, _ properties: String, parent: String? = nil) -> String {
        let parent = parent.map { " style:parent-style-name=\"\($0)\"" } ?? ""
        return "<style:style style:name=\"\(name)\" style:family=\"\(family)\"\(parent)>\(properties)</style:style>"
    }

    /// `text` as XML; spaces at its ends, which `source` had, stay.
    static func escaped(_ text: String, leading source: String) -> String {
        var result = ""
        if source.hasPrefix(" ") { result += "<text:s/>" }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        if source.count > 1, source.hasSuffix(" ") { result += "<text:s/>" }
        return result
    }
}

import OfficeFiles
import ThaiText
import WebEvidence

/// Writes blocks as an OpenDocument text (OASIS ODF 1.3). Same blocks, same bytes.
struct OpenTextDocument {
    var title: String
    /// ISO 8601 with `Z`: the moment of the run, not of writing.
    var created: String
    var hasThaiDigits: Bool
    /// `th` or `en`.
    var language: String
    var blocks: [TextBlock]

    var bytes: [UInt8] {
        OfficeFile.openDocumentText(
            content: Array(content.utf8), styles: Array(OpenTextStyles.xml(hasThaiDigits: hasThaiDigits).utf8),
            meta: Array(meta.utf8))
    }

    private var meta: String {
        OpenTextStyles.declaration
            + "<office:document-meta \(OpenTextStyles.namespaces) office:version=\"1.3\"><office:meta>"
            + "<dc:title>\(escaped(title))</dc:title><dc:language>\(language)</dc:language>"
            + "<meta:creation-date>\(escaped(created))</meta:creation-date><dc:date>\(escaped(created))</dc:date>"
            + "</office:meta></office:document-meta>"
    }

    private var content: String {
        var body = ""
        var tables: [String] = []
        var layout: PageLayout?
        for block in blocks {
            switch block {
            case .layout(let next): layout = next
            case .paragraph(let style, let spans):
                body += paragraph(layout.map { "\($0.rawValue)\(style.rawValue)" } ?? style.rawValue, spans)
                layout = nil
            case .table(let table):
                tables.append(OpenTextStyles.table(table, number: tables.count + 1))
                body += xml(table, number: tables.count)
            }
        }
        return OpenTextStyles.declaration
            + "<office:document-content \(OpenTextStyles.namespaces) office:version=\"1.3\">"
            + "\(OpenTextStyles.fontFaces)<office:automatic-styles>\(OpenTextStyles.spans)\(OpenTextStyles.layoutStarts)\(tables.joined())"
            + "</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>"
            + "</office:document-content>"
    }

    private func paragraph(_ style: String, _ spans: [TextSpan]) -> String {
        "<text:p text:style-name=\"\(style)\">\(spans.map(xml).joined())</text:p>"
    }

    private func xml(_ span: TextSpan) -> String {
        if span.isBlank { return "<text:tab/>" }
        let text = escaped(hasThaiDigits ? MemoDigits.thai(span.text) : span.text)
        return span.isBold ? "<text:span text:style-name=\"Bold\">\(text)</text:span>" : text
    }

    private func xml(_ table: TextTable, number: Int) -> String {
        let columns = table.widths.indices.map {
            "<table:table-column table:style-name=\"Table\(number).\($0 + 1)\"/>"
        }
        let look = table.hasBorders ? "CellLined" : "CellPlain"
        func cell(_ content: String) -> String {
            "<table:table-cell table:style-name=\"\(look)\" office:value-type=\"string\">\(content)</table:table-cell>"
        }
        let head = table.head.map { cell(paragraph(TextStyle.cellHead.rawValue, [.plain($0)])) }
        let rows = table.rows.map { row in
            let cells = row.map { entry in cell(entry.lines.map { paragraph(entry.style.rawValue, $0) }.joined()) }
            return "<table:table-row table:style-name=\"Row\">\(cells.joined())</table:table-row>"
        }
        let headRows =
            head.isEmpty
            ? ""
            : "<table:table-header-rows><table:table-row>\(head.joined())</table:table-row></table:table-header-rows>"
        return "<table:table table:name=\"Table\(number)\" table:style-name=\"Table\(number)\">\(columns.joined())"
            + "\(headRows)\(rows.joined())</table:table>"
    }

    private func escaped(_ text: String) -> String { OpenTextStyles.escaped(CleanText.line(text), leading: text) }
}

/// Thai digits in running text.
enum MemoDigits {
    /// Digits become Thai ones, except in words with Latin letters: item ids, addresses and codes are typed by people.
    static func thai(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let isCode = word.utf8.contains { (65...90).contains($0) || (97...122).contains($0) }
            return isCode ? String(word) : ThaiDigits.thai(String(word))
        }.joined(separator: " ")
    }
}

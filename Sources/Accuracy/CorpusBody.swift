import Documents
import WebEvidence

extension CorpusSite.Page {
    /// Bytes, type and, for files, the document of the page.
    /// - Parameters:
    ///   - file: the bytes of its file.
    ///   - frame: the page skeleton of the site.
    func body(_ file: [UInt8], frame: String) -> (bytes: [UInt8], type: String, document: ExtractedDocument?) {
        switch form ?? .html {
        case .html:
            let text = String(decoding: file, as: UTF8.self)
            guard bare != true else { return (file, CorpusSite.Page.html, nil) }
            let page = frame.replacing("{{title}}", with: title ?? "").replacing("{{path}}", with: path)
                .replacing("{{body}}", with: text)
            return (Array(page.utf8), CorpusSite.Page.html, nil)
        case .pdf:
            return (marked(file), "application/pdf", DocumentReading.pdfDocument(text: file))
        case .scan:
            var document = ExtractedDocument()
            document.form = .pdf
            document.fault = .scanned
            document.faultDetail = "Pages without text that were not seen."
            return (marked(file), "application/pdf", document)
        case .sheet: return (marked(file), "application/pdf", CorpusSite.Page.sheet(file))
        case .docx: return (marked(file), "application/pdf", CorpusSite.Page.text(file))
        }
    }

    private static let html = "text/html; charset=utf-8"

    /// Bytes that are told apart as those of a file; the document is given beside them.
    private func marked(_ file: [UInt8]) -> [UInt8] { Array("%PDF-1.7 \(path)\n".utf8) + file }

    /// A sheet: the first row with at least half as many cells as the fullest is the head, what stands above it are
    /// titles.
    private static func sheet(_ file: [UInt8]) -> ExtractedDocument {
        let rows = lines(file).map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(trimmed) }
        var document = ExtractedDocument()
        document.form = .sheets
        document.partCount = 1
        document.parts = [DocumentPart(kind: .sheet, number: 1, firstBlock: 0)]
        let counts = rows.map { row in row.count { !$0.isEmpty } }
        let least = max(2, ((counts.max() ?? 0) + 1) / 2)
        let head = counts.firstIndex { $0 >= least } ?? rows.count
        for row in rows[..<head] {
            for cell in row where !cell.isEmpty {
                document.blocks.append(TextBlock(kind: .heading(level: 2), text: cell))
            }
        }
        guard head < rows.count else { return document }
        document.addTable(rows[head...].map { $0 }, firstRow: head)
        return document
    }

    /// A text: `# ` begins a heading, lines with tabs are rows of a table.
    private static func text(_ file: [UInt8]) -> ExtractedDocument {
        var document = ExtractedDocument()
        document.form = .text
        var rows: [[String]] = []
        for line in lines(file) + [""] {
            if line.utf8.contains(9) {
                rows.append(line.split(separator: "\t", omittingEmptySubsequences: false).map(trimmed))
                continue
            }
            if !rows.isEmpty { document.addTable(rows, firstRow: 0) }
            rows = []
            let level = line.prefix { $0 == "#" }.count
            let text = trimmed(line.dropFirst(level))
            guard !text.isEmpty else { continue }
            document.blocks.append(
                TextBlock(kind: level > 0 ? .heading(level: min(level, 6)) : .paragraph, text: text))
        }
        return document
    }

    private static func lines(_ file: [UInt8]) -> [String] {
        String(decoding: file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0.filter { $0 != "\r" }) }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension ExtractedDocument {
    /// Enters a table whose first row is its head.
    fileprivate mutating func addTable(_ rows: [[String]], firstRow: Int) {
        let number = tables.count
        tables.append(TextTable(head: rows[0], rows: Array(rows.dropFirst())))
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() where !cell.isEmpty {
                let kind = TextBlock.Kind.cell(
                    table: number, row: firstRow + row, column: column, isHead: row == 0)
                blocks.append(TextBlock(kind: kind, text: cell))
            }
        }
    }
}

import WebEvidence

/// A report as text and tables in reading order.
struct ReportPieces {
    enum Piece {
        /// Lines with the page of each.
        case lines([(text: String, page: Int?)])
        case table(TextTable, page: Int?)
    }

    private(set) var pieces: [Piece] = []
    /// Text that was left out.
    private(set) var isCut = false

    /// More than any agency's report has.
    static let mostBytes = 1 << 20
    private static let mostTables = 400
    private static let mostCellBytes = 4_000

    init(_ document: ExtractedDocument) {
        var lines: [(text: String, page: Int?)] = []
        var seen: Set<Int> = []
        var bytes = 0
        var tables = 0
        for (index, block) in document.blocks.enumerated() {
            let page = document.part(ofBlock: index).flatMap { $0.kind == .page ? $0.number : nil }
            if case .cell(let number?, _, _, _) = block.kind, document.tables.indices.contains(number) {
                guard seen.insert(number).inserted else { continue }
                let table = ReportPieces.bounded(document.tables[number])
                bytes += table.bytes
                guard tables < ReportPieces.mostTables, bytes <= ReportPieces.mostBytes else {
                    isCut = true
                    continue
                }
                tables += 1
                if !lines.isEmpty { pieces.append(.lines(lines)) }
                lines = []
                pieces.append(.table(table.table, page: page))
                continue
            }
            bytes += block.text.utf8.count
            guard bytes <= ReportPieces.mostBytes else {
                isCut = true
                break
            }
            // What steers a terminal holds digits that nobody sees.
            lines.append((CleanText.line(block.text), page))
        }
        if !lines.isEmpty { pieces.append(.lines(lines)) }
    }

    /// Cells that hold whole tables are cut: what is in those stands on its own.
    private static func bounded(_ table: TextTable) -> (table: TextTable, bytes: Int) {
        var table = table
        var bytes = table.head.reduce(0) { $0 + $1.utf8.count }
        table.rows = table.rows.map { row in
            row.map { cell in
                let shown =
                    cell.utf8.count > mostCellBytes
                    ? String(decoding: cell.utf8.prefix(mostCellBytes), as: UTF8.self) : cell
                bytes += shown.utf8.count
                return shown
            }
        }
        return (table, bytes)
    }
}

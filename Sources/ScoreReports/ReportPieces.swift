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

    init(_ document: ExtractedDocument) {
        var lines: [(text: String, page: Int?)] = []
        var seen: Set<Int> = []
        var bytes = 0
        var tables = 0
        for (index, block) in document.blocks.enumerated() {
            let page = document.part(ofBlock: index).flatMap { $0.kind == .page ? $0.number : nil }
            if case .cell(let number?, _, _, _) = block.kind, document.tables.indices.contains(number) {
                guard seen.insert(number).inserted else { continue }
                guard tables < ReportPieces.mostTables else {
                    isCut = true
                    continue
                }
                tables += 1
                if !lines.isEmpty { pieces.append(.lines(lines)) }
                lines = []
                pieces.append(.table(document.tables[number], page: page))
                continue
            }
            bytes += block.text.utf8.count
            guard bytes <= ReportPieces.mostBytes else {
                isCut = true
                break
            }
            lines.append((block.text, page))
        }
        if !lines.isEmpty { pieces.append(.lines(lines)) }
    }
}

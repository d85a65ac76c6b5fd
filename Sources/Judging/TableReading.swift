import ThaiText
import WebEvidence

/// A data table as elements look at it.
struct TableReading: Sendable {
    /// The cells of the head, or of the first row where there is none.
    let head: [String]
    /// The same, normalised.
    let headKeys: [[UInt8]]
    /// Numbers of the rows below that say something.
    let filledRows: [Int]

    init(_ table: TextTable) {
        head = table.head.isEmpty ? (table.rows.first ?? []) : table.head
        headKeys = head.map { NormalisedText.key($0) }
        let body = table.head.isEmpty ? table.rows.indices.dropFirst() : table.rows.indices[...]
        filledRows = body.filter { ElementMatching.isFilled(table.rows[$0]) }
    }
}

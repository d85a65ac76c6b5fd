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
    /// Columns in which every filled row is blank, where there are at least two such rows.
    let blankColumns: Set<Int>

    init(_ table: TextTable) {
        head = table.head.isEmpty ? (table.rows.first ?? []) : table.head
        headKeys = head.map { NormalisedText.key($0) }
        let body = table.head.isEmpty ? table.rows.indices.dropFirst() : table.rows.indices[...]
        let filled = body.filter { ElementMatching.isFilled(table.rows[$0]) }
        filledRows = filled
        let width = head.count
        let rows = filled.map { table.rows[$0] }.filter { $0.count == width }
        blankColumns =
            rows.count < 2
            ? [] : Set((0..<width).filter { column in rows.allSatisfy { TableReading.isBlank($0[column]) } })
    }

    /// True when a column that holds something has one of the words in its head.
    func hasFilledColumn(_ words: [[UInt8]]) -> Bool {
        headKeys.indices.contains { column in
            !blankColumns.contains(column) && words.contains { headKeys[column].contains(subsequence: $0) }
        }
    }

    /// True for a cell of white space alone. A dash says "none": that is an answer.
    static func isBlank(_ cell: String) -> Bool { NormalisedText.key(cell).isEmpty }
}

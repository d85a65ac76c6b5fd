import WebEvidence

/// A line or heading of a page that says only a year and is no link: what follows it is of that year, also behind further
/// headings of the same level.
struct YearLine: Sendable {
    /// Index into the blocks of the page.
    var block: Int
    var years: [Int]
    var region: TextBlock.Region
    /// Texts of the headings above it, outermost first.
    var headings: [String]

    /// In the order of the page; none where all say the same year.
    static func all(in document: ExtractedDocument, beside words: [[UInt8]]) -> [YearLine] {
        let lines = document.blocks.enumerated().compactMap { number, block -> YearLine? in
            guard block.text.utf8.count <= 120, block.linkedBytes == 0, isLine(block, in: document),
                WrittenYears.isOnlyYear(block.text, beside: words)
            else { return nil }
            return YearLine(
                block: number, years: WrittenYears.years(in: block.text), region: block.region,
                headings: block.headingPath.map { document.blocks[$0].text })
        }
        return Set(lines.map(\.years)).count > 1 ? lines : []
    }

    /// A cell is one when it is its whole row.
    private static func isLine(_ block: TextBlock, in document: ExtractedDocument) -> Bool {
        switch block.kind {
        case .cell(let table?, let row, _, _):
            guard document.tables.indices.contains(table), document.tables[table].rows.indices.contains(row) else {
                return false
            }
            return document.tables[table].rows[row].allSatisfy { $0.isEmpty || $0 == block.text }
        default: return true
        }
    }
}

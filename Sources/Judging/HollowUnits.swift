import Checklists
import ThaiText
import WebEvidence

/// Texts that name a thing without holding it: a label whose cells are blank, the head of a column without content, and
/// the lines of a table of contents. An assessor who finds "Fee:" and nothing behind it finds no fee.
struct HollowUnits {
    /// Numbers of units.
    let numbers: Set<Int>

    init(_ units: [TextUnit], document: ExtractedDocument, index: TopicIndex) {
        var found: Set<Int> = []
        var readings: [Int: TableReading] = [:]
        var pending: [Int: Set<String>] = [:]
        for (number, unit) in units.enumerated() {
            guard let block = unit.block, let table = unit.table, table < document.tables.count,
                case .cell(_, _, let column, _) = document.blocks[block].kind
            else { continue }
            let text = document.blocks[block].text
            let reading = readings[table] ?? TableReading(document.tables[table])
            readings[table] = reading
            let isBlankHead = reading.head.indices.contains { column in
                reading.blankColumns.contains(column) && reading.head[column] == text
            }
            let isLabel = column == 0 && HollowUnits.isLabel(text, in: document.tables[table])
            let texts =
                pending[table] ?? HollowUnits.pendingTexts(in: document.tables[table], reading, index: index)
            pending[table] = texts
            if isBlankHead || isLabel || texts.contains(text) { found.insert(number) }
        }
        numbers = found.union(HollowUnits.contents(units, index: index))
    }

    /// The cells of rows that name a thing whose file is still to come: "Guide | being prepared" below "Item | File".
    private static func pendingTexts(
        in table: TextTable, _ reading: TableReading, index: TopicIndex
    ) -> Set<String> {
        let columns = reading.headKeys.indices.filter { column in
            index.signs.holds(.fileColumn, in: NormalisedText(reading.head[column]))
        }
        guard !columns.isEmpty else { return [] }
        return Set(
            table.rows.filter { row in
                columns.contains { column in
                    row.indices.contains(column) && index.signs.holds(.pending, in: NormalisedText(row[column]))
                }
            }.joined())
    }

    /// The first cell of a row whose other cells are all blank, in a table that has such cells filled elsewhere.
    private static func isLabel(_ text: String, in table: TextTable) -> Bool {
        let rows = table.rows.filter { $0.count > 1 && $0[0] == text }
        guard let row = rows.first, rows.count == 1, row.dropFirst().allSatisfy(TableReading.isBlank) else {
            return false
        }
        let filled = table.rows.filter { $0.count > 1 && !TableReading.isBlank($0[0]) && !TableReading.isBlank($0[1]) }
        return filled.count >= 2
    }

    /// Lines below the head of a table of contents that end with the number of a page.
    private static func contents(_ units: [TextUnit], index: TopicIndex) -> [Int] {
        var lines: [Int] = []
        var others = 3
        for (number, unit) in units.enumerated() where unit.table == nil && unit.place != .fileName {
            if index.signs.isWhole(.contents, unit.text.bytes) {
                others = 0
                lines.append(number)
            } else if others < 3 {
                if isEntry(unit.text) {
                    lines.append(number)
                    others = 0
                } else {
                    others += 1
                }
            }
        }
        return lines
    }

    /// Words, a gap, and a page number or its letter.
    private static func isEntry(_ text: NormalisedText) -> Bool {
        let bytes = text.bytes
        guard bytes.count > 12, bytes.count < 260 else { return false }
        let digits = bytes.reversed().prefix { (0x30...0x39).contains($0) }.count
        if (1...3).contains(digits) {
            let start = bytes.count - digits
            return text.spaceBefore(start) || bytes[start - 1] == UInt8(ascii: ".")
        }
        return digits == 0 && bytes[bytes.count - 3] == 0xE0 && text.spaceBefore(bytes.count - 3)
    }
}

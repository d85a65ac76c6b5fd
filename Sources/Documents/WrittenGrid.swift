import OfficeFiles

/// The cells of a table as a grid in which covered places repeat the text that covers them.
struct WrittenGrid {
    struct Cell {
        var paragraph = OfficeParagraph()
        /// The column in which the written cell begins.
        var origin: Int
        /// False for places covered from above.
        var isWritten = true
        var isBold = false

        var text: String { paragraph.text }
    }
    struct Row {
        var cells: [Cell] = []
        var isHead = false
        /// A single text across all columns.
        var isSection = false

        /// The other texts of the row, each once.
        func text(without column: Int) -> String {
            var parts: [String] = []
            var bytes = 0
            for (index, cell) in cells.enumerated() where cell.origin == index && index != column && !cell.text.isEmpty
            {
                parts.append(cell.text)
                bytes += cell.text.utf8.count
                if bytes > 600 { break }
            }
            return parts.joined(separator: " | ")
        }

        var filled: [Cell] {
            cells.enumerated().filter { $0.element.origin == $0.offset && !$0.element.text.isEmpty }.map(\.element)
        }
    }

    private(set) var rows: [Row] = []
    private(set) var width = 0
    private var mostParagraphs = 0

    init(_ table: OfficeTable) {
        for written in table.rows {
            var row = Row(isHead: written.isHead)
            for cell in written.cells where row.cells.count < 1_000 { add(cell, to: &row) }
            width = max(width, row.cells.count)
            rows.append(row)
        }
        for index in rows.indices {
            let filled = rows[index].filled
            let span = rows[index].cells.count { $0.origin == 0 }
            rows[index].isSection =
                filled.count == 1 && width > 2 && span * 2 >= width && filled[0].isWritten && filled[0].origin == 0
                && !holdsOnlyNumber(filled[0].text)
        }
    }

    private mutating func add(_ cell: OfficeCell, to row: inout Row) {
        let column = row.cells.count
        mostParagraphs = max(mostParagraphs, cell.paragraphs.count)
        var shown = Cell(paragraph: WrittenGrid.joined(cell.paragraphs), origin: column)
        shown.isBold = !cell.paragraphs.isEmpty && cell.paragraphs.allSatisfy(\.isBold)
        if cell.isContinued, let above = rows.last, column < above.cells.count {
            shown = above.cells[column]
            shown.isWritten = false
        }
        for offset in 0..<max(0, cell.columns) {
            var place = shown
            if offset == 0 { place.origin = column } else { place.origin = column }
            row.cells.append(place)
        }
    }

    /// The paragraphs of a cell as one text.
    private static func joined(_ paragraphs: [OfficeParagraph]) -> OfficeParagraph {
        guard var all = paragraphs.first else { return OfficeParagraph() }
        for next in paragraphs.dropFirst() {
            if !all.text.isEmpty, !next.text.isEmpty { all.text += " " }
            let shift = all.text.utf8.count
            all.text += next.text
            for link in next.links {
                all.links.append(
                    OfficeLink(
                        target: link.target, bytes: (link.bytes.lowerBound + shift)..<(link.bytes.upperBound + shift)))
            }
        }
        return all
    }

    /// Rows and columns of facts; all else only frames a page.
    var isData: Bool { rows.count >= 2 && width >= 2 && mostParagraphs <= 40 }

    /// Marked rows; else a first row of words that is set off by its look or stands over numbers, with the rows into
    /// which its cells reach down.
    var headRowCount: Int {
        let marked = rows.prefix { $0.isHead }.count
        if marked > 0, marked < rows.count { return marked }
        guard let first = rows.first(where: { !$0.isSection }), rows.count >= 2 else { return 0 }
        let start = rows.firstIndex { !$0.isSection } ?? 0
        let filled = first.filled
        guard start <= 3, start + 1 < rows.count, filled.count >= 2,
            !filled.contains(where: { holdsOnlyNumber($0.text) })
        else { return 0 }
        let isBold = filled.allSatisfy(\.isBold)
        let isOverNumbers = rows.dropFirst(start + 1).prefix(20).contains { row in
            row.filled.contains { holdsOnlyNumber($0.text) }
        }
        let isFull = filled.count * 3 >= width * 2
        guard isBold || (isOverNumbers && isFull) else { return 0 }
        var count = start + 1
        while count < rows.count - 1, rows[count].cells.contains(where: { !$0.isWritten && !$0.text.isEmpty }),
            !rows[count].filled.contains(where: { $0.isWritten && holdsOnlyNumber($0.text) })
        {
            count += 1
        }
        return count
    }

    /// The texts of the head rows one under another, each once.
    func head(rows count: Int) -> [String] {
        guard count > 0 else { return [] }
        return (0..<width).map { column in
            var parts: [String] = []
            for row in rows.prefix(count) where column < row.cells.count && !row.isSection {
                let text = row.cells[column].text
                if !text.isEmpty, parts.last != text { parts.append(text) }
            }
            return parts.joined(separator: " ")
        }
    }
}

/// Digits (Thai or Arabic) with separators only.
func holdsOnlyNumber(_ text: String) -> Bool {
    var hasDigit = false
    for scalar in text.unicodeScalars {
        switch scalar {
        case "0"..."9", "\u{0E50}"..."\u{0E59}": hasDigit = true
        case ".", ",", "-", "/", " ", "%", "(", ")", "\u{0E3F}", ":": break
        default: return false
        }
    }
    return hasDigit
}

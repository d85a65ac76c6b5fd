/// The cells of a data table as a grid in which spans are filled.
struct TableGrid {
    struct Cell {
        var text = ""
        var isHead = false
        var isBold = false
        /// The column in which the written cell begins.
        var origin: Int
        /// True for the continuation of a cell of an earlier row.
        var isFromAbove = false
    }
    struct Row {
        var cells: [Cell] = []
        /// How many cells are written in the row itself.
        var written = 0
        var isInHead = false
        /// Set off by a background.
        var isShaded = false
        /// A single text across all columns.
        var isSection = false
    }
    private struct Overhang {
        var cell: Cell
        var rowsLeft: Int
    }

    private(set) var rows: [Row] = []
    private var overhangs: [Int: Overhang] = [:]
    private var cellCount = 0

    var isEmpty: Bool { rows.allSatisfy { $0.cells.isEmpty } }

    mutating func beginRow(isInHead: Bool, isShaded: Bool) {
        rows.append(Row(isInHead: isInHead, isShaded: isShaded))
        fillOverhangs()
    }

    /// Puts a cell at the next free column of the last row; returns that column.
    mutating func add(text: String, isHead: Bool, isBold: Bool, columns: Int, rows rowSpan: Int) -> Int {
        if rows.isEmpty { beginRow(isInHead: false, isShaded: false) }
        let row = rows.count - 1
        let column = rows[row].cells.count
        let cell = Cell(text: text, isHead: isHead, isBold: isBold, origin: column)
        rows[row].written += 1
        for offset in 0..<columns where cellCount < Limits.tableCells {
            rows[row].cells.append(cell)
            cellCount += 1
            if rowSpan > 1 {
                var below = cell
                below.isFromAbove = true
                overhangs[column + offset] = Overhang(cell: below, rowsLeft: rowSpan - 1)
            }
        }
        fillOverhangs()
        return column
    }

    /// The column that the next cell will get.
    var nextColumn: Int { rows.last?.cells.count ?? 0 }

    private mutating func fillOverhangs() {
        guard !overhangs.isEmpty, let row = rows.indices.last else { return }
        while let hanging = overhangs[rows[row].cells.count], cellCount < Limits.tableCells {
            let column = rows[row].cells.count
            rows[row].cells.append(hanging.cell)
            cellCount += 1
            overhangs[column] =
                hanging.rowsLeft > 1 ? Overhang(cell: hanging.cell, rowsLeft: hanging.rowsLeft - 1) : nil
        }
    }

    /// Decides whether the last row is one text across a table that is at least `width` wide.
    mutating func closeRow(width: Int, hasLink: Bool) -> Bool {
        guard let row = rows.indices.last, !hasLink, rows[row].written >= 1, width > 1 else { return false }
        let written = rows[row].cells.filter { !$0.isFromAbove }
        guard written.count == rows[row].cells.count, let text = written.first?.text, !text.isEmpty,
            Set(written.map(\.origin)).count == rows[row].written
        else { return false }
        let others = written.dropFirst().filter { $0.origin != 0 && !$0.text.isEmpty }
        let across = written.count { $0.origin == 0 }
        rows[row].isSection = others.isEmpty && (across >= 2 || rows[row].written == 1) && across * 2 >= width
        return rows[row].isSection
    }

    mutating func removeRow(at index: Int) { rows.remove(at: index) }

    // MARK: Heads

    /// How many leading rows are column heads: thead rows and rows of th; else a first row that is bold, shaded, or
    /// words over columns of numbers.
    var headRowCount: Int {
        let marked = rows.prefix { row in
            row.isInHead || (row.cells.contains { $0.isHead } && row.cells.allSatisfy { $0.isHead || $0.text.isEmpty })
        }.count
        if marked > 0 {
            return marked == rows.count && !rows.allSatisfy(\.isInHead) && marked > 1 ? marked - 1 : marked
        }
        guard rows.count >= 2, let first = rows.first, first.cells.count(where: { !$0.text.isEmpty }) >= 2 else {
            return 0
        }
        // Heads of rows beside their values: there is no row of column heads.
        if rows.contains(where: { row in row.cells.contains(where: \.isHead) }) { return 0 }
        let filled = first.cells.filter { !$0.text.isEmpty }
        let isBold = filled.allSatisfy(\.isBold) && !rows[1].cells.allSatisfy { $0.isBold || $0.text.isEmpty }
        let isShaded = first.isShaded && !rows[1].isShaded
        guard isBold || isShaded || standsOverNumbers(first) else { return 0 }
        return depthOfSpans()
    }

    /// A bold first row whose cells reach down takes the rows it reaches with it.
    private func depthOfSpans() -> Int {
        var depth = 1
        while depth < rows.count - 1, rows[depth].cells.contains(where: \.isFromAbove),
            rows[depth].cells.contains(where: { !$0.isFromAbove && !isNumberLike($0.text) && !$0.text.isEmpty }),
            !rows[depth].cells.contains(where: { !$0.isFromAbove && isNumberLike($0.text) })
        {
            depth += 1
        }
        return depth
    }

    private func standsOverNumbers(_ first: Row) -> Bool {
        guard !first.cells.contains(where: { isNumberLike($0.text) }) else { return false }
        for column in first.cells.indices where !first.cells[column].text.isEmpty {
            let below = rows.dropFirst().prefix(200).compactMap { row in
                column < row.cells.count && !row.isSection ? row.cells[column].text : nil
            }
            let numbers = below.count(where: isNumberLike)
            guard numbers > 0 else { continue }
            // Two columns may be names beside values, of which some are numbers.
            if first.cells.count > 2
                ? numbers * 2 >= below.count : numbers == below.count && (column == 0 || numbers > 1)
            {
                return true
            }
        }
        return false
    }

    /// The heads of the columns: the texts of the head rows one under another, each once.
    func head(rows count: Int) -> [String] {
        guard count > 0 else { return [] }
        let width = rows.prefix(count).map(\.cells.count).max() ?? 0
        return (0..<width).map { column in
            var parts: [String] = []
            for row in rows.prefix(count) where column < row.cells.count {
                let text = row.cells[column].text
                if !text.isEmpty, parts.last != text { parts.append(text) }
            }
            return parts.joined(separator: " ")
        }
    }
}

/// Digits (Thai or Arabic) with separators only: `1`, `๑.`, `1,250,000.00`, `12/2566`, `-` counts not.
func isNumberLike(_ text: String) -> Bool {
    var hasDigit = false
    for scalar in text.unicodeScalars {
        switch scalar {
        case "0"..."9", "\u{0E50}"..."\u{0E59}": hasDigit = true
        case ".", ",", "-", "/", " ", "%", "(", ")", "\u{0E3F}": break
        default: return false
        }
    }
    return hasDigit
}

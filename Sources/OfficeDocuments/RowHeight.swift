/// How high a row must be for its texts. Not every program finds that out when it opens a file.
enum RowHeight {
    /// Of the font of the cells, with marks above and below Thai letters.
    private static let line = 23.0
    /// A row of long quotes stays on the screen; the whole text stands in the cell.
    private static let mostLines = 14

    /// In points, for cells of these widths in characters.
    static func points(_ cells: [(WorkbookTable.Cell, Double)]) -> Double {
        let lines = cells.map { cell, width in
            switch cell {
            case .text(let text), .verdict(_, let text), .address(let text): count(text, width: width)
            case .empty, .figure, .count: 1
            }
        }
        return Double(min(lines.max() ?? 1, mostLines)) * line
    }

    private static func count(_ text: String, width: Double) -> Int {
        var lines = 1
        var used = 0.0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines += 1
                used = 0
            } else if !isMark(scalar) {
                used += 1
                if used > max(1, width - 1) {
                    lines += 1
                    used = 1
                }
            }
            if lines >= mostLines { return mostLines }
        }
        return lines
    }

    /// Thai vowels and tone marks above or below a letter take no room of their own.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: true
        default: false
        }
    }
}

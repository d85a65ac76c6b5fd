import OfficeFiles
import WebEvidence

extension OfficeAssembly {
    /// All stretches of a text in reading order.
    mutating func add(_ sections: [OfficeSection]) {
        for section in sections {
            if section.place == .body { beginOpening() }
            add(section.items, region: OfficeAssembly.region(of: section.place))
        }
    }

    /// One part for each slide; its title heads what stands on it.
    mutating func add(slides: [OfficeSection]) {
        for slide in slides {
            beginPart(.slide, number: slide.number)
            add(slide.items, region: .main)
        }
    }

    private static func region(of place: OfficeSection.Place) -> TextBlock.Region {
        switch place {
        case .header: .header
        case .footer: .footer
        case .body, .note: .main
        }
    }

    private mutating func add(_ items: [OfficeItem], region: TextBlock.Region) {
        for (index, item) in items.enumerated() {
            switch item {
            case .paragraph(let paragraph):
                add(paragraph, region: region, isFollowedByPlain: OfficeAssembly.isPlain(items, after: index))
            case .table(let table): add(table, region: region)
            }
        }
    }

    private static func isPlain(_ items: [OfficeItem], after index: Int) -> Bool {
        guard index + 1 < items.count else { return false }
        switch items[index + 1] {
        case .paragraph(let next): return !next.isBold && next.headingLevel == nil
        case .table: return true
        }
    }

    /// A table of facts stays one; a frame for the page (one row, one column, whole pages in a cell) becomes its
    /// paragraphs.
    private mutating func add(_ table: OfficeTable, region: TextBlock.Region) {
        let grid = WrittenGrid(table)
        guard grid.isData, region == .main else {
            for row in table.rows {
                for cell in row.cells { for paragraph in cell.paragraphs { add(paragraph, region: region) } }
            }
            return
        }
        let headCount = grid.headRowCount
        let head = grid.head(rows: headCount)
        let number = openTable(head: head, rows: grid.rows.dropFirst(headCount).map { $0.cells.map(\.text) })
        for (index, row) in grid.rows.enumerated() {
            let isHead = index < headCount
            for (column, cell) in row.cells.enumerated() where cell.isWritten && cell.origin == column {
                addCell(
                    cell.paragraph, table: number, row: isHead ? index : index - headCount, column: column,
                    isHead: isHead || row.isSection, rowText: row.text(without: column),
                    columnHead: isHead || column >= head.count ? "" : head[column])
                if row.isSection, !isHead { makeLastCellAHeading() }
            }
        }
        endTable()
    }
}

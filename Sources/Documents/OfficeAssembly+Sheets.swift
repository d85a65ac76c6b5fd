import OfficeFiles
import WebEvidence

extension OfficeAssembly {
    /// One part and one table for each sheet that is shown. Rows and columns of its cells count from the sheet's first
    /// cell, so that `ExtractedDocument.sheetCell` can name each; the table's rows above and among them are empty where the sheet is.
    mutating func add(sheets: [Sheet]) {
        // A single cell at the very end of a sheet would stand under a million empty rows.
        var emptyRows = 200_000
        for (index, sheet) in sheets.enumerated() where !sheet.isHidden {
            beginPart(.sheet, number: index + 1, name: OfficeAssembly.folded(sheet.name))
            guard !sheet.rows.isEmpty else { continue }
            if !OfficeAssembly.isPlainName(sheet.name) {
                addHeading(OfficeAssembly.folded(sheet.name), level: 1)
            }
            var rows = SheetRows(sheet)
            if let cut = rows.cutting(emptyRows: &emptyRows) {
                setFault(
                    .exceeded, "Sheet \(index + 1) has too many empty rows before row \(cut); the rest is not read.")
            }
            add(rows)
        }
    }

    private mutating func add(_ sheet: SheetRows) {
        let headRows = sheet.headRows
        for row in sheet.rows where headRows.map({ row.number < $0.lowerBound }) ?? false {
            addTitle(row)
        }
        let head = headRows.map(sheet.head(rows:)) ?? []
        let body = sheet.rows.filter { row in headRows.map { row.number >= $0.lowerBound } ?? true }
        let table = openTable(head: head, rows: sheet.texts(below: headRows))
        for row in body {
            let isHead = headRows?.contains(row.number) ?? false
            let isSection = !isHead && headRows != nil && sheet.isSection(row)
            for cell in row.cells {
                let column = cell.column
                addCell(
                    OfficeAssembly.paragraph(cell), table: table, row: row.number - 1, column: column,
                    isHead: isHead || isSection, rowText: cell.link == nil ? "" : sheet.text(of: row, without: column),
                    columnHead: isHead || column >= head.count ? "" : head[column])
            }
            if isSection { makeLastCellAHeading() }
        }
        endTable()
    }

    /// What stands above the head of a table says what it is about.
    private mutating func addTitle(_ row: SheetRow) {
        for cell in row.cells where !cell.text.isEmpty {
            addHeading(cell.text, level: row.cells.count == 1 ? 2 : 3)
        }
    }

    private static func paragraph(_ cell: SheetCell) -> OfficeParagraph {
        var paragraph = OfficeParagraph()
        paragraph.text = cell.text
        if let link = cell.link {
            paragraph.links = [OfficeLink(target: link, bytes: 0..<paragraph.text.utf8.count)]
        }
        return paragraph
    }

    /// The names that programs give to new sheets say nothing.
    private static func isPlainName(_ name: String) -> Bool {
        let letters = name.lowercased().filter { !$0.isWhitespace && !$0.isNumber }
        return ["", "sheet", "แผ่น", "แผ่นงาน", "ชีต", "ชีท", "table", "page"].contains(letters)
    }
}

import CXlsxWriter
import GradingCore

/// Writes one table into one sheet.
struct SheetWriting {
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let formats: WorkbookFormats

    /// Links of a sheet beyond this stay text: the format allows 65,530.
    private static let maximumLinks = 60_000
    private static let paperA4: UInt8 = 9

    func write(_ table: WorkbookTable, runningHead: String) {
        for (index, column) in table.columns.enumerated() {
            let place = lxw_col_t(index)
            _ = worksheet_set_column(sheet, place, place, column.width, nil)
            string(column.head, 0, place, formats.head)
        }
        var links = 0
        _ = worksheet_set_row(sheet, 0, RowHeight.points(table.columns.map { (.text($0.head), $0.width) }), nil)
        for (number, row) in table.rows.enumerated() {
            let height = RowHeight.points(Array(zip(row, table.columns.map(\.width))))
            _ = worksheet_set_row(sheet, lxw_row_t(number + 1), height, nil)
            for (column, cell) in row.enumerated() {
                write(cell, lxw_row_t(number + 1), lxw_col_t(column), &links)
            }
        }
        layOut(table, runningHead: runningHead)
    }

    /// The number of the last row that shows something, from 1; the head counts.
    static func lastRow(of table: WorkbookTable) -> Int {
        let filled = table.rows.lastIndex { row in
            row.contains { cell in
                switch cell {
                case .empty: false
                case .text(let text), .verdict(_, let text), .address(let text): !CellText.shown(text).isEmpty
                case .figure, .count: true
                }
            }
        }
        return (filled ?? -1) + 2
    }

    private func write(_ cell: WorkbookTable.Cell, _ row: lxw_row_t, _ column: lxw_col_t, _ links: inout Int) {
        switch cell {
        case .empty: _ = worksheet_write_blank(sheet, row, column, formats.text)
        case .text(let text): string(text, row, column, formats.text)
        case .verdict(let verdict, let word): string(word, row, column, formats.verdict(verdict))
        case .figure(let figure):
            _ = worksheet_write_number(sheet, row, column, Double(figure.count) / 100, formats.figure)
        case .count(let count): _ = worksheet_write_number(sheet, row, column, Double(count), formats.count)
        case .address(let address):
            let isLink = CellText.isLink(address) && links < SheetWriting.maximumLinks
            if isLink, worksheet_write_url(sheet, row, column, address, formats.link) == LXW_NO_ERROR {
                links += 1
                // The address as it is in place of the library's shortened one.
                string(address, row, column, formats.link)
            } else {
                string(address, row, column, formats.text)
            }
        }
    }

    private func string(_ text: String, _ row: lxw_row_t, _ column: lxw_col_t, _ format: WorkbookFormats.Format?) {
        let shown = CellText.shown(text)
        if shown.isEmpty {
            _ = worksheet_write_blank(sheet, row, column, format)
        } else {
            _ = worksheet_write_string(sheet, row, column, shown, format)
        }
    }

    /// The head stays in sight and on each printed page; a page is as wide as the table.
    private func layOut(_ table: WorkbookTable, runningHead: String) {
        worksheet_freeze_panes(sheet, 1, lxw_col_t(table.fixedColumns))
        if table.isFiltered, !table.columns.isEmpty {
            _ = worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), lxw_col_t(table.columns.count - 1))
        }
        // Ids such as 9.1 are texts that look like numbers; that is no mistake to be marked.
        _ = worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, SheetWriting.paperA4)
        worksheet_fit_to_pages(sheet, table.pagesAcross, 0)
        _ = worksheet_repeat_rows(sheet, 0, 0)
        // `&` begins a code in heads and feet; the library takes 255 characters.
        let head = CellText.shown(runningHead).prefix(100).split(separator: "&").joined(separator: "&&")
        _ = worksheet_set_header(sheet, "&L\(head)&R\(table.name)")
        _ = worksheet_set_footer(sheet, "&C&P / &N")
    }
}

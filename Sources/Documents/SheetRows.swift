import OfficeFiles

/// The filled rows of a sheet and what of them is a head.
struct SheetRows {
    /// Their texts are folded.
    private(set) var rows: [SheetRow]
    private let merges: [CellRange]
    /// Columns that are used, counted from A.
    private let width: Int

    init(_ sheet: Sheet) {
        rows = sheet.rows.compactMap { row in
            var cells = row.cells
            for index in cells.indices { cells[index].text = OfficeAssembly.folded(cells[index].text) }
            cells.removeAll { $0.text.isEmpty && $0.link == nil }
            return cells.isEmpty ? nil : SheetRow(number: row.number, cells: cells)
        }
        merges = sheet.merges
        width = (rows.compactMap { $0.cells.last?.column }.max() ?? -1) + 1
    }

    /// Cuts the sheet where its empty rows use up what is left; the number of the first row cut.
    mutating func cutting(emptyRows: inout Int) -> Int? {
        var last = 0
        for (index, row) in rows.enumerated() {
            emptyRows -= row.number - last - 1
            last = row.number
            guard emptyRows >= 0 else {
                rows = Array(rows[..<index])
                return row.number
            }
        }
        return nil
    }

    /// The first row with nearly as many texts as any row has cells, with the rows into which its merged cells reach;
    /// nil for a sheet of one column and for texts in no order.
    var headRows: ClosedRange<Int>? {
        let looked = rows.prefix(60)
        let most = looked.map { $0.cells.count { !$0.text.isEmpty } }.max() ?? 0
        guard most >= 2, rows.count >= 2 else { return nil }
        let least = max(2, (most * 3 + 4) / 5)
        guard
            let found = looked.first(where: { row in
                let texts = row.cells.count { !$0.text.isEmpty && !holdsOnlyNumber($0.text) }
                let covered = merges.reduce(0) { sum, merge in
                    merge.rows.contains(row.number) && merge.rows.lowerBound == row.number
                        && row.cells.contains { $0.column == merge.columns.lowerBound }
                        ? sum + merge.columns.count - 1 : sum
                }
                return texts >= 2 && texts + covered >= least && texts * 5 >= row.cells.count * 4
            }), found.number < rows[rows.count - 1].number
        else { return nil }
        return found.number...lastHeadRow(from: found.number)
    }

    /// A head whose cells reach down or across takes the rows below that complete it.
    private func lastHeadRow(from first: Int) -> Int {
        let inHead = merges.filter { $0.rows.lowerBound == first }
        let deepest = inHead.map(\.rows.upperBound).max() ?? first
        let limit = min(deepest, first + 4)
        if limit > first { return limit }
        let isSpread = inHead.contains { $0.columns.count > 1 }
        guard isSpread, let next = rows.first(where: { $0.number == first + 1 }),
            next.cells.allSatisfy({ !holdsOnlyNumber($0.text) })
        else { return first }
        return first + 1
    }

    /// Texts of the head rows one under another, each once; merged cells count for all the columns they cover.
    func head(rows headRows: ClosedRange<Int>) -> [String] {
        var head = [[String]](repeating: [], count: width)
        for row in rows where headRows.contains(row.number) {
            for cell in row.cells where !cell.text.isEmpty {
                let text = cell.text
                let merge = merges.first {
                    $0.rows.lowerBound == row.number && $0.columns.lowerBound == cell.column
                }
                for column in merge?.columns ?? cell.column...cell.column where column < width {
                    if head[column].last != text { head[column].append(text) }
                }
            }
        }
        return head.map { $0.joined(separator: " ") }
    }

    /// A text alone in its row that covers half of the table heads the rows below it.
    func isSection(_ row: SheetRow) -> Bool {
        guard row.cells.count == 1, let cell = row.cells.first, !holdsOnlyNumber(cell.text), cell.link == nil, width > 2
        else {
            return false
        }
        return merges.contains {
            $0.rows.lowerBound == row.number && $0.columns.lowerBound == cell.column && $0.columns.count * 2 >= width
        }
    }

    /// The texts of the table from the sheet's first row on: rows of the head and above it are empty.
    func texts(below headRows: ClosedRange<Int>?) -> [[String]] {
        var texts: [[String]] = []
        for row in rows {
            while texts.count < row.number - 1 { texts.append([]) }
            guard headRows.map({ row.number > $0.upperBound }) ?? true else {
                texts.append([])
                continue
            }
            var cells: [String] = []
            for cell in row.cells {
                while cells.count < cell.column { cells.append("") }
                cells.append(cell.text)
            }
            texts.append(cells)
        }
        return texts
    }

    /// The other texts of a row.
    func text(of row: SheetRow, without column: Int) -> String {
        var parts: [String] = []
        var bytes = 0
        for cell in row.cells where cell.column != column && !cell.text.isEmpty {
            parts.append(cell.text)
            bytes += cell.text.utf8.count
            if bytes > 600 { break }
        }
        return parts.joined(separator: " | ")
    }
}

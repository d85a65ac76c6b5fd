/// Reads the sheets of an OpenDocument workbook: the texts of the cells as they are shown.
final class OpenSheetReader: XMLPartVisitor {
    private(set) var sheets: [Sheet] = []
    private let limits: OfficeFileLimits
    private let styles: OpenDocumentStyles
    private var budget: SheetReader.Budget

    private var isInBody = false
    private var tableDepth = 0
    private var skipDepth = 0
    private var rows: [SheetRow] = []
    private var merges: [CellRange] = []
    private var cells: [SheetCell] = []
    private var rowNumber = 1
    private var rowRepeat = 1
    private var column = 0
    private var columnRepeat = 1
    private var isInCell = false
    private var paragraphDepth = 0
    private var text: [UInt8] = []
    private var link: String?

    init(limits: OfficeFileLimits, styles: OpenDocumentStyles) {
        self.limits = limits
        self.styles = styles
        budget = SheetReader.Budget(cells: limits.maximumCells, textBytes: limits.maximumTextBytes)
    }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        if skipDepth > 0 || ["annotation", "shapes", "tracked-changes", "forms"].contains(name) {
            skipDepth += 1
            return
        }
        guard isInBody else {
            isInBody = name == "body"
            return styles.opened(name, attributes)
        }
        switch name {
        case "table":
            tableDepth += 1
            if tableDepth == 1 { try openSheet(attributes) }
        case "table-row":
            rowRepeat = repeated(attributes["x:number-rows-repeated"])
            column = 0
            cells = []
        case "table-cell", "covered-table-cell":
            columnRepeat = repeated(attributes["x:number-columns-repeated"])
            isInCell = true
            text = []
            link = nil
            noteMerge(attributes)
        case "p":
            if paragraphDepth == 0, !text.isEmpty { text.append(10) }
            paragraphDepth += 1
        case "s", "tab", "line-break": if isInCell { text.append(32) }
        case "a": if isInCell { link = link ?? attributes["x:href"] }
        default: break
        }
    }

    func closed(_ name: String) throws(OfficeFileError) {
        if skipDepth > 0 {
            skipDepth -= 1
            return
        }
        guard isInBody else { return styles.closed(name) }
        switch name {
        case "body": isInBody = false
        case "p": paragraphDepth = max(0, paragraphDepth - 1)
        case "table-cell", "covered-table-cell": try keepCell()
        case "table-row": try keepRow()
        case "table":
            tableDepth -= 1
            if tableDepth == 0, let last = sheets.indices.last { finish(last) }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {
        guard isInCell, paragraphDepth > 0, skipDepth == 0, text.count < 1 << 20 else { return }
        text.append(contentsOf: bytes)
    }

    /// What was read of a sheet whose end did not come.
    func finish() {
        if tableDepth > 0, let last = sheets.indices.last { finish(last) }
    }

    private func finish(_ sheet: Int) {
        sheets[sheet].rows = rows
        sheets[sheet].merges = merges
    }

    private func openSheet(_ attributes: XMLPartAttributes) throws(OfficeFileError) {
        guard sheets.count < limits.maximumSheets else {
            throw OfficeFileError(.tooLarge, detail: "More than \(limits.maximumSheets) sheets.")
        }
        let isHidden = !styles.isTableShown(attributes["x:style-name"] ?? "")
        sheets.append(Sheet(name: attributes["x:name"] ?? "", isHidden: isHidden, rows: []))
        rows = []
        merges = []
        rowNumber = 1
    }

    private func repeated(_ count: String?) -> Int {
        max(1, min(count.flatMap { Int($0) } ?? 1, CellReference.maximumRow))
    }

    private func noteMerge(_ attributes: XMLPartAttributes) {
        let columns = repeated(attributes["x:number-columns-spanned"])
        let rows = repeated(attributes["x:number-rows-spanned"])
        guard columns > 1 || rows > 1, merges.count < 65_536 else { return }
        merges.append(
            CellRange(
                columns: column...min(column + columns - 1, CellReference.maximumColumn),
                rows: rowNumber...min(rowNumber + rows - 1, CellReference.maximumRow)))
    }

    private func keepCell() throws(OfficeFileError) {
        isInCell = false
        paragraphDepth = 0
        defer { column = min(column + columnRepeat, CellReference.maximumColumn + 1) }
        guard !text.isEmpty || link != nil, column <= CellReference.maximumColumn else { return }
        let shown = String(decoding: text, as: UTF8.self)
        // A text in thousands of neighbouring cells is no text of thousands of cells.
        for offset in 0..<min(columnRepeat, 256) where column + offset <= CellReference.maximumColumn {
            try take(text.count)
            cells.append(SheetCell(column: column + offset, text: shown, link: link))
        }
    }

    private func keepRow() throws(OfficeFileError) {
        defer { rowNumber = min(rowNumber + rowRepeat, CellReference.maximumRow + 1) }
        guard !cells.isEmpty else { return }
        for offset in 0..<min(rowRepeat, 256) where rowNumber + offset <= CellReference.maximumRow {
            if offset > 0 { for cell in cells { try take(cell.text.utf8.count) } }
            rows.append(SheetRow(number: rowNumber + offset, cells: cells))
        }
        cells = []
    }

    private func take(_ bytes: Int) throws(OfficeFileError) {
        budget.cells -= 1
        budget.textBytes -= bytes
        guard budget.cells >= 0, budget.textBytes >= 0 else {
            throw OfficeFileError(.tooLarge, detail: "The workbook has too many cells or too much text.")
        }
    }
}

/// Reads one worksheet part into rows of shown texts.
final class SheetReader: XMLPartVisitor {
    private let strings: [String]
    private let styles: CellStyles
    private let uses1904: Bool
    private let part: String
    /// Cells and bytes of text that may still be kept, over all sheets.
    private(set) var budget: Budget
    private var rows: [Int: [Int: SheetCell]] = [:]
    /// Cell to relationship id, from the sheet's list of hyperlinks.
    private(set) var linkIDs: [(cells: String, id: String)] = []
    private(set) var merges: [CellRange] = []

    private var rowNumber = 0
    private var nextColumn = 0
    private var cell: OpenCell?
    private var isCollecting = false
    private var phoneticDepth = 0
    private var collected: [UInt8] = []

    struct Budget {
        var cells: Int
        var textBytes: Int
    }

    private struct OpenCell {
        var column: Int
        var row: Int
        var type: String
        var style: Int
        var value: [UInt8] = []
        var formula: [UInt8] = []
        var inline: [UInt8] = []
    }

    init(part: String, strings: [String], styles: CellStyles, uses1904: Bool, budget: Budget) {
        self.part = part
        self.strings = strings
        self.styles = styles
        self.uses1904 = uses1904
        self.budget = budget
    }

    /// The rows with the hyperlinks of the sheet's relationships put on their cells.
    func finished(_ relationships: PackageRelationships) -> [SheetRow] {
        for (cells, id) in linkIDs {
            guard let target = relationships.targets[id], target.isExternal,
                let first = CellReference(cells.prefix { $0 != ":" })
            else { continue }
            let empty = SheetCell(column: first.column, text: "")
            rows[first.row, default: [:]][first.column, default: empty].link = target.target
        }
        return rows.sorted { $0.key < $1.key }.map { number, cells in
            SheetRow(number: number, cells: cells.values.sorted { $0.column < $1.column })
        }
    }

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        switch name {
        case "row":
            rowNumber = attributes["r"].flatMap { Int($0) } ?? min(rowNumber, CellReference.maximumRow) + 1
            nextColumn = 0
        case "c":
            let place = attributes["r"].flatMap { CellReference($0) }
            cell = OpenCell(
                column: place?.column ?? nextColumn, row: place?.row ?? rowNumber, type: attributes["t"] ?? "n",
                style: attributes["s"].flatMap { Int($0) } ?? 0)
        case "v", "f", "t":
            isCollecting = cell != nil && phoneticDepth == 0
            collected = []
        case "rPh": phoneticDepth += 1
        case "hyperlink":
            if let cells = attributes["ref"], let id = attributes["r:id"] { linkIDs.append((cells, id)) }
        case "mergeCell":
            if let range = attributes["ref"].flatMap(CellRange.init), merges.count < 65_536 { merges.append(range) }
        default: break
        }
    }

    func closed(_ name: String) throws(OfficeFileError) {
        switch name {
        case "v": cell?.value = collected
        case "f": cell?.formula = collected
        case "t": if isCollecting { cell?.inline += collected }
        case "rPh": phoneticDepth -= 1
        case "c": try keep()
        default: return
        }
        isCollecting = false
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {
        if isCollecting { collected.append(contentsOf: bytes) }
    }

    private func keep() throws(OfficeFileError) {
        guard let open = cell else { return }
        cell = nil
        nextColumn = open.column + 1
        let text = shown(open)
        let link = SheetReader.target(ofFormula: open.formula)
        guard !text.isEmpty || link != nil, (1...CellReference.maximumRow).contains(open.row),
            open.column <= CellReference.maximumColumn
        else { return }
        budget.cells -= 1
        budget.textBytes -= text.utf8.count
        guard budget.cells >= 0, budget.textBytes >= 0 else {
            throw OfficeFileError(.tooLarge, part: part, detail: "The workbook has too many cells or too much text.")
        }
        rows[open.row, default: [:]][open.column] = SheetCell(column: open.column, text: text, link: link)
    }

    private func shown(_ cell: OpenCell) -> String {
        let value = String(decoding: cell.value, as: UTF8.self)
        switch cell.type {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { return "" }
            return strings[index]
        case "inlineStr": return EscapedText.decoded(cell.inline)
        case "str": return EscapedText.decoded(cell.value)
        case "b": return value == "1" || value == "true" ? "TRUE" : (value.isEmpty ? "" : "FALSE")
        case "e", "d": return value
        default:
            return ShownNumber.text(value, look: styles.look(ofStyle: cell.style), uses1904: uses1904)
        }
    }

    /// The literal first argument of a formula `HYPERLINK("https://...", ...)`; nil for any other formula.
    static func target(ofFormula formula: [UInt8]) -> String? {
        let head = Array("HYPERLINK(".utf8)
        let bytes = formula.drop { $0 == 32 || $0 == 61 }
        guard bytes.count > head.count,
            zip(bytes, head).allSatisfy({ $0 == $1 || ($0 >= 97 && $0 - 32 == $1) })
        else { return nil }
        let argument = bytes.dropFirst(head.count).drop { $0 == 32 }
        guard argument.first == 34 else { return nil }
        var target: [UInt8] = []
        var index = argument.index(after: argument.startIndex)
        while index < argument.endIndex {
            if argument[index] == 34 {
                let next = argument.index(after: index)
                guard next < argument.endIndex, argument[next] == 34 else {
                    return target.isEmpty ? nil : String(decoding: target, as: UTF8.self)
                }
                index = next
            }
            target.append(argument[index])
            index = argument.index(after: index)
        }
        return nil
    }
}

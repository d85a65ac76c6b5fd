/// What may still be kept of one document, over all of its parts.
final class FlowBudget {
    private(set) var items: Int
    private(set) var textBytes: Int

    init(_ limits: OfficeFileLimits) {
        items = limits.maximumCells
        textBytes = limits.maximumTextBytes
    }

    func take(items count: Int = 1, textBytes bytes: Int) throws(OfficeFileError) {
        items -= count
        textBytes -= bytes
        guard items >= 0, textBytes >= 0 else {
            throw OfficeFileError(.tooLarge, detail: "The document has too many paragraphs or cells, or too much text.")
        }
    }
}

/// Puts paragraphs and tables together from the events of a reader of one format. Tables inside cells become
/// paragraphs of the cell; paragraphs inside paragraphs (text boxes, notes) come before them.
final class FlowBuilder {
    private(set) var items: [OfficeItem] = []
    private let budget: FlowBudget
    private var open: [OpenParagraph] = []
    private var tables: [OfficeTable] = []
    private var cells: [OfficeCell] = []
    /// For each open table whether one of its cells is open.
    private var isInCell: [Bool] = []

    fileprivate struct OpenParagraph {
        var paragraph = OfficeParagraph()
        var text: [UInt8] = []
        var hasPendingSpace = false
        var boldBytes = 0
        var letterBytes = 0
        var link: (target: String, start: Int)?
    }

    init(budget: FlowBudget) { self.budget = budget }

    var isInParagraph: Bool { !open.isEmpty }

    // MARK: Paragraphs

    func beginParagraph() { open.append(OpenParagraph()) }

    /// Changes what is known of the innermost paragraph.
    func mark(_ change: (inout OfficeParagraph) -> Void) {
        guard let last = open.indices.last else { return }
        change(&open[last].paragraph)
    }

    func append(_ bytes: some Sequence<UInt8>, isBold: Bool = false) {
        guard let last = open.indices.last else { return }
        open[last].append(bytes, isBold: isBold)
    }

    func appendSpace() {
        guard let last = open.indices.last else { return }
        open[last].hasPendingSpace = !open[last].text.isEmpty
    }

    func beginLink(_ target: String) {
        guard let last = open.indices.last else { return }
        endLink()
        open[last].link = (target, open[last].text.count)
    }

    func endLink() {
        guard let last = open.indices.last else { return }
        open[last].endLink()
    }

    func endParagraph() throws(OfficeFileError) {
        endLink()
        guard var ended = open.popLast() else { return }
        ended.paragraph.text = String(decoding: ended.text, as: UTF8.self)
        ended.paragraph.isBold = ended.letterBytes > 0 && ended.boldBytes == ended.letterBytes
        guard !ended.text.isEmpty || !ended.paragraph.links.isEmpty else { return }
        try budget.take(textBytes: ended.text.count)
        if let cell = cells.indices.last {
            cells[cell].paragraphs.append(ended.paragraph)
        } else {
            items.append(.paragraph(ended.paragraph))
        }
    }

    // MARK: Tables

    func beginTable() {
        tables.append(OfficeTable())
        isInCell.append(false)
    }

    func beginRow(isHead: Bool = false) {
        guard let last = tables.indices.last else { return }
        tables[last].rows.append(OfficeRow(isHead: isHead))
    }

    func markRowAsHead() {
        guard let last = tables.indices.last, let row = tables[last].rows.indices.last else { return }
        tables[last].rows[row].isHead = true
    }

    func beginCell(columns: Int = 1, isContinued: Bool = false) {
        guard let last = isInCell.indices.last, !isInCell[last] else { return }
        isInCell[last] = true
        cells.append(OfficeCell(columns: max(1, min(columns, 200)), isContinued: isContinued))
    }

    func markCell(_ change: (inout OfficeCell) -> Void) {
        guard let last = cells.indices.last else { return }
        change(&cells[last])
    }

    func endCell() throws(OfficeFileError) {
        guard let last = isInCell.indices.last, isInCell[last], let cell = cells.popLast() else { return }
        isInCell[last] = false
        try budget.take(textBytes: 0)
        guard let table = tables.indices.last else { return }
        if tables[table].rows.isEmpty { tables[table].rows.append(OfficeRow()) }
        tables[table].rows[tables[table].rows.count - 1].cells.append(cell)
    }

    func endTable() throws(OfficeFileError) {
        try endCell()
        _ = isInCell.popLast()
        guard let table = tables.popLast() else { return }
        guard let cell = cells.indices.last else {
            items.append(.table(table))
            return
        }
        for row in table.rows { for inner in row.cells { cells[cell].paragraphs += inner.paragraphs } }
    }

    /// Closes what a broken part left open.
    func finish() throws(OfficeFileError) {
        while isInParagraph { try endParagraph() }
        while !tables.isEmpty { try endTable() }
    }
}

extension FlowBuilder.OpenParagraph {
    /// Folds white space; letters of the private area are signs of fonts (bullets) and left out by the readers.
    fileprivate mutating func append(_ bytes: some Sequence<UInt8>, isBold: Bool) {
        for byte in bytes {
            if byte <= 32 || byte == 0x7F {
                hasPendingSpace = !text.isEmpty
                continue
            }
            if hasPendingSpace { text.append(32) }
            hasPendingSpace = false
            text.append(byte)
            // No-break spaces fold as all others do.
            if byte == 0xA0, text.count >= 2, text[text.count - 2] == 0xC2 {
                text.removeLast(2)
                hasPendingSpace = !text.isEmpty
            }
            letterBytes += 1
            if isBold { boldBytes += 1 }
        }
    }

    fileprivate mutating func endLink() {
        guard let link else { return }
        self.link = nil
        var start = min(link.start, text.count)
        if start < text.count, text[start] == 32 { start += 1 }
        paragraph.links.append(OfficeLink(target: link.target, bytes: start..<text.count))
    }
}

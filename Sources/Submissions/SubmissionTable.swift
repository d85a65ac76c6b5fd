import GradingCore
import OfficeFiles

/// Reads the rows of one table of a submission.
struct SubmissionTable {
    let table: InputTable
    let head: HeadRow

    /// Nil, with problems logged, when the table lacks a column that must be there.
    init?(_ table: InputTable, head: HeadRow?, log: inout ProblemLog) {
        let headPlace = head.map { table.place.at(row: $0.number) } ?? table.place
        let hasItem = head?.columns[.item] != nil
        let hasURL = head?.columns[.url] != nil
        if !hasItem { log.add(Message.noItemColumn(headPlace)) }
        if !hasURL { log.add(Message.noURLColumn(headPlace)) }
        guard let head, hasItem, hasURL else { return nil }
        self.table = table
        self.head = head
    }

    /// The rows above the head as pairs of neighbouring cells: `หน่วยงาน`, name.
    var leadingPairs: [(label: String, value: String)] {
        table.rows.prefix { $0.number < head.number }.compactMap { row in
            guard row.cells.count >= 2 else { return nil }
            return (row.cells[0].text, row.cells[1].text)
        }
    }

    /// Reads every row below the head, in order.
    func read(into gathering: inout AnswerGathering, _ log: inout ProblemLog) -> Int {
        var current: String?
        var count = 0
        for row in table.rows where row.number > head.number {
            guard !isRepeatedHead(row) else { continue }
            let itemColumn = head.columns[.item]?.first ?? 0
            let place = table.place.at(row: row.number, column: itemColumn)
            var written = WrittenAnswer(
                itemText: row[column: itemColumn]?.text ?? "", place: place, answer: nil,
                urls: addresses(of: row, &log), explanation: texts(of: row, .explanation).joined(separator: "\n"))
            written.answer = answer(of: row, &log)
            if written.itemText.isEmpty {
                guard let above = current else {
                    if !written.urls.isEmpty { log.add(Message.missingItem(place)) }
                    continue
                }
                guard !written.urls.isEmpty || !written.explanation.isEmpty || written.answer != nil else { continue }
                written.itemText = above
            } else if isSectionTitle(row, written) {
                log.warn(Message.skippedRow(place, written.itemText))
                current = nil
                continue
            }
            current = written.itemText
            count += 1
            gathering.add(written, &log)
        }
        return count
    }

    /// The columns that are none of the four, with a warning each.
    func unknownColumns(_ log: inout ProblemLog) -> [UnknownColumn] {
        let used = Set(head.columns.values.joined())
        var cells: [Int: [Int: String]] = [:]
        for row in table.rows where row.number > head.number {
            for cell in row.cells where !used.contains(cell.column) && !cell.text.isEmpty {
                cells[cell.column, default: [:]][row.number] = cell.text
            }
        }
        for column in head.heads.keys where !used.contains(column) && cells[column] == nil { cells[column] = [:] }
        return cells.sorted { $0.key < $1.key }.map { column, cells in
            let name = head.heads[column] ?? ""
            log.warn(
                Message.unknownColumn(
                    table.place.at(row: head.number, column: column),
                    head: name.isEmpty ? InputTable.letters(column) : name))
            return UnknownColumn(head: name, column: InputTable.letters(column), cells: cells)
        }
    }

    private func isRepeatedHead(_ row: SheetRow) -> Bool {
        row.cells.count >= 2 && row.cells.allSatisfy { head.heads[$0.column] == $0.text }
    }

    /// A row with nothing but words in the item column that name a section or a total.
    private func isSectionTitle(_ row: SheetRow, _ written: WrittenAnswer) -> Bool {
        guard written.urls.isEmpty, written.answer == nil, written.explanation.isEmpty,
            WrittenItemID(written.itemText) == nil
        else { return false }
        let folded = Label.folded(written.itemText)
        let signs = [
            "ตัวชี้วัด", "หมวด", "ส่วนที่", "ด้าน", "รวม", "total", "กลุ่ม", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต", "ข้อมูลพื้นฐาน",
            "หมายเหตุ",
        ]
        return signs.contains { folded.starts(with: Array($0.utf8)) } || isDottedNumber(folded)
    }

    /// `9.1...` and the like: the number of a part of the list, not of an item.
    private func isDottedNumber(_ folded: [UInt8]) -> Bool {
        let whole = folded.prefix { (48...57).contains($0) }
        let rest = folded.dropFirst(whole.count)
        return !whole.isEmpty && rest.first == 46 && rest.dropFirst().first.map { (48...57).contains($0) } ?? false
            && rest.contains { $0 >= 0x80 }
    }

    private func texts(of row: SheetRow, _ role: ColumnRole) -> [String] {
        (head.columns[role] ?? []).compactMap { row[column: $0].map { FormulaGuard.bare($0.text) } }.filter {
            !$0.isEmpty
        }
    }

    private func answer(of row: SheetRow, _ log: inout ProblemLog) -> Bool? {
        if let column = head.columns[.answer]?.first, let text = row[column: column]?.text {
            switch AnswerWords.reading(text) {
            case .yes: return true
            case .no: return false
            case .blank: break
            case .unreadable: log.add(Message.unreadableAnswer(table.place.at(row: row.number, column: column), text))
            }
        }
        // Ticks: anything but a cross or a dash counts under its head.
        func isTicked(_ role: ColumnRole) -> Bool {
            texts(of: row, role).contains {
                [.yes, .unreadable].contains(AnswerWords.reading($0)) || $0.lowercased() == "x"
            }
        }
        guard head.columns[.answerYes] != nil else { return nil }
        let hasYes = isTicked(.answerYes)
        let hasNo =
            isTicked(.answerNo) || texts(of: row, .answerNo).contains { AnswerWords.reading($0) == .no && $0 != "0" }
        if hasYes, hasNo {
            let place = table.place.at(row: row.number, column: head.columns[.answerYes]?.first)
            log.add(Message.unreadableAnswer(place, texts(of: row, .answerYes).joined()))
            return nil
        }
        return hasYes ? true : (hasNo ? false : nil)
    }

    private func addresses(of row: SheetRow, _ log: inout ProblemLog) -> [(url: SubmittedURL, place: InputPlace)] {
        var found: [(url: SubmittedURL, place: InputPlace)] = []
        for column in head.columns[.url] ?? [] {
            guard let cell = row[column: column] else { continue }
            let place = table.place.at(row: row.number, column: column)
            let addresses = CellAddresses(FormulaGuard.bare(cell.text), link: cell.link)
            for words in addresses.words { log.warn(Message.textBesideURL(place, words)) }
            found += addresses.addresses.map {
                (
                    SubmittedURL(
                        verbatim: $0, row: row.number, column: InputTable.letters(column), sheet: table.place.sheet),
                    place
                )
            }
        }
        return found
    }
}

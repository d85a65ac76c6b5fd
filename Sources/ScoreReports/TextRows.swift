import GradingCore

/// Reads rows and statements out of running text.
struct TextRows {
    let text: LexedText
    let vocabulary: ReportVocabulary
    /// Page of an offset.
    let page: (Int) -> Int?
    private(set) var groups: [RowGroup] = []
    private(set) var unread: [UnreadPart] = []
    let labels: [RowLabel]

    /// Letters between two rows that are no head of a table repeated on a new page.
    private static let lettersBetweenRows = 14
    /// Letters between a heading and the sentence that says its score.
    private static let lettersOfSection = 500

    init(_ text: LexedText, _ vocabulary: ReportVocabulary, page: @escaping (Int) -> Int?) {
        self.text = text
        self.vocabulary = vocabulary
        self.page = page
        labels = LabelScan.labels(in: text, vocabulary)
        read()
    }

    /// Rows with their places, before they are put together.
    private struct Record {
        var label: RowLabel
        var row: ReportRow
        /// From the label to behind the last figure.
        var range: Range<Int>
        var isTight: Bool
    }

    private mutating func read() {
        var records: [Record] = []
        var index = 0
        while index < labels.count {
            if let (count, group) = TransposedLines(text, labels: labels, page: page).group(from: index) {
                groups.append(group)
                index += count
                continue
            }
            if let column = ColumnAfterColumn(text, labels: labels, page: page).read(from: index) {
                if let group = column.group { groups.append(group) }
                if let fault = column.unread { unread.append(fault) }
                index += column.count
                continue
            }
            let end = index + 1 < labels.count ? labels[index + 1].range.lowerBound : text.bytes.count
            if let record = record(labels[index], until: end) { records.append(record) }
            index += 1
        }
        group(records)
    }

    // MARK: One row

    private func record(_ label: RowLabel, until end: Int) -> Record? {
        guard !label.isSetAside else { return nil }
        let candidates = text.numbers(in: label.nameRange.lowerBound..<max(end, label.nameRange.upperBound)).filter {
            $0.range.lowerBound >= label.nameRange.lowerBound && text.mayBeScore($0)
        }
        guard let first = candidates.first else { return nil }
        let gap = label.range.upperBound..<max(label.range.upperBound, first.range.lowerBound)
        let isClose = text.isNegligible(gap) && text.text(gap).count(where: { $0 == "\n" }) <= 2
        guard isClose else { return looseRecord(label, candidates) }
        // A whole number in a sentence may count anything.
        if first.isWhole, !text.isCalledScore(first), text.letters(in: gap, without: { _ in false }) > 0 { return nil }
        var figures = [first]
        for next in candidates.dropFirst().prefix(60) {
            guard let last = figures.last, continues(next, after: last) else { break }
            figures.append(next)
        }
        var row = row(label, figures, end: figures.last?.range.upperBound ?? end)
        addLevel(to: &row, from: max(label.range.upperBound, row.end), end)
        return Record(
            label: label, row: row.row, range: label.range.lowerBound..<max(label.range.upperBound, row.end),
            isTight: true)
    }

    /// A later figure of the same row: nothing but blanks between, and what goes on over a line is no new line of text.
    private func continues(_ next: ReportNumber, after last: ReportNumber) -> Bool {
        let gap = last.range.upperBound..<max(last.range.upperBound, next.range.lowerBound)
        guard text.letters(in: gap, without: { $0 == .scoreAfter }) == 0, gap.count <= 60 else { return false }
        let breaks = text.text(gap).count { $0 == "\n" }
        guard breaks > 0 else { return true }
        let line = text.range(ofLine: text.line(at: next.range.lowerBound))
        let rest = next.range.upperBound..<max(next.range.upperBound, line.upperBound)
        return breaks == 1 && (!next.isWhole || next.value == 100) && text.isNegligible(rest)
    }

    private func row(_ label: RowLabel, _ figures: [ReportNumber], end: Int) -> (row: ReportRow, end: Int) {
        let shown = figures.map { number in
            ReportRow.Figure(number: number, year: text.year(before: number.range.lowerBound))
        }
        let row = ReportRow(
            subject: label.subject, number: label.number, isWorded: label.isWorded, figures: shown,
            name: text.text(label.nameRange),
            place: ReportPlace(
                page: page(label.range.lowerBound),
                quote: text.text(label.range.lowerBound..<max(end, label.range.upperBound))))
        return (row, end)
    }

    /// Letters of a level directly behind the last figure.
    private func addLevel(to row: inout (row: ReportRow, end: Int), from start: Int, _ end: Int) {
        let line = text.range(ofLine: text.line(at: max(0, start - 1)))
        let rest = text.text(start..<max(start, min(end, line.upperBound)))
        let word = rest.trimmingBlanks
        if ReportLevels.isLetterLevel(word) { row.row.levels = [(word, nil)] }
    }

    /// A score that stands further behind the name: words beside it must say that it is one.
    private func looseRecord(_ label: RowLabel, _ candidates: [ReportNumber]) -> Record? {
        let start = label.range.upperBound
        let line = text.range(ofLine: text.line(at: label.range.upperBound))
        // Behind a name in the middle of a sentence the sentence ends with its line; a heading heads what follows.
        let heading =
            label.range.lowerBound..<max(label.range.upperBound, min(line.upperBound, label.range.upperBound + 400))
        let isHeading =
            text.isFirstOnLine(label.range.lowerBound)
            && text.letters(in: label.range.upperBound..<heading.upperBound, without: { _ in false }) <= 12
        for number in candidates.prefix(40) {
            let gap = start..<max(start, number.range.lowerBound)
            guard isHeading || number.range.lowerBound < line.upperBound,
                text.letters(in: gap, without: { _ in false }) <= TextRows.lettersOfSection
            else { return nil }
            guard text.isCalledScore(number), !number.isSigned else { continue }
            var read = row(label, [number], end: number.range.upperBound).row
            if gap.count > 300 {
                read.place = ReportPlace(
                    page: page(start), quote: text.text(label.range) + " … " + text.text(number.range))
            }
            return Record(
                label: label, row: read, range: label.range.lowerBound..<number.range.upperBound, isTight: false)
        }
        return nil
    }

    // MARK: Rows that belong together

    private mutating func group(_ records: [Record]) {
        var open: [Record] = []
        for record in records {
            if let last = open.last, !belongs(record, behind: last) {
                close(open)
                open = []
            }
            open.append(record)
        }
        close(open)
    }

    private func belongs(_ record: Record, behind last: Record) -> Bool {
        guard record.isTight, last.isTight else { return false }
        let gap = last.range.upperBound..<max(last.range.upperBound, record.range.lowerBound)
        return text.letters(in: gap, without: { $0.isHead || $0.isFiller }) <= TextRows.lettersBetweenRows
    }

    private mutating func close(_ records: [Record]) {
        guard let first = records.first else { return }
        let isTable = records.count { isRow($0) } >= 3
        var group = RowGroup(rows: records.map(\.row), isTable: isTable)
        let head = isTable ? TextHead(text, above: first.range.lowerBound) : nil
        group.year = head?.year
        if isTable {
            for index in group.rows.indices {
                for figure in group.rows[index].figures.indices { group.rows[index].figures[figure].year = nil }
            }
        }
        if let fault = ColumnRoles.settle(&group, head: head?.columns ?? [], weights: vocabulary.weights) {
            unread.append(fault)
        }
        groups.append(group)
    }

    /// Begins its line: a row of a table, not a name inside a sentence.
    private func isRow(_ record: Record) -> Bool {
        record.isTight && text.isFirstOnLine(record.range.lowerBound)
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        let inner = drop { $0.isWhitespace }
        return String(inner.reversed().drop { $0.isWhitespace }.reversed())
    }
}

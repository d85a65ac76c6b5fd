/// Text layers that give a table column by column: all names first, one a line, then all figures.
struct ColumnAfterColumn {
    private let text: LexedText
    private let labels: [RowLabel]
    private let page: (Int) -> Int?

    struct Reading {
        /// Labels that were dealt with.
        var count: Int
        /// Nil where the names and the figures are not as many.
        var group: RowGroup?
        var unread: UnreadPart?
    }

    init(_ text: LexedText, labels: [RowLabel], page: @escaping (Int) -> Int?) {
        self.text = text
        self.labels = labels
        self.page = page
    }

    /// The column of names that begins with a label; nil for anything else.
    func read(from index: Int) -> Reading? {
        var names = [labels[index]]
        while names.count < 60, index + names.count < labels.count,
            follows(labels[index + names.count], names[names.count - 1])
        {
            names.append(labels[index + names.count])
        }
        guard names.count >= 3, names.allSatisfy({ !$0.isSetAside }), isAlone(names[0]) else { return nil }
        let numbers = figures(behind: names[names.count - 1])
        guard numbers.count >= 2 else { return nil }
        let quote = ReportPlace(
            page: page(names[0].range.lowerBound),
            quote: text.text(names[0].range.lowerBound..<names[names.count - 1].range.upperBound))
        guard numbers.count == names.count else {
            return Reading(
                count: names.count, group: nil, unread: UnreadPart(code: .columnsUnclear, subject: nil, place: quote))
        }
        let rows = zip(names, numbers).map { label, number in
            ReportRow(
                subject: label.subject, number: label.number, isWorded: label.isWorded,
                figures: [.init(number: number, role: .score, year: nil)], name: text.text(label.nameRange),
                place: ReportPlace(
                    page: page(number.range.lowerBound), quote: text.text(label.range) + " … " + text.text(number.range)
                ))
        }
        return Reading(count: names.count, group: RowGroup(rows: rows, isTable: true), unread: nil)
    }

    /// On one of the next two lines, with nothing between.
    private func follows(_ label: RowLabel, _ last: RowLabel) -> Bool {
        let gap = last.range.upperBound..<max(last.range.upperBound, label.range.lowerBound)
        return gap.count <= 40 && text.text(gap).contains("\n") && text.numbers(in: gap).isEmpty
            && text.letters(in: gap, without: { _ in false }) == 0 && isAlone(label)
    }

    private func isAlone(_ label: RowLabel) -> Bool {
        let line = text.range(ofLine: text.line(at: label.range.upperBound))
        let rest = label.range.upperBound..<max(label.range.upperBound, line.upperBound)
        return text.isFirstOnLine(label.range.lowerBound) && text.numbers(in: rest).isEmpty
            && text.letters(in: rest, without: { _ in false }) == 0
    }

    /// Numbers that stand alone on the lines behind a head of the column.
    private func figures(behind label: RowLabel) -> [ReportNumber] {
        var line = text.line(at: label.range.upperBound) + 1
        var found: [ReportNumber] = []
        while line < text.lineStarts.count, found.count <= 60 {
            let range = text.range(ofLine: line)
            line += 1
            let numbers = text.numbers(in: range)
            let letters = text.letters(in: range) { $0 == .scoreAfter }
            if numbers.count == 1, letters == 0, let number = numbers.first, number.isScore {
                found.append(number)
            } else if !found.isEmpty || !numbers.isEmpty || text.letters(in: range, without: { $0.isHead }) > 0 {
                break
            }
        }
        return found
    }
}

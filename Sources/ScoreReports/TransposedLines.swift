/// Written tables whose columns are the indicators: a line of labels without figures, then lines of as many figures,
/// each for a year.
struct TransposedLines {
    private let text: LexedText
    private let labels: [RowLabel]
    private let page: (Int) -> Int?

    init(_ text: LexedText, labels: [RowLabel], page: @escaping (Int) -> Int?) {
        self.text = text
        self.labels = labels
        self.page = page
    }

    /// The table whose head begins with a label: how many labels its head has, and its rows. Nil for anything else.
    func group(from index: Int) -> (count: Int, group: RowGroup)? {
        let line = text.line(at: labels[index].range.lowerBound)
        // No table has so many columns; a hostile line may.
        guard index == 0 || text.line(at: labels[index - 1].range.lowerBound) != line else { return nil }
        let head = labels[index...].prefix(61).prefix { text.line(at: $0.range.lowerBound) == line }
        guard (3...60).contains(head.count), head.allSatisfy({ !$0.isSetAside }) else { return nil }
        let lineRange = text.range(ofLine: line)
        let own = head.flatMap { text.numbers(in: $0.range) }.count
        guard text.numbers(in: lineRange).count == own else { return nil }
        var rows: [ReportRow] = []
        var next = line + 1
        while next < text.lineStarts.count, let found = figures(ofLine: next, count: head.count) {
            rows += zip(head, found).map { label, number in
                ReportRow(
                    subject: label.subject ?? label.number.map { .indicator(String($0)) }, number: label.number,
                    isWorded: label.isWorded,
                    figures: [.init(number: number, role: .score, year: text.year(before: number.range.lowerBound))],
                    name: text.text(label.nameRange),
                    place: ReportPlace(page: page(number.range.lowerBound), quote: text.text(text.range(ofLine: next))))
            }
            next += 1
        }
        // One line a year, or one line in all; more are agencies.
        let lines = rows.count / head.count
        let years = Set(rows.map { $0.figures[0].year })
        guard lines > 0, lines == 1 || years.count == lines else { return nil }
        return (head.count, RowGroup(rows: rows, isTable: true))
    }

    private func figures(ofLine line: Int, count: Int) -> [ReportNumber]? {
        let numbers = text.numbers(in: text.range(ofLine: line)).filter { $0.isScore }
        return numbers.count == count ? Array(numbers) : nil
    }
}

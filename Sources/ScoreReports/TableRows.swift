import GradingCore
import WebEvidence

/// Reads rows out of a drawn table.
struct TableRows {
    let vocabulary: ReportVocabulary
    let page: Int?
    private(set) var group = RowGroup(rows: [], isTable: true)
    private(set) var unread: [UnreadPart] = []
    /// Rows that are no rows of figures, as lines of text.
    private(set) var lines: [String] = []

    private static let mostRows = 2_000
    private static let mostColumns = 40

    init(_ table: TextTable, _ vocabulary: ReportVocabulary, page: Int?) {
        self.vocabulary = vocabulary
        self.page = page
        var head = table.head.prefix(TableRows.mostColumns).map { LexedText($0, vocabulary) }
        var rows = table.rows.prefix(TableRows.mostRows).map { row in
            row.prefix(TableRows.mostColumns).map { LexedText($0, vocabulary) }
        }
        if head.allSatisfy({ $0.bytes.isEmpty }), let first = rows.first, TableRows.isHead(first) {
            head = first
            rows.removeFirst()
        }
        let columns = head.map(TableRows.column)
        let named = head.map { TableRows.label($0, vocabulary)?.subject }
        if named.count(where: { $0 != nil }) >= 3 {
            readTransposed(rows, named)
        } else {
            for row in rows { read(row, columns) }
        }
        let years = Set(columns.compactMap(\.year))
        if years.count == 1 { group.year = years.first }
    }

    private struct Column {
        var role: ColumnRole?
        var year: Int?
    }

    /// Measure, steps, period, who is responsible: a table of what is planned.
    static func isOfMeasures(_ table: TextTable, _ vocabulary: ReportVocabulary) -> Bool {
        let head = table.head.allSatisfy(\.isEmpty) ? table.rows.first ?? [] : table.head
        return head.prefix(mostColumns).count { cell in
            LexedText(cell, vocabulary).words.contains { $0.meanings.contains(.measureHead) }
        } >= 3
    }

    private static func isHead(_ row: [LexedText]) -> Bool {
        row.allSatisfy { cell in cell.numbers.allSatisfy(\.isWhole) }
            && row.contains { cell in cell.words.contains { $0.meanings.contains { $0.isHead } } }
            && !row.contains { figure(in: $0) != nil && $0.years.isEmpty }
    }

    /// The last word of a head decides: "score after weighting", "level of score".
    private static func column(_ head: LexedText) -> Column {
        var column = Column(role: nil, year: head.years.last?.year)
        var roles: [ColumnRole] = []
        for word in head.words { for case .column(let role) in word.meanings { roles.append(role) } }
        column.role = roles.first { $0 != .score } ?? roles.first ?? (column.year == nil ? nil : .score)
        if Set(head.years.map(\.year)).count > 1 {
            column.year = nil
            if column.role == .score { column.role = .change }
        }
        return column
    }

    private static func label(_ cell: LexedText, _ vocabulary: ReportVocabulary) -> RowLabel? {
        let labels = LabelScan.labels(in: cell, vocabulary)
        return labels.first { if case .indicator? = $0.subject { true } else { false } } ?? labels.first
    }

    /// The number of a cell that holds a number and nothing else but its unit.
    private static func figure(in cell: LexedText) -> ReportNumber? {
        guard cell.numbers.count == 1, let number = cell.numbers.first, cell.years.isEmpty,
            cell.letters(in: 0..<cell.bytes.count, without: { $0 == .scoreAfter || $0 == .scoreBefore }) == 0
        else { return nil }
        return number
    }

    // MARK: Rows

    private mutating func read(_ cells: [LexedText], _ columns: [Column]) {
        let figures = cells.indices.compactMap { index in TableRows.figure(in: cells[index]).map { (index, $0) } }
        let labels = cells.indices.compactMap { index -> (Int, RowLabel)? in
            TableRows.figure(in: cells[index]) == nil
                ? TableRows.label(cells[index], vocabulary).map { (index, $0) } : nil
        }
        let quote = cells.map { $0.text(0..<$0.bytes.count) }
        if addLevels(cells, columns, quote) { return }
        let chosen = TableRows.chosen(labels, columns)
        guard let chosen, let own = TableRows.own(figures, of: chosen.0, columns) else {
            if let row = unnamed(cells, figures, columns, quote) {
                group.rows.append(row)
            } else {
                lines.append(quote.joined(separator: " "))
            }
            return
        }
        guard !chosen.1.isSetAside else { return }
        var row = ReportRow(
            subject: chosen.1.subject, number: chosen.1.number, isWorded: chosen.1.isWorded, figures: [],
            name: quote[chosen.0], place: place(quote))
        if row.number == nil, !row.isWorded {
            let before = figures.filter { figure in figure.0 < chosen.0 && !own.contains { $0.0 == figure.0 } }
            row.number = before.last { $0.1.isWhole && !$0.1.isSigned }.flatMap { $0.1.whole }
        }
        row.figures = shown(own, columns)
        row.levels = rowLevels(cells, columns, after: chosen.0)
        settle(&row, columns)
        group.rows.append(row)
    }

    /// The label that is nearest to the figures; an indicator outranks its instrument, which may stand beside it.
    private static func chosen(_ labels: [(Int, RowLabel)], _ columns: [Column]) -> (Int, RowLabel)? {
        labels.last { if case .indicator? = $0.1.subject { true } else { $0.1.isWorded } } ?? labels.last
    }

    /// The figures behind the name, else those before it in columns that are headed as scores; nil where there are none.
    private static func own(
        _ figures: [(Int, ReportNumber)], of label: Int, _ columns: [Column]
    ) -> [(Int, ReportNumber)]? {
        let behind = figures.filter { $0.0 > label }
        if !behind.isEmpty { return behind }
        let before = figures.filter { columns.indices.contains($0.0) && columns[$0.0].role == .score }
        return before.isEmpty ? nil : before
    }

    private func shown(_ figures: [(Int, ReportNumber)], _ columns: [Column]) -> [ReportRow.Figure] {
        figures.map { index, number in
            let column = index < columns.count ? columns[index] : Column()
            return ReportRow.Figure(number: number, role: column.role, year: column.year, column: index)
        }
    }

    /// Columns without a head, and the figures of an instrument repeated beside each of its rows.
    private mutating func settle(_ row: inout ReportRow, _ columns: [Column]) {
        let isIndicator = if case .indicator? = row.subject { true } else { row.subject == nil }
        for index in row.figures.indices where row.figures[index].role == .instrument && !isIndicator {
            row.figures[index].role = .score
        }
        let open = row.figures.indices.filter { row.figures[$0].role == nil }
        guard !open.isEmpty else { return }
        if row.figures.count == 1 {
            row.figures[0].role = .score
        } else if !row.figures.contains(where: { $0.role == .score }) || open.count == row.figures.count {
            var alone = RowGroup(rows: [row], isTable: true)
            if let fault = ColumnRoles.settle(&alone, head: [], weights: vocabulary.weights) { unread.append(fault) }
            row = alone.rows[0]
        }
    }

    private func place(_ quote: [String]) -> ReportPlace {
        ReportPlace(page: page, quote: quote.filter { !$0.isEmpty }.joined(separator: " | "))
    }

    /// A row of number, letters and figures whose name says nothing.
    private func unnamed(
        _ cells: [LexedText], _ figures: [(Int, ReportNumber)], _ columns: [Column], _ quote: [String]
    ) -> ReportRow? {
        guard let number = figures.first, let whole = number.1.whole, (1...20).contains(whole),
            columns.indices.contains(number.0) ? columns[number.0].role == nil : true,
            let name = cells.indices.first(where: {
                $0 > number.0 && TableRows.figure(in: cells[$0]) == nil && !cells[$0].bytes.isEmpty
            }),
            group.rows.contains(where: { $0.number != nil }) || columns.contains(where: { $0.role == .score })
        else { return nil }
        var scores = figures.filter { $0.0 > name && (!$0.1.isWhole || $0.1.value == 100 || $0.1.value == 0) }
        scores.removeAll { index, _ in columns.indices.contains(index) && columns[index].role == .other }
        guard !scores.isEmpty, scores.allSatisfy({ $0.1.isScore || $0.1.isSigned }),
            cells[name].letters(in: 0..<cells[name].bytes.count, without: { _ in false }) <= 60
        else { return nil }
        var row = ReportRow(
            subject: vocabulary.names.indicator(in: quote[name]).map { .indicator($0) }, number: whole, figures: [],
            name: quote[name], place: place(quote))
        row.figures = shown(scores, columns)
        if row.figures.count == 1 { row.figures[0].role = .score }
        return row
    }

    // MARK: Levels

    private func rowLevels(_ cells: [LexedText], _ columns: [Column], after label: Int) -> [(name: String, year: Int?)]
    {
        cells.indices.filter { $0 > label }.compactMap { index in
            ReportLevels.level(inCell: cells[index]).map {
                ($0, columns.indices.contains(index) ? columns[index].year : nil)
            }
        }
    }

    /// A row that is headed by the word for level: the agency's own level, per year.
    private mutating func addLevels(_ cells: [LexedText], _ columns: [Column], _ quote: [String]) -> Bool {
        guard let label = cells.firstIndex(where: { !$0.bytes.isEmpty }),
            cells[label].words.contains(where: { $0.meanings.contains(.levelWord) }),
            TableRows.label(cells[label], vocabulary) == nil
        else { return false }
        let levels = rowLevels(cells, columns, after: label)
        guard !levels.isEmpty else { return false }
        group.rows.append(
            ReportRow(subject: .overall, figures: [], levels: levels, name: quote[label], place: place(quote)))
        return true
    }

    // MARK: Indicators as columns

    private mutating func readTransposed(_ rows: [[LexedText]], _ named: [ReportSubject?]) {
        var seen: Set<Int?> = []
        for cells in rows {
            let quote = cells.map { $0.text(0..<$0.bytes.count) }
            let year = cells.first { !$0.years.isEmpty }?.years.last?.year
            let figures = cells.indices.filter { named.indices.contains($0) && named[$0] != nil }.compactMap { index in
                TableRows.figure(in: cells[index]).map { (index, $0) }
            }
            guard figures.count >= 3 else { continue }
            guard seen.insert(year).inserted else {
                unread.append(UnreadPart(code: .severalAgencies, place: place(quote)))
                group.rows = []
                return
            }
            group.rows += figures.map { index, number in
                ReportRow(
                    subject: named[index], figures: [.init(number: number, role: .score, year: year, column: index)],
                    name: "", place: place(quote))
            }
        }
    }
}

import GradingCore

/// Turns rows into figures of a year.
struct FigureSettling {
    let main: FiscalYear
    /// Years of which a list is known.
    let known: Set<Int>
    let indicators: Set<String>
    let instrumentOf: [String: String]
    private(set) var figures: [ReportFigure] = []
    private(set) var levels: [StatedLevel] = []
    private(set) var statements: [ReportStatement] = []
    private(set) var zeroItems: [ItemID] = []
    private(set) var conflicts: [ReportConflict] = []
    private(set) var unread: [UnreadPart] = []

    init(main: FiscalYear, known: Set<Int>, indicators: Set<String>, instrumentOf: [String: String]) {
        self.main = main
        self.known = known
        self.indicators = indicators
        self.instrumentOf = instrumentOf
    }

    mutating func add(_ group: RowGroup) {
        let settled = RowSettling(group, indicators: indicators)
        conflicts += settled.conflicts
        unread += settled.unread
        for (row, subject, known) in settled.rows {
            for figure in row.figures { add(figure, of: row, subject, known, in: group) }
            addChange(of: row, subject)
            for level in row.levels {
                levels.append(
                    StatedLevel(
                        level: level.name, year: year(level.year ?? group.year), subject: subject, place: row.place))
            }
        }
    }

    private func year(_ given: Int?) -> FiscalYear { given.map { FiscalYear($0) } ?? main }

    private mutating func add(
        _ figure: ReportRow.Figure, of row: ReportRow, _ subject: ReportSubject, _ known: ReportFigure.Known,
        in group: RowGroup
    ) {
        let year = year(figure.year ?? group.year)
        var subject = subject
        switch (figure.role, subject) {
        case (.score?, _): break
        case (.weighted?, .overall): break
        case (.weighted?, .instrument(let id)):
            statements.append(
                ReportStatement(kind: .weighted(instrument: id, figure.number.value), year: year, place: row.place))
            return
        case (.instrument?, .indicator(let id)):
            guard let instrument = instrumentOf[id] else { return }
            subject = .instrument(instrument)
        default: return
        }
        guard self.known.contains(year.year) else {
            unread.append(UnreadPart(code: .unknownYear, subject: String(year.year), place: row.place))
            return
        }
        guard figure.number.isScore, !figure.number.isSigned else {
            unread.append(UnreadPart(code: .outOfRange, subject: figure.number.text, place: row.place))
            return
        }
        if case .item(let item) = subject {
            if figure.number.value == 0 { zeroItems.append(item) }
            return
        }
        let stated = ReportFigure(
            subject: subject, year: year, value: figure.number.value, decimals: figure.number.decimals,
            source: group.isTable ? .table : .prose, known: known, place: row.place)
        // A merged cell repeats itself beside each row.
        if figure.role == .instrument,
            figures.contains(where: { $0.subject == subject && $0.year == year && $0.value == stated.value })
        {
            return
        }
        figures.append(stated)
    }

    /// A row of two years and their difference.
    private mutating func addChange(of row: ReportRow, _ subject: ReportSubject) {
        let scores = row.figures.filter { $0.role == .score && $0.year != nil }
        let changes = row.figures.filter { $0.role == .change }
        guard scores.count == 2, changes.count == 1, let one = scores[0].year, let other = scores[1].year, one != other
        else {
            return
        }
        let number = changes[0].number
        statements.append(
            ReportStatement(
                kind: .change(
                    subject, from: FiscalYear(min(one, other)), to: FiscalYear(max(one, other)), number.value,
                    isSigned: number.isSigned),
                year: FiscalYear(max(one, other)), place: row.place))
    }

    mutating func add(_ found: [ReportLevels.Statement]) {
        levels += found.map {
            StatedLevel(level: $0.level, year: year($0.year), subject: .overall, place: $0.place)
        }
    }

    mutating func add(_ found: [Statements.Statement]) {
        for statement in found {
            let year = year(statement.year)
            let kind: ReportStatement.Kind
            switch statement.kind {
            case .count(let count, let condition, let instrument):
                kind = .count(count, condition, instrument: instrument)
            case .highest(let id): kind = .highest(indicator: id)
            case .lowest(let id): kind = .lowest(indicator: id)
            case .change(let subject, let value, let isUp, let from):
                let earlier = from.map { FiscalYear($0) } ?? main.previous
                guard earlier < main else { continue }
                kind = .change(subject, from: earlier, to: main, isUp ? value : -value, isSigned: true)
            case .zeroItem(let item):
                zeroItems.append(item)
                continue
            }
            statements.append(ReportStatement(kind: kind, year: year, place: statement.place))
        }
    }
}

import GradingCore

/// Tells which figure of a row is the score.
enum ColumnRoles {
    /// Gives each figure its role and year. Columns that nobody can tell apart are named; their figures stay without
    /// a role and are not used.
    static func settle(_ group: inout RowGroup, head: [TextHead.Column], weights: Set<Fraction>) -> UnreadPart? {
        let widest = group.rows.map(\.figures.count).max() ?? 0
        guard widest > 1 else {
            for row in group.rows.indices {
                for figure in group.rows[row].figures.indices { assign(&group.rows[row].figures[figure], .score, nil) }
            }
            return nil
        }
        var unclear: ReportRow?
        for row in group.rows.indices where !settle(&group.rows[row], head) {
            if !settleByArithmetic(&group.rows[row], weights) { unclear = unclear ?? group.rows[row] }
        }
        return unclear.map { UnreadPart(code: .columnsUnclear, subject: nil, place: $0.place) }
    }

    private static func assign(_ figure: inout ReportRow.Figure, _ role: ColumnRole, _ year: Int?) {
        figure.role = role
        figure.year = year ?? figure.year
    }

    /// By the head: as many columns as figures, or fewer figures where cells are empty.
    private static func settle(_ row: inout ReportRow, _ head: [TextHead.Column]) -> Bool {
        if row.figures.count == head.count {
            for index in head.indices { assign(&row.figures[index], head[index].role, head[index].year) }
            return true
        }
        let scores = head.filter { $0.role == .score }
        if row.figures.count == 1, scores.count == 1 || head.isEmpty {
            assign(&row.figures[0], .score, scores.first?.year)
            return true
        }
        guard row.figures.count < head.count, case .overall? = row.subject else { return false }
        // A row of totals: the sum of the weights, then the overall score.
        for index in row.figures.indices {
            let isSum =
                row.figures[index].number.value == 100 && head.contains { $0.role == .weight || $0.role == .other }
            assign(&row.figures[index], isSum && index < row.figures.count - 1 ? .weight : .score, nil)
        }
        return row.figures.count { $0.role == .score } == 1
    }

    /// A signed figure is a change; of weight, score and product each proves the others; of two years and their
    /// difference the order of the years stays open.
    private static func settleByArithmetic(_ row: inout ReportRow, _ weights: Set<Fraction>) -> Bool {
        let figures = row.figures.map(\.number.value)
        if row.figures.count == 2, row.figures[1].number.isSigned {
            assign(&row.figures[0], .score, nil)
            assign(&row.figures[1], .change, nil)
            return true
        }
        if row.figures.count == 2 || row.figures.count == 3, case .instrument? = row.subject {
            for (weight, score) in [(0, 1), (1, 0)] {
                let product = (figures[weight] * figures[score] / 100).hundredths
                let isWeight = row.figures[weight].number.isWhole && weights.contains(figures[weight])
                guard isWeight, row.figures.count == 2 || figures[2].hundredths == product else { continue }
                assign(&row.figures[weight], .weight, nil)
                assign(&row.figures[score], .score, nil)
                if row.figures.count == 3 { assign(&row.figures[2], .weighted, nil) }
                return true
            }
        }
        return false
    }
}

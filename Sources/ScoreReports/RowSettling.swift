/// A contradiction in a report that was settled, and how.
public struct ReportConflict: Sendable, Hashable {
    /// Raw values are stable words, shared with files of figures.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The numbers of a table are ranks by score.
        case ranksAsNumbers = "ranks_as_numbers"
        /// A table counts its rows; its indicators stand in another order than the official one.
        case otherOrder = "other_order"
        /// One row's number is not that of the indicator that it names.
        case numberAndName = "number_and_name"
    }
    public var code: Code
    /// How many rows differ, or 1.
    public var count: Int
    /// The number that is printed, and the id of the indicator that is named; empty where the code says all.
    public var printed: String
    public var named: String
    public var place: ReportPlace
}

/// Finds out which indicator each row of a table is: by name, then by number where the numbers can be believed.
struct RowSettling {
    private(set) var rows: [(row: ReportRow, subject: ReportSubject, known: ReportFigure.Known)] = []
    private(set) var conflicts: [ReportConflict] = []
    private(set) var unread: [UnreadPart] = []

    init(_ group: RowGroup, indicators: Set<String>) {
        let named = group.rows.compactMap { row -> (number: Int, id: Int, row: ReportRow)? in
            guard case .indicator(let id)? = row.subject, let number = row.number, let own = Int(id) else { return nil }
            return (number, own, row)
        }
        let areNumbers = settleNumbers(named, group)
        for row in group.rows {
            if let subject = row.subject {
                let known: ReportFigure.Known =
                    if case .indicator(let id) = subject, row.number.map(String.init) == id { .nameAndNumber } else {
                        .name
                    }
                rows.append((row, subject, known))
            } else if let number = row.number, indicators.contains(String(number)),
                areNumbers || row.isWorded && named.isEmpty
            {
                rows.append((row, .indicator(String(number)), .number))
                unread.append(UnreadPart(code: .nameNotRead, subject: String(number), place: row.place))
            } else if row.number != nil {
                unread.append(UnreadPart(code: .rowWithoutName, place: row.place))
            }
        }
    }

    /// Tells conflicts between numbers and names; true where numbers without a readable name can be believed.
    private mutating func settleNumbers(
        _ named: [(number: Int, id: Int, row: ReportRow)], _ group: RowGroup
    ) -> Bool {
        let wrong = named.filter { $0.number != $0.id }
        guard let first = wrong.first else {
            return !named.isEmpty || RowSettling.countUp(group.rows)
        }
        let byNumber = named.sorted { $0.number < $1.number }
        let scores = byNumber.compactMap { $0.row.figures.first?.number.value }
        let isRank =
            scores.count == named.count && wrong.count > 2 && Set(scores).count > 1
            && zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 }
        let numbers = group.rows.compactMap(\.number)
        if isRank {
            note(.ranksAsNumbers, wrong.count, first)
        } else if wrong.count > 1, !numbers.isEmpty, numbers.sorted() == Array(1...numbers.count) {
            note(.otherOrder, wrong.count, first)
        } else {
            for row in wrong { note(.numberAndName, 1, row) }
            // One slip among many rows does not make the other numbers wrong.
            return wrong.count * 4 <= named.count
        }
        return false
    }

    private mutating func note(
        _ code: ReportConflict.Code, _ count: Int, _ row: (number: Int, id: Int, row: ReportRow)
    ) {
        conflicts.append(
            ReportConflict(
                code: code, count: count, printed: String(row.number), named: String(row.id), place: row.row.place))
    }

    /// Rows without any readable name: their numbers must go up by one, each once, and not be ranks by score.
    private static func countUp(_ rows: [ReportRow]) -> Bool {
        let numbered = rows.compactMap { row in row.number.map { ($0, row.figures.first?.number.value) } }
        let isDescending = zip(numbered, numbered.dropFirst()).allSatisfy { left, right in
            guard let one = left.1, let other = right.1 else { return false }
            return one >= other
        }
        return numbered.count >= 3 && !isDescending
            && zip(numbered, numbered.dropFirst()).allSatisfy { $1.0 == $0.0 + 1 }
    }
}

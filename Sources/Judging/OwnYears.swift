import Checklists
import Findings
import GradingCore
import ThaiText

/// What the evidence says of its own year in two places of one rank: a heading says one year, the first sentence of the
/// report another. One of them is a slip, and nobody can tell which.
struct OwnYears {
    let judgement: CurrencyJudgement

    private var dates: [DatedEvidence] { judgement.dates.dates }
    private var codes: [CurrencyCode] { judgement.rule.codes }
    private var takesSpans: Bool { judgement.takesSpans }

    /// The year that is asked for; nil where no single one is.
    private var wanted: FiscalYear? {
        if codes.contains(.previousFYAnalysis) { return nil }
        for code in codes {
            switch code {
            case .previousFYReport: return judgement.fiscalYear.previous
            case .reportPeriod: return headed
            case .currentFYPlan, .coversCurrentFY, .currentFYData, .sixMonthsCurrentFY: return judgement.fiscalYear
            default: continue
            }
        }
        return nil
    }

    /// The one year that title and headings name.
    private var headed: FiscalYear? {
        let years = Set(judgement.indices(where: isHead).flatMap { dates[$0].date.fiscalYears })
        return years.count == 1 ? years.first : nil
    }

    // MARK: Clashes

    /// The evidence names the wanted year and says of itself in its text that it is of another.
    func current() -> [Int]? {
        guard let wanted else { return nil }
        let named = named(wanted)
        // Of the years to come a plan may speak; the slip is the year that was copied.
        let others = sentences { $0.allSatisfy { $0 < wanted } }.union(rounds { $0.allSatisfy { $0 < wanted } })
        let own = sentences { $0.contains(wanted) }.union(rounds { $0 == [wanted] })
        if !others.isEmpty, others.count >= own.count, !isSorted(others) { return clash(named, others) }
        guard takesHeads, named.contains(where: { dates[$0].place != Place.tableHead.rawValue }) else { return nil }
        return clash(named, columns(besides: wanted))
    }

    /// All that the content says is another year, but so little that it may be the slip.
    func outdated() -> [Int]? {
        guard let wanted else { return nil }
        let content = judgement.indices { dated in
            dated.source.isContent && dated.isPeriod && dated.mayCover
                && (dated.place != Place.heading.rawValue || dated.tie == .subtitle)
        }
        let others = content.filter { dates[$0].date.fiscalYears == [wanted.previous] }
        guard content.count == others.count || takesHeads else { return nil }
        if others.count == 1, let other = others.first, isOfItself(dates[other]) || dates[other].isRound {
            return clash(promises, others)
        }
        // "As of 31 March 2566" over columns of the year before.
        guard codes.contains(.sixMonthsCurrentFY) else { return nil }
        let states = judgement.indices { dated in
            dated.source == .body && !dated.isInRow && dated.date.isAsOf && dated.date.fiscalYears == [wanted]
        }
        let columns = columns(besides: wanted)
        return columns == others ? clash(states, columns) : nil
    }

    /// Twelve months from January where a fiscal year is asked for.
    func otherRound() -> [Int]? {
        guard codes.contains(.previousFYReport), let wanted else { return nil }
        let rounds = judgement.indices { dated in
            guard isTold(dated), dated.isRound, let period = dated.date.period else { return false }
            return period.from.month == 1 && period.to.month == 12 && dated.date.fiscalYears.contains(wanted)
        }
        guard let round = rounds.min(), self.rounds(where: { $0 == [wanted] }).isEmpty else { return nil }
        return [round] + rounds.subtracting([round]).sorted()
    }

    /// Titles and headings that name the wanted year.
    var promises: Set<Int> {
        guard let wanted else { return [] }
        return judgement.indices { isHead($0) && isOf(wanted, $0) }
    }

    /// The wanted year first, then the other one.
    private func clash(_ named: Set<Int>, _ others: Set<Int>) -> [Int]? {
        guard let head = named.min(), let other = others.min() else { return nil }
        return [head, other] + named.union(others).subtracting([head, other]).sorted()
    }

    // MARK: Places

    /// A title or heading, not a column.
    private func isHead(_ dated: DatedEvidence) -> Bool {
        (dated.source == .title || dated.source == .heading) && dated.place != Place.tableHead.rawValue
            && dated.tie != .subtitle && dated.isPeriod && dated.mayCover
            && (takesSpans || dated.date.fiscalYears.count == 1)
    }

    private func isOf(_ year: FiscalYear, _ dated: DatedEvidence) -> Bool {
        takesSpans ? dated.date.fiscalYears.contains(year) : dated.date.fiscalYears == [year]
    }

    /// Told in the text, not in a row of a table.
    private func isTold(_ dated: DatedEvidence) -> Bool {
        (dated.source == .body || dated.tie == .subtitle) && !dated.isInRow && dated.said == .covers
            && dated.mayCover && dated.isPeriod
    }

    private func isOfItself(_ dated: DatedEvidence) -> Bool { dated.tie == .name || dated.tie == .subtitle }

    /// Where title, headings, columns, or the text of itself name a year.
    private func named(_ year: FiscalYear) -> Set<Int> {
        judgement.indices { dated in
            guard isOf(year, dated), dated.isPeriod, dated.mayCover else { return false }
            return dated.source == .title || dated.source == .heading || (isTold(dated) && dated.tie != .none)
        }
    }

    /// Sentences in which the evidence says its year.
    private func sentences(where holds: ([FiscalYear]) -> Bool) -> Set<Int> {
        judgement.indices { dated in
            isTold(dated) && isOfItself(dated) && holds(dated.date.fiscalYears)
                && (takesSpans ? dated.date.fiscalYears.count > 1 : dated.date.fiscalYears.count == 1)
        }
    }

    /// Whole or half fiscal years, from day to day.
    private func rounds(where holds: ([FiscalYear]) -> Bool) -> Set<Int> {
        guard !takesSpans else { return [] }
        return judgement.indices { dated in
            isTold(dated) && dated.isRound && dated.date.fiscalYears.count == 1 && holds(dated.date.fiscalYears)
        }
    }

    /// Only of a report do the columns say what it is of: a plan sets the year before beside its own.
    private var takesHeads: Bool { codes.contains { $0 == .previousFYReport || $0 == .sixMonthsCurrentFY } }

    /// Columns of one other year, where no column is of the wanted one.
    private func columns(besides year: FiscalYear) -> Set<Int> {
        let columns = judgement.indices { dated in
            dated.place == Place.tableHead.rawValue && dated.isPeriod && dated.mayCover
        }
        let isOther = columns.allSatisfy { dates[$0].date.fiscalYears == [year.previous] }
        return isOther && columns.count > 1 ? columns : []
    }

    /// True when headings sort the page by years, or lines name several years: then each is of its own edition.
    private func isSorted(_ others: Set<Int>) -> Bool {
        if Set(others.map { dates[$0].date.fiscalYears }).count > 1 { return true }
        let years = Set(others.flatMap { dates[$0].date.fiscalYears })
        return dates.contains { dated in isHead(dated) && !years.isDisjoint(with: dated.date.fiscalYears) }
    }
}

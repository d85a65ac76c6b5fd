import Checklists
import Findings
import GradingCore
import ThaiText

/// Dates of one document of which not all can be right, so that nobody can tell its time from it.
struct ContradictoryDates {
    let judgement: CurrencyJudgement
    /// What the dates would tell if none contradicted.
    let kind: CurrencyVerdict.Kind

    /// Numbers of dates that contradict, those to quote first.
    struct Found {
        var dates: [Int]
        /// The first is a round of twelve months that is no fiscal year.
        var isOtherRound = false
    }

    private var dates: [DatedEvidence] { judgement.dates.dates }
    /// So many dates of work in another year, and none in the year named, are no slips of the pen.
    private static let leastDates = 3

    /// Nil when no dates contradict.
    func found() -> Found? {
        let own = OwnYears(judgement: judgement)
        switch kind {
        case .current:
            if let round = own.otherRound() { return Found(dates: round, isOtherRound: true) }
            return (listed() ?? own.current()).map { Found(dates: $0) }
        case .outdated: return own.outdated().map { Found(dates: $0) }
        default: return nil
        }
    }

    /// A title or heading of the wanted year over content of another; nil when none is.
    func promise() -> Int? { OwnYears(judgement: judgement).promises.min() }

    private func listed() -> [Int]? {
        if judgement.rule.codes.contains(.previousFYReport) { return reportOfOtherYear() }
        if judgement.rule.codes.contains(.currentFYPlan), !judgement.rule.codes.contains(.previousFYAnalysis) {
            return planOfOtherYear()
        }
        if judgement.rule.codes.contains(where: { $0 == .currentFYActivity || $0 == .currentFY }) { return twoYears() }
        return nil
    }

    /// The head names a year, and every day and month of the work that is told lies in the year before.
    private func reportOfOtherYear() -> [Int]? {
        let wanted = judgement.fiscalYear.previous
        let told = judgement.indices { dated in
            dated.source == .body && dated.isOfEvidence && isDayOrMonth(dated)
        }
        let years = told.flatMap { dates[$0].date.fiscalYears }
        guard !years.contains(wanted), years.count(where: { $0 == wanted.previous }) >= ContradictoryDates.leastDates,
            !years.contains(where: { $0 < wanted.previous })
        else { return nil }
        let named = judgement.indices { $0.source >= .title && !$0.date.isDay && $0.date.fiscalYears == [wanted] }
        let others = told.filter { dates[$0].date.fiscalYears == [wanted.previous] }
        guard let head = named.min(), let other = others.min() else { return nil }
        return [head, other] + named.union(others).subtracting([head, other]).sorted()
    }

    /// The head names a year, and the text below says of itself that it is of another one, more often than the head's.
    private func planOfOtherYear() -> [Int]? {
        let wanted = judgement.fiscalYear
        let named = judgement.indices { $0.source == .heading && $0.mayCover && $0.date.fiscalYears == [wanted] }
        let headed = judgement.indices { dated in
            dated.source == .heading && dated.mayCover && dated.date.fiscalYears.count == 1
        }
        let body = judgement.indices { dated in
            dated.source == .body && dated.said == .covers && dated.mayCover && dated.isPeriod
                && dated.date.fiscalYears.count == 1
        }
        func of(_ year: FiscalYear) -> Set<Int> { body.filter { dates[$0].date.fiscalYears == [year] } }
        let others = of(wanted.previous)
        let said = others.filter { isYear(dates[$0]) }
        guard let head = named.min(), headed == named, let other = said.min(),
            others.count >= ContradictoryDates.leastDates, others.count > of(wanted).count,
            said.count >= of(wanted).filter({ isYear(dates[$0]) }).count
        else { return nil }
        return [head, other] + named.union(others).subtracting([head, other]).sorted()
    }

    private func isYear(_ dated: DatedEvidence) -> Bool {
        switch dated.date.kind {
        case .fiscalYear, .calendarYear: true
        default: false
        }
    }

    private func isDayOrMonth(_ dated: DatedEvidence) -> Bool {
        switch dated.date.kind {
        case .day, .month, .daySpan, .monthSpan: true
        default: false
        }
    }

    /// One event that is told twice, with days that differ in one thing: the year, or the month.
    private func twoYears() -> [Int]? {
        let told = judgement.indices { dated in
            dated.source >= .title && dated.said == .covers && dated.isOfEvidence && judgement.day(dated) != nil
        }.sorted()
        let days = told.compactMap { judgement.day(dates[$0]) }
        guard let first = days.first, let other = zip(told, days).first(where: { $0.1 != first })?.0,
            days.contains(where: judgement.fiscalYear.contains), !days.allSatisfy(judgement.fiscalYear.contains)
        else { return nil }
        let isOtherYear = days.allSatisfy { $0.month == first.month && $0.day == first.day }
        // Two months may be of two events, but not where a row of facts gives the day of what is told above it.
        let isOtherMonth =
            Set(days.map(\.iso)).count == 2 && days.allSatisfy { $0.year == first.year && $0.day == first.day }
            && dates[told[0]].isInRow != dates[other].isInRow
        guard isOtherYear || isOtherMonth else { return nil }
        return [told[0], other] + told.dropFirst().filter { $0 != other }
    }
}

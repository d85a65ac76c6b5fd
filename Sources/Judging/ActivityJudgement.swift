import Checklists
import Findings
import GradingCore
import ThaiText

/// Whether something happened, or was made known, in the assessed fiscal year.
struct ActivityJudgement {
    let judgement: CurrencyJudgement

    private var fiscalYear: FiscalYear { judgement.fiscalYear }
    private var dates: [DatedEvidence] { judgement.dates.dates }

    /// Activities, orders, declarations.
    func partial() -> CurrencyJudgement.Partial {
        // What the content says of its year outranks the day on which the page was put up.
        let stated = judgement.stated(fiscalYear, in: [.heading, .body]).flatMap { $0.kind == .current ? nil : $0 }
        let happened = days([.covers, .other, .signed])
        if let stated, stated.decides.contains(where: isOfWhole), !isCalendar(stated, happened) { return stated }
        let hits = happened.filter(isInYear).union(monthsInYear)
        if !hits.isEmpty { return CurrencyJudgement.Partial(kind: .current, decides: hits) }
        if let stated { return stated }
        // What happened in another year is not of this one because it was published in it.
        let posted: Set<Int> = happened.isEmpty ? days([.published]).filter(isInYear) : []
        if !posted.isEmpty { return CurrencyJudgement.Partial(kind: .current, decides: posted) }
        if let labelled = judgement.labelled(fiscalYear), !isBelied(labelled, happened) { return labelled }
        let told = happened.isEmpty ? days([.published]) : happened
        return told.isEmpty ? judgement.covering(fiscalYear) : latest(of: told)
    }

    /// The heading counts by the calendar: what happened in its last months is of the next fiscal year.
    private func isCalendar(_ stated: CurrencyJudgement.Partial, _ happened: Set<Int>) -> Bool {
        let years = Set(
            happened.filter(isInYear).compactMap { judgement.day(dates[$0]) }.map { $0.year + FiscalYear.buddhistShift }
        )
        return stated.decides.allSatisfy { number in
            if case .calendarYear(let year) = dates[number].date.kind { years.contains(year) } else { false }
        }
    }

    /// A title or heading names the year, and the one event that is told was on a day of an earlier one.
    private func isBelied(_ labelled: CurrencyJudgement.Partial, _ happened: Set<Int>) -> Bool {
        guard labelled.kind == .current, labelled.decides.allSatisfy({ dates[$0].source != .body }) else {
            return false
        }
        let days = happened.filter { dates[$0].said == .covers && dates[$0].source == .body }
            .compactMap { judgement.day(dates[$0]) }
        return !days.isEmpty && days.allSatisfy { FiscalYear(containing: $0) < fiscalYear }
    }

    /// Entries with their days; headings of years around them sort the older ones.
    func news() -> CurrencyJudgement.Partial {
        let days = days([.covers, .other, .published, .signed])
        let hits = days.filter(isInYear).union(monthsInYear)
        if !hits.isEmpty { return CurrencyJudgement.Partial(kind: .current, decides: hits) }
        return days.isEmpty ? judgement.covering(fiscalYear) : latest(of: days)
    }

    /// A heading, or a fiscal year: other years that sentences mention may be of anything.
    private func isOfWhole(_ index: Int) -> Bool {
        if dates[index].source == .heading { return true }
        switch dates[index].date.kind {
        case .fiscalYear, .half, .twelveMonths, .quarter, .quarterSpan: return true
        default: return false
        }
    }

    private func days(_ roles: Set<TextDate.Role>) -> Set<Int> {
        judgement.indices { dated in
            guard dated.source.isContent || dated.source == .title, roles.contains(dated.said), dated.isOfEvidence
            else {
                return false
            }
            return judgement.day(dated) != nil
        }
    }

    private func isInYear(_ index: Int) -> Bool { judgement.day(dates[index]).map(isInYear) ?? false }

    private func isInYear(_ day: CivilDate) -> Bool { fiscalYear.contains(day) && day <= judgement.asOf }

    private var monthsInYear: Set<Int> {
        judgement.indices { dated in
            guard case .month = dated.date.kind, dated.source.isContent, dated.isOfEvidence,
                let period = dated.date.period
            else { return false }
            return isInYear(period.from)
        }
    }

    private func latest(of days: Set<Int>) -> CurrencyJudgement.Partial {
        let latest = days.compactMap { judgement.day(dates[$0]) }.max() ?? judgement.asOf
        return CurrencyJudgement.Partial(
            kind: FiscalYear(containing: latest) > fiscalYear ? .future : .outdated,
            decides: days.filter { judgement.day(dates[$0]) == latest }, missing: ["\(fiscalYear.year)"])
    }
}

import Checklists
import Findings
import GradingCore
import ThaiText

/// How far into the fiscal year the evidence says that it reaches: the first half is owed up to its last day.
struct ReachJudgement {
    let judgement: CurrencyJudgement
    private let fiscalYear: FiscalYear

    /// - Parameter year: the year of which is asked how far it is covered; that of the list where nil.
    init(judgement: CurrencyJudgement, of year: FiscalYear? = nil) {
        self.judgement = judgement
        fiscalYear = year ?? judgement.fiscalYear
    }

    /// Which dates were met, and the last day that they reach.
    private struct Reach {
        var dates: Set<Int> = []
        var latest: CivilDate?
        /// The first day of the periods; nil where only days were met.
        var earliest: CivilDate?

        mutating func add(_ index: Int, to day: CivilDate, from first: CivilDate? = nil) {
            dates.insert(index)
            latest = max(latest ?? day, day)
            if let first { earliest = min(earliest ?? first, first) }
        }
    }

    /// - Parameters:
    ///   - covered: the verdict on the year.
    ///   - isLabelEnough: the year alone says that it is covered so far.
    func partial(_ covered: CurrencyJudgement.Partial, isLabelEnough: Bool) -> CurrencyJudgement.Partial {
        guard let half = judgement.fiscalYear.firstHalf else { return covered }
        // What is said of the whole outranks what rows and sentences mention: a row may name the month that it plans.
        let whole = reach(isOfWhole: true)
        let reached = whole.latest == nil ? reach(isOfWhole: false) : whole
        guard let latest = reached.latest else {
            if hasHalfLabel || isLabelEnough { return covered }
            return CurrencyJudgement.Partial(kind: .incomplete, decides: covered.decides, missing: ["\(half.to.iso)"])
        }
        if latest >= half.to {
            return CurrencyJudgement.Partial(kind: .current, decides: covered.decides.union(reached.dates))
        }
        // A month that is told only in part is missing too.
        let months = MonthsJudgement.months(from: latest, to: half.to)
        return CurrencyJudgement.Partial(
            kind: .incomplete, decides: reached.dates,
            missing: Array(months.dropFirst(latest == latest.lastOfMonth ? 1 : 0)))
    }

    /// A report on the whole year: `incomplete` where what is said of the whole ends before the year does. The name of a
    /// year alone says that all of it is covered.
    func wholeYear(_ covered: CurrencyJudgement.Partial) -> CurrencyJudgement.Partial {
        guard let year = fiscalYear.period, !isWholeRound else { return covered }
        let whole = reach(isOfWhole: true)
        // A round of reporting begins with the year; a survey is taken on some days of it.
        guard let latest = whole.latest, latest < year.to, whole.earliest == year.from else { return covered }
        let months = MonthsJudgement.months(from: latest, to: year.to)
        return CurrencyJudgement.Partial(
            kind: .incomplete, decides: whole.dates,
            missing: Array(months.dropFirst(latest == latest.lastOfMonth ? 1 : 0)))
    }

    /// Twelve months, or the second half beside which the first stands.
    private var isWholeRound: Bool {
        counted.contains { _, dated in
            switch dated.date.kind {
            case .twelveMonths, .twelveMonthsOnly, .sixMonthsOnly(half: 2), .half(2, _): true
            default: false
            }
        }
    }

    /// A round of six or twelve months, which reaches far enough unless months say less.
    private var hasHalfLabel: Bool {
        counted.contains { _, dated in
            switch dated.date.kind {
            case .half, .twelveMonths, .sixMonthsOnly, .twelveMonthsOnly: true
            default: false
            }
        }
    }

    private var counted: [(Int, DatedEvidence)] {
        judgement.dates.dates.enumerated().filter { $1.source >= .title && $1.isOfEvidence }.map { ($0, $1) }
    }

    private func reach(isOfWhole: Bool) -> Reach {
        guard let year = fiscalYear.period else { return Reach() }
        var reach = Reach()
        for (index, dated) in counted where !isOfWhole || tellsOfWhole(dated) {
            switch dated.date.kind {
            case .monthSpan, .daySpan, .quarter, .quarterSpan, .month, .monthNameSpan, .quarterOnly:
                guard let period = dated.period(in: fiscalYear), year.contains(period.to) else { continue }
                judgement.ledger?.weighed.insert(index)
                reach.add(index, to: period.to, from: period.from)
            case .day(let day):
                let isReach = dated.date.isAsOf || (hasHalfLabel && dated.said == .covers && isPastHalf(day))
                guard isReach, year.contains(day), day <= judgement.asOf else { continue }
                reach.add(index, to: day)
            default: continue
            }
        }
        return reach
    }

    private func isPastHalf(_ day: CivilDate) -> Bool { judgement.fiscalYear.firstHalf.map { $0.to <= day } ?? false }

    /// Spans, quarters and state days with their year, and headings: not rows of tables, single days and months.
    private func tellsOfWhole(_ dated: DatedEvidence) -> Bool {
        guard dated.source.isContent, !dated.isInRow else { return false }
        switch dated.date.kind {
        case .daySpan(let span): return span.from.day == 1 && span.to == span.to.lastOfMonth
        case .monthSpan, .quarter, .quarterSpan: return true
        case .day: return dated.date.isAsOf
        default: return dated.source == .heading
        }
    }
}

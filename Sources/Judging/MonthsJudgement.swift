import Checklists
import Findings
import GradingCore
import ThaiText

/// Monthly evidence: each month from October to the last full month before the assessment date, at most March.
struct MonthsJudgement {
    let judgement: CurrencyJudgement

    /// The months that are owed, as `2022-10`, in order.
    static func owed(_ year: FiscalYear, asOf: CivilDate) -> [String] {
        guard let half = year.firstHalf else { return [] }
        return months(from: half.from, to: half.to).filter { month in
            guard let first = CivilDate(iso: month + "-01") else { return false }
            return first.lastOfMonth < asOf
        }
    }

    /// Names of the months from one day to another, both included, as `2022-10`.
    static func months(from: CivilDate, to: CivilDate) -> [String] {
        var list: [String] = []
        var year = from.year
        var month = from.month
        while (year, month) <= (to.year, to.month) {
            list.append(String((CivilDate(year: year, month: month, day: 1) ?? from).iso.prefix(7)))
            month += 1
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        return list
    }

    func partial() -> CurrencyJudgement.Partial {
        let year = judgement.fiscalYear
        guard let span = year.period else { return CurrencyJudgement.Partial(kind: .undated) }
        var found: Set<String> = []
        var decides: Set<Int> = []
        let isLabelled = judgement.covering(year).kind == .current
        for (index, dated) in judgement.dates.dates.enumerated() where dated.isOfEvidence && dated.source >= .link {
            switch dated.date.kind {
            case .month, .monthSpan, .quarter, .quarterSpan, .half, .daySpan, .monthNameOnly, .monthNameSpan:
                guard dated.date.period != nil || isLabelled, let period = dated.period(in: year), span.overlaps(period)
                else { continue }
                judgement.ledger?.weighed.insert(index)
                let months = MonthsJudgement.months(from: max(period.from, span.from), to: min(period.to, span.to))
                if !found.isSuperset(of: months) || dated.source >= .title { decides.insert(index) }
                found.formUnion(months)
            default: continue
            }
        }
        let owed = MonthsJudgement.owed(year, asOf: judgement.asOf)
        let missing = owed.filter { !found.contains($0) }
        if found.isEmpty {
            let covered = judgement.covering(year)
            let kind: CurrencyVerdict.Kind = covered.kind == .current ? .incomplete : covered.kind
            return CurrencyJudgement.Partial(kind: kind, decides: covered.decides, missing: owed)
        }
        return CurrencyJudgement.Partial(
            kind: missing.isEmpty ? .current : .incomplete, decides: decides, missing: missing)
    }
}

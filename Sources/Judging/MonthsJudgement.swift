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

    /// Months of a label such as "six months" that says nothing where each month has a part of its own.
    private static let half = 4

    /// Most of the owed months stand one by one over their parts: what the cover says of the half year fills no gap.
    private func isEnumerated(_ owed: [String], in year: FiscalYear) -> Bool {
        let single = judgement.dates.dates.filter { dated in
            guard dated.isOfEvidence, dated.source.isContent, !dated.isInRow else { return false }
            switch dated.date.kind {
            case .month, .monthNameOnly: return true
            default: return false
            }
        }
        let named = Set(
            single.compactMap { $0.period(in: year) }.flatMap { MonthsJudgement.months(from: $0.from, to: $0.to) })
        let count = owed.count(where: named.contains)
        return count >= MonthsJudgement.half && count < owed.count
    }

    func partial() -> CurrencyJudgement.Partial {
        let year = judgement.fiscalYear
        guard let span = year.period else { return CurrencyJudgement.Partial(kind: .undated) }
        var found: Set<String> = []
        var decides: Set<Int> = []
        let isLabelled = judgement.covering(year).kind == .current
        let owed = MonthsJudgement.owed(year, asOf: judgement.asOf)
        let isEnumerated = isEnumerated(owed, in: year)
        for (index, dated) in judgement.dates.dates.enumerated() where dated.isOfEvidence && dated.source >= .link {
            switch dated.date.kind {
            case .month, .monthSpan, .quarter, .quarterSpan, .half, .daySpan, .monthNameOnly, .monthNameSpan:
                guard dated.date.period != nil || isLabelled, let period = dated.period(in: year), span.overlaps(period)
                else { continue }
                judgement.ledger?.weighed.insert(index)
                let months = MonthsJudgement.months(from: max(period.from, span.from), to: min(period.to, span.to))
                if isEnumerated, months.count >= MonthsJudgement.half { continue }
                if !found.isSuperset(of: months) || dated.source >= .title { decides.insert(index) }
                found.formUnion(months)
            default: continue
            }
        }
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

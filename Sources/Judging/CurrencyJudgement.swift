import Checklists
import Findings
import GradingCore
import ThaiText

/// Judges the time of an item's evidence against the rule of the checklist.
struct CurrencyJudgement {
    let rule: CurrencyRule
    let fiscalYear: FiscalYear
    let asOf: CivilDate
    let dates: DateCollection
    /// Notes which dates were weighed, for who asks why.
    var ledger: DateLedger?

    /// What one code says. `decides` indexes `dates.dates`.
    struct Partial {
        var kind: CurrencyVerdict.Kind
        var decides: Set<Int> = []
        var missing: [String] = []
    }

    /// A verdict and, in the order of its found dates, their indices into `dates.dates`.
    struct Result {
        var verdict: CurrencyVerdict
        var shown: [Int] = []
        /// Indices of all dates on which the verdict rests.
        var decides: Set<Int> = []
        /// Dates of which not all can be right; who reads them cannot tell the time.
        var contradiction: [Int] = []
        /// True when the first of them is a round of twelve months that is no fiscal year.
        var isOtherRound = false
        /// A title that promises the wanted year over content of another: the page was used again.
        var promise: Int?
    }

    func result() -> Result {
        let partials = rule.codes.map { partial($0) }
        let dated = partials.filter { $0.kind != .notRequired }
        let worst = dated.min { CurrencyJudgement.rank($0.kind) < CurrencyJudgement.rank($1.kind) }
        let kind = worst?.kind ?? .notRequired
        if let contradiction = ContradictoryDates(judgement: self, kind: kind).found() {
            return contradicted(contradiction)
        }
        // Where one of two times is not told, the other is what the evidence tells.
        let decides =
            [dated.filter { $0.kind == worst?.kind }, dated].lazy
            .map { $0.reduce(into: Set<Int>()) { $0.formUnion($1.decides) } }.first { !$0.isEmpty } ?? []
        let shown = shown(decides: decides)
        return Result(
            verdict: CurrencyVerdict(
                verdict: kind, required: rule.text, found: shown.map { found($0, decides: decides.contains($0)) },
                missing: dated.filter { $0.kind != .current }.flatMap(\.missing), staleFrom: staleFrom(kind)),
            shown: shown, decides: decides,
            promise: kind == .outdated ? ContradictoryDates(judgement: self, kind: kind).promise() : nil)
    }

    private func contradicted(_ found: ContradictoryDates.Found) -> Result {
        let shown = shown(decides: Set(found.dates))
        return Result(
            verdict: CurrencyVerdict(
                verdict: .undated, required: rule.text, found: shown.map { self.found($0, decides: false) }),
            shown: shown, contradiction: found.dates, isOtherRound: found.isOtherRound)
    }

    /// Worst first.
    private static func rank(_ kind: CurrencyVerdict.Kind) -> Int {
        switch kind {
        case .outdated: 0
        case .future: 1
        case .undated: 2
        case .incomplete: 3
        case .current: 4
        case .notRequired: 5
        }
    }

    private func partial(_ code: CurrencyCode) -> Partial {
        switch code {
        case .noDate, .inForce, .liveFunction, .liveLink: Partial(kind: .notRequired)
        // Who signed is asked, not when: an element looks for it.
        case .currentState, .signedByCurrentHead: Partial(kind: .current)
        case .currentFYPlan, .coversCurrentFY: covering(fiscalYear)
        case .currentFYData: data()
        case .previousFYReport: wholePreviousYear()
        case .previousFYAnalysis: analysis()
        case .currentFY, .currentFYActivity: ActivityJudgement(judgement: self).partial()
        case .newsDatedCurrentFY: ActivityJudgement(judgement: self).news()
        case .sixMonthsCurrentFY: sixMonths()
        case .monthlyCurrentFY: MonthsJudgement(judgement: self).partial()
        case .reportPeriod: reportPeriod()
        }
    }

    // MARK: Years

    /// The evidence must say that it covers a fiscal year.
    func covering(_ wanted: FiscalYear) -> Partial { labelled(wanted) ?? byDays(wanted) }

    /// What words say of the fiscal year, the place that ranks highest; nil when none name one.
    func labelled(_ wanted: FiscalYear) -> Partial? {
        for sources in [[.heading, .body], [.title], [.link], [.file]] as [Set<DatedEvidence.Source>] {
            if let stated = stated(wanted, in: sources) { return stated }
        }
        return nil
    }

    /// What some places say of the fiscal year; nil when they name none.
    func stated(_ wanted: FiscalYear, in sources: Set<DatedEvidence.Source>) -> Partial? {
        // A report or an activity names the plan of several years that it belongs to.
        let narrow = takesSpans ? [:] : dates.votes(from: sources, isSingle: true, ledger: ledger)
        let votes =
            narrow.isEmpty
            ? dates.votes(from: sources, isSingle: false, parts: yearsOfSpans, ledger: ledger) : narrow
        guard let most = votes.values.max(), most > 0 else { return nil }
        // On which day of its years a plan was served, the plan does not tell.
        if narrow.isEmpty, isOfOneDay, votes[wanted.year] != nil { return nil }
        if votes[wanted.year, default: 0] * 2 >= most {
            return Partial(kind: .current, decides: indices(of: wanted.year, in: sources))
        }
        let winner = CurrencyJudgement.nearest(votes, most: most, to: wanted.year)
        return Partial(
            kind: winner > wanted.year ? .future : .outdated, decides: indices(of: winner, in: sources),
            missing: ["\(wanted.year)"])
    }

    /// The year to name where the wanted one is lacking: of years told about as often (tabs, columns) the one nearest to
    /// it on their side, else the one told most.
    private static func nearest(_ votes: [Int: Int], most: Int, to wanted: Int) -> Int {
        let told = votes.filter { $0.value * 2 >= most && $0.key != wanted }.keys
        if let latest = told.max(), latest < wanted { return latest }
        if let first = told.min(), first > wanted { return first }
        return votes.filter { $0.value == most }.keys.max() ?? wanted
    }

    /// No words on the period: the day of signing or publishing, which only a document of the year itself can bear.
    func byDays(_ wanted: FiscalYear) -> Partial {
        let days = dates.days(roles: [.signed, .published, .covers, .other], ledger: ledger)
        guard !days.isEmpty else { return Partial(kind: .undated, missing: ["\(wanted.year)"]) }
        if days.contains(where: { wanted.contains($0.day) }) {
            return Partial(kind: .current, decides: indices { dated in day(dated).map(wanted.contains) ?? false })
        }
        let latest = days.map(\.day).max() ?? asOf
        let isLater = FiscalYear(containing: latest) > wanted
        return Partial(
            kind: isLater && wanted == fiscalYear ? .future : isLater ? .undated : .outdated,
            decides: indices { day($0) == latest }, missing: ["\(wanted.year)"])
    }

    private func data() -> Partial {
        // Days inside a list of notices outrank the year of the index that led to it.
        if stated(fiscalYear, in: [.heading, .body]) == nil, stated(fiscalYear, in: [.title]) == nil {
            let listed = byDays(fiscalYear)
            if listed.kind != .undated { return listed }
        }
        let covered = covering(fiscalYear)
        guard covered.kind == .current else { return covered }
        return ReachJudgement(judgement: self).partial(covered, isLabelEnough: true)
    }

    private func analysis() -> Partial {
        let wanted = fiscalYear.previous.year
        let hits = indices { dated in
            (dated.source.isContent || dated.source == .title) && dated.isPeriod && dated.isOfEvidence
                && dated.date.fiscalYears.contains { $0.year == wanted }
        }
        if !hits.isEmpty { return Partial(kind: .current, decides: hits) }
        let results = indices { $0.date.isAssessmentResult }
        if let index = results.min(), let year = dates.dates[index].date.fiscalYears.last {
            return Partial(kind: year.year < wanted ? .outdated : .future, decides: results, missing: ["\(wanted)"])
        }
        let covered = covering(fiscalYear)
        return covered.kind == .outdated ? covered : Partial(kind: .undated, missing: ["\(wanted)"])
    }

    private func wholePreviousYear() -> Partial {
        let covered = covering(fiscalYear.previous)
        guard covered.kind == .current else { return covered }
        return ReachJudgement(judgement: self, of: fiscalYear.previous).wholeYear(covered)
    }

    private func reportPeriod() -> Partial {
        let previous = covering(fiscalYear.previous)
        if previous.kind == .current { return previous }
        let half = sixMonths()
        return half.kind == .current || half.kind == .incomplete ? half : previous
    }

    /// The first half of the year must be covered up to its last day.
    private func sixMonths() -> Partial {
        let covered = covering(fiscalYear)
        guard covered.kind == .current else { return covered }
        return ReachJudgement(judgement: self).partial(covered, isLabelEnough: false)
    }

    /// Years inside the spans that the evidence names, where a plan of several years is asked for.
    private var yearsOfSpans: Set<Int> {
        guard takesSpans else { return [] }
        let spans = dates.dates.filter {
            $0.source >= .title && $0.isPeriod && $0.mayCover && $0.date.fiscalYears.count > 2
        }
        return Set(spans.flatMap { $0.date.fiscalYears.map(\.year) })
    }

    // MARK: Parts

    /// Only a rule that asks what a plan covers is met by a span of years; others prefer the single year beside it.
    var takesSpans: Bool { rule.codes.contains(.coversCurrentFY) }

    /// True for what happens on a day: activities, news.
    private var isOfOneDay: Bool {
        rule.codes.contains { $0 == .currentFYActivity || $0 == .newsDatedCurrentFY || $0 == .currentFY }
    }

    func day(_ dated: DatedEvidence) -> CivilDate? {
        if case .day(let day) = dated.date.kind { day } else { nil }
    }

    func indices(where holds: (DatedEvidence) -> Bool) -> Set<Int> {
        Set(dates.dates.indices.filter { holds(dates.dates[$0]) })
    }

    func indices(of year: Int, in sources: Set<DatedEvidence.Source>) -> Set<Int> {
        let all = indices { dated in
            sources.contains(dated.source) && dated.isPeriod && dated.mayCover
                && dated.date.fiscalYears.contains { $0.year == year }
        }
        let single = all.filter { dates.dates[$0].date.fiscalYears.count == 1 }
        return takesSpans || single.isEmpty ? all : single
    }

    /// At most twelve dates: those that decide, then the others, each text once for each evidence.
    private func shown(decides: Set<Int>) -> [Int] {
        var seen: Set<String> = []
        let order = dates.dates.indices.sorted { left, right in
            let leftDecides = decides.contains(left)
            return leftDecides == decides.contains(right) ? left < right : leftDecides
        }
        let distinct = order.filter { index in
            let dated = dates.dates[index]
            return seen.insert("\(dated.evidence.number) \(dated.date.text)").inserted
        }
        return Array(distinct.prefix(12))
    }

    private func found(_ index: Int, decides: Bool) -> CurrencyVerdict.FoundDate {
        let dated = dates.dates[index]
        return CurrencyVerdict.FoundDate(
            text: dated.date.text, role: dated.role, fiscalYears: dated.date.fiscalYears, period: dated.date.period,
            decides: decides, evidence: dated.evidence)
    }

    private func staleFrom(_ kind: CurrencyVerdict.Kind) -> CivilDate? {
        guard kind == .current, !rule.codes.allSatisfy({ $0.asksForNoDate || $0 == .currentState }) else { return nil }
        var last = fiscalYear
        if rule.codes == [.coversCurrentFY] {
            let years = dates.dates.filter { $0.source.isContent && $0.isPeriod && $0.mayCover }
                .flatMap { dated in dated.date.fiscalYears.contains(fiscalYear) ? dated.date.fiscalYears : [] }
            last = years.max() ?? fiscalYear
        }
        return last.next.period?.from
    }
}

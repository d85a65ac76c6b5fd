import Checklists
import Findings
import GradingCore
import WebEvidence

/// Looks for the smallest changes that would turn the verdict on an item. Nothing is inferred: every change that is told
/// was made and weighed.
struct ChangeSearch {
    let judging: ItemJudging
    let facts: ItemFacts
    let verdict: Verdict
    private let changed: ChangedFacts

    /// Pages that are taken as the beginning of a mended item, the nearest first.
    private static let mostStarts = 3

    init(judging: ItemJudging, survey: ItemSurvey, facts: ItemFacts, verdict: Verdict) {
        self.judging = judging
        self.facts = facts
        self.verdict = verdict
        changed = ChangedFacts(judging: judging, survey: survey, facts: facts)
    }

    func changes() -> [VerdictChange] {
        var found: [(changes: [FactChange], becomes: Verdict)] = []
        for change in singles() {
            let becomes = changed.verdict(after: [change])
            if becomes != verdict { found.append(([change], becomes)) }
        }
        if verdict != .satisfied, !found.contains(where: { $0.becomes == .satisfied }) {
            found += mendings().compactMap(smallest).map { ($0, .satisfied) }
        }
        let ordered = found.enumerated().sorted { left, right in
            rank(left.element, left.offset) < rank(right.element, right.offset)
        }.map(\.element)
        return ordered.map { entry in
            VerdictChange(
                changes: entry.changes.map { ExplanationTexts.change($0, of: judging, facts: facts) },
                becomes: entry.becomes)
        }
    }

    private func rank(_ entry: (changes: [FactChange], becomes: Verdict), _ order: Int) -> (Int, Int, Int) {
        (entry.becomes == .satisfied ? 0 : 1, entry.changes.count, order)
    }

    /// The changes of a list that are needed to satisfy the item; nil when all together do not.
    private func smallest(_ changes: [FactChange]) -> [FactChange]? {
        guard changed.verdict(after: changes) == .satisfied else { return nil }
        var kept = changes
        for change in changes {
            let fewer = kept.filter { $0 != change }
            if !fewer.isEmpty, changed.verdict(after: fewer) == .satisfied { kept = fewer }
        }
        return kept
    }

    // MARK: Candidates

    /// Single changes that may turn the verdict either way.
    private func singles() -> [FactChange] {
        guard facts.state == .answered, !facts.isExcluded else { return [] }
        let reads = facts.unclear.map { FactChange.read($0.id) }
        guard verdict != .satisfied else {
            let margin = facts.best?.margin ?? 0
            return facts.elements.indices.filter { facts.elements[$0].isFound }
                .map { FactChange.element($0, isFound: false) } + [.datesLost]
                + facts.fits.map { FactChange.gone($0.evidence) }
                + [.margin(Weighing.leastMargin - 1 - margin)]
        }
        let dates = facts.fits.isEmpty ? nil : date(after: [])
        return missingElements() + (dates.map { [$0] } ?? []) + reads + points() + rest()
    }

    /// Lists of changes that together may satisfy the item, each for another beginning.
    private func mendings() -> [[FactChange]] {
        guard !facts.isExcluded else { return [] }
        guard facts.state == .answered else { return [completed([.submitted])] }
        if !facts.fits.isEmpty { return [completed([])] }
        let first =
            facts.strangers.map(\.reading).first { $0.via == .submitted } ?? facts.unclear.first ?? facts.dead.first
        let starts = points().map { [$0] } + (first.map { [[FactChange.fits($0.id)]] } ?? [[.submitted]])
        return starts.map(completed)
    }

    /// A beginning with everything that is then still lacking.
    private func completed(_ start: [FactChange]) -> [FactChange] {
        let begun = changed.facts(after: start)
        let elements = begun.elements.indices.filter { !begun.elements[$0].isFound }
            .map { FactChange.element($0, isFound: true) }
        let most = start + elements + rest()
        return most + (date(after: most).map { [$0] } ?? [])
    }

    private func missingElements() -> [FactChange] {
        guard !facts.fits.isEmpty || facts.supporting != nil else { return [] }
        return facts.elements.indices.filter { !facts.elements[$0].isFound }.map { .element($0, isFound: true) }
    }

    /// What else may hold an item back whose page is there.
    private func rest() -> [FactChange] {
        var list: [FactChange] = []
        if facts.isPictured || facts.isElsewhere { list.append(.picturesRead) }
        if let margin = facts.best?.margin, margin < Weighing.leastMargin {
            list.append(.margin(Weighing.leastMargin - margin))
        }
        if !facts.fits.isEmpty, facts.otherAgency() != nil { list.append(.ownName) }
        if !facts.fits.isEmpty, facts.absence() != nil { list.append(.ownContent) }
        if let half = FiscalYear(judging.list.year).firstHalf, facts.asOf <= half.to,
            let day = CivilDate(dayNumber: half.to.dayNumber + 1)
        {
            list.append(.later(day))
        }
        return list
    }

    // MARK: Points

    /// For the pages that fit least badly the fewest points with which they would fit.
    private func points() -> [FactChange] {
        guard facts.fits.isEmpty else { return [] }
        let nearest = facts.strangers.compactMap { reading, fit -> (id: EvidenceID, points: Int)? in
            guard fit.mayBecomeFit, let page = judging.page(of: reading) else { return nil }
            let least = lacking(page, reading).first { points in
                if case .fits = judging.fit(page, reading, extraPoints: points).fit { true } else { false }
            }
            return least.map { (reading.id, $0) }
        }.sorted { ($0.points, $0.id) < ($1.points, $1.id) }
        return nearest.prefix(ChangeSearch.mostStarts).map { .points($0.id, $0.points) }
    }

    /// Points that may be lacking, fewest first: to be about the topic, and to win over the rival.
    private func lacking(_ page: AnalysedPage, _ reading: EvidenceReading) -> [Int] {
        let topic = judging.topicNumber
        let asked = TopicOnPage(topic: topic, index: judging.index, way: reading.way)
        let lacking = page.scopes(naming: topic, index: judging.index).flatMap { scope -> [Int] in
            let scores = page.scores(in: scope, for: asked, index: judging.index)
            let rival = scores.rival(of: topic, index: judging.index)?.points ?? 0
            return [scores.leastPoints(of: topic), rival - PageFit.titledSlack, rival].map { $0 - scores.totals[topic] }
        }
        return Set(lacking.filter { $0 > 0 }).sorted()
    }

    // MARK: Dates

    /// Words that would make the time right once some changes are made; nil when it is right or no words would.
    private func date(after changes: [FactChange]) -> FactChange? {
        let begun = changed.facts(after: changes)
        let standing = judging.currency(begun).verdict.verdict
        guard !isRight(begun) else { return nil }
        // To write another year beside an old one mends nothing.
        let isOfOtherTime = standing == .outdated || standing == .future
        let year = FiscalYear(judging.list.year)
        let wording = DateWording(
            year: year, asOf: min(begun.asOf, year.period?.to ?? begun.asOf),
            months: MonthsJudgement.owed(year, asOf: begun.asOf))
        for left in isOfOtherTime ? [.undecided, .none] : [FactChange.DatesLeft.all, .undecided, .none] {
            for words in wording.candidates {
                let change = FactChange.dates(words, replacing: left)
                if isRight(changed.facts(begun, with: change)) { return change }
            }
        }
        return nil
    }

    private func isRight(_ facts: ItemFacts) -> Bool {
        let verdict = judging.currency(facts).verdict.verdict
        return verdict == .current || verdict == .notRequired
    }
}

extension PageFit {
    /// True for a page with content of its own; an index, a shell or the front page would have to be another page.
    fileprivate var mayBecomeFit: Bool {
        switch self {
        case .neighbour, .otherContent, .unrelated: true
        case .fits, .belied, .shell, .index, .frontPage, .pictures: false
        }
    }
}

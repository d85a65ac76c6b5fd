import Checklists
import Findings
import GradingCore
import ThaiText
import WebEvidence

/// Judges one item from what was read of it.
struct ItemJudging: Sendable {
    let item: ChecklistItem
    let list: YearList
    let topic: Topic
    let topicNumber: Int
    let subIndicator: String
    let input: JudgingInput
    /// The evidence of the item, in order.
    let readings: [EvidenceReading]
    let index: TopicIndex
    let otherAgency: OtherAgency
    /// By page number of the input.
    let pages: [Int: AnalysedPage]

    struct Result: Sendable {
        var finding: ItemFinding
        var quotes: [EvidenceID: [Evidence.Quote]]
        /// The page on which the verdict rests most, for comparing items that share a body.
        var deciding: FittingPage?
    }

    func result() -> Result {
        let (facts, survey) = facts()
        var weighing = Weighing(judging: self, facts: facts)
        let weighed = weighing.weighed()
        return Result(
            finding: finding(weighed, facts), quotes: quotes(survey, weighed, facts.dates), deciding: survey.best)
    }

    private func finding(_ weighed: Weighing.Weighed, _ facts: ItemFacts) -> ItemFinding {
        ItemFinding(
            item: item.id, topic: topic.id, title: item.title, subIndicator: subIndicator, verdict: weighed.verdict,
            reasons: weighed.reasons, elements: weighed.elements, hints: weighed.hints + evidenceHints(facts),
            currency: weighed.currency.verdict, evidence: readings.map(\.id), confidence: weighed.confidence,
            margin: facts.best?.margin)
    }

    /// What is to be told of the way in which evidence was read: servers that could not be verified, and words that
    /// were recognised in pictures.
    private func evidenceHints(_ facts: ItemFacts) -> [Hint] {
        var hints: [Hint] = []
        for finding in readings.compactMap(\.finding) where !hints.contains(where: { $0.code == finding.rawValue }) {
            hints.append(Hint(code: finding.rawValue, message: JudgementTexts.unverified(finding.advice)))
        }
        let fitting = Set(facts.fits.map(\.evidence))
        let isRecognised = readings.contains { reading in
            guard fitting.contains(reading.id), let page = page(of: reading) else { return false }
            return page.page.document.parts.contains(where: \.isRecognised)
        }
        if isRecognised { hints.append(Hint(code: "recognised_text", message: JudgementTexts.recognised)) }
        return hints
    }

    // MARK: Currency

    /// The time of the fitting pages against the rule.
    func currency(_ facts: ItemFacts, ledger: DateLedger? = nil) -> CurrencyJudgement.Result {
        CurrencyJudgement(
            rule: item.currency, fiscalYear: FiscalYear(list.year), asOf: facts.asOf, dates: facts.dates,
            ledger: ledger
        ).result()
    }

    /// What is said of the time when no page fits.
    func noCurrency(wasRead: Bool) -> CurrencyJudgement.Result {
        let isDateless = item.currency.codes.allSatisfy(\.asksForNoDate)
        return CurrencyJudgement.Result(
            verdict: CurrencyVerdict(
                verdict: isDateless && wasRead ? .notRequired : nil, required: item.currency.text))
    }

    // MARK: Quotes

    /// What each page says for the item: its heading, the words of the elements, the dates that decide.
    private func quotes(
        _ survey: ItemSurvey, _ weighed: Weighing.Weighed, _ dates: DateCollection
    ) -> [EvidenceID: [Evidence.Quote]] {
        var quotes: [EvidenceID: [Evidence.Quote]] = [:]
        for fit in survey.fitting {
            let heading = fit.page.headingText(fit.scope)
            if !heading.isEmpty {
                quotes[fit.reading.id, default: []].append(
                    Evidence.Quote(
                        text: ElementMatching.cut(heading), place: fit.scope.heading == nil ? "title" : "heading"))
            }
        }
        for match in weighed.elements {
            if let evidence = match.evidence, !match.quote.isEmpty {
                quotes[evidence, default: []].append(
                    Evidence.Quote(text: match.quote, place: match.place, surroundings: match.surroundings))
            }
        }
        for (found, number) in zip(weighed.currency.verdict.found, weighed.currency.shown) where found.decides {
            let dated = dates.dates[number]
            quotes[found.evidence, default: []].append(
                Evidence.Quote(
                    text: found.text, place: dated.place, surroundings: surroundings(of: dated, in: survey)))
        }
        return quotes
    }

    func surroundings(of dated: DatedEvidence, in survey: ItemSurvey) -> QuoteSurroundings {
        guard let fit = survey.fitting.first(where: { $0.reading.id == dated.evidence }) else {
            return QuoteSurroundings()
        }
        return QuotePlacing(page: fit.page).surroundings(of: dated.origin, quote: dated.date.text)
    }
}

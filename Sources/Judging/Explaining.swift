import Checklists
public import Findings
public import GradingCore
import WebEvidence

extension Judge {
    /// What spoke for and against the verdict on one item, and what would change it: told by the weighing itself, with the
    /// same input that was judged. Nil when the list has no such item.
    public func explanation(of item: ItemID, in input: JudgingInput) -> ItemExplanation? {
        var session = session()
        let judgings = session.judgings(of: input)
        guard let number = judgings.firstIndex(where: { $0.item.id == item }) else { return nil }
        let alone = judgings.concurrentMap { $0.result() }
        let duplicates = DuplicateEvidence(library: library)
        let results = duplicates.applied(to: alone)
        var explanation = judgings[number].explanation()
        guard results[number].finding.verdict != alone[number].finding.verdict else { return explanation }
        // Alone the item would be satisfied: another one has its document.
        explanation.verdict = results[number].finding.verdict
        explanation.steps.removeLast()
        explanation.steps += results[number].finding.reasons.map(\.message)
        explanation.steps.append(ExplanationTexts.words(.verdict(explanation.verdict)))
        var own = alone
        own[number].deciding = nil
        let becomes = duplicates.applied(to: own)[number].finding.verdict
        explanation.wouldChange = [
            VerdictChange(
                changes: [
                    VerdictChange.Change(
                        kind: .ownDocument, text: ExplanationTexts.ownDocument,
                        evidence: alone[number].deciding?.reading.id)
                ], becomes: becomes)
        ]
        return explanation
    }
}

extension ItemJudging {
    /// The explanation of the item judged for itself.
    func explanation() -> ItemExplanation {
        let (facts, survey) = facts()
        var weighing = Weighing(judging: self, facts: facts)
        let weighed = weighing.weighed()
        return ItemExplanation(
            item: item.id, topic: topic.id, title: item.title, verdict: weighed.verdict,
            confidence: weighed.confidence, steps: weighed.steps.map(ExplanationTexts.words),
            pages: readings.compactMap(explainedPage), unread: readings.compactMap(unread),
            elements: facts.elements.map { explained($0, facts: facts, survey: survey) },
            currency: explainedCurrency(weighed, facts: facts, survey: survey),
            wouldChange: ChangeSearch(judging: self, survey: survey, facts: facts, verdict: weighed.verdict).changes())
    }

    private func unread(_ reading: EvidenceReading) -> UnreadEvidence? {
        guard page(of: reading) == nil else { return nil }
        let advice = reading.outcome.advice
        return UnreadEvidence(
            evidence: reading.id, outcome: reading.outcome, isDead: OutcomeEffect(reading.outcome) == .dead,
            message: advice.message, fix: advice.fix)
    }

    // MARK: Elements

    private func explained(
        _ owed: ItemFacts.OwedElement, facts: ItemFacts, survey: ItemSurvey
    ) -> ExplainedElement {
        let pages = survey.fitting + survey.supporting
        let numbers = index.number(of:)
        let isCounted = owed.match.confidence > .low || isAskedByRule(owed.element)
        return ExplainedElement(
            id: owed.element.id, title: owed.element.title, verdict: facts.verdict(of: owed),
            confidence: owed.match.confidence, isOwed: isCounted, evidence: owed.match.evidence,
            lookedFor: explained(owed.element.match, on: pages, number: numbers))
    }

    /// What a matcher and each of its parts found; the first page that holds it decides.
    private func explained(
        _ matcher: Matcher, on pages: [FittingPage], number: (String) -> Int?
    ) -> ExplainedMatcher {
        let prepared = PreparedMatcher(matcher, number: number)
        let parts: [Matcher] =
            switch matcher {
            case .all(let parts), .any(let parts), .none(let parts): parts
            default: []
            }
        var explained = ExplainedMatcher(
            words: MatcherTexts.words(matcher), isFound: false,
            parts: parts.map { self.explained($0, on: pages, number: number) })
        for fit in pages {
            guard let hit = ElementMatching(page: fit.page, scope: fit.scope).hit(prepared) else { continue }
            explained.isFound = true
            explained.evidence = fit.reading.id
            explained.quote = hit.quote
            explained.place = hit.place
            explained.surroundings = QuotePlacing(page: fit.page).surroundings(of: hit.origin, quote: hit.quote)
            break
        }
        return explained
    }
}

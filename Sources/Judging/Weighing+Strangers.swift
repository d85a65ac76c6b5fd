import Checklists
import Findings
import GradingCore
import WebEvidence

/// No page is about the topic: what is there instead?
extension Weighing {
    mutating func weighedStrangers() -> Weighed {
        let advice = judging.topic.advice
        if let unclear = facts.unclear.first {
            note(.unclearPage(unclear.id))
            let reason = outcomeReason(unclear)
            // A login wall of a social network hides what would not count anyhow: that is worth knowing.
            let social = facts.unclear.allSatisfy(judging.isOnlySocial) ? onlySocial(unclear) : nil
            return Weighed(
                verdict: .undecided, reasons: [reason, social].compactMap { $0 },
                currency: judging.noCurrency(wasRead: false))
        }
        if let unseen = facts.strangers.first(where: { if case .pictures = $0.fit { true } else { false } }) {
            note(.picturesOnly(unseen.reading.id))
            return plain(.undecided, .unreadable, JudgementTexts.pictures, fix: advice, evidence: unseen.reading.id)
        }
        if let supporting = facts.supporting, holdsEveryElement {
            note(.elementsWithoutName(supporting))
            return plain(.undecided, .lowConfidence, JudgementTexts.lowConfidence, fix: advice, evidence: supporting)
        }
        if let resembling = facts.resembling {
            note(.elementsWithoutName(resembling))
            return plain(.undecided, .lowConfidence, JudgementTexts.resembling, fix: advice, evidence: resembling)
        }
        if let unknown = facts.strangers.first(where: isUnknown), facts.strangers.allSatisfy({ !isTelling($0.fit) }) {
            note(.unknownContent(unknown.reading.id))
            return plain(.undecided, .lowConfidence, JudgementTexts.unknown, fix: advice, evidence: unknown.reading.id)
        }
        var seen: Set<ReasonCode> = []
        let distinct = strangerReasons().filter { seen.insert($0.code).inserted }
        guard let first = distinct.first else {
            note(.nothingToJudge)
            return plain(.undecided, .lowConfidence, JudgementTexts.lowConfidence, fix: advice)
        }
        note(.noPageFits(first.message))
        return Weighed(
            verdict: .unsatisfied, reasons: distinct,
            currency: judging.noCurrency(wasRead: !facts.strangers.isEmpty))
    }

    /// A submitted page with content of its own that is of no topic that the list knows, but has words of this one: a
    /// person may know better. Where nothing speaks for the item, it is not there.
    private func isUnknown(_ stranger: (reading: EvidenceReading, fit: PageFit)) -> Bool {
        guard stranger.reading.via == .submitted, case .otherContent = stranger.fit else { return false }
        return judging.page(of: stranger.reading)?.speaksFor(judging.topicNumber, index: judging.index) ?? false
    }

    /// True for a page of which is known what it is instead.
    private func isTelling(_ fit: PageFit) -> Bool {
        switch fit {
        case .shell, .belied: true
        case .neighbour, .fits, .index, .frontPage, .otherContent, .pictures, .unrelated: false
        }
    }

    /// What each page is instead, what tells most first.
    private func strangerReasons() -> [Reason] {
        var reasons: [Reason] = []
        let submitted = facts.strangers.filter { $0.reading.via == .submitted }
        for (reading, fit) in (submitted.isEmpty ? facts.strangers : submitted) {
            reasons.append(reason(reading, fit))
        }
        // A shell or a neighbour one click further tells more than the index that led there.
        for (reading, fit) in facts.strangers where reading.via != .submitted {
            let reason = reason(reading, fit)
            if reason.code == .emptyShell || reason.code == .wrongItem { reasons.append(reason) }
        }
        reasons += facts.social.map(onlySocial)
        // A dead link on a page that opens is told only where nothing else is: the agency submitted the page.
        let deadSubmitted = facts.dead.filter { $0.via == .submitted }
        let dead = deadSubmitted.isEmpty && reasons.isEmpty ? facts.dead : deadSubmitted
        reasons += dead.map(outcomeReason)
        let order: [ReasonCode] = [
            .emptyShell, .defaced, .onlySocial, .unreachable, .wrongItem, .needsLogin, .wrongPage,
        ]
        return reasons.enumerated().sorted { left, right in
            let leftRank = order.firstIndex(of: left.element.code) ?? order.count
            let rightRank = order.firstIndex(of: right.element.code) ?? order.count
            return (leftRank, left.offset) < (rightRank, right.offset)
        }.map(\.element)
    }

    /// Everything that is asked for is there, only under no name that is known.
    private var holdsEveryElement: Bool {
        let owed = facts.elements.filter { $0.match.confidence > .low }
        // Where the list is sure of nothing, all of several parts must be there.
        if owed.isEmpty { return facts.elements.count > 1 && facts.elements.allSatisfy(\.isFound) }
        return owed.allSatisfy(\.isFound)
    }

    private func onlySocial(_ reading: EvidenceReading) -> Reason {
        Reason(
            code: .onlySocial, message: JudgementTexts.onlySocial(reading.socialNetwork),
            fix: JudgementTexts.onlySocialFix, evidence: reading.id)
    }

    private func reason(_ reading: EvidenceReading, _ fit: PageFit) -> Reason {
        let (code, message) = judging.described(fit)
        return Reason(code: code, message: message, fix: judging.topic.advice, evidence: reading.id)
    }
}

extension ItemJudging {
    /// What a page is that is not about the topic.
    func described(_ fit: PageFit) -> (code: ReasonCode, message: BilingualText) {
        switch fit {
        case .shell(_, let quote): (.emptyShell, JudgementTexts.emptyShell(quote))
        case .belied(_, let quote): (.wrongItem, JudgementTexts.belied(quote))
        case .neighbour(let other, _): (.wrongItem, JudgementTexts.wrongItem(title(of: other)))
        case .frontPage: (.wrongPage, JudgementTexts.frontPage)
        case .index: (.wrongPage, JudgementTexts.index)
        case .otherContent: (.wrongItem, JudgementTexts.unrelated)
        case .unrelated(let quote): (.emptyShell, JudgementTexts.emptyShell(quote))
        case .pictures, .fits: (.unreadable, JudgementTexts.pictures)
        }
    }

    /// The title that the year gives to a topic.
    func title(of topic: Int) -> BilingualText {
        let id = index.topics[topic].id
        return list.items.first { $0.topic == id }?.title ?? index.topics[topic].title
    }
}

import Checklists
import Findings
import GradingCore
import WebEvidence

/// Puts the facts of an item together to a verdict with its reasons. The only place where verdicts are made.
struct Weighing {
    let judging: ItemJudging
    let facts: ItemFacts
    /// What was weighed, in order.
    private(set) var steps: [WeighingStep] = []

    /// A verdict and what a finding says of it.
    struct Weighed {
        var verdict: Verdict
        var reasons: [Reason]
        var elements: [ElementMatch] = []
        var hints: [Hint] = []
        var currency: CurrencyJudgement.Result
        var confidence = Confidence.medium
        var steps: [WeighingStep] = []
    }

    init(judging: ItemJudging, facts: ItemFacts) {
        self.judging = judging
        self.facts = facts
    }

    mutating func weighed() -> Weighed {
        var weighed = decided()
        steps.append(.verdict(weighed.verdict))
        weighed.steps = steps
        return weighed
    }

    private mutating func decided() -> Weighed {
        let advice = judging.topic.advice
        steps.append(facts.isExcluded ? .excluded : .answer(facts.state))
        if facts.isExcluded { return plain(.notApplicable, .lowConfidence, JudgementTexts.notApplicable, fix: nil) }
        switch facts.state {
        case .notSubmitted:
            return plain(.unsatisfied, .notSubmitted, JudgementTexts.notSubmitted, fix: advice)
        case .open: return plain(.undecided, .notSubmitted, JudgementTexts.open, fix: advice)
        case .notReached: return plain(.undecided, .lowConfidence, JudgementTexts.notReached, fix: nil)
        case .answered: break
        }
        steps.append(
            .pages(
                fitting: facts.fits.count, strangers: facts.strangers.count, unclear: facts.unclear.count,
                dead: facts.dead.count))
        return facts.fits.isEmpty ? weighedStrangers() : weighedFits()
    }

    // MARK: Some page is about the topic

    private mutating func weighedFits() -> Weighed {
        let elements = facts.elements.map { owed in
            var match = owed.match
            match.verdict = facts.verdict(of: owed)
            return (element: owed.element, match: match)
        }
        let currency = judging.currency(facts)
        let (verdict, reasons) = verdict(elements, currency)
        let margin = facts.best?.margin ?? 0
        return Weighed(
            verdict: verdict, reasons: reasons, elements: elements.map(\.match), hints: hints(elements),
            currency: currency,
            confidence: margin >= 60 ? .high : margin >= AnalysedPage.sureMargin ? .medium : .low)
    }

    private mutating func verdict(
        _ elements: [(element: Element, match: ElementMatch)], _ currency: CurrencyJudgement.Result
    ) -> (Verdict, [Reason]) {
        var failures = currency.contradiction.isEmpty ? currencyFailures(currency) : [contradiction(currency)]
        steps.append(.currency(currency.verdict.verdict, fails: !failures.isEmpty))
        var doubts: [Reason] = []
        var lacking: [(reason: Reason, isDate: Bool)] = []
        // A page that says nearly nothing of what is asked for does not say it in other words.
        let freelyLacking = elements.count { $0.element.isToldFreely && $0.match.verdict == .unsatisfied }
        let isToldElsewise =
            (elements.contains { $0.match.verdict == .satisfied } || elements.count == 1)
            && freelyLacking <= Weighing.mostFreelyLacking
        for (number, (element, match)) in elements.enumerated() {
            let isOwed = match.confidence > .low || judging.isAskedByRule(element)
            steps.append(.element(element.title, match.verdict, isOwed: isOwed))
            guard match.verdict != .satisfied, isOwed else { continue }
            if match.verdict == .undecided {
                doubts.append(unseen(element))
            } else if element.failsAs == .unsigned, let signer = facts.signerWithoutPost() {
                steps.append(.absence(signer))
                doubts.append(doubt(signer.code, signer.message))
            } else if element.isToldFreely, isToldElsewise, facts.isTextual {
                doubts.append(told(element))
            } else {
                lacking.append((missing(element), facts.elements[number].lacksOnlyDate))
            }
        }
        // What lacks nothing but a date is the same lack once more where no date tells the time.
        let isSame = isOnlyTimeUnknown(failures + lacking.filter { !$0.isDate }.map(\.reason), currency)
        failures += lacking.filter { !isSame || !$0.isDate }.map(\.reason)
        if facts.unclear.isEmpty, failures.allSatisfy({ $0.code == .undated }), !doubts.isEmpty || mayBeShell(failures),
            let shell = facts.shell()
        {
            steps.append(.absence(shell))
            return (.unsatisfied, [doubt(shell.code, shell.message)] + failures)
        }
        if facts.isTitleOnly, failures.allSatisfy({ $0.code == .undated }) {
            steps.append(.titleOnly)
            return (.undecided, [doubt(.lowConfidence, JudgementTexts.titleOnly)] + failures)
        }
        if failures.isEmpty, doubts.isEmpty { return weighedComplete(elements) }
        if failures.isEmpty {
            steps.append(.unseenElements)
            return (.undecided, doubts)
        }
        if let unclear = facts.unclear.first {
            steps.append(.unclearPage(unclear.id))
            return (.undecided, [outcomeReason(unclear)] + failures + doubts)
        }
        if isOnlyTimeUnknown(failures, currency), !facts.isUnseen {
            // What is no content has no year either.
            if currency.contradiction.isEmpty, let absence = facts.absence(), absence.isSure {
                steps.append(.absence(absence))
                return (.unsatisfied, [doubt(absence.code, absence.message)] + failures)
            }
            steps.append(.timeUnknown)
            return (.undecided, failures + doubts)
        }
        // What is in a picture may also hold the date.
        if isUnseenTime(failures) {
            steps.append(.dateInPicture)
            return (.undecided, failures + doubts)
        }
        return (.unsatisfied, failures + doubts)
    }

    /// True where the verdict would be left open although the page may hold nothing.
    private func mayBeShell(_ failures: [Reason]) -> Bool { facts.isTitleOnly || !failures.isEmpty }

    /// Nothing fails and nothing is unseen: is there any reason to leave the item to a person?
    private mutating func weighedComplete(
        _ elements: [(element: Element, match: ElementMatch)]
    ) -> (Verdict, [Reason]) {
        if isDue {
            steps.append(.notYetDue)
            return (.undecided, [due])
        }
        if let absence = facts.absence() {
            steps.append(.absence(absence))
            return (absence.isSure ? .unsatisfied : .undecided, [doubt(absence.code, absence.message)])
        }
        if !elements.isEmpty, !elements.contains(where: { $0.match.verdict == .satisfied }) {
            steps.append(.noElement)
            return (.undecided, [doubt(.lowConfidence, JudgementTexts.noElement)])
        }
        // A map or a player beside what was read takes nothing from it.
        if facts.isElsewhere, elements.count(where: { $0.match.verdict == .satisfied }) < 2 {
            steps.append(.elsewhere)
            return (.undecided, [doubt(.lowConfidence, JudgementTexts.elsewhere)])
        }
        if let other = facts.otherAgency() {
            steps.append(.otherAgency(other))
            return (other.isSure ? .unsatisfied : .undecided, [doubt(.otherAgency, JudgementTexts.otherAgency(other))])
        }
        if let lacking = elements.first(where: isDoubtful) {
            steps.append(.doubtfulElement(lacking.element.title))
            return (.undecided, [doubtful(lacking.element)])
        }
        let margin = facts.best?.margin ?? 0
        steps.append(.margin(margin, least: Weighing.leastMargin))
        if margin < Weighing.leastMargin {
            return (.undecided, [doubt(.lowConfidence, JudgementTexts.lowConfidence)])
        }
        let quote = elements.first { $0.match.verdict == .satisfied && !$0.match.quote.isEmpty }?.match.quote ?? ""
        let reason = Reason(
            code: .satisfied, message: JudgementTexts.satisfied(quote), fix: nil, evidence: facts.best?.evidence)
        return (.satisfied, [reason])
    }

    /// Not there, and the list only guesses that it is asked for. Who owes it must be known.
    private func isDoubtful(_ part: (element: Element, match: ElementMatch)) -> Bool {
        part.match.verdict != .satisfied && part.element.ifUnsure == .doubt
            && (part.element.owedBy.isEmpty || judging.input.isAgencyTypeStated)
    }

    private static let mostFreelyLacking = 2

    /// A topic that loses to another by more is left to a person.
    static let leastMargin = -20

    /// Six-month and monthly evidence before 1 April: what is there is current, the rest is not due yet.
    private var isDue: Bool {
        guard let half = FiscalYear(judging.list.year).firstHalf, facts.asOf <= half.to else { return false }
        return judging.item.currency.codes.contains(.sixMonthsCurrentFY)
    }

    private func hints(_ elements: [(element: Element, match: ElementMatch)]) -> [Hint] {
        elements.filter { element, match in
            match.verdict != .satisfied && match.confidence == .low && !judging.isAskedByRule(element)
        }.map { element, _ in
            Hint(code: "missing_\(element.id)", message: JudgementTexts.maybeMissing(element.title))
        }
    }

    mutating func note(_ step: WeighingStep) { steps.append(step) }
}

// MARK: Reasons

extension Weighing {
    /// A verdict for one reason, before anything of the item counts as read.
    func plain(
        _ verdict: Verdict, _ code: ReasonCode, _ message: BilingualText, fix: BilingualText?,
        evidence: EvidenceID? = nil
    ) -> Weighed {
        Weighed(
            verdict: verdict, reasons: [Reason(code: code, message: message, fix: fix, evidence: evidence)],
            currency: judging.noCurrency(wasRead: false))
    }

    func outcomeReason(_ reading: EvidenceReading) -> Reason {
        let rule = OutcomeEffect.reason(reading.outcome)
        return Reason(code: rule.code, message: rule.message, fix: rule.advice, evidence: reading.id)
    }

    private var due: Reason {
        Reason(
            code: .periodIncomplete, message: JudgementTexts.periodDue, fix: JudgementTexts.periodDueFix,
            evidence: facts.best?.evidence)
    }

    private func currencyFailures(_ result: CurrencyJudgement.Result) -> [Reason] {
        let currency = result.verdict
        let code: ReasonCode
        switch currency.verdict {
        case .outdated: code = .outdated
        case .future: code = .future
        case .undated: code = .undated
        case .incomplete:
            if isDue { return [] }
            code = .periodIncomplete
        default: return []
        }
        let message = recycled(result) ?? JudgementTexts.currency(currency, year: FiscalYear(judging.list.year))
        let evidence = currency.found.first { $0.decides }?.evidence ?? facts.best?.evidence
        return [Reason(code: code, message: message, fix: judging.topic.advice, evidence: evidence)]
    }

    private func missing(_ element: Element) -> Reason {
        let code = ReasonCode(rawValue: element.failsAs.rawValue) ?? .missingElement
        return Reason(
            code: code, message: JudgementTexts.missing(element.title), fix: element.fix ?? judging.topic.advice,
            evidence: facts.best?.evidence)
    }

    private func doubtful(_ element: Element) -> Reason {
        Reason(
            code: .lowConfidence, message: JudgementTexts.doubtfulElement(element.title),
            fix: element.fix ?? judging.topic.advice, evidence: facts.best?.evidence)
    }

    private func told(_ element: Element) -> Reason {
        Reason(
            code: .lowConfidence, message: JudgementTexts.toldFreely(element.title),
            fix: element.fix ?? judging.topic.advice, evidence: facts.best?.evidence)
    }

    private func unseen(_ element: Element) -> Reason {
        if let unclear = facts.unclear.first { return outcomeReason(unclear) }
        return Reason(
            code: .unreadable, message: JudgementTexts.unseen(element.title), fix: element.fix ?? judging.topic.advice,
            evidence: facts.best?.evidence)
    }

    private func doubt(_ code: ReasonCode, _ message: BilingualText) -> Reason {
        Reason(code: code, message: message, fix: judging.topic.advice, evidence: facts.best?.evidence)
    }
}

import Checklists
import Findings
import GradingCore

/// Puts elements and currency of an item together to a verdict with its reasons.
struct Weighing {
    let judging: ItemJudging
    let survey: ItemSurvey
    let elements: [(element: Element, match: ElementMatch)]
    let currency: CurrencyVerdict
    let best: FittingPage?
    private(set) var hints: [Hint] = []

    init(
        judging: ItemJudging, survey: ItemSurvey, elements: [(element: Element, match: ElementMatch)],
        currency: CurrencyVerdict, best: FittingPage?
    ) {
        self.judging = judging
        self.survey = survey
        self.elements = elements
        self.currency = currency
        self.best = best
    }

    mutating func verdict() -> (Verdict, [Reason]) {
        collectHints()
        let lacking = elements.filter { entry in
            entry.match.verdict != .satisfied && (entry.match.confidence > .low || isAskedByRule(entry.element))
        }
        var failures = currencyFailures()
        var doubts: [Reason] = []
        for (element, match) in lacking {
            if match.verdict == .undecided {
                doubts.append(unseen(element))
            } else {
                failures.append(missing(element))
            }
        }
        let hasAnyElement = elements.contains { $0.match.verdict == .satisfied }
        if failures.isEmpty, doubts.isEmpty {
            if isDue { return (.undecided, [due]) }
            if !hasAnyElement, !elements.isEmpty {
                return (.undecided, [doubt(.lowConfidence, JudgementTexts.noElement)])
            }
            if let best, let other = judging.otherAgency.name(in: best.page, scope: best.scope) {
                return (.undecided, [doubt(.otherAgency, JudgementTexts.otherAgency(other))])
            }
            if (best?.margin ?? 0) < -20 { return (.undecided, [doubt(.lowConfidence, JudgementTexts.lowConfidence)]) }
            return (.satisfied, [satisfied])
        }
        if failures.isEmpty { return (.undecided, doubts) }
        if let unclear = survey.unclear.first {
            let rule = OutcomeEffect.reason(unclear.outcome)
            let reason = Reason(code: rule.code, message: rule.message, fix: rule.advice, evidence: unclear.id)
            return (.undecided, [reason] + failures + doubts)
        }
        // What is in a picture may also hold the date.
        if failures.allSatisfy({ $0.code == .undated }), judging.mayBeUnseen(survey) {
            return (.undecided, failures + doubts)
        }
        return (.unsatisfied, failures + doubts)
    }

    /// The rule on the item's time may itself ask for what an element looks for.
    private func isAskedByRule(_ element: Element) -> Bool {
        switch element.failsAs {
        case .unsigned: judging.item.currency.codes.contains(.signedByCurrentHead)
        case .oneWayOnly: judging.item.currency.codes.contains(.liveFunction)
        case .missingElement, .notOnMainWebsite: false
        }
    }

    /// Six-month and monthly evidence before 1 April: what is there is current, the rest is not due yet.
    private var isDue: Bool {
        guard let half = FiscalYear(judging.list.year).firstHalf, judging.input.asOf <= half.to else { return false }
        return judging.item.currency.codes.contains(.sixMonthsCurrentFY)
    }

    private var due: Reason {
        Reason(
            code: .periodIncomplete, message: JudgementTexts.periodDue, fix: JudgementTexts.periodDueFix,
            evidence: best?.reading.id)
    }

    private func currencyFailures() -> [Reason] {
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
        let message = JudgementTexts.currency(currency, year: FiscalYear(judging.list.year))
        let evidence = currency.found.first { $0.decides }?.evidence ?? best?.reading.id
        return [Reason(code: code, message: message, fix: judging.topic.advice, evidence: evidence)]
    }

    private func missing(_ element: Element) -> Reason {
        let code = ReasonCode(rawValue: element.failsAs.rawValue) ?? .missingElement
        return Reason(
            code: code, message: JudgementTexts.missing(element.title), fix: element.fix ?? judging.topic.advice,
            evidence: best?.reading.id)
    }

    private func unseen(_ element: Element) -> Reason {
        if let unclear = survey.unclear.first {
            let rule = OutcomeEffect.reason(unclear.outcome)
            return Reason(code: rule.code, message: rule.message, fix: rule.advice, evidence: unclear.id)
        }
        return Reason(
            code: .unreadable, message: JudgementTexts.unseen(element.title), fix: element.fix ?? judging.topic.advice,
            evidence: best?.reading.id)
    }

    private func doubt(_ code: ReasonCode, _ message: BilingualText) -> Reason {
        Reason(code: code, message: message, fix: judging.topic.advice, evidence: best?.reading.id)
    }

    private var satisfied: Reason {
        let quote = elements.first { $0.match.verdict == .satisfied && !$0.match.quote.isEmpty }?.match.quote ?? ""
        return Reason(code: .satisfied, message: JudgementTexts.satisfied(quote), fix: nil, evidence: best?.reading.id)
    }

    private mutating func collectHints() {
        for (element, match) in elements
        where match.verdict != .satisfied && match.confidence == .low && !isAskedByRule(element) {
            hints.append(Hint(code: "missing_\(element.id)", message: JudgementTexts.maybeMissing(element.title)))
        }
    }
}

import Checklists
import Findings
import GradingCore
import ThaiText
import WebEvidence

/// One page of an item that is about its topic.
struct FittingPage {
    let reading: EvidenceReading
    let page: AnalysedPage
    let scope: PageScope
    let points: Int
    let margin: Int
}

/// What the pages of an item are, before the verdict.
struct ItemSurvey {
    var fitting: [FittingPage] = []
    /// Pages of no recognised topic: what an item asks for may be spread over several documents.
    var supporting: [FittingPage] = []
    /// What each readable page that does not fit is, with its evidence.
    var strangers: [(reading: EvidenceReading, fit: PageFit)] = []
    var unclear: [EvidenceReading] = []
    var dead: [EvidenceReading] = []
}

/// Judges one item from what was read of it.
struct ItemJudging {
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

    struct Result {
        var finding: ItemFinding
        var quotes: [EvidenceID: [Evidence.Quote]]
        /// The page on which the verdict rests most, for comparing items that share a body.
        var deciding: FittingPage?
    }

    func result() -> Result {
        var result = judged()
        result.finding.evidence = readings.map(\.id)
        return result
    }

    private func judged() -> Result {
        if let type = AgencyType(rawValue: input.agency.type), item.excludes.contains(type) {
            return plain(.notApplicable, .lowConfidence, JudgementTexts.notApplicable, fix: nil)
        }
        switch input.answers.first(where: { $0.item == item.id })?.state ?? .open {
        case .notSubmitted:
            return plain(.unsatisfied, .notSubmitted, JudgementTexts.notSubmitted, fix: topic.advice)
        case .open: return plain(.undecided, .notSubmitted, JudgementTexts.open, fix: topic.advice)
        case .notReached: return plain(.undecided, .lowConfidence, JudgementTexts.notReached, fix: nil)
        case .answered: break
        }
        let survey = survey(readings)
        return survey.fitting.isEmpty ? strangerResult(survey) : fittingResult(survey)
    }

    private func survey(_ readings: [EvidenceReading]) -> ItemSurvey {
        var survey = ItemSurvey()
        for reading in readings {
            if let number = reading.page, let page = pages[number], OutcomeEffect(reading.outcome) == .readable {
                switch page.fit(topic: topicNumber, index: index, way: reading.way) {
                case .fits(let scope, let points, let margin):
                    survey.fitting.append(
                        FittingPage(reading: reading, page: page, scope: scope, points: points, margin: margin))
                case let other:
                    if let social = socialFit(page, reading) {
                        survey.fitting.append(social)
                    } else {
                        survey.strangers.append((reading, other))
                        if case .otherContent = other, page.speaksFor(topicNumber, index: index) {
                            survey.supporting.append(
                                FittingPage(reading: reading, page: page, scope: .whole, points: 0, margin: 0))
                        }
                    }
                }
            } else if OutcomeEffect(reading.outcome) == .dead {
                survey.dead.append(reading)
            } else {
                survey.unclear.append(reading)
            }
        }
        return survey
    }

    /// A link to the agency's own account is the evidence itself, wherever on the website it stands.
    private func socialFit(_ page: AnalysedPage, _ reading: EvidenceReading) -> FittingPage? {
        guard topic.accepts.contains(.social), item.currency.codes == [.liveLink] else { return nil }
        let matching = ElementMatching(page: page, scope: .whole)
        let holds = topic.elements.contains { element in
            index.matcher(topic: topicNumber, element: element.id).flatMap(matching.hit) != nil
        }
        return holds ? FittingPage(reading: reading, page: page, scope: .whole, points: 100, margin: 100) : nil
    }

    // MARK: No page is about the topic

    private func strangerResult(_ survey: ItemSurvey) -> Result {
        if let unclear = survey.unclear.first {
            let rule = OutcomeEffect.reason(unclear.outcome)
            return plain(.undecided, rule.code, rule.message, fix: rule.advice, evidence: unclear.id)
        }
        if let unseen = survey.strangers.first(where: { if case .pictures = $0.fit { true } else { false } }) {
            return plain(
                .undecided, .unreadable, JudgementTexts.pictures, fix: topic.advice, evidence: unseen.reading.id)
        }
        if let supporting = survey.supporting.first, holdsEveryElement(survey) {
            return plain(
                .undecided, .lowConfidence, JudgementTexts.lowConfidence, fix: topic.advice,
                evidence: supporting.reading.id)
        }
        var reasons: [Reason] = []
        let submitted = survey.strangers.filter { $0.reading.via == .submitted }
        for (reading, fit) in (submitted.isEmpty ? survey.strangers : submitted) {
            let (code, message) = describe(fit)
            reasons.append(Reason(code: code, message: message, fix: topic.advice, evidence: reading.id))
        }
        // A shell or a neighbour one click further tells more than the index that led there.
        for (reading, fit) in survey.strangers where reading.via != .submitted {
            let (code, message) = describe(fit)
            if code == .emptyShell || code == .wrongItem {
                reasons.append(Reason(code: code, message: message, fix: topic.advice, evidence: reading.id))
            }
        }
        for dead in survey.dead {
            let rule = OutcomeEffect.reason(dead.outcome)
            reasons.append(Reason(code: rule.code, message: rule.message, fix: rule.advice, evidence: dead.id))
        }
        let order: [ReasonCode] = [.emptyShell, .defaced, .unreachable, .wrongItem, .needsLogin, .wrongPage]
        let sorted = reasons.enumerated().sorted { left, right in
            let leftRank = order.firstIndex(of: left.element.code) ?? order.count
            let rightRank = order.firstIndex(of: right.element.code) ?? order.count
            return (leftRank, left.offset) < (rightRank, right.offset)
        }.map(\.element)
        var seen: Set<ReasonCode> = []
        let distinct = sorted.filter { seen.insert($0.code).inserted }
        guard !distinct.isEmpty else {
            return plain(.undecided, .lowConfidence, JudgementTexts.lowConfidence, fix: topic.advice)
        }
        let wasRead = !survey.strangers.isEmpty
        return Result(
            finding: finding(.unsatisfied, reasons: distinct, currency: currency(of: [], wasRead: wasRead)),
            quotes: [:], deciding: nil)
    }

    /// Everything that is asked for is there, only under no name that is known.
    private func holdsEveryElement(_ survey: ItemSurvey) -> Bool {
        let owed = elementMatches(survey).map(\.match).filter { $0.confidence > .low }
        return !owed.isEmpty && owed.allSatisfy { $0.verdict == .satisfied }
    }

    private func describe(_ fit: PageFit) -> (ReasonCode, BilingualText) {
        switch fit {
        case .shell(_, let quote): (.emptyShell, JudgementTexts.emptyShell(quote))
        case .neighbour(let other, _): (.wrongItem, JudgementTexts.wrongItem(title(of: other)))
        case .frontPage: (.wrongPage, JudgementTexts.frontPage)
        case .index: (.wrongPage, JudgementTexts.index)
        case .otherContent: (.wrongItem, JudgementTexts.unrelated)
        case .unrelated(let quote): (.emptyShell, JudgementTexts.emptyShell(quote))
        case .pictures, .fits: (.unreadable, JudgementTexts.pictures)
        }
    }

    /// The title that the year gives to a topic.
    private func title(of topic: Int) -> BilingualText {
        let id = index.topics[topic].id
        return list.items.first { $0.topic == id }?.title ?? index.topics[topic].title
    }

    // MARK: Some page is about the topic

    private func fittingResult(_ survey: ItemSurvey) -> Result {
        let elements = elementMatches(survey)
        let currency = currency(of: survey.fitting, wasRead: true)
        let best = survey.fitting.max { ($0.margin, $1.reading.id) < ($1.margin, $0.reading.id) }
        var weighing = Weighing(judging: self, survey: survey, elements: elements, currency: currency, best: best)
        let (verdict, reasons) = weighing.verdict()
        let margin = best?.margin ?? 0
        let confidence: Confidence = margin >= 60 ? .high : margin >= AnalysedPage.sureMargin ? .medium : .low
        let finding = finding(
            verdict, reasons: reasons, elements: elements.map(\.match), hints: weighing.hints, currency: currency,
            confidence: confidence)
        return Result(finding: finding, quotes: quotes(survey, elements, currency), deciding: best)
    }

    /// Element matches over all fitting pages, the first that holds decides.
    func elementMatches(_ survey: ItemSurvey) -> [(element: Element, match: ElementMatch)] {
        item.elements.compactMap { topic.element($0) }.compactMap { element in
            let isOwed = element.owedBy.isEmpty || element.owedBy.contains(input.agency.type)
            let isTypeUnsure = !element.owedBy.isEmpty && !input.isAgencyTypeStated
            guard isOwed || input.agency.type.isEmpty else { return nil }
            var confidence = min(element.confidence, item.elementConfidence)
            if isTypeUnsure || input.agency.type.isEmpty && !element.owedBy.isEmpty { confidence = .low }
            var match = ElementMatch(
                id: element.id, title: element.title, verdict: .unsatisfied,
                confidence: Confidence(rawValue: confidence.rawValue) ?? .low)
            for fit in survey.fitting + survey.supporting {
                let matching = ElementMatching(page: fit.page, scope: fit.scope)
                guard let hit = index.matcher(topic: topicNumber, element: element.id).flatMap(matching.hit) else {
                    continue
                }
                match.verdict = .satisfied
                match.evidence = fit.reading.id
                match.quote = hit.quote
                match.place = hit.place
                break
            }
            if match.verdict == .unsatisfied, mayBeUnseen(survey) { match.verdict = .undecided }
            return (element, match)
        }
    }

    /// True when something of the item was not read in which the element may stand.
    func mayBeUnseen(_ survey: ItemSurvey) -> Bool {
        !survey.unclear.isEmpty
            || survey.fitting.contains { fit in
                let substance = fit.page.substance(in: fit.scope, index: index)
                let isPictured = substance.imageCount > 0 && substance.textBytes < 400 && substance.filledRows < 2
                return isPictured || (substance.embedCount > 0 && substance.textBytes < 400)
            }
    }

    func currency(of fitting: [FittingPage], wasRead: Bool) -> CurrencyVerdict {
        let isDateless = item.currency.codes.allSatisfy(\.asksForNoDate)
        guard !fitting.isEmpty else {
            return CurrencyVerdict(
                verdict: isDateless && wasRead ? .notRequired : nil, required: item.currency.text)
        }
        var dates = DateCollection()
        for fit in fitting {
            dates.add(fit.page, scope: fit.scope, way: fit.reading.way, evidence: fit.reading.id, index: index)
        }
        return CurrencyJudgement(
            rule: item.currency, fiscalYear: FiscalYear(list.year), asOf: input.asOf, dates: dates
        ).verdict()
    }

    // MARK: Assembling

    func finding(
        _ verdict: Verdict, reasons: [Reason], elements: [ElementMatch] = [], hints: [Hint] = [],
        currency: CurrencyVerdict, confidence: Confidence = .medium
    ) -> ItemFinding {
        ItemFinding(
            item: item.id, topic: topic.id, title: item.title, subIndicator: subIndicator, verdict: verdict,
            reasons: reasons, elements: elements, hints: hints, currency: currency, confidence: confidence)
    }

    private func plain(
        _ verdict: Verdict, _ code: ReasonCode, _ message: BilingualText, fix: BilingualText?,
        evidence: EvidenceID? = nil
    ) -> Result {
        let reason = Reason(code: code, message: message, fix: fix, evidence: evidence)
        return Result(
            finding: finding(verdict, reasons: [reason], currency: currency(of: [], wasRead: false)), quotes: [:],
            deciding: nil)
    }

    private func quotes(
        _ survey: ItemSurvey, _ elements: [(element: Element, match: ElementMatch)], _ currency: CurrencyVerdict
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
        for (_, match) in elements {
            if let evidence = match.evidence, !match.quote.isEmpty {
                quotes[evidence, default: []].append(Evidence.Quote(text: match.quote, place: match.place))
            }
        }
        for date in currency.found where date.decides {
            quotes[date.evidence, default: []].append(Evidence.Quote(text: date.text, place: "date"))
        }
        return quotes
    }
}

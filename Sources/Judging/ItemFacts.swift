import Checklists
import Findings
import GradingCore
import WebEvidence

/// All that the verdict on one item rests on. The weighing sees nothing else, so that a change of one fact shows what it
/// would do to the verdict.
struct ItemFacts {
    /// A page about the topic.
    struct Fit {
        var evidence: EvidenceID
        var margin: Int
    }

    /// An element that is owed, and where it was found.
    struct OwedElement {
        var element: Element
        /// `unsatisfied` where it was not found.
        var match: ElementMatch
        var isFound: Bool { match.verdict == .satisfied }
    }

    /// True when the list does not ask the item of agencies of this type.
    var isExcluded: Bool
    var state: ItemAnswer.State
    var asOf: CivilDate
    var fits: [Fit]
    /// The first page of no recognised topic that speaks for this one.
    var supporting: EvidenceID?
    var strangers: [(reading: EvidenceReading, fit: PageFit)]
    var social: [EvidenceReading]
    var unclear: [EvidenceReading]
    var dead: [EvidenceReading]
    var elements: [OwedElement]
    /// The dates of the fitting pages.
    var dates: DateCollection
    /// True when a fitting page holds pictures, frames or unread parts in which more may stand.
    var isPictured: Bool
    /// The name of another body of which the best page is; asked only when all else is in order.
    var otherAgency: () -> String?

    /// The page on which the verdict rests most.
    var best: Fit? { fits.max { ($0.margin, $1.evidence) < ($1.margin, $0.evidence) } }
    /// True when something of the item was not read in which an element may stand.
    var isUnseen: Bool { !unclear.isEmpty || isPictured }

    func verdict(of owed: OwedElement) -> Verdict {
        owed.isFound ? .satisfied : isUnseen ? .undecided : .unsatisfied
    }
}

extension ItemJudging {
    /// The facts of the item as its evidence stands.
    func facts() -> (facts: ItemFacts, survey: ItemSurvey) {
        let survey = isAsked ? survey() : ItemSurvey()
        return (facts(of: survey), survey)
    }

    /// False when the verdict needs no look at evidence.
    private var isAsked: Bool { !isExcluded && state == .answered }

    private var isExcluded: Bool { AgencyType(rawValue: input.agency.type).map(item.excludes.contains) ?? false }

    private var state: ItemAnswer.State { input.answers.first { $0.item == item.id }?.state ?? .open }

    /// The facts that a survey gives.
    func facts(of survey: ItemSurvey) -> ItemFacts {
        var dates = DateCollection()
        for fit in survey.fitting {
            dates.add(fit.page, scope: fit.scope, way: fit.reading.way, evidence: fit.reading.id, index: index)
        }
        return ItemFacts(
            isExcluded: isExcluded, state: state, asOf: input.asOf,
            fits: survey.fitting.map { ItemFacts.Fit(evidence: $0.reading.id, margin: $0.margin) },
            supporting: survey.supporting.first?.reading.id, strangers: survey.strangers, social: survey.social,
            unclear: survey.unclear,
            dead: survey.dead, elements: owedElements(survey.fitting + survey.supporting), dates: dates,
            isPictured: survey.fitting.contains(where: isPictured),
            otherAgency: { survey.best.flatMap { otherAgency.name(in: $0.page, scope: $0.scope) } })
    }

    /// The elements that this agency owes, over all pages; the first page that holds one decides.
    private func owedElements(_ pages: [FittingPage]) -> [ItemFacts.OwedElement] {
        item.elements.compactMap { topic.element($0) }.compactMap { element in
            let isOwed = element.owedBy.isEmpty || element.owedBy.contains(input.agency.type)
            let isTypeUnsure = !element.owedBy.isEmpty && !input.isAgencyTypeStated
            guard isOwed || input.agency.type.isEmpty else { return nil }
            var confidence = min(element.confidence, item.elementConfidence)
            if isTypeUnsure || input.agency.type.isEmpty && !element.owedBy.isEmpty { confidence = .low }
            var match = ElementMatch(
                id: element.id, title: element.title, verdict: .unsatisfied,
                confidence: Confidence(rawValue: confidence.rawValue) ?? .low)
            for fit in pages {
                let matching = ElementMatching(page: fit.page, scope: fit.scope)
                guard let hit = index.matcher(topic: topicNumber, element: element.id).flatMap(matching.hit) else {
                    continue
                }
                match.verdict = .satisfied
                match.evidence = fit.reading.id
                match.quote = hit.quote
                match.place = hit.place
                match.surroundings = QuotePlacing(page: fit.page).surroundings(of: hit.origin, quote: hit.quote)
                break
            }
            return ItemFacts.OwedElement(element: element, match: match)
        }
    }

    /// The rule on the item's time may itself ask for what an element looks for.
    func isAskedByRule(_ element: Element) -> Bool {
        switch element.failsAs {
        case .unsigned: item.currency.codes.contains(.signedByCurrentHead)
        case .oneWayOnly: item.currency.codes.contains(.liveFunction)
        case .missingElement, .notOnMainWebsite: false
        }
    }

    /// True when more may stand in the pictures or frames of a page, or the unread part of a file, than in its words.
    private func isPictured(_ fit: FittingPage) -> Bool {
        guard fit.page.page.document.isReadWholly else { return true }
        let substance = fit.page.substance(in: fit.scope, index: index)
        let isPictured = substance.imageCount > 0 && substance.textBytes < 400 && substance.filledRows < 2
        return isPictured || (substance.embedCount > 0 && substance.textBytes < 400)
    }
}

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
        /// True when something is there for it of which nothing was read.
        var isUnread = false
        /// True when what was found stands in the content of a page, not in a picture or menu.
        var isOfContent = true
        /// What would be found if the pages told a time: its words, none for a mere date. Nil when it lacks more.
        var dateless: String?
        var lacksOnlyDate: Bool { dateless != nil }
        var isFound: Bool { match.verdict == .satisfied }
    }

    /// True when the list does not ask the item of agencies of this type.
    var isExcluded: Bool
    var state: ItemAnswer.State
    var asOf: CivilDate
    var fits: [Fit]
    /// The first page of no recognised topic that speaks for this one.
    var supporting: EvidenceID?
    /// The first submitted page under no name of the topic that holds most of what the item asks for.
    var resembling: EvidenceID?
    var strangers: [(reading: EvidenceReading, fit: PageFit)]
    var social: [EvidenceReading]
    var unclear: [EvidenceReading]
    var dead: [EvidenceReading]
    var elements: [OwedElement]
    /// The dates of the fitting pages.
    var dates: DateCollection
    /// True when a fitting page holds pictures, frames or unread parts in which more may stand.
    var isPictured: Bool
    /// True when a fitting page has a text of its own in which more may be told than is known by its words.
    var isTextual: Bool
    /// True when every fitting page holds nothing but the name of what is asked for.
    var isTitleOnly: Bool
    /// True when no fitting page holds its content itself: it is in frames of other hosts or made by a script.
    var isElsewhere: Bool
    /// The name of another body of which the best page is; asked only when all else is in order.
    var otherAgency: () -> OtherAgency.Named?
    /// By what the pages show that the content is not there after all; asked only when nothing else fails.
    var absence: () -> Absence?
    /// By what the pages show that nothing was filled in, whatever pictures they hold.
    var shell: () -> Absence?
    /// A name in a signature without title and post; asked only where no signature of the head was found.
    var signerWithoutPost: () -> Absence?

    /// The page on which the verdict rests most.
    var best: Fit? { fits.max { ($0.margin, $1.evidence) < ($1.margin, $0.evidence) } }
    /// True when something of the item was not read in which an element may stand.
    var isUnseen: Bool { !unclear.isEmpty || isPictured || isTitleOnly }

    func verdict(of owed: OwedElement) -> Verdict {
        if owed.isFound { return owed.isUnread ? .undecided : .satisfied }
        return isUnseen || owed.isUnread ? .undecided : .unsatisfied
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
            dates.add(
                fit.page, scope: fit.scope, way: fit.reading.way, evidence: fit.reading.id, index: index,
                topic: topicNumber)
        }
        let elements = owedElements(survey.fitting + survey.supporting)
        // A year in the title was read on the page, but not in its content.
        let isRead = elements.contains {
            $0.isFound && !$0.isUnread && $0.isOfContent && $0.match.place != Place.title.rawValue
                && $0.match.place != Place.fileName.rawValue
        }
        let isFound = elements.contains(where: \.isFound)
        return ItemFacts(
            isExcluded: isExcluded, state: state, asOf: input.asOf,
            fits: survey.fitting.map { ItemFacts.Fit(evidence: $0.reading.id, margin: $0.margin) },
            supporting: survey.supporting.first?.reading.id, resembling: survey.resembling?.id,
            strangers: survey.strangers, social: survey.social, unclear: survey.unclear, dead: survey.dead,
            elements: elements, dates: dates,
            isPictured: survey.fitting.contains { isPictured($0, isRead: isRead) },
            isTextual: survey.fitting.contains { fit in
                fit.page.substance(in: fit.scope, index: index).ownTextBytes >= ItemJudging.ownText
            },
            isTitleOnly: !survey.fitting.isEmpty
                && survey.fitting.allSatisfy { $0.page.isTitleOnly(topicNumber, in: $0.scope, index: index) },
            isElsewhere: item.currency.codes != [.liveLink] && !survey.fitting.isEmpty
                && survey.fitting.allSatisfy { $0.page.substance(in: $0.scope, index: index).isElsewhere },
            otherAgency: { survey.best.flatMap { otherAgency.name(in: $0.page, scope: $0.scope) } },
            absence: { AbsenceReading(judging: self, survey: survey, isRead: isRead, isFound: isFound).absence() },
            shell: { AbsenceReading(judging: self, survey: survey, isRead: isRead, isFound: isFound).shell() },
            signerWithoutPost: {
                AbsenceReading(judging: self, survey: survey, isRead: isRead, isFound: isFound).signerWithoutPost()
            })
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
            var (isUnread, isOfContent) = (false, true)
            for fit in pages {
                let matching = ElementMatching(page: fit.page, scope: fit.scope)
                guard let hit = index.matcher(topic: topicNumber, element: element.id).flatMap(matching.hit) else {
                    continue
                }
                match.verdict = .satisfied
                (isUnread, isOfContent) = (hit.isUnread, hit.isOfContent)
                match.evidence = fit.reading.id
                match.quote = hit.quote
                match.place = hit.place
                match.surroundings = QuotePlacing(page: fit.page).surroundings(of: hit.origin, quote: hit.quote)
                if !isUnread { break }
            }
            return ItemFacts.OwedElement(
                element: element, match: match, isUnread: isUnread, isOfContent: isOfContent,
                dateless: match.verdict == .satisfied ? nil : dateless(element, pages))
        }
    }

    /// The words of an element that some page would hold if it told a time. The name of a thing alone lacks more.
    private func dateless(_ element: Element, _ pages: [FittingPage]) -> String? {
        guard let matcher = index.matcher(topic: topicNumber, element: element.id) else { return nil }
        return pages.lazy.compactMap { fit -> String? in
            let hit = ElementMatching(page: fit.page, scope: fit.scope, isDateGranted: true).hit(matcher)
            if case .unit(let number, _, _)? = hit?.origin, fit.page.units[number].actingPlace != .body { return nil }
            return hit?.quote
        }.first
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
    /// - Parameter isRead: some element of the item was read in words.
    private func isPictured(_ fit: FittingPage, isRead: Bool) -> Bool {
        guard fit.page.page.document.isReadWholly else { return true }
        let substance = fit.page.substance(in: fit.scope, index: index)
        if substance.isUnseen { return true }
        let unseen = UnseenContent(fit, index: index)
        if unseen.isGarbled { return true }
        // A picture holds no link.
        if isLinkAsked { return !isRead && unseen.isThere }
        // Where nothing that is asked for was read, a longer text around the picture tells no more.
        let most = isRead ? ItemJudging.fewWords : ItemJudging.someWords
        if unseen.isPointedAt { return true }
        guard substance.ownTextBytes < most, substance.filledRows < 2 || substance.embedCount > 0 else { return false }
        if substance.imageCount > 0 || substance.embedCount > 0 { return true }
        return !isRead && (unseen.isThere || unseen.isOutside)
    }

    /// True when a link to another website is itself what the item asks for.
    private var isLinkAsked: Bool { item.currency.codes == [.liveLink] }

    /// Bytes of the shadow: some 130 and some 450 Thai letters.
    private static let fewWords = 400
    private static let ownText = 600
    private static let someWords = 1_400
}

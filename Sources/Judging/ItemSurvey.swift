import Checklists
import Findings
import WebEvidence

/// One page of an item that is about its topic.
struct FittingPage: Sendable {
    let reading: EvidenceReading
    let page: AnalysedPage
    let scope: PageScope
    let points: Int
    let margin: Int
}

/// What the pages of an item are, before the verdict.
struct ItemSurvey: Sendable {
    var fitting: [FittingPage] = []
    /// Pages of no recognised topic: what an item asks for may be spread over several documents.
    var supporting: [FittingPage] = []
    /// The first submitted page under no name of the topic that holds most of what the item asks for.
    var resembling: EvidenceReading?
    /// What each readable page that does not fit is, with its evidence.
    var strangers: [(reading: EvidenceReading, fit: PageFit)] = []
    /// Readable pages on social networks of an item that does not accept them: nothing of them is judged.
    var social: [EvidenceReading] = []
    var unclear: [EvidenceReading] = []
    var dead: [EvidenceReading] = []

    /// The page on which a verdict rests most.
    var best: FittingPage? { fitting.max { ($0.margin, $1.reading.id) < ($1.margin, $0.reading.id) } }
}

extension ItemJudging {
    /// Sorts the evidence of the item.
    func survey() -> ItemSurvey {
        var survey = ItemSurvey()
        for reading in readings {
            if isOnlySocial(reading), page(of: reading) != nil {
                survey.social.append(reading)
            } else if let page = page(of: reading) {
                enter(page, reading, fit: fit(page, reading).fit, in: &survey)
            } else if OutcomeEffect(reading.outcome) == .dead {
                survey.dead.append(reading)
            } else {
                survey.unclear.append(reading)
            }
        }
        return survey
    }

    /// True for evidence on a social network where the topic wants it on a website.
    func isOnlySocial(_ reading: EvidenceReading) -> Bool {
        !reading.socialNetwork.isEmpty && !topic.accepts.contains(.social)
    }

    /// The page of an evidence that can be judged; nil for one that cannot.
    func page(of reading: EvidenceReading) -> AnalysedPage? {
        guard OutcomeEffect(reading.outcome) == .readable else { return nil }
        return reading.page.flatMap { pages[$0] }
    }

    /// How a page stands to the item's topic.
    func fit(_ page: AnalysedPage, _ reading: EvidenceReading, extraPoints: Int = 0) -> FitReading {
        page.fit(topic: topicNumber, index: index, way: reading.way, extraPoints: extraPoints)
    }

    /// Enters one readable page with how it stands to the topic.
    func enter(_ page: AnalysedPage, _ reading: EvidenceReading, fit: PageFit, in survey: inout ItemSurvey) {
        if case .fits(let scope, let points, let margin) = fit {
            survey.fitting.append(
                FittingPage(reading: reading, page: page, scope: scope, points: points, margin: margin))
        } else if socialHit(page) != nil {
            survey.fitting.append(
                FittingPage(
                    reading: reading, page: page, scope: .whole, points: ItemJudging.accountPoints,
                    margin: ItemJudging.accountPoints))
        } else if case .otherContent = fit, holdsWhatIsOwed(page) {
            survey.fitting.append(FittingPage(reading: reading, page: page, scope: .whole, points: 0, margin: 0))
        } else {
            survey.strangers.append((reading, fit))
            if survey.resembling == nil, reading.via == .submitted, isResembling(page, fit) {
                survey.resembling = reading
            }
            if case .otherContent = fit, page.speaksFor(topicNumber, index: index) {
                survey.supporting.append(
                    FittingPage(reading: reading, page: page, scope: .whole, points: 0, margin: 0))
            }
        }
    }

    /// A page under no known name is the item's when it holds everything that the list asks for: then the name does not
    /// matter. Few or unsure elements stand on many pages, so they need the words of the topic beside them.
    func holdsWhatIsOwed(_ page: AnalysedPage) -> Bool {
        let owed = item.elements.compactMap { topic.element($0) }.filter { element in
            element.owedBy.isEmpty || element.owedBy.contains(input.agency.type)
        }
        let sure = owed.filter { min($0.confidence, item.elementConfidence) > .low }
        let asked = sure.isEmpty ? owed : sure
        guard asked.count > 1 else { return false }
        let matching = ElementMatching(page: page, scope: .whole)
        let points = page.scores(in: .whole, index: index).totals[topicNumber]
        let least = sure.count >= ItemJudging.tellingElements ? ItemJudging.leastBeside : ItemJudging.leastBesideFew
        return points >= least
            && asked.allSatisfy { element in
                index.matcher(topic: topicNumber, element: element.id).flatMap(matching.hit) != nil
            }
    }

    /// True when a page of no known topic holds most of what the list may ask for (three parts at least), or one of a neighbour that
    /// is not strong holds all of it: it may be the item's page in other words.
    private func isResembling(_ page: AnalysedPage, _ fit: PageFit) -> Bool {
        let isWhole: Bool
        switch fit {
        case .otherContent: isWhole = false
        case .neighbour(_, let points)
        where points < TopicScores.leastUnnamed
            && page.scores(in: .whole, index: index).totals[topicNumber] < points:
            isWhole = true
        default: return false
        }
        let owed = item.elements.compactMap { topic.element($0) }.filter { element in
            element.owedBy.isEmpty || element.owedBy.contains(input.agency.type)
        }
        let matching = ElementMatching(page: page, scope: .whole)
        let held = owed.count { index.matcher(topic: topicNumber, element: $0.id).flatMap(matching.hit) != nil }
        // One detail stands on many pages, and what speaks against the topic tells that it is of another.
        guard page.scores(in: .whole, index: index).objections[topicNumber] < ItemJudging.tellingObjection else {
            return false
        }
        return held > 1 && (held == owed.count || !isWhole && held > 2 && held * 2 > owed.count)
    }

    /// Points against a topic from which a page is of another: one such phrase in a heading.
    private static let tellingObjection = 30

    /// So many elements together stand on no other page, and the points that are needed beside them and beside fewer.
    private static let tellingElements = 3
    private static let leastBeside = 10
    private static let leastBesideFew = 60

    /// Points of a page that links to the agency's own account.
    static let accountPoints = 100

    /// A link to the agency's own account is the evidence itself, wherever on the website it stands.
    func socialHit(_ page: AnalysedPage) -> ElementHit? {
        guard topic.accepts.contains(.social), item.currency.codes == [.liveLink] else { return nil }
        let matching = ElementMatching(page: page, scope: .whole)
        return topic.elements.lazy.compactMap { element in
            index.matcher(topic: topicNumber, element: element.id).flatMap(matching.hit)
        }.first
    }
}

import Findings
import GradingCore
import WebEvidence

/// One thing that could be different about an item's evidence.
enum FactChange: Hashable {
    /// An address is submitted, and leads to a page about the topic.
    case submitted
    /// A page of the item is about the topic.
    case fits(EvidenceID)
    /// A page speaks for the topic with so many points more.
    case points(EvidenceID, Int)
    /// The topic wins on the best page by so many points more; negative: less.
    case margin(Int)
    /// The element of that number is found, or is not.
    case element(Int, isFound: Bool)
    /// Words stand in the content; `replacing`: which of the other dates stay.
    case dates(String, replacing: DatesLeft)
    case datesLost
    /// A page can be read, and holds nothing of the item.
    case read(EvidenceID)
    /// A page is gone.
    case gone(EvidenceID)
    case picturesRead
    case ownName
    /// What shows that the content is not there is gone.
    case ownContent
    case later(CivilDate)

    /// True for changes of what the pages are; the others change single facts.
    var concernsPages: Bool {
        switch self {
        case .points, .gone, .read: true
        default: false
        }
    }

    /// The dates that stay when others are written.
    enum DatesLeft: Hashable { case all, undecided, none }
}

/// The facts of an item with some of them changed: survey and facts are made and weighed by the judge's own code.
struct ChangedFacts {
    let judging: ItemJudging
    let survey: ItemSurvey
    /// As they are.
    let facts: ItemFacts

    func verdict(after changes: [FactChange]) -> Verdict {
        var weighing = Weighing(judging: judging, facts: facts(after: changes))
        return weighing.weighed().verdict
    }

    func facts(after changes: [FactChange]) -> ItemFacts {
        var result = facts
        if changes.contains(where: \.concernsPages) {
            var changed = survey
            for change in changes { apply(change, to: &changed) }
            result = judging.facts(of: changed)
        }
        for change in changes { apply(change, to: &result) }
        return result
    }

    /// Facts with one more change of a single fact.
    func facts(_ facts: ItemFacts, with change: FactChange) -> ItemFacts {
        var facts = facts
        apply(change, to: &facts)
        return facts
    }

    /// Changes of what the pages are.
    private func apply(_ change: FactChange, to survey: inout ItemSurvey) {
        switch change {
        case .points(let id, let points):
            guard let reading = survey.strangers.first(where: { $0.reading.id == id })?.reading,
                let page = judging.page(of: reading)
            else { return }
            survey.strangers.removeAll { $0.reading.id == id }
            survey.supporting.removeAll { $0.reading.id == id }
            if survey.resembling?.id == id { survey.resembling = nil }
            judging.enter(page, reading, fit: judging.fit(page, reading, extraPoints: points).fit, in: &survey)
        case .gone(let id):
            let gone = survey.fitting.filter { $0.reading.id == id }.map { fit in
                var reading = fit.reading
                reading.outcome = .http404
                return reading
            }
            survey.fitting.removeAll { $0.reading.id == id }
            survey.dead += gone
        case .read(let id):
            let read = survey.unclear.filter { $0.id == id }
            survey.unclear.removeAll { $0.id == id }
            survey.strangers += read.map { ($0, PageFit.otherContent) }
        default: return
        }
    }

    /// Changes of single facts.
    private func apply(_ change: FactChange, to facts: inout ItemFacts) {
        switch change {
        case .submitted:
            facts.state = .answered
            facts.fits.append(ItemFacts.Fit(evidence: EvidenceID(0), margin: AnalysedPage.sureMargin))
        case .fits(let id):
            facts.strangers.removeAll { $0.reading.id == id }
            facts.unclear.removeAll { $0.id == id }
            facts.dead.removeAll { $0.id == id }
            facts.fits.append(ItemFacts.Fit(evidence: id, margin: AnalysedPage.sureMargin))
        case .margin(let points):
            guard let best = facts.best, let index = facts.fits.firstIndex(where: { $0.evidence == best.evidence })
            else { return }
            facts.fits[index].margin += points
        case .element(let index, let isFound): facts.elements[index].match.verdict = isFound ? .satisfied : .unsatisfied
        case .dates(let words, let left):
            facts.dates = dates(left, of: facts).adding(words, evidence: facts.best?.evidence ?? EvidenceID(0))
        case .datesLost: facts.dates = dates(.undecided, of: facts)
        case .picturesRead:
            facts.isPictured = false
            facts.isElsewhere = false
        case .ownName: facts.otherAgency = { nil }
        case .ownContent: facts.absence = { nil }
        case .later(let day): facts.asOf = day
        case .points, .gone, .read: return
        }
    }

    private func dates(_ left: FactChange.DatesLeft, of facts: ItemFacts) -> DateCollection {
        switch left {
        case .all: facts.dates
        case .undecided: facts.dates.removing(judging.currency(facts).decides)
        case .none: DateCollection()
        }
    }
}

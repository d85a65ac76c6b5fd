public import Checklists
public import GradingCore
public import Submissions

/// A submission of one year seen from the list of another: what is carried where, by topic and never by number.
public struct CarryOver: Sendable {
    /// What happens to an item. Raw values are the words of `--json`.
    public enum Change: String, Sendable, Hashable, CaseIterable {
        /// The same topic under the same number.
        case kept
        /// The same topic under another number.
        case renumbered
        /// The new item asks what several old items asked, or more than its old one.
        case merged
        /// The new item asks part of what one old item asked.
        case split
        /// Nothing of the old list answers it.
        case new
        /// Nothing of the new list asks for it.
        case gone
    }

    /// One item of the new list, or one of the old list that is gone.
    public struct Entry: Sendable, Hashable {
        /// What happens to it.
        public var change: Change
        /// Items of the old list that feed it, in its order; empty for a new one.
        public var sources: [ChecklistItem]
        /// The item of the new list; nil for one that is gone.
        public var target: ChecklistItem?
        /// The answer that is carried: addresses of all sources, each once. Nil where no source has any.
        public var answer: SubmittedAnswer?
        /// What must be made anew or looked at before the new year, in the order of the item's rule.
        public var renewals: [Renewal]
        /// Ids of elements that the new item asks and no source of the same topic asked; empty for new items.
        public var newElements: [String]
        /// True when the official title changed.
        public var changesTitle: Bool
        /// True when another time is asked for than before.
        public var changesCurrency: Bool
        /// Buddhist-era years that the carried addresses and notes mention, ascending.
        public var mentionedYears: [Int]

        /// The title of the new item, else of the old one.
        public var title: BilingualText { (target ?? sources.first)?.title ?? BilingualText(th: "", en: "") }
    }

    /// The old list.
    public var from: YearList
    /// The new list.
    public var to: YearList
    /// The new list in its order, then what is gone in the order of the old list.
    public var entries: [Entry]
    /// The days of the new year's assessment; nil where nothing is known.
    public var calendar: AssessmentCalendar?
    /// What the old submission tells of the agency.
    public var agency: DeclaredAgency

    /// Carries a submission of the year `from` to the year `to`; `asOf` decides which months are over.
    public init(
        _ submission: Submission, from: YearList, to: YearList, lineage: Lineage, calendars: AssessmentCalendars,
        asOf: CivilDate
    ) {
        self.from = from
        self.to = to
        agency = submission.agency
        let calendar = calendars.calendar(of: FiscalYear(to.year))
        self.calendar = calendar
        let kinship = Kinship(from: from, to: to, lineage: lineage)
        let answers = Dictionary(submission.answers.map { ($0.item, $0) }) { first, _ in first }
        var entries: [Entry] = []
        for item in to.items {
            let sources = from.items.filter { kinship.feeds($0, item) }
            let answer = CarriedAnswer.made(of: sources.compactMap { answers[$0.id] }, for: item.id)
            entries.append(
                Entry(
                    change: kinship.change(of: item, from: sources), sources: sources, target: item, answer: answer,
                    renewals: Renewal.all(of: item.currency, year: FiscalYear(to.year), asOf: asOf, calendar: calendar),
                    newElements: CarryOver.newElements(item, sources),
                    changesTitle: !sources.isEmpty && !sources.contains { $0.title.th == item.title.th },
                    changesCurrency: !sources.isEmpty && !sources.contains { $0.currency.codes == item.currency.codes },
                    mentionedYears: answer.map(MentionedYears.of) ?? []))
        }
        for item in from.items where !to.items.contains(where: { kinship.feeds(item, $0) }) {
            entries.append(
                Entry(
                    change: .gone, sources: [item], target: nil, answer: answers[item.id], renewals: [],
                    newElements: [], changesTitle: false, changesCurrency: false, mentionedYears: []))
        }
        self.entries = entries
    }

    /// How many items each change concerns.
    public var counts: [Change: Int] { Dictionary(entries.map { ($0.change, 1) }, uniquingKeysWith: +) }

    /// The submission of the new year: one answer for each item that something is carried to, in the order of the new
    /// list. `withBlanks` adds the others without answer, to be filled in.
    public func submission(withBlanks: Bool = false) -> Submission {
        let answers = entries.compactMap { entry -> SubmittedAnswer? in
            guard let target = entry.target else { return nil }
            let blank = SubmittedAnswer(itemText: target.id.text, item: target.id, answer: nil, urls: [])
            return entry.answer ?? (withBlanks ? blank : nil)
        }
        return Submission(agency: agency, fiscalYear: FiscalYear(to.year), answers: answers)
    }

    private static func newElements(_ item: ChecklistItem, _ sources: [ChecklistItem]) -> [String] {
        let same = sources.filter { $0.topic == item.topic }
        // The elements of another topic have other names: nothing can be said of them.
        guard !same.isEmpty else { return [] }
        let asked = Set(same.flatMap(\.elements))
        return item.elements.filter { !asked.contains($0) }
    }
}

/// Which old item feeds which new one.
private struct Kinship {
    private let from: YearList
    private let to: YearList
    private let lineage: Lineage
    private let oldTopics: Set<TopicID>
    private let newTopics: Set<TopicID>

    init(from: YearList, to: YearList, lineage: Lineage) {
        self.from = from
        self.to = to
        self.lineage = lineage
        oldTopics = Set(from.items.map(\.topic))
        newTopics = Set(to.items.map(\.topic))
    }

    /// The same topic; or a topic that is no longer asked alone in one that holds it; or the other way round.
    func feeds(_ old: ChecklistItem, _ new: ChecklistItem) -> Bool {
        if old.topic == new.topic { return true }
        if !newTopics.contains(old.topic), lineage.holds(new, old.topic) { return true }
        return !oldTopics.contains(new.topic) && lineage.holds(old, new.topic)
    }

    func change(of item: ChecklistItem, from sources: [ChecklistItem]) -> CarryOver.Change {
        guard let source = sources.first else { return .new }
        if sources.count > 1 { return .merged }
        if to.items.count(where: { feeds(source, $0) }) > 1 { return .split }
        guard source.topic == item.topic else { return lineage.holds(item, source.topic) ? .merged : .split }
        return source.id == item.id ? .kept : .renumbered
    }
}

/// One answer made of those of several items.
private enum CarriedAnswer {
    static func made(of answers: [SubmittedAnswer], for item: ItemID) -> SubmittedAnswer? {
        var urls: [SubmittedURL] = []
        for url in answers.flatMap(\.urls) where !urls.contains(where: { $0.verbatim == url.verbatim }) {
            urls.append(SubmittedURL(verbatim: url.verbatim))
        }
        // A "no" of the old year says nothing of the new one.
        guard !urls.isEmpty else { return nil }
        var notes: [String] = []
        for note in answers.map(\.explanation) where !note.isEmpty && !notes.contains(note) { notes.append(note) }
        return SubmittedAnswer(
            itemText: item.text, item: item, answer: answers.contains { $0.answer == true } ? true : nil, urls: urls,
            explanation: notes.joined(separator: "\n"))
    }
}

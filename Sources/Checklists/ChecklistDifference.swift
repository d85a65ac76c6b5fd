public import GradingCore

/// What changed between two lists, by topic and never by number.
public struct ChecklistDifference: Sendable, Hashable {
    public enum Change: String, Sendable, Hashable {
        /// The same number and topic.
        case kept
        /// The topic has another number.
        case renumbered
        case new, gone
    }
    public struct Entry: Sendable, Hashable {
        public var change: Change
        public var topic: TopicID
        /// Nil for a new item.
        public var old: ChecklistItem?
        /// Nil for one that is gone.
        public var new: ChecklistItem?
        /// What else differs: `title`, `currency`, `elements`, `sub-indicator`.
        public var alsoChanged: [String]
    }
    /// New list first, in its order; then what is gone, in the order of the old list.
    public var entries: [Entry]

    public init(from old: YearList, to new: YearList) {
        var entries: [Entry] = []
        for item in new.items {
            let before = old.items.first { $0.topic == item.topic }
            entries.append(
                Entry(
                    change: before.map { $0.id == item.id ? .kept : .renumbered } ?? .new, topic: item.topic,
                    old: before, new: item,
                    alsoChanged: before.map { ChecklistDifference.changes($0, in: old, item, in: new) } ?? []))
        }
        let kept = Set(new.items.map(\.topic))
        for item in old.items where !kept.contains(item.topic) {
            entries.append(Entry(change: .gone, topic: item.topic, old: item, new: nil, alsoChanged: []))
        }
        self.entries = entries
    }

    private static func changes(
        _ old: ChecklistItem, in oldList: YearList, _ new: ChecklistItem, in newList: YearList
    ) -> [String] {
        var changed: [String] = []
        if old.title.th != new.title.th { changed.append("title") }
        if old.currency.codes != new.currency.codes { changed.append("currency") }
        if old.elements != new.elements { changed.append("elements") }
        if oldList.subIndicator(of: old.id) != newList.subIndicator(of: new.id) { changed.append("sub-indicator") }
        return changed
    }
}

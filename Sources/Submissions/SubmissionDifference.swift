public import GradingCore

/// What differs between two submissions, topic by topic.
public struct SubmissionDifference: Sendable, Hashable {
    /// One topic in both submissions.
    public struct Entry: Sendable, Hashable {
        /// How the answer changed. Raw values are the words of `--json`.
        public enum Change: String, Sendable, Hashable, CaseIterable {
            case added, removed, changed
            /// Only the number of the item is another.
            case renumbered
        }
        /// How the answer changed.
        public var change: Change
        /// The answer of the first submission; nil when it has none.
        public var before: SubmittedAnswer?
        /// The answer of the second; nil when it has none.
        public var after: SubmittedAnswer?

        /// Addresses only the second has, in its order.
        public var addedURLs: [String] { SubmissionDifference.urls(after, without: before) }
        /// Addresses only the first has, in its order.
        public var removedURLs: [String] { SubmissionDifference.urls(before, without: after) }
        /// True when both hold the same addresses in another order.
        public var isReordered: Bool {
            guard let before, let after, addedURLs.isEmpty, removedURLs.isEmpty else { return false }
            return before.urls.map(\.verbatim) != after.urls.map(\.verbatim)
        }
        /// True when yes, no or silence differ.
        public var changesAnswer: Bool { before.map { first in after?.answer != first.answer } ?? false }
        /// True when the notes differ.
        public var changesExplanation: Bool { before.map { first in after?.explanation != first.explanation } ?? false }
    }

    /// Parts of the agency that differ: `name`, `website`, `type`, `province`.
    public var agency: [String]
    /// The year that the first names.
    public var yearBefore: FiscalYear?
    /// The year that the second names.
    public var yearAfter: FiscalYear?
    /// In the order of the second submission, then what it lacks in the order of the first.
    public var entries: [Entry]
    /// Answers that are the same in both.
    public var unchanged: Int

    /// Compares two submissions; `counterpart` gives the item of the second year for one of the first (nil: none).
    public init(from old: Submission, to new: Submission, counterpart: (ItemID) -> ItemID?) {
        agency = SubmissionDifference.agency(old.agency, new.agency)
        yearBefore = old.fiscalYear
        yearAfter = new.fiscalYear
        var rest = old.answers
        var entries: [Entry] = []
        var unchanged = 0
        for answer in new.answers {
            guard let index = rest.firstIndex(where: { counterpart($0.item) == answer.item }) else {
                entries.append(Entry(change: .added, before: nil, after: answer))
                continue
            }
            let before = rest.remove(at: index)
            let isSame =
                before.answer == answer.answer && before.explanation == answer.explanation
                && before.urls.map(\.verbatim) == answer.urls.map(\.verbatim)
            if isSame, before.item == answer.item {
                unchanged += 1
            } else {
                entries.append(Entry(change: isSame ? .renumbered : .changed, before: before, after: answer))
            }
        }
        self.entries = entries + rest.map { Entry(change: .removed, before: $0, after: nil) }
        self.unchanged = unchanged
    }

    private static func agency(_ old: DeclaredAgency, _ new: DeclaredAgency) -> [String] {
        var parts: [String] = []
        if old.name != new.name { parts.append("name") }
        if old.website != new.website { parts.append("website") }
        if old.type != new.type { parts.append("type") }
        if old.province != new.province { parts.append("province") }
        return parts
    }

    private static func urls(_ answer: SubmittedAnswer?, without other: SubmittedAnswer?) -> [String] {
        let known = Set(other?.urls.map(\.verbatim) ?? [])
        return answer?.urls.map(\.verbatim).filter { !known.contains($0) } ?? []
    }
}

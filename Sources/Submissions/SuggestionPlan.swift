public import GradingCore
import WebEvidence

/// What proposals do to a submission, decided before anything is written.
public struct SuggestionPlan: Sendable, Hashable {
    /// What becomes of one proposal. Raw values are the words of `--json`.
    public enum Effect: String, Sendable, Hashable, CaseIterable {
        case replaced, added
        /// The submission has the new address, and not the old one, already.
        case alreadyThere = "already_there"
        /// The item has no such address.
        case unmatched
        /// The year has no such item, or the text is none.
        case unknownItem = "unknown_item"
        /// The place in the file could not be changed without changing more.
        case notEditable = "not_editable"
    }
    /// One proposal with its effect.
    public struct Step: Sendable, Hashable {
        /// The proposal.
        public var suggestion: Suggestion
        /// The item that is meant; nil when it is unknown.
        public var item: ItemID?
        /// The address to replace, as the submission spells it; empty where one is added.
        public var url: String
        /// What becomes of it.
        public var effect: Effect

        /// True when the proposal cannot be followed.
        public var isRefused: Bool { [.unmatched, .unknownItem, .notEditable].contains(effect) }
    }

    /// In the order of the proposals.
    public var steps: [Step]

    /// Decides on every proposal; `itemIDs` are those of the year's list, nil when it is not known.
    public init(_ suggestions: [Suggestion], for submission: Submission, itemIDs: [ItemID]?) {
        let known = KnownItems(itemIDs)
        var urls = Dictionary(submission.answers.map { ($0.item, $0.urls.map(\.verbatim)) }) { first, _ in first }
        steps = []
        for suggestion in suggestions {
            let item =
                known.item(spelt: suggestion.itemText)
                ?? WrittenItemID(suggestion.itemText).flatMap { known.item($0) }
            guard let item else {
                steps.append(Step(suggestion: suggestion, item: nil, url: suggestion.url, effect: .unknownItem))
                continue
            }
            let present = urls[item] ?? []
            let hasNew = present.contains { SuggestionPlan.isSame($0, suggestion.replacement) }
            var step = Step(suggestion: suggestion, item: item, url: "", effect: .added)
            if suggestion.url.isEmpty {
                if hasNew {
                    step.effect = .alreadyThere
                } else {
                    urls[item, default: []].append(suggestion.replacement)
                }
            } else if let old = SuggestionPlan.match(suggestion.url, in: present) {
                step.url = old
                step.effect = old == suggestion.replacement ? .alreadyThere : .replaced
                urls[item] = present.map { $0 == old ? suggestion.replacement : $0 }
            } else {
                step.url = suggestion.url
                step.effect = hasNew ? .alreadyThere : .unmatched
            }
            steps.append(step)
        }
    }

    private static func match(_ url: String, in urls: [String]) -> String? {
        urls.first { $0 == url } ?? urls.first { isSame($0, url) }
    }

    /// The same spelling, or the same address in another.
    static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        do {
            let (first, second) = (try PageAddress(submitted: left), try PageAddress(submitted: right))
            return first.isSamePage(as: second) && first.fragment == second.fragment
        } catch { return false }
    }
}

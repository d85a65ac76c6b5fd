public import GradingCore

/// A proposal to mend a submission: where the content of a dead or wrong address lies today, or an address for an item
/// that has none.
public struct LinkSuggestion: Sendable, Hashable {
    /// What led to the proposal, surest first. Raw values stand in reports.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// Byte for byte what the old address gave when it last was read.
        case sameContent = "same_content"
        /// The content system gives the entry of the old number another address.
        case sameEntry = "same_entry"
        /// A file of the same name in another place.
        case sameFile = "same_file"
        /// The last part of the address in another place.
        case samePath = "same_path"
        /// A page of the same title.
        case sameTitle = "same_title"
        /// The agency's own page of the year gives this address for the item.
        case ownIndex = "own_index"
        /// A page of the website that satisfies the item.
        case sameTopic = "same_topic"
    }

    public var item: ItemID
    /// The address that is to go, verbatim as submitted; empty where one is only to be added.
    public var url: String
    /// The address that takes its place.
    public var replacement: String
    public var cause: Cause
    public var why: BilingualText

    public init(item: ItemID, url: String, replacement: String, cause: Cause, why: BilingualText) {
        self.item = item
        self.url = url
        self.replacement = replacement
        self.cause = cause
        self.why = why
    }
}

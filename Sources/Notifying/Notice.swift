public import GradingCore

/// One thing that people are told: a link that broke, a page that changed, a date that comes near. One cause is one
/// notice, however many items and agencies it is about.
public struct Notice: Sendable, Hashable {
    /// What happened. Raw values are those of the webhook's JSON.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Addresses that were open are confirmed not to be.
        case broke
        /// Addresses that were broken open again.
        case recovered
        /// The main text of a page is another.
        case changed
        /// The verdict of items is another.
        case verdict
        /// What is current now will be out of date from a day on.
        case stale
        /// A certificate or domain name runs out soon.
        case certificate
        /// A date of the assessment comes near while items are open.
        case deadline
    }

    /// Why, as far as known.
    public struct Cause: Sendable, Hashable {
        /// A word of a fixed vocabulary: an outcome of a fetch (`http_404`), `flapping`, `server`, a reason of a verdict.
        public var kind: String
        /// The particular of it, for example the server's address; may be empty.
        public var detail: String
        /// Keys of all agencies behind which the same cause was seen; never empty.
        public var agencies: [String]

        /// From its parts.
        public init(kind: String, detail: String = "", agencies: [String]) {
            self.kind = kind
            self.detail = detail
            self.agencies = agencies
        }
    }

    /// How the text of one element, or of the page outside all elements, differs.
    public struct Difference: Sendable, Hashable {
        /// The element's title; empty for the page as a whole.
        public var element: BilingualText
        /// Lines that are new, in the order of the page.
        public var added: [String]
        /// Lines that are gone, in the order of the former page.
        public var removed: [String]

        /// From its parts.
        public init(element: BilingualText, added: [String], removed: [String]) {
            self.element = element
            self.added = added
            self.removed = removed
        }
    }

    /// Unique among all notices of a store and the same whenever this notice is sent again: receivers tell repeats by it.
    public var id: String
    public var kind: Kind
    /// Key of the agency; of the first one where the cause lies behind several.
    public var agency: String
    /// Its name, for people.
    public var agencyName: String
    /// Canonical item ids in the order of the list, without repeats.
    public var items: [ItemID]
    /// Addresses as submitted, without repeats.
    public var urls: [String]
    public var cause: Cause
    /// When what is told began: the first failed check, the day of a date that comes.
    public var since: Moment
    /// One or a few sentences for people, plain text.
    public var text: BilingualText
    /// Id of the run or check that saw it; may be empty.
    public var run: String
    /// True when people are told at once instead of in the day's digest.
    public var isUrgent: Bool
    /// What was added and removed; empty for all kinds but `changed`.
    public var differences: [Difference]

    /// From its parts.
    public init(
        id: String, kind: Kind, agency: String, agencyName: String = "", items: [ItemID] = [], urls: [String] = [],
        cause: Cause, since: Moment, text: BilingualText, run: String = "", isUrgent: Bool = false,
        differences: [Difference] = []
    ) {
        self.id = id
        self.kind = kind
        self.agency = agency
        self.agencyName = agencyName
        self.items = items
        self.urls = urls
        self.cause = cause
        self.since = since
        self.text = text
        self.run = run
        self.isUrgent = isUrgent
        self.differences = differences
    }
}

public import GradingCore

/// Changes that together would turn a verdict.
public struct VerdictChange: Sendable, Hashable {
    /// All must be made; leaving one out would not do. Never empty.
    public var changes: [Change]
    public var becomes: Verdict

    public init(changes: [Change], becomes: Verdict) {
        self.changes = changes
        self.becomes = becomes
    }

    /// One thing that would be different.
    public struct Change: Sendable, Hashable {
        /// Raw values are what reports print.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// An address is submitted.
            case submitted
            /// A page is about the topic and says something.
            case pageFits = "page_fits"
            /// A page speaks for the topic with `points` more.
            case points
            /// The topic wins by `points` more over its rival.
            case marginWon = "margin_won"
            /// The topic wins by `points` less.
            case marginLost = "margin_lost"
            case elementFound = "element_found"
            case elementLost = "element_lost"
            /// The words `words` stand in the content.
            case dateFound = "date_found"
            /// The words `words` stand there instead of the dates that decide.
            case dateReplaced = "date_replaced"
            /// The dates that decide are gone.
            case datesLost = "dates_lost"
            /// A page that could not be read can be read, and holds nothing of the item.
            case pageRead = "page_read"
            /// A page is gone.
            case pageGone = "page_gone"
            /// What stands in pictures and frames can be read, and is nothing that the item asks for.
            case picturesRead = "pictures_read"
            /// The document names this agency.
            case ownName = "own_name"
            /// The content stands there in place of the sign that it does not.
            case ownContent = "own_content"
            /// A document of its own is submitted.
            case ownDocument = "own_document"
            /// The audit is made on `date` or later.
            case laterDate = "later_date"
        }

        public var kind: Kind
        /// The change in a sentence.
        public var text: BilingualText
        /// The page that would be different, where it is a known one.
        public var evidence: EvidenceID?
        /// Id of the element that would be found or lost.
        public var element: String?
        /// For `points`, `marginWon` and `marginLost`: how many, at least 1.
        public var points: Int?
        /// Words that would stand on the page.
        public var words: String?
        public var date: CivilDate?

        public init(
            kind: Kind, text: BilingualText, evidence: EvidenceID? = nil, element: String? = nil, points: Int? = nil,
            words: String? = nil, date: CivilDate? = nil
        ) {
            self.kind = kind
            self.text = text
            self.evidence = evidence
            self.element = element
            self.points = points
            self.words = words
            self.date = date
        }
    }
}

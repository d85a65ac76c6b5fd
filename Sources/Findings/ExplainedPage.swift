public import GradingCore

/// How one page of an item stands to the item's topic.
public struct ExplainedPage: Sendable, Hashable {
    /// Raw values are what reports print.
    public enum Fit: String, Sendable, Hashable, CaseIterable {
        /// It is about the topic and says something.
        case fits
        /// Another topic wins.
        case neighbour
        /// It names the topic and says nothing under it.
        case shell
        /// It names the topic only as an entry that leads elsewhere.
        case index
        /// The front page, and not about the topic.
        case frontPage = "front_page"
        /// Content of no topic of the year.
        case otherContent = "other_content"
        /// Nothing but pictures, which are not read.
        case pictures
        /// Neither this topic nor another, and next to no content.
        case unrelated
    }

    public var evidence: EvidenceID
    /// The final address.
    public var url: String
    public var title: String
    public var fit: Fit
    /// The same in a sentence.
    public var meaning: BilingualText
    /// The heading of the part that was judged; nil for the whole page.
    public var section: String?
    /// How much the words speak for the item's topic, 0 and more.
    public var points: Int
    /// Points from which such a page is about the topic.
    public var leastPoints: Int
    /// Points of the topic less those of its strongest rival; negative where the rival wins.
    public var margin: Int
    /// The strongest other topics that may not share the page, at most three, most points first.
    public var rivals: [ExplainedRival]
    /// What made up the points, the strongest first, limits last; they sum to `points`.
    public var contributions: [Contribution]

    public init(
        evidence: EvidenceID, url: String, title: String, fit: Fit, meaning: BilingualText, section: String?,
        points: Int, leastPoints: Int, margin: Int, rivals: [ExplainedRival], contributions: [Contribution]
    ) {
        self.evidence = evidence
        self.url = url
        self.title = title
        self.fit = fit
        self.meaning = meaning
        self.section = section
        self.points = points
        self.leastPoints = leastPoints
        self.margin = margin
        self.rivals = rivals
        self.contributions = contributions
    }
}

/// Another topic for which a page speaks.
public struct ExplainedRival: Sendable, Hashable {
    public var topic: TopicID
    /// As the year's list calls it.
    public var title: BilingualText
    public var points: Int
    /// What made up the points, the strongest first, limits last; they sum to `points`.
    public var contributions: [Contribution]

    public init(topic: TopicID, title: BilingualText, points: Int, contributions: [Contribution]) {
        self.topic = topic
        self.title = title
        self.points = points
        self.contributions = contributions
    }
}

/// One thing on a page that speaks for or against a topic.
public struct Contribution: Sendable, Hashable {
    /// Raw values are what reports print.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A name of the topic.
        case name
        /// The topic is named in running text again and again.
        case repeatedName = "repeated_name"
        /// A word that usually stands on such a page.
        case signal
        /// A word that speaks against the topic.
        case against
        /// The link that led to the page names the topic.
        case way
        /// A link to the agency's own account.
        case account
        /// Signals count up to a limit together: what is beyond it is taken off.
        case signalLimit = "signal_limit"
        /// Points are never negative: what is below zero is given back.
        case floor
    }

    public var kind: Kind
    /// As written on the page; empty for what no words give.
    public var phrase: String
    /// As `Place` of the checklists names it: `title`, `heading`, `table-head`, `body`, `file-name`, `link`; empty where
    /// it does not matter.
    public var place: String
    /// Negative for what speaks against.
    public var points: Int

    public init(kind: Kind, phrase: String, place: String, points: Int) {
        self.kind = kind
        self.phrase = phrase
        self.place = place
        self.points = points
    }
}

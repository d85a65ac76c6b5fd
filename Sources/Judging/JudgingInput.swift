public import Findings
public import GradingCore
public import WebEvidence

/// The words around a link that was followed: the way to the evidence names what the page itself may not.
public struct WayHere: Sendable, Hashable {
    /// Link text, row, column head and headings, joined.
    public var words: String
    public init(words: String) { self.words = words }
}

/// One piece of evidence of one item, as the judge sees it.
public struct EvidenceReading: Sendable, Equatable {
    public var id: EvidenceID
    public var item: ItemID
    /// Index into the pages of the same input; nil when nothing could be read.
    public var page: Int?
    /// The completed outcome; that of the content where it was read in spite of `finding`.
    public var outcome: Outcome
    /// The TLS fault in spite of which the content was read; nil for what was verified.
    public var finding: Outcome?
    public var via: Evidence.Via
    /// The evidence on which the link stood.
    public var from: EvidenceID?
    public var way: WayHere?
    /// Lower-case hexadecimal digest of the body; empty when there is none.
    public var sha256: String
    /// Name of the social network, player or messenger on which it stands; empty for every other place.
    public var socialNetwork: String

    public init(
        id: EvidenceID, item: ItemID, page: Int?, outcome: Outcome, finding: Outcome? = nil, via: Evidence.Via,
        from: EvidenceID? = nil, way: WayHere? = nil, sha256: String = "", socialNetwork: String = ""
    ) {
        self.id = id
        self.item = item
        self.page = page
        self.outcome = outcome
        self.finding = finding
        self.via = via
        self.from = from
        self.way = way
        self.sha256 = sha256
        self.socialNetwork = socialNetwork
    }
}

/// A page that was read, with what of it is furniture.
public struct ReadPage: Sendable {
    /// Where it was found in the end.
    public var address: PageAddress
    /// What was asked for; another address where the server redirected.
    public var requested: PageAddress
    private var text: Text
    /// Nil when nothing is known to be furniture.
    public var furniture: SiteFurniture.Mask?
    /// True for the front page of the agency's website.
    public var isFrontPage: Bool
    /// Addresses of the frames that hold a document of another host: a drive's or a viewer's.
    public var contentFrames: Set<PageAddress>

    public init(
        address: PageAddress, document: ExtractedDocument, furniture: SiteFurniture.Mask?, isFrontPage: Bool = false,
        contentFrames: Set<PageAddress> = [], requested: PageAddress? = nil
    ) {
        self.address = address
        self.requested = requested ?? address
        text = .open(document)
        self.furniture = furniture
        self.isFrontPage = isFrontPage
        self.contentFrames = contentFrames
    }

    /// Every address under which it is known.
    var ways: [PageAddress] { requested == address ? [address] : [requested, address] }

    /// A page whose document was put away and is opened only while it is read.
    public init(
        address: PageAddress, closed: ClosedDocument, furniture: SiteFurniture.Mask?, isFrontPage: Bool = false,
        contentFrames: Set<PageAddress> = [], requested: PageAddress? = nil
    ) {
        self.address = address
        self.requested = requested ?? address
        text = .closed(closed)
        self.furniture = furniture
        self.isFrontPage = isFrontPage
        self.contentFrames = contentFrames
    }

    private enum Text: Sendable {
        case open(ExtractedDocument)
        case closed(ClosedDocument)
    }

    /// What was read. Of a document that was put away it is made anew at every call.
    public var document: ExtractedDocument {
        get {
            switch text {
            case .open(let document): document
            case .closed(let closed): closed.opened()
            }
        }
        set { text = .open(newValue) }
    }

    var title: String {
        switch text {
        case .open(let document): document.title
        case .closed(let closed): closed.outline.title
        }
    }

    /// The same page with its document at hand.
    func opened() -> ReadPage {
        var page = self
        if case .closed(let closed) = text { page.text = .open(closed.opened()) }
        return page
    }

    /// About how many bytes its texts take; 0 for a page that is held open anyway.
    var openBytes: Int { if case .closed(let closed) = text { closed.openBytes } else { 0 } }

    /// Documents that were put away are the same when they are one.
    func hasSameDocument(as other: ReadPage) -> Bool {
        if case .closed(let one) = text, case .closed(let another) = other.text, one === another { return true }
        return document == other.document
    }

    /// Equal in everything that judging looks at. Copies of one document are found equal without comparing their texts.
    func isSame(as other: ReadPage) -> Bool {
        isFrontPage == other.isFrontPage && address == other.address && furniture == other.furniture
            && hasSameDocument(as: other)
    }
}

/// What the agency said about one item.
public struct ItemAnswer: Sendable, Hashable {
    public enum State: Sendable, Hashable {
        /// With at least one address.
        case answered
        /// Answered "has not", without address, or no row in a finished submission.
        case notSubmitted
        /// No row yet in a draft.
        case open
        /// The run ended before the item was looked at.
        case notReached
    }
    public var item: ItemID
    public var state: State
    public init(item: ItemID, state: State) {
        self.item = item
        self.state = state
    }
}

/// Everything that a judgement rests on. The same input gives the same findings, in any order of pages.
public struct JudgingInput: Sendable {
    public var agency: AgencyProfile
    /// True when the agency's type was stated, false when it was inferred from the name.
    public var isAgencyTypeStated: Bool
    public var asOf: CivilDate
    /// One for each item of the list; a missing one counts as `open`.
    public var answers: [ItemAnswer]
    public var pages: [ReadPage]
    public var evidence: [EvidenceReading]

    public init(
        agency: AgencyProfile, isAgencyTypeStated: Bool, asOf: CivilDate,
        answers: [ItemAnswer], pages: [ReadPage], evidence: [EvidenceReading]
    ) {
        self.agency = agency
        self.isAgencyTypeStated = isAgencyTypeStated
        self.asOf = asOf
        self.answers = answers
        self.pages = pages
        self.evidence = evidence
    }
}

/// Findings and the quotes that belong to each evidence.
public struct Judgement: Sendable {
    /// In the order of the list.
    public var findings: [ItemFinding]
    public var quotes: [EvidenceID: [Evidence.Quote]]
}

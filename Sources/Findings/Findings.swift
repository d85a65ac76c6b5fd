public import GradingCore
public import WebEvidence

/// The id of one stored page or file inside a run, for example `e7`: numbered in the order of the submission.
public struct EvidenceID: Sendable, Hashable, Comparable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
    public var text: String { "e\(number)" }
    public static func < (left: EvidenceID, right: EvidenceID) -> Bool { left.number < right.number }
}

/// Why an item has its verdict. Raw values are what reports print.
public enum ReasonCode: String, Sendable, Hashable, CaseIterable {
    case notSubmitted = "not_submitted"
    case unreachable
    case wrongPage = "wrong_page"
    case wrongItem = "wrong_item"
    case missingElement = "missing_element"
    case outdated
    case undated
    case periodIncomplete = "period_incomplete"
    case future
    case emptyShell = "empty_shell"
    case notOnMainWebsite = "not_on_main_website"
    case otherAgency = "other_agency"
    case unsigned
    case oneWayOnly = "one_way_only"
    case needsLogin = "needs_login"
    case onlySocial = "only_social"
    case unreadable
    case copiedInstruction = "copied_instruction"
    case defaced
    case duplicateEvidence = "duplicate_evidence"
    case blocked
    case lowConfidence = "low_confidence"
    case satisfied
}

public struct Reason: Sendable, Hashable {
    public var code: ReasonCode
    public var message: BilingualText
    /// What to do; nil for `satisfied`.
    public var fix: BilingualText?
    public var evidence: EvidenceID?
    public init(code: ReasonCode, message: BilingualText, fix: BilingualText?, evidence: EvidenceID?) {
        self.code = code
        self.message = message
        self.fix = fix
        self.evidence = evidence
    }
}

public enum Confidence: String, Sendable, Hashable, Comparable, CaseIterable {
    case low, medium, high
    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
    public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }
}

/// The judgement of one required piece of information inside an item.
public struct ElementMatch: Sendable, Hashable {
    public var id: String
    public var title: BilingualText
    public var verdict: Verdict
    /// How sure the checklist is that the element is owed.
    public var confidence: Confidence
    public var evidence: EvidenceID?
    /// The deciding words in the page's own spelling; empty when nothing was found.
    public var quote: String
    /// Where they stand: `title`, `heading`, `table`, `body`, `link`, `form`, ...; empty when nothing was found.
    public var place: String
    /// What stands around the quote; empty when nothing was found.
    public var surroundings: QuoteSurroundings
    public init(
        id: String, title: BilingualText, verdict: Verdict, confidence: Confidence, evidence: EvidenceID? = nil,
        quote: String = "", place: String = "", surroundings: QuoteSurroundings = QuoteSurroundings()
    ) {
        self.id = id
        self.title = title
        self.verdict = verdict
        self.confidence = confidence
        self.evidence = evidence
        self.quote = quote
        self.place = place
        self.surroundings = surroundings
    }
}

/// What stands around a quote on its page, so that a reader sees the words in their place.
public struct QuoteSurroundings: Sendable, Hashable {
    /// The deciding words inside the quote, spelled as there; empty when the whole quote decides.
    public var words: String
    /// Up to 160 characters of the page before and after the quote, white space folded; may be empty.
    public var before: String
    public var after: String
    /// The page or sheet of a file; nil for pages of the web.
    public var location: QuoteLocation?
    public init(words: String = "", before: String = "", after: String = "", location: QuoteLocation? = nil) {
        self.words = words
        self.before = before
        self.after = after
        self.location = location
    }
}

/// What is advisable or weak; never a failure.
public struct Hint: Sendable, Hashable {
    public var code: String
    public var message: BilingualText
    public init(code: String, message: BilingualText) {
        self.code = code
        self.message = message
    }
}

/// Is the evidence of the right time?
public struct CurrencyVerdict: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case current, outdated, incomplete, undated, future
        case notRequired = "not_required"
    }
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case covers, signed, published, updated, file, law, session, school, other
    }
    /// A date or span that stands in the evidence.
    public struct FoundDate: Sendable, Hashable {
        /// As written on the page.
        public var text: String
        public var role: Role
        /// Every fiscal year that it covers, ascending.
        public var fiscalYears: [FiscalYear]
        public var period: CivilPeriod?
        /// True for the dates on which the verdict rests.
        public var decides: Bool
        public var evidence: EvidenceID
        public init(
            text: String, role: Role, fiscalYears: [FiscalYear], period: CivilPeriod?, decides: Bool,
            evidence: EvidenceID
        ) {
            self.text = text
            self.role = role
            self.fiscalYears = fiscalYears
            self.period = period
            self.decides = decides
            self.evidence = evidence
        }
    }

    /// Nil when nothing of the item was read.
    public var verdict: Kind?
    /// The rule of the checklist, for example `six-months-current-fy`.
    public var required: String
    public var found: [FoundDate]
    /// What is missing: months as `2023-02`, else words of the rule.
    public var missing: [String]
    /// The day from which this evidence will be out of date, where that is known.
    public var staleFrom: CivilDate?

    public init(
        verdict: Kind?, required: String, found: [FoundDate] = [], missing: [String] = [], staleFrom: CivilDate? = nil
    ) {
        self.verdict = verdict
        self.required = required
        self.found = found
        self.missing = missing
        self.staleFrom = staleFrom
    }
}

/// The judgement of one item: verdict, reasons, elements, currency and where each came from.
public struct ItemFinding: Sendable, Hashable {
    public var item: ItemID
    public var topic: TopicID
    public var title: BilingualText
    public var subIndicator: String
    public var verdict: Verdict
    /// Deciding reason first; exactly one (`satisfied`) for a satisfied item.
    public var reasons: [Reason]
    public var elements: [ElementMatch]
    public var hints: [Hint]
    public var currency: CurrencyVerdict
    /// The evidence that was looked at for this item, in order.
    public var evidence: [EvidenceID]
    /// How far the item's topic won over its neighbours.
    public var confidence: Confidence
    /// Points by which the topic won over its strongest rival on the page that decided; nil where no page is about it.
    /// Neither part of reports nor kept.
    public var margin: Int?

    public init(
        item: ItemID, topic: TopicID, title: BilingualText, subIndicator: String, verdict: Verdict,
        reasons: [Reason], elements: [ElementMatch] = [], hints: [Hint] = [], currency: CurrencyVerdict,
        evidence: [EvidenceID] = [], confidence: Confidence = .medium, margin: Int? = nil
    ) {
        self.item = item
        self.topic = topic
        self.title = title
        self.subIndicator = subIndicator
        self.verdict = verdict
        self.reasons = reasons
        self.elements = elements
        self.hints = hints
        self.currency = currency
        self.evidence = evidence
        self.confidence = confidence
        self.margin = margin
    }
}

/// One fetched page or file as the report lists it.
public struct Evidence: Sendable, Hashable {
    /// How the program came to the address.
    public enum Via: String, Sendable, Hashable { case submitted, link, embed, redirect }
    public struct Quote: Sendable, Hashable {
        public var text: String
        /// `title`, `heading`, `table 1, row 3`, `paragraph`, ...
        public var place: String
        public var surroundings: QuoteSurroundings
        public init(text: String, place: String, surroundings: QuoteSurroundings = QuoteSurroundings()) {
            self.text = text
            self.place = place
            self.surroundings = surroundings
        }
    }

    public var id: EvidenceID
    public var item: ItemID
    /// The submitted address from which the way led here, verbatim as submitted.
    public var submittedURL: String
    /// The final address.
    public var url: String
    public var via: Via
    /// The evidence on which the link or frame stood, for `link` and `embed`.
    public var from: EvidenceID?
    /// The words of the link that was followed.
    public var linkText: String
    public var status: Int?
    public var outcome: Outcome
    public var contentType: String
    public var bytes: Int
    public var sha256: String
    public var fetchedAt: String
    public var redirects: [RedirectHop]
    public var attempts: [FetchAttempt]
    public var title: String
    public var quotes: [Quote]
    /// Cause of a failure in one technical English sentence; may be empty.
    public var detail: String
    /// Address of the server that was asked last, without brackets; empty where none was known.
    public var server: String
    /// True for content that was read although the server could not be verified (`outcome` says why).
    public var isUnverified: Bool

    public init(
        id: EvidenceID, item: ItemID, submittedURL: String, url: String, via: Via, from: EvidenceID? = nil,
        linkText: String = "", status: Int? = nil, outcome: Outcome, contentType: String = "", bytes: Int = 0,
        sha256: String = "", fetchedAt: String = "", redirects: [RedirectHop] = [], attempts: [FetchAttempt] = [],
        title: String = "", quotes: [Quote] = [], detail: String = "", server: String = "", isUnverified: Bool = false
    ) {
        self.id = id
        self.item = item
        self.submittedURL = submittedURL
        self.url = url
        self.via = via
        self.from = from
        self.linkText = linkText
        self.status = status
        self.outcome = outcome
        self.contentType = contentType
        self.bytes = bytes
        self.sha256 = sha256
        self.fetchedAt = fetchedAt
        self.redirects = redirects
        self.attempts = attempts
        self.title = title
        self.quotes = quotes
        self.detail = detail
        self.server = server
        self.isUnverified = isUnverified
    }
}

/// An address or item that was not looked at, and why.
public struct NotChecked: Sendable, Hashable {
    public var item: ItemID
    public var url: String
    public var why: BilingualText
    public init(item: ItemID, url: String, why: BilingualText) {
        self.item = item
        self.url = url
        self.why = why
    }
}

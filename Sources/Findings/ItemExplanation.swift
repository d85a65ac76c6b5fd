public import GradingCore
public import WebEvidence

/// What spoke for and against the verdict on one item, and what would change it. Computed by the judge itself from the
/// same evidence; it decides nothing.
public struct ItemExplanation: Sendable, Hashable {
    public var item: ItemID
    public var topic: TopicID
    public var title: BilingualText
    public var verdict: Verdict
    /// How far the item's topic won over its neighbours.
    public var confidence: Confidence
    /// What was weighed, in order, one sentence each; the last one tells the verdict. Never empty.
    public var steps: [BilingualText]
    /// The evidence of the item that could be judged, in order.
    public var pages: [ExplainedPage]
    /// The evidence of the item that could not be judged, in order.
    public var unread: [UnreadEvidence]
    /// The parts that this agency owes, in the order of the list.
    public var elements: [ExplainedElement]
    public var currency: ExplainedCurrency
    /// The smallest changes that would turn the verdict: first those that would satisfy the item, fewer parts first.
    /// Each one was weighed again as if it were made.
    public var wouldChange: [VerdictChange]

    public init(
        item: ItemID, topic: TopicID, title: BilingualText, verdict: Verdict, confidence: Confidence,
        steps: [BilingualText], pages: [ExplainedPage], unread: [UnreadEvidence], elements: [ExplainedElement],
        currency: ExplainedCurrency, wouldChange: [VerdictChange]
    ) {
        self.item = item
        self.topic = topic
        self.title = title
        self.verdict = verdict
        self.confidence = confidence
        self.steps = steps
        self.pages = pages
        self.unread = unread
        self.elements = elements
        self.currency = currency
        self.wouldChange = wouldChange
    }
}

/// Evidence of an item that could not be judged.
public struct UnreadEvidence: Sendable, Hashable {
    public var evidence: EvidenceID
    public var outcome: Outcome
    /// True when nothing is there, false when it could not be seen what is there.
    public var isDead: Bool
    /// What the outcome means, and what to do about it.
    public var message: BilingualText
    public var fix: BilingualText

    public init(evidence: EvidenceID, outcome: Outcome, isDead: Bool, message: BilingualText, fix: BilingualText) {
        self.evidence = evidence
        self.outcome = outcome
        self.isDead = isDead
        self.message = message
        self.fix = fix
    }
}

/// The time of an item's evidence against the rule of the checklist.
public struct ExplainedCurrency: Sendable, Hashable {
    /// Nil when nothing of the item was read.
    public var verdict: CurrencyVerdict.Kind?
    /// The rule, for example `six-months-current-fy`; several are joined by `+`.
    public var required: String
    /// The rule in the checklist's own words; may be empty.
    public var note: String
    /// What is missing: months as `2023-02`, else words of the rule.
    public var missing: [String]
    /// Every date of the pages that fit, in reading order.
    public var dates: [ExplainedDate]

    public init(
        verdict: CurrencyVerdict.Kind?, required: String, note: String, missing: [String], dates: [ExplainedDate]
    ) {
        self.verdict = verdict
        self.required = required
        self.note = note
        self.missing = missing
        self.dates = dates
    }
}

/// One date or span that stands in the evidence, and why it counts or does not.
public struct ExplainedDate: Sendable, Hashable {
    /// As written on the page.
    public var text: String
    /// What kind of time the words name: a day, a month, a fiscal year, ...
    public var kind: BilingualText
    public var role: CurrencyVerdict.Role
    /// `title`, `heading`, `table-head`, `table`, `body`, `link`, `file-name` or `machine-date`.
    public var place: String
    /// Every fiscal year that it covers, ascending; empty where no year is named.
    public var fiscalYears: [FiscalYear]
    public var evidence: EvidenceID
    public var surroundings: QuoteSurroundings
    /// True for the dates on which the verdict on the time rests.
    public var decides: Bool
    public var why: BilingualText

    public init(
        text: String, kind: BilingualText, role: CurrencyVerdict.Role, place: String, fiscalYears: [FiscalYear],
        evidence: EvidenceID, surroundings: QuoteSurroundings, decides: Bool, why: BilingualText
    ) {
        self.text = text
        self.kind = kind
        self.role = role
        self.place = place
        self.fiscalYears = fiscalYears
        self.evidence = evidence
        self.surroundings = surroundings
        self.decides = decides
        self.why = why
    }
}

public import GradingCore

/// One part that an item asks for: what was looked for, and what was found.
public struct ExplainedElement: Sendable, Hashable {
    public var id: String
    public var title: BilingualText
    public var verdict: Verdict
    /// How sure the checklist is that the element is owed.
    public var confidence: Confidence
    /// True when the item fails without it, false when it is only a hint.
    public var isOwed: Bool
    /// Nil when it was not found.
    public var evidence: EvidenceID?
    public var lookedFor: ExplainedMatcher

    public init(
        id: String, title: BilingualText, verdict: Verdict, confidence: Confidence, isOwed: Bool,
        evidence: EvidenceID?, lookedFor: ExplainedMatcher
    ) {
        self.id = id
        self.title = title
        self.verdict = verdict
        self.confidence = confidence
        self.isOwed = isOwed
        self.evidence = evidence
        self.lookedFor = lookedFor
    }
}

/// What was looked for, in words, and where it was found.
public struct ExplainedMatcher: Sendable, Hashable {
    public var words: BilingualText
    /// For the absence of something: true when it is absent.
    public var isFound: Bool
    /// The page that holds it; nil when none does.
    public var evidence: EvidenceID?
    /// The words that were found; empty when nothing was.
    public var quote: String
    /// Where they stand: `title`, `heading`, `table`, `body`, `link`, ...; empty when nothing was found.
    public var place: String
    public var surroundings: QuoteSurroundings
    /// The parts of a composed one, in order; empty for a simple one.
    public var parts: [ExplainedMatcher]

    public init(
        words: BilingualText, isFound: Bool, evidence: EvidenceID? = nil, quote: String = "", place: String = "",
        surroundings: QuoteSurroundings = QuoteSurroundings(), parts: [ExplainedMatcher] = []
    ) {
        self.words = words
        self.isFound = isFound
        self.evidence = evidence
        self.quote = quote
        self.place = place
        self.surroundings = surroundings
        self.parts = parts
    }
}

/// Where a search found an answer, for those who check a draft.
public struct AnswerOrigin: Sendable, Hashable {
    /// Address of the page on which the answer's links stood; empty when unknown.
    public var foundOn: String
    /// `high`, `medium`, `low`; empty when unknown.
    public var confidence: String
    /// Other addresses that may be meant, best first.
    public var candidates: [AnswerCandidate]

    /// An origin of the given parts.
    public init(foundOn: String = "", confidence: String = "", candidates: [AnswerCandidate] = []) {
        self.foundOn = foundOn
        self.confidence = confidence
        self.candidates = candidates
    }

    /// From the members of an answer; nil when none tells anything.
    init?(_ node: JSONNode) {
        foundOn = node["found_on"]?.plainText ?? ""
        confidence = node["confidence"]?.plainText ?? ""
        candidates = []
        if case .array(let entries) = node["candidates"]?.value {
            candidates = entries.compactMap(AnswerCandidate.init)
        }
        if foundOn.isEmpty, confidence.isEmpty, candidates.isEmpty { return nil }
    }
}

/// An address that may answer an item.
public struct AnswerCandidate: Sendable, Hashable {
    /// The address.
    public var url: String
    /// Title of the page or text of the link; may be empty.
    public var title: String
    /// Words of the page that speak for it.
    public var quotes: [String]
    /// `high`, `medium`, `low`; empty when unknown.
    public var confidence: String

    /// A candidate of the given parts.
    public init(url: String, title: String = "", quotes: [String] = [], confidence: String = "") {
        self.url = url
        self.title = title
        self.quotes = quotes
        self.confidence = confidence
    }

    /// From an address alone, or an object with `url`.
    init?(_ node: JSONNode) {
        if case .string(let url) = node.value {
            self.init(url: url)
            return
        }
        guard let url = node["url"]?.plainText else { return nil }
        var quotes: [String] = []
        if case .array(let entries) = node["quotes"]?.value { quotes = entries.compactMap(\.plainText) }
        self.init(
            url: url, title: node["title"]?.plainText ?? "", quotes: quotes,
            confidence: node["confidence"]?.plainText ?? "")
    }
}

extension JSONNode {
    /// A text, or a number as it is spelt; nil for everything else.
    var plainText: String? {
        switch value {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}

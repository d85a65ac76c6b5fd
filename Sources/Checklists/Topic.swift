public import GradingCore
public import ThaiText

/// One disclosure topic, defined once for all years: how it is recognised, what it must hold, how to mend it.
public struct Topic: Sendable, Hashable {
    public var id: TopicID
    public var title: BilingualText
    /// Phrases that by themselves name the topic.
    public var names: [String]
    /// Names in free words: a line that holds all of the words names the topic as well.
    public var wordings: [Wording]
    public var signals: [Signal]
    public var against: [Signal]
    public var confusedWith: [Neighbour]
    public var accepts: [EvidenceKind]
    /// Topics that may be answered with the same page or file.
    public var sharesWith: [TopicID]
    public var elements: [Element]
    public var advice: BilingualText

    /// The element of an id; nil when the topic has none such.
    public func element(_ id: String) -> Element? { elements.first { $0.id == id } }
}

/// A phrase that speaks for or against a topic, with weight 1...5.
public struct Signal: Sendable, Hashable {
    public var phrase: String
    public var weight: Int
    /// Empty: the default places.
    public var places: [Place]
}

/// A name told by the words it is made of, whatever stands between them. Each entry is a list of words joined by `|`, or
/// `@` and a group of `synonyms.json`; one of its words is enough.
public struct Wording: Sendable, Hashable {
    /// All of these stand in one line.
    public var words: [String]
    /// All of these stand in that line or in the other headings and first lines of the page.
    public var near: [String]
    /// None of these stands in the line.
    public var unless: [String]
    /// None of these stands in the headings and first lines.
    public var notNear: [String]
}

/// A topic that is easily mistaken for this one, and what tells them apart.
public struct Neighbour: Sendable, Hashable {
    public var topic: TopicID
    public var tell: BilingualText
}

public enum EvidenceKind: String, Sendable, Hashable, CaseIterable {
    case page, document, image, system, social
}

/// Where in a page or file a text stands.
public enum Place: String, Sendable, Hashable, CaseIterable {
    case title, heading
    case tableHead = "table-head"
    case body, link
    case fileName = "file-name"

    /// Where a matcher looks that names no place.
    public static let standard: [Place] = [.title, .heading, .tableHead, .body]
}

/// How sure a claim of the checklist is.
public enum ClaimConfidence: String, Sendable, Hashable, CaseIterable, Comparable {
    case low, medium, high

    public static func < (left: ClaimConfidence, right: ClaimConfidence) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}

/// One required piece of information inside an item.
public struct Element: Sendable, Hashable {
    public var id: String
    public var title: BilingualText
    public var confidence: ClaimConfidence
    /// Agency types that owe it; empty: all.
    public var owedBy: [String]
    public var match: Matcher
    public var fix: BilingualText?
    /// The reason that is given when it is missing.
    public var failsAs: MissingReason
    /// What a missing one means where the list is not sure that it is asked for.
    public var ifUnsure = UnsureElement.hint
    /// True where agencies say it in any words: that no known words were found does not show that it is missing.
    public var isToldFreely = false
}

/// What the lack of an element of low confidence means.
public enum UnsureElement: String, Sendable, Hashable, CaseIterable {
    /// It is named beside the verdict.
    case hint
    /// Without it the page is seldom what the item asks for: the verdict is left to a person.
    case doubt
}

/// How a missing element is named. Raw values are reasons of verdicts.
public enum MissingReason: String, Sendable, Hashable, CaseIterable {
    case missingElement = "missing_element"
    /// A signature block. The rule `signed-by-current-head` asks for it however sure the element is.
    case unsigned
    /// The way back of a two-way channel. The rule `live-function` asks for it however sure the element is.
    case oneWayOnly = "one_way_only"
    case notOnMainWebsite = "not_on_main_website"
}

/// A test on a page or file. Few and composable; no scripting language inside JSON.
public indirect enum Matcher: Sendable, Hashable {
    case phrase([String], places: [Place], atLeast: Int)
    case pattern(TextPattern, places: [Place], atLeast: Int)
    /// One data table has for each group a head with one of its phrases, and at least so many filled rows.
    case table(heads: [[String]], rows: Int)
    /// `unless`: words in text, context or address that make it another link (share buttons, credit lines).
    /// `isUnreadOutside`: a link to another website says that something is there, not what.
    case link(phrases: [String], hosts: [String], unless: [String], furniture: Bool, isUnreadOutside: Bool = false)
    case form(fields: [String], phrases: [String])
    /// `isUnread`: the frame says that something is there, not what.
    case embed(hosts: [String], isUnread: Bool = false)
    case image(atLeast: Int)
    case all([Matcher])
    case any([Matcher])
    case none([Matcher])

    /// Every phrase that the matcher looks for, in order, also inside composed ones.
    public var phrases: [String] {
        switch self {
        case .phrase(let phrases, _, _): phrases
        case .pattern, .embed, .image: []
        case .table(let heads, _): heads.flatMap { $0 }
        case .link(let phrases, _, _, _, _): phrases
        case .form(let fields, let phrases): fields + phrases
        case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.phrases)
        }
    }
}

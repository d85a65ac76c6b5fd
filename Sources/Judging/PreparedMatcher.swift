import Checklists
import ThaiText

/// A matcher of the checklist with its words normalised once for all pages.
indirect enum PreparedMatcher: Sendable {
    /// Numbers of the automaton.
    case phrase(Set<Int>, places: PlaceSet, atLeast: Int)
    case pattern(TextPattern, places: PlaceSet, atLeast: Int)
    case table(heads: [[[UInt8]]], rows: Int)
    case link(PreparedLink)
    case form(fields: [[UInt8]], phrases: [[UInt8]])
    case embed(hosts: [String], isUnread: Bool)
    case image(atLeast: Int)
    case all([PreparedMatcher])
    case any([PreparedMatcher])
    case none([PreparedMatcher])

    /// - Parameter number: the automaton's number of a phrase; nil for one that it does not know.
    init(_ matcher: Matcher, number: (String) -> Int?) {
        func keys(_ words: [String]) -> [[UInt8]] { words.map { NormalisedText.key($0) } }
        func prepared(_ parts: [Matcher]) -> [PreparedMatcher] { parts.map { PreparedMatcher($0, number: number) } }
        self =
            switch matcher {
            case .phrase(let phrases, let places, let atLeast):
                .phrase(Set(phrases.compactMap(number)), places: PlaceSet(places), atLeast: atLeast)
            case .pattern(let pattern, let places, let atLeast):
                .pattern(pattern, places: PlaceSet(places), atLeast: atLeast)
            case .table(let heads, let rows): .table(heads: heads.map(keys), rows: rows)
            case .link(let phrases, let hosts, let unless, let furniture, let isUnreadOutside):
                .link(
                    PreparedLink(
                        phrases: keys(phrases), hosts: hosts.map { $0.lowercased() }, unless: keys(unless),
                        isFurnitureAsked: furniture, isUnreadOutside: isUnreadOutside))
            case .form(let fields, let phrases): .form(fields: keys(fields), phrases: keys(phrases))
            case .embed(let hosts, let isUnread):
                .embed(hosts: hosts.map { $0.lowercased() }, isUnread: isUnread)
            case .image(let atLeast): .image(atLeast: atLeast)
            case .all(let parts): .all(prepared(parts))
            case .any(let parts): .any(prepared(parts))
            case .none(let parts): .none(prepared(parts))
            }
    }
}

/// What is asked of a link, normalised once.
struct PreparedLink: Sendable {
    var phrases: [[UInt8]]
    /// Lower case.
    var hosts: [String]
    var unless: [[UInt8]]
    /// Also in menus and footers.
    var isFurnitureAsked: Bool
    /// A link to another website says that something is there, not what.
    var isUnreadOutside: Bool
}

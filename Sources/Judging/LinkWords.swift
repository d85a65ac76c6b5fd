import ThaiText
import WebEvidence

/// One of the links of a page: content and furniture are numbered apart.
struct LinkOnPage: Sendable, Hashable {
    var number: Int
    var isFurniture: Bool
}

/// The words in and around a link, normalised once for all elements that look for links.
struct LinkWords: Sendable {
    /// Text, label, row and column head.
    let words: [UInt8]
    private let target: [UInt8]
    private let text: String

    init(_ link: PageLink) {
        text = link.text.isEmpty ? link.label : link.text
        words = NormalisedText.key([link.text, link.label, link.row, link.columnHead].joined(separator: " "))
        target = NormalisedText.key(link.target)
    }

    /// True when one of the phrases stands in words or target.
    func hasAny(of phrases: [[UInt8]]) -> Bool {
        phrases.contains { words.contains(subsequence: $0) || target.contains(subsequence: $0) }
    }

    /// The first of the phrases that stands in the link's own text, as it is spelled there; empty when they stand around
    /// it; nil without phrases.
    func deciding(_ phrases: [[UInt8]]) -> String? {
        guard !phrases.isEmpty else { return nil }
        let shadow = NormalisedText(text)
        let place = phrases.lazy.compactMap { shadow.bytes.range(ofSubsequence: $0) }.first
        return place.map { shadow.words($0) } ?? ""
    }

    /// True when a link leads to one of the hosts (lower case).
    static func leads(_ link: PageLink, to hosts: [String]) -> Bool {
        let target = link.address.map { $0.host + $0.path } ?? link.target.lowercased()
        return hosts.contains { matches(target, host: $0) }
    }

    /// `facebook.com` (lower case) matches the host and those below it; with a path, the beginning of host and path.
    /// `facebook.com/` asks for some path: the front door of a network is nobody's account.
    static func matches(_ target: String, host wanted: String) -> Bool {
        if wanted.utf8.last == UInt8(ascii: "/") {
            let path = target.drop { $0 != "/" }.drop { $0 == "/" }
            return !path.isEmpty && matches(target, host: String(wanted.dropLast()))
        }
        if wanted.utf8.contains(UInt8(ascii: "/")) {
            return target == wanted || target.hasPrefix(wanted) || target.hasPrefix("www." + wanted)
        }
        let name = target.prefix { $0 != "/" }
        return name == wanted || name.hasSuffix("." + wanted)
    }
}

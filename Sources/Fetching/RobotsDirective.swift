/// One line of a robots.txt that names something, in the order of the file (RFC 9309 section 2.2).
struct RobotsDirective: Sendable, Equatable {
    enum Name: Sendable, Equatable {
        case userAgent, allow, disallow, sitemap, crawlDelay
        /// Read over; it never ends a group (RFC 9309 section 2.2.4).
        case unknown
    }

    let name: Name
    /// What stands after the colon, without white space around it and without comment.
    let value: [UInt8]
    let line: RobotsLine

    /// Reads one line without its end; nil for an empty line, a comment or a line that is no directive.
    init?(line bytes: ArraySlice<UInt8>, number: Int) {
        let said = RobotsDirective.trimmed(bytes.prefix { $0 != UInt8(ascii: "#") })
        guard let separator = RobotsDirective.separator(of: said) else { return nil }
        let key = RobotsDirective.trimmed(said[..<separator])
        guard !key.isEmpty else { return nil }
        name = Name(key)
        value = Array(RobotsDirective.trimmed(said[(separator + 1)...]))
        line = RobotsLine(number: number, bytes: said)
    }

    /// The colon; or, where it was forgotten, the white space between exactly two words (as Google's parser reads).
    private static func separator(of said: ArraySlice<UInt8>) -> Int? {
        if let colon = said.firstIndex(of: UInt8(ascii: ":")) { return colon }
        guard let gap = said.firstIndex(where: isBlank) else { return nil }
        let second = said[gap...].drop(while: isBlank)
        return second.contains(where: isBlank) ? nil : gap
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop(while: isWhiteSpace)
        while let last = rest.last, isWhiteSpace(last) { rest.removeLast() }
        return rest
    }
}

extension RobotsDirective.Name {
    /// The beginnings by which a directive is known, case aside; the misspelt ones are those that google/robotstxt
    /// takes for what they mean (an extension that RFC 9309 section 2.3.1.5 leaves to the crawler).
    private static let beginnings: [(name: Self, words: [String])] = [
        (.userAgent, ["user-agent", "useragent", "user agent"]),
        (.allow, ["allow"]),
        (.disallow, ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"]),
        (.sitemap, ["sitemap", "site-map"]),
        (.crawlDelay, ["crawl-delay"]),
    ]

    init(_ key: ArraySlice<UInt8>) {
        let lower = key.prefix(16).map(\.asciiLowercased)
        self = Self.beginnings.first { $0.words.contains { lower.starts(with: $0.utf8) } }?.name ?? .unknown
    }
}

extension UInt8 {
    /// The byte, or its lower-case letter where it is `A`...`Z`.
    var asciiLowercased: UInt8 { (65...90).contains(self) ? self + 32 : self }
}

public import WebEvidence

/// What a robots.txt says to one crawler (RFC 9309 section 2.2).
public struct RobotsRules: Sendable {
    /// The product token under which sites address this program (RFC 9309 section 2.2.1).
    public static let productToken = "oit"

    /// The pause between two requests that the site asks for, as written; nil when it asks for none. Not part of
    /// RFC 9309 and not capped here: a hint for the lane.
    public let crawlDelay: Duration?
    /// What stands behind `Sitemap:`, in the order of the file, whoever is addressed; not checked.
    public let sitemaps: [String]
    /// The most specific first; where two are equally specific, the one that allows.
    private let rules: [RobotsRule]

    /// Reads the bytes of a robots.txt for a crawler. Never fails: lines that cannot be read are skipped (RFC 9309
    /// section 2.3.1.5), bytes beyond 500 KiB too. A token with other characters than letters, `-` and `_` is no
    /// product token; the groups for `*` then count.
    public init(_ bytes: [UInt8], token: String = RobotsRules.productToken) {
        let directives = RobotsLines(bytes).directives
        let groups = RobotsGroup.groups(of: directives)
        let own = groups.filter { $0.tokens.contains(.product(token.utf8.map(\.asciiLowercased))) }
        let addressed = own.isEmpty ? groups.filter { $0.tokens.contains(.everyone) } : own
        rules = addressed.flatMap(\.rules).flatMap(RobotsRule.rules).sorted { one, other in
            one.length != other.length ? one.length > other.length : one.isAllowing && !other.isAllowing
        }
        crawlDelay = addressed.compactMap(\.crawlDelay).max()
        sitemaps = directives.filter { $0.name == .sitemap }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    /// The line that refuses an address; nil when it is allowed. The longest rule that fits decides, and of equally
    /// long ones an `Allow` (RFC 9309 section 2.2.2); `/robots.txt` is always allowed. Host and scheme do not count.
    public func refusal(of address: PageAddress) -> RobotsLine? {
        if RobotsRules.isRobotsFile(address) { return nil }
        let path = RobotsPath(address)
        guard let rule = rules.first(where: { $0.fits(path) }), !rule.isAllowing else { return nil }
        return rule.line
    }

    /// True for the robots.txt of a host itself (RFC 9309 section 2.2.2: implicitly allowed).
    static func isRobotsFile(_ address: PageAddress) -> Bool { address.path == "/robots.txt" && address.query == nil }
}

/// One rule, compiled. Where the spelling of escapes decides whether it fits, the stricter reading counts: a
/// `Disallow` fits in either spelling, an `Allow` only as written.
private struct RobotsRule: Sendable {
    let isAllowing: Bool
    let line: RobotsLine
    let length: Int
    private let escaped: RobotsPattern
    private let plain: RobotsPattern

    /// The rule of a line, none for an empty value. An allowed `…/index.html` allows its folder too, as Google reads.
    static func rules(of directive: RobotsDirective) -> [RobotsRule] {
        guard !directive.value.isEmpty else { return [] }
        var rules = [RobotsRule(directive, value: directive.value)]
        if directive.name == .allow, let slash = directive.value.lastIndex(of: UInt8(ascii: "/")),
            directive.value[slash...].starts(with: "/index.htm".utf8)
        {
            rules.append(RobotsRule(directive, value: directive.value[...slash] + [UInt8(ascii: "$")]))
        }
        return rules
    }

    private init(_ directive: RobotsDirective, value: some Sequence<UInt8>) {
        isAllowing = directive.name == .allow
        line = directive.line
        escaped = RobotsPattern(Array(value), in: .escaped)
        plain = RobotsPattern(Array(value), in: .plain)
        length = plain.length
    }

    func fits(_ path: RobotsPath) -> Bool {
        escaped.matches(path.escaped) || (!isAllowing && plain.matches(path.plain))
    }
}

/// The lines for one set of crawlers: `User-agent` lines, then their rules (RFC 9309 section 2.2.1).
struct RobotsGroup: Sendable {
    enum Token: Sendable, Equatable {
        /// `*`
        case everyone
        /// Lower case.
        case product([UInt8])

        /// A product token ends where the first character stands that cannot be part of one; so `oit/1.0` and
        /// `oit checker` address `oit`. Behind `*` only white space may follow.
        init(_ value: [UInt8]) {
            if value.first == UInt8(ascii: "*"), value.count == 1 || value[1] == 32 || (9...13).contains(value[1]) {
                self = .everyone
            } else {
                self = .product(value.map(\.asciiLowercased).prefix(while: Token.mayStandInToken).map { $0 })
            }
        }

        private static func mayStandInToken(_ byte: UInt8) -> Bool {
            (97...122).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
    }

    private(set) var tokens: [Token] = []
    /// `Allow` and `Disallow` lines in the order of the file.
    private(set) var rules: [RobotsDirective] = []
    private(set) var crawlDelay: Duration?

    /// The groups of a file in order. Rules before the first `User-agent` line belong to nobody; other lines, also
    /// unknown ones, never end a group (RFC 9309 section 2.2.4).
    static func groups(of directives: [RobotsDirective]) -> [RobotsGroup] {
        var groups: [RobotsGroup] = []
        for directive in directives {
            switch directive.name {
            case .userAgent:
                if groups.last?.rules.isEmpty != true { groups.append(RobotsGroup()) }
                groups[groups.count - 1].tokens.append(Token(directive.value))
            case .allow, .disallow:
                if !groups.isEmpty { groups[groups.count - 1].rules.append(directive) }
            case .crawlDelay:
                guard !groups.isEmpty, let delay = seconds(directive.value) else { continue }
                groups[groups.count - 1].crawlDelay = max(groups[groups.count - 1].crawlDelay ?? .zero, delay)
            case .sitemap, .unknown: continue
            }
        }
        return groups
    }

    /// A number of seconds, with decimals or without; what follows it is read over. Nil when no number begins.
    private static func seconds(_ value: [UInt8]) -> Duration? {
        func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) - 48 } }
        let whole = value.prefix { (48...57).contains($0) }
        guard !whole.isEmpty else { return nil }
        guard whole.count <= 9 else { return .seconds(999_999_999) }
        let rest = value[whole.endIndex...]
        let decimals = rest.first == UInt8(ascii: ".") ? rest.dropFirst().prefix { (48...57).contains($0) } : []
        let thousandths = (Array(decimals.prefix(3)) + [48, 48, 48]).prefix(3)
        return .seconds(number(whole)) + .milliseconds(number(ArraySlice(thousandths)))
    }
}

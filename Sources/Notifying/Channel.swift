import WebEvidence

/// One way to one receiver. What is secret about it stands in `ChannelSettings`, never here.
public enum Channel: Sendable, Hashable {
    /// The http or https address of a program; it gets every notice by itself.
    case webhook(String)
    /// A mail address.
    case email(String)
    /// The id of a user, group or room of the LINE Messaging API.
    case line(String)

    /// True when the receiver is a person: notices that can wait come in one message a day.
    public var isForPeople: Bool {
        switch self {
        case .webhook: false
        case .email, .line: true
        }
    }

    /// `webhook`, `email` or `line`: how it is stored and shown.
    public var kind: String {
        switch self {
        case .webhook: "webhook"
        case .email: "email"
        case .line: "line"
        }
    }

    /// Where it goes, as the operator gave it. A webhook's address may hold a secret of its own: show `shownTarget`.
    public var target: String {
        switch self {
        case .webhook(let target), .email(let target), .line(let target): target
        }
    }

    /// For people and logs: of a webhook only scheme and host, of a LINE id only its beginning.
    public var shownTarget: String {
        switch self {
        case .email(let address): return MailAddress.isUsable(address) ? address : "(no mail address)"
        case .line(let id): return id.utf8.count > 6 ? "\(id.prefix(4))…" : "…"
        case .webhook(let address):
            guard let (scheme, rest) = Channel.parts(of: address) else { return "…" }
            let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
            return CleanText.line("\(scheme)://\(host)/…")
        }
    }

    /// What stands before and after the `://` of an address.
    static func parts(of address: String) -> (scheme: Substring, rest: Substring)? {
        guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else { return nil }
        return (address[..<colon], address[colon...].dropFirst(3))
    }

    /// From what was stored; nil for another kind.
    public init?(kind: String, target: String) {
        switch kind {
        case "webhook": self = .webhook(target)
        case "email": self = .email(target)
        case "line": self = .line(target)
        default: return nil
        }
    }
}

/// What became of one attempt.
public enum Delivery: Sendable, Hashable {
    /// The receiver has it.
    case sent
    /// The receiver, or we, said no in a way that the same message will meet again: a wrong address, a wrong password,
    /// a mailbox that does not exist. Somebody has to mend it; the cause holds no secret.
    case refused(cause: String)
    /// Nothing was decided: no connection, an overloaded receiver, a missing answer. `seconds` is how long the receiver
    /// asked to wait, where it did.
    case later(cause: String, seconds: Int? = nil)
}

/// Why nothing was sent, in words that show no secret and no text of the other side but its status.
public struct SendingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a further try would meet.
    public enum Kind: Sendable, Hashable {
        /// The address, a header or the message cannot be sent by anybody.
        case unusable
        /// No connection, or it broke.
        case unreachable
        /// The time limit was reached.
        case timedOut
        /// The other side could not prove who it is, or offers no encryption where it is needed.
        case untrusted
        /// User or password were not taken.
        case unauthorised
        /// The mail server answered with this status: 4xx passes, 5xx does not.
        case answered(Int)
    }

    public let kind: Kind
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}

/// What one attempt may cost.
public struct SendingLimits: Sendable, Hashable {
    /// The longest that it may take in all.
    public var seconds = 30
    /// The longest that the connection may take to be made.
    public var connectSeconds = 10
    /// The most that is kept of an answer; the rest is thrown away.
    public var answerBytes = 64 * 1024
    /// PEM file of trusted issuers; nil for `SSL_CERT_FILE`, else the system's.
    public var caBundle: String?

    /// The defaults.
    public init() {}
}

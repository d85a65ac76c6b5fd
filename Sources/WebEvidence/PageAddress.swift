import FoundationEssentials

/// Why a text is not an address that can be fetched.
public enum AddressFault: Error, Sendable, Hashable {
    case malformed
    /// The scheme that was found, lower case, for example `ftp` or `javascript`.
    case unsupportedScheme(String)
}

/// An absolute http or https address, normalised as a browser does before it asks (RFC 3986 syntax, WHATWG leniency):
/// surrounding white space and inner tabs and newlines dropped, backslashes turned, raw Thai and spaces percent-encoded.
/// The host is lower case and may still be in Thai script; `Fetching` turns it into its ASCII form.
public struct PageAddress: Sendable, Hashable, CustomStringConvertible {
    /// The whole address with fragment.
    public let text: String
    /// `http` or `https`.
    public let scheme: String
    /// Lower case, without brackets around an IPv6 address, percent escapes decoded.
    public let host: String
    /// The port that is asked, also where the address names none (80, 443).
    public let port: Int
    /// Starts with `/`, percent-encoded.
    public let path: String
    /// Without `?`; nil when there is none.
    public let query: String?
    /// Without `#`; nil when there is none.
    public let fragment: String?

    public var description: String { text }
    public var hostKey: HostKey { HostKey(scheme: scheme, host: host, port: port) }
}

/// The host that is asked: scheme, name and port. One lane each.
public struct HostKey: Sendable, Hashable, CustomStringConvertible {
    public let scheme: String
    public let host: String
    public let port: Int

    public init(scheme: String, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    public var description: String { "\(scheme)://\(host):\(port)" }
}

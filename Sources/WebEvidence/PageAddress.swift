/// Why a text is not an address that can be fetched.
public enum AddressFault: Error, Sendable, Hashable {
    case malformed
    /// The scheme that was found, lower case, for example `ftp` or `javascript`.
    case unsupportedScheme(String)
}

/// An absolute http or https address, normalised as a browser does before it asks (RFC 3986 syntax, WHATWG leniency):
/// surrounding white space and inner tabs and newlines dropped, backslashes turned, raw Thai and spaces percent-encoded,
/// dot segments resolved, user name and password dropped. The case of existing percent escapes is kept.
/// The host is lower case and may still be in Thai script; `Fetching` turns it into its ASCII form.
public struct PageAddress: Sendable, Hashable, CustomStringConvertible {
    /// Held once however often an address is copied: runs hold the same one in many places.
    private final class Parts: Sendable {
        let text: String
        let scheme: String
        let host: String
        let port: Int
        let path: String
        let query: String?
        let fragment: String?

        init(scheme: String, host: String, port: Int, path: String, query: String?, fragment: String?) {
            self.scheme = scheme
            self.host = host
            self.port = port
            self.path = path
            self.query = query
            self.fragment = fragment
            let isDefault = port == (scheme == "https" ? 443 : 80)
            let shownHost = host.utf8.contains(58) ? "[\(host)]" : host
            text =
                scheme + "://" + shownHost + (isDefault ? "" : ":\(port)") + path + (query.map { "?" + $0 } ?? "")
                + (fragment.map { "#" + $0 } ?? "")
        }
    }

    private let parts: Parts

    /// The whole address with fragment.
    public var text: String { parts.text }
    /// `http` or `https`.
    public var scheme: String { parts.scheme }
    /// Lower case, without brackets around an IPv6 address, percent escapes decoded, IPv4 in dotted form.
    public var host: String { parts.host }
    /// The port that is asked, also where the address names none (80, 443).
    public var port: Int { parts.port }
    /// Starts with `/`, percent-encoded.
    public var path: String { parts.path }
    /// Without `?`; nil when there is none.
    public var query: String? { parts.query }
    /// Without `#`; nil when there is none.
    public var fragment: String? { parts.fragment }

    public var description: String { text }

    /// By the whole text, which the parts make up.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
    public static func == (one: PageAddress, other: PageAddress) -> Bool {
        if one.parts === other.parts { return true }
        // Parts that no text gives may make up the same text.
        return one.text == other.text && one.scheme == other.scheme && one.host == other.host && one.port == other.port
            && one.path == other.path && one.query == other.query && one.fragment == other.fragment
    }
    public var hostKey: HostKey { HostKey(scheme: scheme, host: host, port: port) }

    /// An address from its parts; `path` starts with `/`, all parts are percent-encoded except the host.
    public init(scheme: String, host: String, port: Int, path: String, query: String?, fragment: String?) {
        parts = Parts(scheme: scheme, host: host, port: port, path: path, query: query, fragment: fragment)
    }

    /// The same address without fragment: what is asked of the server.
    public var withoutFragment: PageAddress { withFragment(nil) }

    /// The same address with another fragment (percent-encoded, without `#`; nil for none).
    public func withFragment(_ fragment: String?) -> PageAddress {
        if fragment == nil, self.fragment == nil { return self }
        return PageAddress(scheme: scheme, host: host, port: port, path: path, query: query, fragment: fragment)
    }

    /// True for `/` and the usual names of a front page, without query.
    public var isFrontPage: Bool {
        let front: Set<String> = [
            "/", "/index.php", "/index.html", "/index.htm", "/home", "/home/", "/main.php", "/index.asp",
        ]
        return (query ?? "").isEmpty && front.contains(path.lowercased())
    }

    /// Last path component, percent escapes decoded; empty for a folder.
    public var fileName: String {
        let last = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        return PercentEncoding.decoded(last)
    }

    /// True when both addresses ask the same server for the same page: fragments and the spelling of percent escapes
    /// do not count, scheme, port and query do.
    public func isSamePage(as other: PageAddress) -> Bool {
        hostKey == other.hostKey
            && PercentEncoding.decodedBytes(path) == PercentEncoding.decodedBytes(other.path)
            && PercentEncoding.decodedBytes(query ?? "") == PercentEncoding.decodedBytes(other.query ?? "")
    }
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

import FoundationEssentials

extension PageAddress {
    /// Reads an absolute address.
    public init(_ written: String) throws(AddressFault) {
        try self.init(cleaned: PageAddress.cleaned(written), base: nil)
    }

    /// Resolves a reference against the address of the page on which it stands (RFC 3986 section 5).
    public init(_ written: String, relativeTo base: PageAddress) throws(AddressFault) {
        try self.init(cleaned: PageAddress.cleaned(written), base: base)
    }

    private init(cleaned: String, base: PageAddress?) throws(AddressFault) {
        if let scheme = PageAddress.scheme(of: cleaned), scheme != "http", scheme != "https" {
            throw .unsupportedScheme(scheme)
        }
        let baseURL = base.flatMap { URL(string: $0.text) }
        guard !cleaned.isEmpty || base != nil,
            let url = URL(string: cleaned, relativeTo: baseURL)?.absoluteURL,
            let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = url.host(percentEncoded: false)?.lowercased(), !host.isEmpty
        else { throw .malformed }
        if let port = url.port, !(1...65_535).contains(port) { throw .malformed }
        let path = url.path(percentEncoded: true)
        self.init(
            scheme: scheme, host: host, port: url.port ?? (scheme == "https" ? 443 : 80),
            path: path.isEmpty ? "/" : path, query: url.query(percentEncoded: true),
            fragment: url.fragment(percentEncoded: true))
    }

    /// An address from its parts; `path` starts with `/`, all parts are percent-encoded except the host.
    public init(scheme: String, host: String, port: Int, path: String, query: String?, fragment: String?) {
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

    /// The same address without fragment: what is asked of the server.
    public var withoutFragment: PageAddress {
        PageAddress(scheme: scheme, host: host, port: port, path: path, query: query, fragment: nil)
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

    private static func cleaned(_ written: String) -> String {
        var bytes = Array(written.utf8)
        while let last = bytes.last, last <= 32 { bytes.removeLast() }
        var text = String(decoding: bytes.drop { $0 <= 32 }.filter { $0 != 9 && $0 != 10 && $0 != 13 }, as: UTF8.self)
        if let mark = text.firstIndex(where: { $0 == "?" || $0 == "#" }) {
            text = String(text[..<mark]).replacing("\\", with: "/") + String(text[mark...])
        } else {
            text = text.replacing("\\", with: "/")
        }
        return text
    }

    /// The scheme in lower case when the text begins with one.
    private static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: 58) else { return nil }
        let head = text.utf8[..<colon]
        guard let first = head.first, (65...90).contains(first) || (97...122).contains(first),
            head.allSatisfy({
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 43 || $0 == 45
                    || $0 == 46
            })
        else { return nil }
        return String(text[..<colon]).lowercased()
    }
}

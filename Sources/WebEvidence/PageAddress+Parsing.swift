import FoundationEssentials

extension PageAddress {
    /// Reads an absolute address; a text without scheme is malformed.
    public init(_ written: String) throws(AddressFault) {
        try self.init(AddressReference(written), base: nil)
    }

    /// Resolves a reference against the address of the page on which it stands (RFC 3986 section 5).
    public init(_ written: String, relativeTo base: PageAddress) throws(AddressFault) {
        if let plain = PageAddress.plain(written, of: base) {
            self = plain
            return
        }
        try self.init(AddressReference(written, baseScheme: base.scheme), base: base)
    }

    /// The address of a path of letters, digits and a few signs that begins at the root of the site, with a query of the
    /// same signs: nearly all links inside a site, and nothing that would have to be mended. Nil for anything else.
    private static func plain(_ written: String, of base: PageAddress) -> PageAddress? {
        var written = written
        let mark = written.withUTF8 { bytes -> Int? in
            guard let first = bytes.first, first == UInt8(ascii: "/") else { return nil }
            var mark = bytes.count
            var previous = first
            for index in 1..<max(1, bytes.count) {
                let byte = bytes[index]
                let isInQuery = mark < bytes.count
                switch byte {
                case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): break
                case UInt8(ascii: "."), UInt8(ascii: "/"):
                    // No dot segments, no empty ones.
                    if !isInQuery, previous == UInt8(ascii: "/") { return nil }
                case UInt8(ascii: "="), UInt8(ascii: "&"): if !isInQuery { return nil }
                case UInt8(ascii: "?"):
                    if isInQuery || index + 1 == bytes.count { return nil }
                    mark = index
                default: return nil
                }
                previous = byte
            }
            return mark
        }
        guard let mark else { return nil }
        let end = written.utf8.index(written.startIndex, offsetBy: mark)
        return PageAddress(
            scheme: base.scheme, host: base.host, port: base.port, path: String(written[..<end]),
            query: end < written.endIndex ? String(written[written.utf8.index(after: end)...]) : nil, fragment: nil)
    }

    private init(_ reference: AddressReference, base: PageAddress?) throws(AddressFault) {
        if let scheme = reference.scheme, scheme != "http", scheme != "https" { throw .unsupportedScheme(scheme) }
        guard let scheme = reference.scheme ?? base?.scheme else { throw .malformed }
        let usual = scheme == "https" ? 443 : 80
        if let authority = reference.authority {
            guard let (host, port) = AddressHost.parts(ofAuthority: authority) else { throw .malformed }
            self.init(scheme: scheme, host: host, port: port ?? usual, tail: reference.tail)
            return
        }
        guard let base else { throw .malformed }
        if reference.tail.utf8.first == UInt8(ascii: "/") {
            self.init(scheme: scheme, host: base.host, port: base.port, tail: reference.tail)
            return
        }
        guard let url = PageAddress.resolved(reference, against: base) else { throw .malformed }
        self.init(
            scheme: scheme, host: base.host, port: base.port,
            path: PageAddress.asWritten(PageAddress.withoutDotSegments(url.path(percentEncoded: true))),
            query: url.query(percentEncoded: true).map(PageAddress.asWritten),
            fragment: url.fragment(percentEncoded: true).map(PageAddress.asWritten))
    }

    /// From a tail that `AddressReference` has mended: it begins with `/`, `?` or `#` or is empty, and every character
    /// is legal in its place, so that only its marks must be found.
    private init(scheme: String, host: String, port: Int, tail: String) {
        let bytes = tail.utf8
        let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
        let mark = bytes[..<(hash ?? bytes.endIndex)].firstIndex(of: UInt8(ascii: "?"))
        self.init(
            scheme: scheme, host: host, port: port,
            path: PageAddress.asWritten(
                PageAddress.withoutDotSegments(String(tail[..<(mark ?? hash ?? bytes.endIndex)]))),
            query: mark.map {
                PageAddress.asWritten(String(tail[bytes.index(after: $0)..<(hash ?? bytes.endIndex)]))
            },
            fragment: hash.map { PageAddress.asWritten(String(tail[bytes.index(after: $0)...])) })
    }

    /// With loose percent signs as they were written.
    private static func asWritten(_ part: String) -> String {
        AddressReference.holdsLoosePercent(part) ? part.replacing(AddressReference.loosePercent, with: "%") : part
    }

    /// `URL` never sees the real host: whether it turns Thai names into punycode depends on what else is linked.
    private static let neutralOrigin = "http://h"

    /// An empty reference is the base without its fragment (RFC 3986 section 5.2.2); the parser knows no empty text.
    private static func resolved(_ reference: AddressReference, against base: PageAddress) -> URL? {
        let origin = URL(
            string: neutralOrigin + AddressReference.strict(base.path)
                + (base.query.map { "?" + AddressReference.strict($0) } ?? ""))
        if reference.tail.isEmpty { return origin }
        return URL(string: reference.relativeText, relativeTo: origin)?.absoluteURL
    }

    /// True where a segment begins with a dot or an escape.
    private static func mayHoldDotSegment(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { bytes in
            bytes.indices.dropLast().contains { index in
                bytes[index] == UInt8(ascii: "/")
                    && (bytes[index + 1] == UInt8(ascii: ".") || bytes[index + 1] == UInt8(ascii: "%"))
            }
        }
    }

    /// RFC 3986 section 5.2.4, with `%2e` read as a dot; the result starts with `/`.
    static func withoutDotSegments(_ path: String) -> String {
        if path.utf8.first == UInt8(ascii: "/"), !mayHoldDotSegment(path) { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (offset, segment) in segments.enumerated() {
            let isLast = offset == segments.count - 1
            switch segment.utf8.count <= 6 ? segment.lowercased().replacing("%2e", with: ".") : "" {
            case ".":
                if isLast { kept.append("") }
            case "..":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}

import ThaiText
import WebEvidence

/// Which addresses belong to the website, and which of them are worth a request.
struct SiteBounds: Sendable {
    /// The front page where its redirects ended.
    let front: PageAddress
    private let base: String
    private let traps: DiscoveryRules.Traps
    private let calendars: [[UInt8]]
    private let sessionParameters: Set<String>
    private let dressParameters: Set<String>

    init(front: PageAddress, traps: DiscoveryRules.Traps) {
        self.front = front
        self.traps = traps
        base = SiteBounds.bare(front.host)
        calendars = traps.calendars.map { Array($0.lowercased().utf8) }
        sessionParameters = Set(traps.sessionParameters)
        dressParameters = Set(traps.dressParameters)
    }

    /// The host without `www.`.
    static func bare(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

    /// True for the website's host and those below it, whatever the scheme; another port is another site.
    func isOwn(_ address: PageAddress) -> Bool {
        let host = SiteBounds.bare(address.host)
        guard host == base || host.hasSuffix("." + base) else { return false }
        return port(address) == port(front)
    }

    /// Usual ports of both schemes are one.
    private func port(_ address: PageAddress) -> Int { address.port == 443 ? 80 : address.port }

    /// The address without what names a visit and no page: session ids, marks of campaigns, fragment.
    func canonical(_ address: PageAddress) -> PageAddress {
        var path = address.path
        if let mark = path.lowercased().range(of: ";jsessionid=")?.lowerBound {
            path = String(path[..<mark])
        }
        var query = address.query
        if let written = query {
            let parts = written.split(separator: "&", omittingEmptySubsequences: true).filter { part in
                !sessionParameters.contains(part.prefix { $0 != "=" }.lowercased())
            }
            query = parts.isEmpty ? nil : parts.joined(separator: "&")
        }
        return PageAddress(
            scheme: address.scheme, host: address.host, port: address.port, path: path, query: query, fragment: nil)
    }

    /// What two addresses of one page share: scheme, `www.` and the spelling of escapes do not count, nor do the usual
    /// names of the page of a folder.
    func key(_ address: PageAddress) -> String {
        let address = canonical(address)
        var path = PercentEncoding.decoded(address.path)
        for name in ["/index.php", "/index.html", "/index.htm"] where path.hasSuffix(name) && address.query == nil {
            path = String(path.dropLast(name.count)) + "/"
        }
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let query = address.query.map { "?" + PercentEncoding.decoded($0) } ?? ""
        return "\(SiteBounds.bare(address.host)):\(port(address))\(path)\(query)"
    }

    /// Why an address is not worth a request; nil when it is.
    func trap(_ address: PageAddress) -> Trap? {
        let path = address.path.lowercased()
        if address.text.utf8.count > 600 { return .endless }
        let segments = path.split(separator: "/")
        if segments.count > 14 { return .endless }
        let counts = Dictionary(segments.filter { $0.count > 1 }.map { ($0, 1) }, uniquingKeysWith: +)
        if counts.values.contains(where: { $0 >= 3 }) { return .endless }
        let names = (address.query ?? "").split(separator: "&").map { $0.prefix { $0 != "=" }.lowercased() }
        if names.contains(where: dressParameters.contains) { return .dress }
        if traps.paths.contains(where: path.contains) { return .dress }
        let place = Array((PercentEncoding.decoded(path) + "?" + (address.query ?? "").lowercased()).utf8)
        if calendars.contains(where: { place.contains(subsequence: $0) }) { return .calendar }
        return isDay(path) ? .days : nil
    }

    /// True where a path ends with a month or day (`/2566/03`, `/2023-03-15`): one page for each, without end.
    private func isDay(_ path: String) -> Bool {
        let parts = path.split(separator: "/").flatMap { $0.split(separator: "-") }.suffix(3).map { part in
            part.utf8.count <= 4 ? Int(part) : nil
        }
        guard let last = parts.last ?? nil, (1...31).contains(last), parts.count > 1 else { return false }
        func isYear(_ number: Int?) -> Bool {
            number.map { (1950...2200).contains($0) || (2490...2700).contains($0) } ?? false
        }
        func isMonth(_ number: Int?) -> Bool { number.map { (1...12).contains($0) } ?? false }
        let before = parts[parts.count - 2]
        return isYear(before) ? isMonth(last) : parts.count == 3 && isYear(parts[0]) && isMonth(before)
    }

    enum Trap: Sendable, Hashable {
        /// Grows or repeats itself.
        case endless
        /// A known page in another dress, or a door for the site's keepers.
        case dress
        /// One page for each day: few are asked.
        case calendar
        /// One page for each month or day: what lists posts by their date is worth some.
        case days
    }

    /// What addresses made by one script share: digits do not count.
    func shape(_ address: PageAddress) -> String {
        let path = address.path.utf8.map { (48...57).contains($0) ? UInt8(ascii: "#") : $0 }
        var folded: [UInt8] = []
        for byte in path where !(byte == UInt8(ascii: "#") && folded.last == byte) { folded.append(byte) }
        let names = (address.query ?? "").split(separator: "&").map { String($0.prefix { $0 != "=" }) }.sorted()
        return SiteBounds.bare(address.host) + String(decoding: folded, as: UTF8.self) + "?"
            + names.joined(separator: "&")
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}

extension Array where Element == UInt8 {
    fileprivate func contains(subsequence part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= count else { return false }
        return (0...(count - part.count)).contains {
            self[$0] == first && self[$0..<($0 + part.count)].elementsEqual(part)
        }
    }
}

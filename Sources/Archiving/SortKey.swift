/// The key under which an index of web archives lists an address: host turned round, then path and query in one spelling (Sort-friendly
/// URI Reordering Transform, as the Internet Archive's `surt` makes it). Players look addresses up by it, so every step
/// must be theirs: `Tests/ArchivingTests/SortKeyTests` compares.
enum SortKey {
    static func of(_ address: String) -> String {
        let text = address.prefix { $0 != "#" }
        guard let mark = text.firstRange(of: "://") else {
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return String(text) }
            return "\(parts[0]):\(escaped(unescaped(Array(parts[1].utf8))).lowercased())"
        }
        let scheme = text[..<mark.lowerBound].lowercased()
        let rest = text[mark.upperBound...]
        let end = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
        let pathAndQuery = rest[end...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var key = authority(rest[..<end], scheme: scheme) + ")"
        key += path(pathAndQuery.first.map { Array($0.utf8) } ?? [])
        let query = pathAndQuery.count > 1 ? self.query(Array(pathAndQuery[1].utf8)) : ""
        return query.isEmpty ? key : "\(key)?\(query)"
    }

    // MARK: Parts

    private static func authority(_ authority: Substring, scheme: String) -> String {
        var host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        var port = ""
        if host.hasPrefix("["), let close = host.firstIndex(of: "]") {
            port = String(host[host.index(after: close)...].drop { $0 == ":" })
            host = host[host.index(after: host.startIndex)..<close]
        } else if let colon = host.lastIndex(of: ":") {
            port = String(host[host.index(after: colon)...])
            host = host[..<colon]
        }
        if port == (scheme == "https" ? "443" : "80") { port = "" }
        let plain = escaped(unescaped(Array(host.utf8))).lowercased().replacing("..", with: ".")
        var labels = plain.split(separator: ".", omittingEmptySubsequences: true)
        // `www`, `www2` and the like in front of a host say nothing.
        if labels.count > 1, let first = labels.first, first.hasPrefix("www"), first.dropFirst(3).allSatisfy(isDigit) {
            labels.removeFirst()
        }
        return labels.reversed().joined(separator: ",") + (port.isEmpty ? "" : ":\(port)")
    }

    private static func path(_ bytes: [UInt8]) -> String {
        var kept: [ArraySlice<UInt8>] = []
        for part in unescaped(bytes).split(separator: 47, omittingEmptySubsequences: false).dropFirst() {
            if part.elementsEqual([46]) { continue }
            if part.elementsEqual([46, 46]), !kept.isEmpty { kept.removeLast() } else { kept.append(part) }
        }
        // Doubled slashes are one, a slash at the end stays for now.
        let last = kept.popLast() ?? []
        let joined = kept.filter { !$0.isEmpty }.flatMap { $0 + [47] } + last
        var path = withoutSession(path: "/" + escaped(joined).lowercased())
        if path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private static func query(_ bytes: [UInt8]) -> String {
        let plain = withoutSession(query: escaped(unescaped(bytes))).lowercased()
        guard plain.utf8.count > 1 else { return plain }
        let fields = plain.split(separator: "&", omittingEmptySubsequences: false).map { field in
            field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { Array($0.utf8) }
        }
        let sorted = fields.sorted { left, right in
            if left[0] != right[0] { return left[0].lexicographicallyPrecedes(right[0]) }
            guard left.count == 2, right.count == 2 else { return left.count < right.count }
            return left[1].lexicographicallyPrecedes(right[1])
        }
        return sorted.map { $0.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "=") }
            .joined(separator: "&")
    }

    // MARK: Numbers of visits

    /// `/(S(24 letters and digits))/page.aspx` and `/(24 letters and digits)/page.aspx` without the brackets.
    private static func withoutSession(path: String) -> String {
        var path = path
        if let found = path.wholeMatch(of: /(.*\/)\((?:[a-z]\([0-9a-z]{24}\))+\)\/([^?]+\.aspx.*)/) {
            path = String(found.1 + found.2)
        }
        if let found = path.wholeMatch(of: /(.*\/)\([0-9a-z]{24}\)\/([^?]+\.aspx.*)/) {
            path = String(found.1 + found.2)
        }
        return path
    }

    private static func withoutSession(query: String) -> String {
        let patterns = [
            /(.*)(?:jsessionid=[0-9a-zA-Z]{32})(?:&(.*))?/.ignoresCase(),
            /(.*)(?:phpsessid=[0-9a-zA-Z]{32})(?:&(.*))?/.ignoresCase(),
            /(.*)(?:sid=[0-9a-zA-Z]{32})(?:&(.*))?/.ignoresCase(),
            /(.*)(?:ASPSESSIONID[a-zA-Z]{8}=[a-zA-Z]{24})(?:&(.*))?/.ignoresCase(),
            /(.*)(?:cfid=[^&]+&cftoken=[^&]+)(?:&(.*))?/.ignoresCase(),
        ]
        return patterns.reduce(query) { query, pattern in
            query.wholeMatch(of: pattern).map { String($0.1) + String($0.2 ?? "") } ?? query
        }
    }

    // MARK: Percent signs

    /// Decoded until nothing changes any more.
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        while bytes.contains(37) {
            var plain: [UInt8] = []
            var place = 0
            while place < bytes.count {
                if bytes[place] == 37, place + 2 < bytes.count, let high = digit(bytes[place + 1]),
                    let low = digit(bytes[place + 2])
                {
                    plain.append(high << 4 | low)
                    place += 3
                } else {
                    plain.append(bytes[place])
                    place += 1
                }
            }
            if plain.count == bytes.count { break }
            bytes = plain
        }
        return bytes
    }

    private static func escaped(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in bytes {
            if byte > 32, byte < 127, byte != 35, byte != 37 {
                escaped.append(byte)
            } else {
                escaped += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

/// A path with captured segments: `/file/d/{id}`, `/file/d/{id}/*`, `*/viewer.html`, `/:b|w|x:/*`.
/// `*` stands for any number of segments, also none, and at most once. Letters of segments compare without case.
/// `{book:4}` is a segment of just four characters.
struct PathPattern: Sendable, Hashable {
    enum Segment: Sendable, Hashable {
        /// One of these, lower case.
        case words(Set<String>)
        case captured(String, length: Int?)
        case rest
    }

    let segments: [Segment]

    /// Nil for a text that is no pattern.
    init?(_ written: String) {
        var text = Substring(written)
        if text.hasPrefix("/") { text = text.dropFirst() }
        var segments: [Segment] = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            if part == "*" {
                segments.append(.rest)
            } else if part.hasPrefix("{"), part.hasSuffix("}"), part.count > 2 {
                let inner = part.dropFirst().dropLast().split(separator: ":", omittingEmptySubsequences: false)
                let length = inner.count == 2 ? Int(inner[1]) : nil
                guard inner.count == 1 || length != nil, !inner[0].isEmpty else { return nil }
                segments.append(.captured(String(inner[0]), length: length))
            } else if part.contains("{") || part.contains("}") || part.contains("*") {
                return nil
            } else {
                segments.append(.words(Set(part.lowercased().split(separator: "|").map(String.init))))
            }
        }
        guard segments.count(where: { $0 == .rest }) <= 1 else { return nil }
        self.segments = segments
    }

    var captures: [String] {
        segments.compactMap { if case .captured(let name, _) = $0 { name } else { nil } }
    }

    /// The captured segments as written in the address; nil when the path is another one.
    func captured(in path: [Substring]) -> [String: String]? {
        var values: [String: String] = [:]
        func take(_ pattern: ArraySlice<Segment>, _ parts: ArraySlice<Substring>) -> Bool {
            for (segment, part) in zip(pattern, parts) {
                switch segment {
                case .words(let words):
                    if part.isEmpty ? !words.isEmpty : !words.contains(part.lowercased()) { return false }
                case .captured(let name, let length):
                    if part.isEmpty || part.utf8.count != length ?? part.utf8.count { return false }
                    values[name] = String(part)
                case .rest: return false
                }
            }
            return true
        }
        guard let rest = segments.firstIndex(of: .rest) else {
            return path.count == segments.count && take(segments[...], path[...]) ? values : nil
        }
        let after = segments.count - rest - 1
        guard path.count >= rest + after, take(segments[..<rest], path.prefix(rest)),
            take(segments[(rest + 1)...], path.suffix(after))
        else { return nil }
        return values
    }
}

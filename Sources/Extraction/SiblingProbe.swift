public import WebEvidence

/// What addresses have in common whose pages one piece of a site's software serves: host and ending, or the page with
/// the parameters of its query. One made-up sibling is asked for each.
public struct SiblingShape: Sendable, Hashable, Comparable {
    public let text: String
    public static func < (left: SiblingShape, right: SiblingShape) -> Bool { left.text < right.text }
}

/// An address that nobody has published, made from one that was submitted. What the server answers to it is what it
/// answers to any address that does not exist: a page that looks the same is no page (soft 404).
public struct SiblingProbe: Sendable, Hashable {
    public let shape: SiblingShape
    /// The same for the same folder, ending and query, in every run.
    public let address: PageAddress
    /// True when the path was made up, false when only values of the query were: those may mean nothing to the server.
    public let isPath: Bool

    /// Nil for a front page, and for an address in which nothing can be made up.
    public init?(_ address: PageAddress) {
        guard !address.isFrontPage, address.path != "/" || address.query != nil else { return nil }
        if let query = address.query, !query.isEmpty {
            guard let made = SiblingProbe.query(query, seed: address.host + address.path) else { return nil }
            shape = SiblingShape(text: "\(address.hostKey)\(address.path)?\(made.keys)")
            isPath = false
            self.address = PageAddress(
                scheme: address.scheme, host: address.host, port: address.port, path: address.path, query: made.text,
                fragment: nil)
            return
        }
        let made = SiblingProbe.path(address.path, seed: address.host)
        shape = SiblingShape(text: "\(address.hostKey)\(made.shape)")
        isPath = true
        self.address = PageAddress(
            scheme: address.scheme, host: address.host, port: address.port, path: made.text, query: nil, fragment: nil)
    }

    /// The last part of a path made up: digits stay digits, an ending stays, a folder stays one.
    private static func path(_ path: String, seed: String) -> (text: String, shape: String) {
        let isFolder = path.hasSuffix("/")
        var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let last = parts.popLast() ?? ""
        let folder = parts.map { "/" + $0 }.joined()
        let dot = last.lastIndex(of: ".")
        let ending = dot.map { last[$0...].utf8.count <= 6 ? String(last[$0...]) : "" } ?? ""
        let stem = String(last.dropLast(ending.count))
        let isNumber = !stem.isEmpty && stem.utf8.allSatisfy { (48...57).contains($0) }
        let tail = ending + (isFolder ? "/" : "")
        let shape = "/\(isNumber ? "#" : "*")\(tail.lowercased())"
        return ("\(folder)/\(name(isNumber: isNumber, seed: seed + folder + shape))\(tail)", shape)
    }

    /// The values that name one page among others made up; nil when there is none.
    private static func query(_ query: String, seed: String) -> (text: String, keys: String)? {
        let parts = query.split(separator: "&", omittingEmptySubsequences: false).map(String.init)
        let pairs = parts.map { part in
            part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        }
        let keys = pairs.map { $0.first ?? "" }
        let numeric = pairs.indices.filter { number in
            pairs[number].count == 2 && !pairs[number][1].isEmpty
                && pairs[number][1].utf8.allSatisfy { (48...57).contains($0) }
                && !settings.contains(keys[number].lowercased())
        }
        let worded = pairs.indices.last { number in
            pairs[number].count == 2 && !pairs[number][1].isEmpty && !settings.contains(keys[number].lowercased())
        }
        guard !numeric.isEmpty || worded != nil else { return nil }
        let joined = keys.joined(separator: "&")
        var made = parts
        for number in numeric.isEmpty ? [worded ?? 0] : numeric {
            made[number] = "\(keys[number])=\(name(isNumber: !numeric.isEmpty, seed: seed + joined + keys[number]))"
        }
        // Words that steer which part of the site answers are part of the shape.
        let fixed = pairs.indices.filter { !numeric.contains($0) && (numeric.isEmpty ? $0 != worded : true) }
        return (made.joined(separator: "&"), joined + "|" + fixed.map { parts[$0] }.joined(separator: "&"))
    }

    /// Parameters that choose a view, not a page.
    private static let settings: Set<String> = [
        "lang", "language", "year", "page", "paged", "sort", "order", "start", "limit", "view", "v", "ver",
    ]

    /// A word or number that no site has by chance.
    private static func name(isNumber: Bool, seed: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in seed.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return isNumber ? String(970_000_000 + hash % 9_999_999) : "oit-" + String(hash, radix: 36)
    }
}

/// The text of a page by which it is compared with another: lines of the content without digits, without what repeats
/// the address.
public struct PageLikeness: Sendable, Hashable {
    private let lines: Set<[UInt8]>
    /// Unicode scalars of the content.
    public let length: Int

    public init(_ document: ExtractedDocument) {
        let content = PageContent(document)
        length = content.length
        var lines: Set<[UInt8]> = [content.title.filter { !(48...57).contains($0) }]
        for line in content.body.split(separator: 10) {
            let kept = line.filter { !(48...57).contains($0) }
            if kept.count > 2 { lines.insert(kept) }
        }
        self.lines = lines
    }

    /// True when at least nine lines of ten agree: what differs is a counter, a date, the address said again.
    public func isSame(as other: PageLikeness) -> Bool {
        if lines == other.lines { return true }
        let common = lines.intersection(other.lines).count
        let all = lines.union(other.lines).count
        return all > 3 && common * 10 >= all * 9
    }
}

extension SiblingProbe {
    /// A page with less content than this says nothing that its address could have chosen.
    private static let thinPage = 300

    /// The outcome of a page when the made-up sibling's answer is known; nil when it stays what it is.
    /// - Parameters:
    ///   - others: pages of the same shape that were submitted too. Where they differ, the query chooses the page.
    public func outcome(
        of page: PageLikeness, sibling: PageLikeness, others: [PageLikeness]
    ) -> ClassifiedOutcome? {
        outcome(of: page, sibling: sibling, doesQueryChoose: others.contains { !$0.isSame(as: page) })
    }

    /// The same where it is known already whether pages of the shape differ.
    public func outcome(
        of page: PageLikeness, sibling: PageLikeness, doesQueryChoose: @autoclosure () -> Bool
    ) -> ClassifiedOutcome? {
        guard page.isSame(as: sibling) else { return nil }
        guard isPath || doesQueryChoose() || page.length < SiblingProbe.thinPage else { return nil }
        return ClassifiedOutcome(
            outcome: .soft404,
            why: "The server gives the same page for an address that was made up: \(address.text)")
    }
}

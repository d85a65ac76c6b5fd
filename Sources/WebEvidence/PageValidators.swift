/// What a server said of the version of a page that was read, to ask later whether it is still that one (RFC 9110
/// section 8.8).
public struct PageValidators: Sendable, Hashable {
    /// Where the chain of redirects ended, without fragment: only there do they mean anything.
    public var address: String
    /// The `ETag` as received; empty where there was none.
    public var entityTag: String
    /// The `Last-Modified` as received; empty where there was none.
    public var lastModified: String

    public init(address: String, entityTag: String, lastModified: String) {
        self.address = address
        self.entityTag = entityTag
        self.lastModified = lastModified
    }

    /// Of an answer; nil where the server gave neither, or something that cannot be sent back.
    public init?(of record: FetchRecord) {
        let tag = record.header("ETag") ?? ""
        let modified = record.header("Last-Modified") ?? ""
        let isSendable = [tag, modified].allSatisfy { text in
            text.utf8.count <= 512 && text.utf8.allSatisfy { (32...126).contains($0) }
        }
        guard isSendable, !tag.isEmpty || !modified.isEmpty else { return nil }
        self.init(address: record.final.withoutFragment.text, entityTag: tag, lastModified: modified)
    }

    /// The lines of a conditional request for an address; none for any other than this page's.
    public func headerLines(for address: PageAddress) -> [String] {
        guard address.withoutFragment.text == self.address else { return [] }
        var lines: [String] = []
        if !entityTag.isEmpty { lines.append("If-None-Match: \(entityTag)") }
        if !lastModified.isEmpty { lines.append("If-Modified-Since: \(lastModified)") }
        return lines
    }
}

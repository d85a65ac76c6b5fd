import Digests
public import GradingCore

/// What was told, as a feed (RFC 4287) that any feed reader can follow from a file or an intranet page.
public struct AtomFeed: Sendable {
    /// A notice and when it was told.
    public struct Entry: Sendable, Hashable {
        public var notice: Notice
        public var at: Moment

        /// From its parts.
        public init(_ notice: Notice, at: Moment) {
            self.notice = notice
            self.at = at
        }
    }

    /// What makes this feed itself, for example the key of the agency; the same as long as the feed lives.
    public var key: String
    /// Name of the agency or of the whole watch.
    public var name: String
    public var entries: [Entry]
    public var language: ReportLanguage
    /// When the feed was made: the time of a feed without entries.
    public var madeAt: Moment
    /// More entries than this are left out, the oldest ones.
    public static let mostEntries = 200

    /// From its parts; entries may come in any order.
    public init(key: String, name: String, entries: [Entry], language: ReportLanguage, madeAt: Moment) {
        self.key = key
        self.name = name
        self.entries = entries
        self.language = language
        self.madeAt = madeAt
    }

    /// The document in UTF-8, newest entries first.
    public var bytes: [UInt8] {
        let shown = entries.sorted { ($1.at, $1.notice.id) < ($0.at, $0.notice.id) }.prefix(AtomFeed.mostEntries)
        let title = language == .thai ? "การแจ้งเตือน OIT: \(name)" : "OIT notices: \(name)"
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
            <id>\(AtomFeed.identifier("feed", key))</id>
            <title>\(Hypertext.escaped(title))</title>
            <updated>\((shown.first?.at ?? madeAt).utc)</updated>
            <author><name>oit watch</name></author>
            <generator>oit</generator>
            \(shown.map(text).joined())</feed>

            """
        return Array(text.utf8)
    }

    private func text(_ entry: Entry) -> String {
        let message = DigestMessage([entry.notice], language: language, at: entry.at)
        return """
            <entry>
            <id>\(AtomFeed.identifier("notice", entry.notice.id))</id>
            <title>\(Hypertext.escaped(message.heading(entry.notice)))</title>
            <updated>\(entry.at.utc)</updated>
            <category term="\(entry.notice.kind.rawValue)"/>
            <content type="html">\(Hypertext.escaped(message.fragment(entry.notice)))</content>
            </entry>

            """
    }

    /// A name that needs no server: a UUID (RFC 9562, version 8) of the text.
    private static func identifier(_ kind: String, _ text: String) -> String {
        "urn:uuid:\(StableIdentifier.uuid(of: "\(kind)\n\(text)"))"
    }
}

/// Identifiers that are the same whenever they are made of the same text.
enum StableIdentifier {
    /// A UUID (RFC 9562, version 8).
    static func uuid(of text: String) -> String {
        var bytes = Array(ContentDigest(of: Array(text.utf8)).bytes.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        var rest = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()[...]
        let parts = [8, 4, 4, 4, 12].map { length -> Substring in
            defer { rest = rest.dropFirst(length) }
            return rest.prefix(length)
        }
        return parts.joined(separator: "-")
    }
}

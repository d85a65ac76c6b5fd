public import Digests
public import GradingCore

/// What became of one address of one item at one check.
public struct AddressCheck: Sendable, Hashable {
    public var item: ItemID
    /// As submitted.
    public var url: String
    /// A word of the failure vocabulary (`ok`, `http_404`, …).
    public var outcome: String
    /// Status of the last answer; nil when none came.
    public var status: Int?
    /// From the request to the end of the answer.
    public var milliseconds: Int
    /// SHA-256 of the body; for an answer "not modified" that of the body before; nil when there was none.
    public var digest: ContentDigest?

    /// From its parts.
    public init(
        item: ItemID, url: String, outcome: String, status: Int? = nil, milliseconds: Int = 0,
        digest: ContentDigest? = nil
    ) {
        self.item = item
        self.url = url
        self.outcome = outcome
        self.status = status
        self.milliseconds = milliseconds
        self.digest = digest
    }
}

/// One check of one agency: a link of a chain in which each record's digest covers the record before. Each agency has a
/// chain of its own, so that a certificate tells nothing of others.
public struct CheckRecord: Sendable, Hashable {
    /// Place in the chain of this agency, from 0 without gaps.
    public var position: Int
    /// Key of the agency.
    public var key: String
    /// When the check began.
    public var at: Moment
    /// All addresses of the check in the order of the submission.
    public var checks: [AddressCheck]
    /// Digest of the record before; for the first record `CheckRecord.origin(of: key)`.
    public var previous: ContentDigest

    /// From its parts; nothing is checked.
    public init(position: Int, key: String, at: Moment, checks: [AddressCheck], previous: ContentDigest) {
        self.position = position
        self.key = key
        self.at = at
        self.checks = checks
        self.previous = previous
    }

    /// The record that follows the last one of a chain; the first one of all where there is none.
    public init(key: String, at: Moment, checks: [AddressCheck], after last: CheckRecord.Link?) {
        self.init(
            position: last.map { $0.position + 1 } ?? 0, key: key, at: at, checks: checks,
            previous: last?.digest ?? CheckRecord.origin(of: key))
    }

    /// What the next record needs of the one before: enough to go on with a chain without reading it.
    public struct Link: Sendable, Hashable {
        public let position: Int
        public let digest: ContentDigest
        /// From its parts.
        public init(position: Int, digest: ContentDigest) {
            self.position = position
            self.digest = digest
        }
    }

    /// This record's own link.
    public var link: Link { Link(position: position, digest: digest) }
    /// SHA-256 of the canonical bytes, which hold the digest of the record before.
    public var digest: ContentDigest { ContentDigest(of: canonicalBytes) }
    /// What stands before the first record of an agency: the chain of one agency never passes for that of another.
    public static func origin(of key: String) -> ContentDigest {
        var bytes = CanonicalBytes("oit-chain/1")
        bytes.append(key)
        return ContentDigest(of: bytes.bytes)
    }

    /// Every member with its length in front: no two records have the same bytes.
    var canonicalBytes: [UInt8] {
        var bytes = CanonicalBytes("oit-record/1")
        bytes.append(previous.bytes)
        bytes.append(position)
        bytes.append(key)
        bytes.append(at.seconds)
        bytes.append(checks.count)
        for check in checks {
            bytes.append(check.item.text)
            bytes.append(check.url)
            bytes.append(check.outcome)
            bytes.append(check.status ?? -1)
            bytes.append(check.milliseconds)
            bytes.append(check.digest?.bytes ?? [])
        }
        return bytes.bytes
    }
}

/// Bytes to be digested: numbers as 8 bytes, big end first; texts and byte strings with their length before them.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    /// `purpose` keeps digests of different things apart.
    init(_ purpose: String) { append(purpose) }

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: Int64(number).bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ content: [UInt8]) {
        append(content.count)
        bytes.append(contentsOf: content)
    }
}

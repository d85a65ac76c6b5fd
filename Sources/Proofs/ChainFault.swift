import Digests
public import GradingCore

/// The first place where a chain does not hold together.
public struct ChainFault: Sendable, Hashable {
    /// What is wrong there.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The record does not follow the one before: its content or that of the one before was changed, or records
        /// were removed, added or exchanged.
        case broken
        /// The place in the chain is not the next one.
        case position
        /// The record belongs to another agency.
        case foreign
        /// The record is earlier than the one before by more than a clock is ever set.
        case time
    }

    public let kind: Kind
    /// Place of the record in its chain, as it claims.
    public let position: Int
    /// When its check began, as it claims.
    public let at: Moment
}

extension ChainFault {
    /// A clock may be set back by so many seconds between two records.
    public static let clockTolerance = 86_400

    /// Walks records that ought to follow each other; nil when they do.
    /// A record at position 0 must follow the origin of the key.
    public static func first(in records: [CheckRecord], key: String) -> ChainFault? {
        var before: (position: Int, digest: ContentDigest, at: Moment)?
        for record in records {
            func fault(_ kind: Kind) -> ChainFault { ChainFault(kind: kind, position: record.position, at: record.at) }
            if record.key != key { return fault(.foreign) }
            if record.position < 0 { return fault(.position) }
            if record.position == 0, record.previous != CheckRecord.origin(of: key) { return fault(.broken) }
            if let before {
                if record.position != before.position &+ 1 { return fault(.position) }
                if record.previous != before.digest { return fault(.broken) }
                if before.at.seconds(since: record.at) > clockTolerance { return fault(.time) }
            }
            before = (record.position, record.digest, record.at)
        }
        return nil
    }
}

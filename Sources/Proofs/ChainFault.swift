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
    }

    public let kind: Kind
    /// Place of the record in its chain, as it claims.
    public let position: Int
    /// When its check began, as it claims.
    public let at: Moment
}

extension ChainFault {
    /// Walks records that ought to follow each other; nil when they do. Their times prove nothing and are not looked at: a
    /// clock can be set back, and a chain must outlive that.
    /// A record at position 0 must follow the origin of the key.
    public static func first(in records: [CheckRecord], key: String) -> ChainFault? {
        var before: CheckRecord.Link?
        for record in records {
            func fault(_ kind: Kind) -> ChainFault { ChainFault(kind: kind, position: record.position, at: record.at) }
            if record.key != key { return fault(.foreign) }
            if record.position < 0 { return fault(.position) }
            if record.position == 0, record.previous != CheckRecord.origin(of: key) { return fault(.broken) }
            if let before {
                if record.position != before.position &+ 1 { return fault(.position) }
                if record.previous != before.digest { return fault(.broken) }
            }
            before = record.link
        }
        return nil
    }
}

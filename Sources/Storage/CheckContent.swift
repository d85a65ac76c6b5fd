public import WebEvidence

/// What one check of one agency found, address by address: the compact part of a record.
public struct CheckContent: Sendable, Hashable {
    /// What became of one address.
    public struct Entry: Sendable, Hashable {
        public var outcome: Outcome
        public var status: Int?
        /// Address of the server that was asked; empty where none was known.
        public var server: String
        public var milliseconds: Int
        /// Tries of this check; more than one where the first failed.
        public var attempts: Int
        /// SHA-256 of the body, 32 bytes; nil when it is that of the last entry of this address that has one.
        public var digest: [UInt8]?
        /// True when there is no body, whatever came before.
        public var hasNoBody: Bool

        public init(
            outcome: Outcome, status: Int? = nil, server: String = "", milliseconds: Int = 0, attempts: Int = 1,
            digest: [UInt8]? = nil, hasNoBody: Bool = false
        ) {
            self.outcome = outcome
            self.status = status
            self.server = server
            self.milliseconds = milliseconds
            self.attempts = attempts
            self.digest = digest
            self.hasNoBody = hasNoBody
        }
    }

    /// Which list of addresses it follows.
    public var list: Int
    /// One for each address of the list; nil where it was not asked.
    public var entries: [Entry?]

    public init(list: Int, entries: [Entry?]) {
        self.list = list
        self.entries = entries
    }
}

/// The kinds of entries of one check stand once in front; each entry is then a number, its time and what is new.
enum CheckCodec {
    fileprivate struct Shape: Hashable {
        var outcome: Outcome
        var status: Int?
        var server: String
        var attempts: Int
        var hasNoBody: Bool
    }

    static func bytes(_ content: CheckContent) -> [UInt8] {
        var shapes: [Shape] = []
        var places: [Shape: Int] = [:]
        for case let entry? in content.entries where places[entry.shape] == nil {
            places[entry.shape] = shapes.count
            shapes.append(entry.shape)
        }
        var writer = ByteWriter()
        writer.count(content.list)
        writer.list(shapes) { writer, shape in
            writer.choice(shape.outcome)
            writer.count(shape.status ?? 0)
            writer.text(shape.server)
            writer.count(shape.attempts)
            writer.flag(shape.hasNoBody)
        }
        writer.list(content.entries) { writer, entry in
            guard let entry else { return writer.count(0) }
            writer.count(1 + (places[entry.shape] ?? 0) * 2 + (entry.digest == nil ? 0 : 1))
            writer.count(max(0, entry.milliseconds))
            if let digest = entry.digest { writer.raw(digest) }
        }
        return writer.bytes
    }

    /// Nil for bytes that are no record.
    static func content(_ bytes: [UInt8]) -> CheckContent? {
        var reader = ByteReader(bytes)
        let list = Int(clamping: reader.number())
        let shapes = reader.list { reader in
            let outcome = reader.choice(or: Outcome.internal)
            let status = Int(clamping: reader.number())
            let server = reader.text()
            let attempts = Int(clamping: reader.number())
            return Shape(
                outcome: outcome, status: status == 0 ? nil : status, server: server, attempts: attempts,
                hasNoBody: reader.flag())
        }
        let entries = reader.list { reader -> CheckContent.Entry? in
            let code = reader.index(below: shapes.count * 2 + 1)
            guard code > 0, !reader.hasFailed else { return nil }
            let shape = shapes[(code - 1) / 2]
            let milliseconds = Int(clamping: reader.number())
            let digest = (code - 1) % 2 == 1 ? Array(bytes[reader.range(32)]) : nil
            return CheckContent.Entry(
                outcome: shape.outcome, status: shape.status, server: shape.server, milliseconds: milliseconds,
                attempts: shape.attempts, digest: digest, hasNoBody: shape.hasNoBody)
        }
        return reader.isComplete ? CheckContent(list: list, entries: entries) : nil
    }
}

extension CheckContent.Entry {
    fileprivate var shape: CheckCodec.Shape {
        CheckCodec.Shape(
            outcome: outcome, status: status, server: server, attempts: attempts, hasNoBody: hasNoBody)
    }
}

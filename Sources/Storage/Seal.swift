import Digests

/// The digest of something stored, by which a changed byte is noticed: the first 16 bytes of a SHA-256 over its
/// canonical encoding. It guards against accidents, not against somebody who writes seals of his own.
struct Seal: Hashable {
    static let byteCount = 16
    static let none = Seal(unchecked: [UInt8](repeating: 0, count: byteCount))

    let bytes: [UInt8]

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// Nil when the bytes are not 16.
    init?(_ bytes: [UInt8]?) {
        guard let bytes, bytes.count == Seal.byteCount else { return nil }
        self.bytes = bytes
    }

    /// - Parameter kind: what is sealed, so that a thing of one kind never passes for another.
    init(_ kind: String, _ write: (inout ByteWriter) -> Void) {
        var writer = ByteWriter()
        writer.text(kind)
        write(&writer)
        bytes = Array(ContentDigest(of: writer.bytes).bytes.prefix(Seal.byteCount))
    }

    /// The seal of a set: adding the same member a second time takes it out again.
    func toggling(_ member: Seal) -> Seal { Seal(unchecked: zip(bytes, member.bytes).map { $0 ^ $1 }) }

    var value: SQLiteValue { .blob(bytes) }
}

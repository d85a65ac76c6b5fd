public import Digests
public import GradingCore

/// The end of a chain at a moment, signed and perhaps time-stamped: whoever holds one can prove that the records up to
/// there were then as they are, and that none was taken away or put in later.
public struct SealedHead: Sendable, Hashable {
    /// Key of the agency.
    public let key: String
    /// The last record so far.
    public let link: CheckRecord.Link
    /// When it was sealed, by our own clock.
    public let at: Moment
    public let publicKey: PublicKey
    /// 64 bytes over `message`.
    public let signature: [UInt8]
    /// A time-stamp of `stamped`; nil where none is configured or none could be had.
    public var timeStamp: TimeStamp?

    /// From what was stored; nothing is checked.
    public init(
        key: String, link: CheckRecord.Link, at: Moment, publicKey: PublicKey, signature: [UInt8],
        timeStamp: TimeStamp? = nil
    ) {
        self.key = key
        self.link = link
        self.at = at
        self.publicKey = publicKey
        self.signature = signature
        self.timeStamp = timeStamp
    }

    /// Signs the end of a chain.
    public init(_ link: CheckRecord.Link, of key: String, at: Moment, by operator: OperatorKey) {
        let message = SealedHead.message(key: key, link: link, at: at)
        self.init(
            key: key, link: link, at: at, publicKey: `operator`.publicKey, signature: `operator`.signature(of: message))
    }

    /// True when the signature fits.
    public var isSigned: Bool {
        publicKey.signed(SealedHead.message(key: key, link: link, at: at), signature)
    }

    /// What a time-stamp is asked for: it covers the signature, and by it the whole chain.
    public var stamped: ContentDigest {
        var bytes = CanonicalBytes("oit-sealed-head/1")
        bytes.append(SealedHead.message(key: key, link: link, at: at))
        bytes.append(publicKey.bytes)
        bytes.append(signature)
        return ContentDigest(of: bytes.bytes)
    }

    private static func message(key: String, link: CheckRecord.Link, at: Moment) -> [UInt8] {
        var bytes = CanonicalBytes("oit-head/1")
        bytes.append(key)
        bytes.append(link.position)
        bytes.append(link.digest.bytes)
        bytes.append(at.seconds)
        return bytes.bytes
    }
}

/// An answer of a time-stamping authority (RFC 3161).
public struct TimeStamp: Sendable, Hashable {
    /// The whole answer in DER, as it came.
    public let answer: [UInt8]
    /// From what was stored; nothing is checked.
    public init(answer: [UInt8]) { self.answer = answer }
}

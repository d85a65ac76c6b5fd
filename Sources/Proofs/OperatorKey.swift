import Digests

/// The key of whoever runs the program (Ed25519, RFC 8032), made at first use and kept in a file of its own.
public struct OperatorKey: Sendable {
    /// The 32 secret bytes.
    let seed: [UInt8]
    /// The key by which everybody can check signatures.
    public let publicKey: PublicKey
}

/// A public key of Ed25519.
public struct PublicKey: Sendable, Hashable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// SHA-256 of the key as a SubjectPublicKeyInfo in DER (RFC 8410), what
    /// `openssl pkey -in FILE -pubout -outform DER | sha256sum` prints: 64 digits that people compare.
    public var fingerprint: String {
        ContentDigest(of: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00] + bytes).hexadecimal
    }

    /// True when `signature` (64 bytes) was made of exactly this message by the key's owner.
    public func signed(_ message: [UInt8], _ signature: [UInt8]) -> Bool {
        Ed25519.isValid(signature, of: message, by: bytes)
    }
}

/// Why a key, a time-stamp or a certificate could not be made; in words, without secrets.
public struct ProofFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Whether the disk, the network or the given content is the cause.
    public enum Kind: Sendable, Hashable {
        case file, network, content
    }
    public let kind: Kind
    public let description: String
    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}

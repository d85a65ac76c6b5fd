internal import CCrypto

/// The SHA-256 of a run of bytes (FIPS 180-4), computed by libcrypto.
public struct ContentDigest: Sendable, Hashable, CustomStringConvertible {
    /// Exactly 32 bytes.
    public let bytes: [UInt8]

    /// From 32 bytes that are a digest already.
    init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// The digest of an array, which may be empty.
    public init(of content: [UInt8]) {
        bytes = content.withUnsafeBytes { ContentDigest.sha256(of: $0) }
    }

    /// The digest of borrowed bytes, which may be none.
    public init(of content: Span<UInt8>) {
        bytes = content.withUnsafeBytes { ContentDigest.sha256(of: $0) }
    }

    /// Reads 64 hexadecimal digits of either case; nil for anything else.
    public init?(hexadecimal text: String) {
        var read: [UInt8] = []
        read.reserveCapacity(32)
        var high: UInt8?
        for byte in text.utf8 {
            guard let digit = ContentDigest.value(ofHexDigit: byte) else { return nil }
            if let first = high {
                read.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard read.count == 32, high == nil else { return nil }
        bytes = read
    }

    /// 64 lower-case hexadecimal digits.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    public var description: String { hexadecimal }

    private static func sha256(of content: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { output, count in
            var written: UInt32 = 0
            let succeeded = EVP_Digest(
                content.baseAddress, content.count, output.baseAddress, &written, EVP_sha256(), nil)
            precondition(succeeded == 1 && written == 32, "libcrypto always offers SHA-256")
            count = 32
        }
    }

    private static func value(ofHexDigit byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

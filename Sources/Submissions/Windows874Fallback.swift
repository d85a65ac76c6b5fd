/// Text decoded from bytes, and by which encoding.
struct DecodedText {
    var text: String
    /// `utf-8`, `windows-874`, ...
    var encoding: String
    /// True when bytes were replaced because they fitted no encoding.
    var isDamaged: Bool
}

/// Bytes without byte order mark as text: UTF-8 where valid, else windows-874.
enum Windows874Fallback {
    static func decodedText(_ bytes: [UInt8], declared: [String]) -> DecodedText {
        if let text = String(validating: bytes, as: UTF8.self) {
            return DecodedText(text: text, encoding: "utf-8", isDamaged: false)
        }
        var scalars = String.UnicodeScalarView()
        var isDamaged = false
        for byte in bytes {
            let scalar: UInt32? =
                switch byte {
                case 0...0x7F: UInt32(byte)
                case 0x80: 0x20AC
                case 0x85: 0x2026
                case 0x91, 0x92: 0x2018 + UInt32(byte) - 0x91
                case 0x93, 0x94: 0x201C + UInt32(byte) - 0x93
                case 0x95: 0x2022
                case 0x96, 0x97: 0x2013 + UInt32(byte) - 0x96
                case 0xA0: 0xA0
                case 0xA1...0xDA, 0xDF...0xFB: 0x0E00 + UInt32(byte) - 0xA0
                default: nil
                }
            isDamaged = isDamaged || scalar == nil
            scalars.append(scalar.flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}")
        }
        return DecodedText(text: String(scalars), encoding: "windows-874", isDamaged: isDamaged)
    }
}

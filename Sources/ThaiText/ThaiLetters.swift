/// What kind of Thai letter a code is. A code is the scalar minus U+0E00; in UTF-8 every one of them takes three bytes.
enum ThaiLetters {
    /// ฎ and ฏ, which are often mistaken for each other.
    static let doChada: UInt8 = 0x0E
    static let toPatak: UInt8 = 0x0F
    static let saraE: UInt8 = 0x40
    static let saraAe: UInt8 = 0x41
    static let saraAa: UInt8 = 0x32
    static let saraAm: UInt8 = 0x33
    static let nikhahit: UInt8 = 0x4D

    /// ก to ฮ.
    @inline(__always)
    static func isConsonant(_ code: UInt8) -> Bool { code &- 1 < 0x2E }

    /// Tone marks mai ek to mai chattawa.
    @inline(__always)
    static func isTone(_ code: UInt8) -> Bool { code &- 0x48 < 4 }

    /// A mark above or below its consonant.
    @inline(__always)
    static func isMark(_ code: UInt8) -> Bool { rank(code) != 0 && code != saraAm }

    /// Order of the marks that stand on one consonant, 1...6; 0 for every other letter. Sara am comes after all marks.
    @inline(__always)
    static func rank(_ code: UInt8) -> UInt8 {
        switch code {
        case 0x38, 0x39, 0x3A: 1
        case 0x31, 0x34, 0x35, 0x36, 0x37, 0x47: 2
        case nikhahit: 3
        case 0x48, 0x49, 0x4A, 0x4B: 4
        case 0x4C, 0x4E: 5
        case saraAm: 6
        default: 0
        }
    }

    /// The code of the scalar that begins at `index`, or nil when that is no Thai letter.
    @inline(__always)
    static func code(in bytes: [UInt8], at index: Int) -> UInt8? {
        guard index >= 0, index + 2 < bytes.count, bytes[index] == 0xE0, bytes[index + 1] & 0xFE == 0xB8 else {
            return nil
        }
        return (bytes[index + 1] & 1) << 6 | (bytes[index + 2] & 0x3F)
    }

    /// The letter behind a private-use glyph of old Windows (U+F700...F71A) and Macintosh (U+F884...F89D) fonts.
    static func letter(ofPrivateUse scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xF700...0xF71A: windowsGlyphs[Int(scalar - 0xF700)]
        case 0xF884...0xF89D where scalar != 0xF89A: macintoshGlyphs[Int(scalar - 0xF884)]
        default: nil
        }
    }

    private static let windowsGlyphs: [UInt8] = [
        0x10, 0x34, 0x35, 0x36, 0x37, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x0D, 0x31, 0x4D,
        0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x38, 0x39, 0x3A,
    ]
    private static let macintoshGlyphs: [UInt8] = [
        0x31, 0x34, 0x35, 0x36, 0x37, 0x47, 0x48, 0x48, 0x48, 0x49, 0x49, 0x49, 0x4A, 0x4A, 0x4A, 0x4B, 0x4B, 0x4B,
        0x4C, 0x4C, 0x4C, 0x4D, 0x00, 0x38, 0x39, 0x3A,
    ]
}

/// How scalars outside ASCII and Thai enter the shadow.
enum ScalarFolding {
    enum Fold {
        case dropped, space, ellipsis, kept
        case ascii(UInt8)
        /// A letter of Latin-1, lower-cased.
        case latin(UInt32)
        case thai(UInt8)
    }

    static func folded(_ scalar: UInt32) -> Fold {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63: .ascii(0x2D)
        case 0x201C...0x201F, 0x2033: .ascii(0x22)
        case 0x2018...0x201B, 0xB4, 0x2032: .ascii(0x27)
        case 0x2044, 0x2215: .ascii(0x2F)
        case 0x2026: .ellipsis
        case 0xFF01...0xFF5E: .ascii(UInt8(scalar - 0xFF01 + 0x21))
        case 0xC0...0xD6, 0xD8...0xDE: .latin(scalar + 0x20)
        case 0xF700...0xF71A, 0xF884...0xF89D: ThaiLetters.letter(ofPrivateUse: scalar).map(Fold.thai) ?? .kept
        default: isInvisible(scalar) ? .dropped : .kept
        }
    }

    /// Controls, bidi controls, zero-width characters, soft hyphens, variation selectors.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0...8, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB:
            true
        default: false
        }
    }

    /// White space of any script.
    static func isSpace(_ scalar: UInt32) -> Bool {
        if (9...13).contains(scalar) || scalar == 0x20 { return true }
        guard scalar > 0x7F else { return false }
        return if case .space = folded(scalar) { true } else { false }
    }

    /// Marks that belong to the letter before them: Thai marks, sara am, their private-use glyphs, Latin diacritics.
    static func isExtender(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E31, 0x0E33...0x0E3A, 0x0E47...0x0E4E, 0x0300...0x036F: true
        case 0xF701...0xF70E, 0xF710...0xF71A, 0xF884...0xF89D: true
        default: false
        }
    }
}

/// Reading scalars of valid UTF-8.
enum UTF8Reading {
    /// The scalar that begins at `index` and its length in bytes. Cut or odd bytes read as U+FFFD of length 1.
    static func scalar(in bytes: Span<UInt8>, at index: Int) -> (UInt32, Int) {
        let first = bytes[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return (0xFFFD, 1) }
        switch length {
        case 1: return (UInt32(first), 1)
        case 2: return (UInt32(first & 0x1F) << 6 | tail(bytes[index + 1]), 2)
        case 3:
            return (UInt32(first & 0x0F) << 12 | tail(bytes[index + 1]) << 6 | tail(bytes[index + 2]), 3)
        default:
            return (
                UInt32(first & 0x07) << 18 | tail(bytes[index + 1]) << 12 | tail(bytes[index + 2]) << 6
                    | tail(bytes[index + 3]), 4
            )
        }
    }

    /// The offset of the scalar before `index`, which must be greater than 0.
    static func previous(in bytes: Span<UInt8>, before index: Int) -> Int {
        var start = index - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    private static func tail(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }
}

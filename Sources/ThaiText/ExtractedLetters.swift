extension ExtractedThai {
    /// Thai of old fonts that stand in the places of Western letters ("ãËŒ" for ให้): each letter of Windows-1252 is
    /// taken as the byte that it was, and the byte as Thai, the raised and shifted marks of those fonts among them.
    /// Other letters stay. Valid UTF-8 in and out.
    public static func relettered(_ text: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count * 3 / 2)
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Reading.scalar(in: text, at: index)
            if scalar >= 0x80, let byte = westernByte(scalar), let code = thaiCode(ofByte: byte) {
                result.append(0xE0)
                result.append(0xB8 | code >> 6)
                result.append(0x80 | code & 0x3F)
            } else {
                for step in 0..<length { result.append(text[index + step]) }
            }
            index += length
        }
        return mended(result.span)
    }

    /// True for the letters that stand for Thai in such fonts.
    static func isWesternForThai(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x80, let byte = westernByte(scalar) else { return false }
        return thaiCode(ofByte: byte) != nil
    }

    private static func westernByte(_ scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return UInt8(scalar) }
        guard let index = windows1252.firstIndex(of: UInt16(truncatingIfNeeded: scalar)), scalar <= 0xFFFF else {
            return nil
        }
        return 0x80 + UInt8(index)
    }

    /// The Thai code of a byte of such a font: TIS-620, and in the places that it leaves free the same marks drawn
    /// higher, lower or further left, in the order of their private-use glyphs U+F700...F71A.
    private static func thaiCode(ofByte byte: UInt8) -> UInt8? {
        let glyph: UInt32
        switch byte {
        case 0xA1...0xDA, 0xDF...0xFB: return byte - 0xA0
        case 0x80...0x84: glyph = UInt32(byte) - 0x80
        case 0x86...0x90: glyph = UInt32(byte) - 0x81
        case 0x98...0x9F: glyph = UInt32(byte) - 0x88
        case 0xFC...0xFE: glyph = UInt32(byte) - 0xE4
        default: return nil
        }
        return ThaiLetters.letter(ofPrivateUse: 0xF700 + glyph)
    }

    /// Windows-1252 from 0x80 on; 0 where it has nothing.
    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}

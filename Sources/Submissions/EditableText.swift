import ThaiText

/// A text file of which single stretches can be replaced while all other bytes stay as they are, in the encoding that
/// the file has.
struct EditableText {
    /// The text, UTF-8, as the readers see it.
    let text: [UInt8]
    private let bytes: [UInt8]
    private let encoding: Encoding

    private enum Encoding {
        /// Bytes of the mark before the text.
        case utf8(mark: Int)
        case utf16(isLittleEndian: Bool, mark: Int)
        /// One byte a character, ASCII and Thai.
        case windows874
    }

    /// Nil when some bytes could not be read, or the encoding is none that is written here.
    init?(_ bytes: [UInt8]) {
        let decoded = decodedText(bytes, declared: [])
        guard !decoded.isDamaged else { return nil }
        self.bytes = bytes
        text = Array(decoded.text.utf8)
        let hasWideMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        switch decoded.encoding {
        case "utf-8": encoding = .utf8(mark: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        case "utf-16le": encoding = .utf16(isLittleEndian: true, mark: hasWideMark ? 2 : 0)
        case "utf-16be": encoding = .utf16(isLittleEndian: false, mark: hasWideMark ? 2 : 0)
        case "windows-874": encoding = .windows874
        default: return nil
        }
    }

    /// The file with one stretch of `text` replaced; nil when its encoding has no such characters.
    func replacing(_ span: Range<Int>, with new: String) -> [UInt8]? {
        guard let encoded = encoded(new) else { return nil }
        return bytes[..<offset(span.lowerBound)] + encoded + bytes[offset(span.upperBound)...]
    }

    /// Where a place of `text` lies in the bytes of the file.
    private func offset(_ place: Int) -> Int {
        let before = text[..<place]
        switch encoding {
        case .utf8(let mark): return mark + place
        case .utf16(_, let mark): return mark + 2 * String(decoding: before, as: UTF8.self).utf16.count
        case .windows874: return before.count { $0 & 0xC0 != 0x80 }
        }
    }

    private func encoded(_ text: String) -> [UInt8]? {
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf16(let isLittleEndian, _):
            return text.utf16.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return isLittleEndian ? [low, high] : [high, low]
            }
        case .windows874:
            var bytes: [UInt8] = []
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 0..<0x80: bytes.append(UInt8(scalar.value))
                case 0x0E01...0x0E3A, 0x0E3F...0x0E5B: bytes.append(UInt8(scalar.value - 0x0E01 + 0xA1))
                default: return nil
                }
            }
            return bytes
        }
    }
}

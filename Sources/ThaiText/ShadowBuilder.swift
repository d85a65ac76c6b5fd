/// Builds the shadow of a text: the bytes that are compared instead of the text itself.
///
/// The shadow is never longer than the original, so one reservation suffices.
struct ShadowBuilder {
    /// Set in a source offset when white space stood before the scalar.
    static let spaceFlag: UInt32 = 0x8000_0000

    private(set) var bytes: [UInt8] = []
    /// For each byte of the shadow the offset of its scalar in the original, with `spaceFlag`.
    private(set) var sources: [UInt32] = []
    private var spaceIsPending = false
    /// The pending space is a plain one inside a line, as broken PDF text layers have before sara aa.
    private var spaceIsPlain = false

    init(_ text: Span<UInt8>) {
        bytes.reserveCapacity(text.count)
        sources.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let first = text[index]
            if first < 0x80 {
                ascii(first, at: index)
                index += 1
            } else {
                index += wide(text, at: index)
            }
        }
    }

    /// One ASCII byte: lower-cased; white space and controls leave no byte.
    private mutating func ascii(_ byte: UInt8, at offset: Int) {
        if byte > 0x20, byte < 0x7F {
            append(byte &- 65 < 26 ? byte | 0x20 : byte, from: offset)
        } else if byte == 0x20 || byte &- 9 < 5 {
            space(isPlain: byte == 0x20)
        }
    }

    /// One scalar of several bytes; gives its length.
    private mutating func wide(_ text: Span<UInt8>, at index: Int) -> Int {
        if text[index] == 0xE0, index + 2 < text.count, text[index + 1] & 0xFE == 0xB8 {
            let code = (text[index + 1] & 1) << 6 | (text[index + 2] & 0x3F)
            if let digit = ThaiDigits.ascii(thaiCode: code) {
                append(digit, from: index)
            } else {
                thai(code, at: index, before: index + 3 < text.count ? text[index + 3] : 0x41)
            }
            return 3
        }
        let (scalar, length) = UTF8Reading.scalar(in: text, at: index)
        switch ScalarFolding.folded(scalar) {
        case .dropped: break
        case .space: space(isPlain: scalar == 0xA0)
        case .ascii(let byte): ascii(byte, at: index)
        case .ellipsis: for _ in 0..<3 { append(0x2E, from: index) }
        case .thai(let code): thai(code, at: index, before: index + length < text.count ? text[index + length] : 0x41)
        case .latin(let lower):
            append(UInt8(0xC0 | lower >> 6), from: index)
            append(UInt8(0x80 | lower & 0x3F), from: index)
        case .kept: for step in 0..<length { append(text[index + step], from: index) }
        }
        return length
    }

    private mutating func space(isPlain: Bool) {
        spaceIsPlain = isPlain && (spaceIsPlain || !spaceIsPending)
        spaceIsPending = true
    }

    private mutating func append(_ byte: UInt8, from offset: Int) {
        bytes.append(byte)
        sources.append(UInt32(truncatingIfNeeded: offset) & ~ShadowBuilder.spaceFlag | takeSpace())
    }

    private mutating func takeSpace() -> UInt32 {
        guard spaceIsPending else { return 0 }
        spaceIsPending = false
        spaceIsPlain = false
        return ShadowBuilder.spaceFlag
    }

    /// The code of the last Thai letter of the shadow, or nil when the shadow ends otherwise.
    private func lastCode(skipping letters: Int = 0) -> UInt8? {
        ThaiLetters.code(in: bytes, at: bytes.count - 3 * (letters + 1))
    }

    /// One Thai letter. `following` is the byte after it in the original.
    private mutating func thai(_ code: UInt8, at offset: Int, before following: UInt8) {
        if code == ThaiLetters.saraE, lastCode() == ThaiLetters.saraE {
            setLast(ThaiLetters.saraAe)
        } else if code == ThaiLetters.saraAa {
            aa(at: offset, before: following)
        } else if ThaiLetters.rank(code) > 0 {
            mark(code, at: offset)
        } else {
            // กฏหมาย for กฎหมาย is the commonest misspelling of official pages; no two words differ only in that.
            letter(code == ThaiLetters.toPatak ? ThaiLetters.doChada : code, at: offset)
        }
    }

    private mutating func letter(_ code: UInt8, at offset: Int) {
        let source = UInt32(truncatingIfNeeded: offset) & ~ShadowBuilder.spaceFlag
        bytes.append(0xE0)
        bytes.append(0xB8 | code >> 6)
        bytes.append(0x80 | code & 0x3F)
        sources.append(source | takeSpace())
        sources.append(source)
        sources.append(source)
    }

    private mutating func setLast(_ code: UInt8) {
        bytes[bytes.count - 2] = 0xB8 | code >> 6
        bytes[bytes.count - 1] = 0x80 | code & 0x3F
    }

    /// Sara aa, which is half of a sara am after nikhahit, or after the blank that broken text layers put in its place.
    private mutating func aa(at offset: Int, before following: UInt8) {
        guard let last = lastCode() else { return letter(ThaiLetters.saraAa, at: offset) }
        if last == ThaiLetters.nikhahit {
            removeLast()
            return letter(ThaiLetters.saraAm, at: offset)
        }
        if ThaiLetters.isTone(last), lastCode(skipping: 1) == ThaiLetters.nikhahit {
            let tone = sources[sources.count - 1]
            removeLast()
            removeLast()
            letter(last, at: Int(tone & ~ShadowBuilder.spaceFlag))
            return letter(ThaiLetters.saraAm, at: offset)
        }
        let isBeforeSpace = following == 0x20 || following &- 9 < 5 || following == 0xC2
        let isTorn =
            ThaiLetters.isConsonant(last)
            ? spaceIsPending && spaceIsPlain
            : ThaiLetters.isTone(last) && !spaceIsPending
                && sources[sources.count - 3] & ShadowBuilder.spaceFlag != 0
                && lastCode(skipping: 1).map(ThaiLetters.isConsonant) == true
        letter(isTorn && !isBeforeSpace ? ThaiLetters.saraAm : ThaiLetters.saraAa, at: offset)
    }

    /// A mark, put into its place among the marks of its consonant; a mark that stands there already is dropped.
    private mutating func mark(_ code: UInt8, at offset: Int) {
        var letters = 0
        let rank = ThaiLetters.rank(code)
        while let previous = lastCode(skipping: letters), ThaiLetters.rank(previous) >= rank {
            if previous == code {
                return
            }
            if ThaiLetters.rank(previous) == rank { break }
            letters += 1
        }
        letter(code, at: offset)
        guard letters > 0 else { return }
        let to = bytes.count - 3 * (letters + 1)
        let moved = (bytes.suffix(3), sources.suffix(3))
        bytes.replaceSubrange(to..<bytes.count, with: Array(moved.0) + bytes[to..<(bytes.count - 3)])
        sources.replaceSubrange(to..<sources.count, with: Array(moved.1) + sources[to..<(sources.count - 3)])
    }

    private mutating func removeLast() {
        bytes.removeLast(3)
        sources.removeLast(3)
    }
}

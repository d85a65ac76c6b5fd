/// Builds the shadow of a text: the bytes that are compared instead of the text itself. It works in room that is made
/// beforehand, because every text of every page comes here.
struct ShadowBuilder {
    /// Set in a source offset when white space stood before the scalar.
    static let spaceFlag: UInt32 = 0x8000_0000

    private let bytes: UnsafeMutableBufferPointer<UInt8>
    /// For each byte of the shadow the offset of its scalar in the original, with `spaceFlag`.
    private let sources: UnsafeMutableBufferPointer<UInt32>
    private var count = 0
    private var spaceIsPending = false
    /// The pending space is a plain one inside a line, as broken PDF text layers have before sara aa.
    private var spaceIsPlain = false

    /// Gives the shadow and its sources to `use`; they are gone afterwards.
    static func build<Result>(
        _ text: Span<UInt8>, _ use: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt32>) -> Result
    ) -> Result {
        // The shadow is hardly ever longer than the original, and never twice as long.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * text.count + 4) { bytes in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * text.count + 4) { sources in
                var builder = ShadowBuilder(bytes: bytes, sources: sources)
                builder.read(text)
                return use(
                    UnsafeBufferPointer(rebasing: bytes[..<builder.count]),
                    UnsafeBufferPointer(rebasing: sources[..<builder.count]))
            }
        }
    }

    private init(bytes: UnsafeMutableBufferPointer<UInt8>, sources: UnsafeMutableBufferPointer<UInt32>) {
        self.bytes = bytes
        self.sources = sources
    }

    private mutating func read(_ text: Span<UInt8>) {
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
        bytes[count] = byte
        sources[count] = UInt32(truncatingIfNeeded: offset) & ~ShadowBuilder.spaceFlag | takeSpace()
        count += 1
    }

    private mutating func takeSpace() -> UInt32 {
        guard spaceIsPending else { return 0 }
        spaceIsPending = false
        spaceIsPlain = false
        return ShadowBuilder.spaceFlag
    }

    /// The code of the last Thai letter of the shadow, or nil when the shadow ends otherwise.
    @inline(__always)
    private func lastCode(skipping letters: Int = 0) -> UInt8? {
        let place = count - 3 * (letters + 1)
        guard place >= 0, bytes[place] == 0xE0, bytes[place + 1] & 0xFE == 0xB8 else { return nil }
        return (bytes[place + 1] & 1) << 6 | (bytes[place + 2] & 0x3F)
    }

    /// One Thai letter. `following` is the byte after it in the original.
    @inline(__always)
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

    @inline(__always)
    private mutating func letter(_ code: UInt8, at offset: Int) {
        let source = UInt32(truncatingIfNeeded: offset) & ~ShadowBuilder.spaceFlag
        bytes[count] = 0xE0
        bytes[count + 1] = 0xB8 | code >> 6
        bytes[count + 2] = 0x80 | code & 0x3F
        sources[count] = source | takeSpace()
        sources[count + 1] = source
        sources[count + 2] = source
        count += 3
    }

    private mutating func setLast(_ code: UInt8) {
        bytes[count - 2] = 0xB8 | code >> 6
        bytes[count - 1] = 0x80 | code & 0x3F
    }

    /// Sara aa, which is half of a sara am after nikhahit, or after the blank that broken text layers put in its place.
    private mutating func aa(at offset: Int, before following: UInt8) {
        guard let last = lastCode() else { return letter(ThaiLetters.saraAa, at: offset) }
        if last == ThaiLetters.nikhahit {
            removeLast()
            return letter(ThaiLetters.saraAm, at: offset)
        }
        if ThaiLetters.isTone(last), lastCode(skipping: 1) == ThaiLetters.nikhahit {
            let tone = sources[count - 1]
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
                && sources[count - 3] & ShadowBuilder.spaceFlag != 0
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
        let to = count - 3 * (letters + 1)
        for byte in 0..<3 {
            // The last letter goes to the front, byte by byte; what stood there moves up.
            let moved = (bytes[count - 3 + byte], sources[count - 3 + byte])
            var place = count - 3 + byte
            while place > to + byte {
                bytes[place] = bytes[place - 1]
                sources[place] = sources[place - 1]
                place -= 1
            }
            bytes[to + byte] = moved.0
            sources[to + byte] = moved.1
        }
    }

    private mutating func removeLast() { count -= 3 }
}

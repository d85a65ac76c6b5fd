/// Mends what programs make of Thai when they take text out of a page that only knows where its glyphs stand.
///
/// The mended text is what is quoted, so only what a reader sees otherwise is changed; what matters to comparing alone
/// (the order of marks, doubled marks) is left to `NormalisedText`.
public enum ExtractedThai {
    /// Mends valid UTF-8: private-use glyphs of old fonts become letters, nikhahit and sara aa (also with a tone mark
    /// between) become sara am, two sara e become sara ae, and white space before a mark goes away. Never longer.
    public static func mended(_ text: Span<UInt8>) -> [UInt8] {
        var mending = ThaiMending()
        mending.result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let first = text[index]
            if first < 0x80 {
                mending.result.append(first)
                index += 1
                continue
            }
            let (scalar, length) = UTF8Reading.scalar(in: text, at: index)
            if let code = thaiCode(of: scalar) {
                mending.add(code)
            } else {
                for step in 0..<length { mending.result.append(text[index + step]) }
            }
            index += length
        }
        return mending.result
    }

    /// Mends a short text.
    public static func mended(_ text: String) -> String {
        var contiguous = text
        contiguous.makeContiguousUTF8()
        return String(decoding: mended(contiguous.utf8.span), as: UTF8.self)
    }

    @inline(__always)
    private static func thaiCode(of scalar: UInt32) -> UInt8? {
        if scalar &- 0xE00 < 0x80 { return UInt8(scalar - 0xE00) }
        guard scalar >= 0xF700, scalar <= 0xF89D, let code = ThaiLetters.letter(ofPrivateUse: scalar), code != 0 else {
            return nil
        }
        return code
    }

    /// Columns that a text takes on the page, with letters of one width: marks above and below take none.
    public static func columns(of text: Span<UInt8>) -> Int {
        var columns = 0
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Reading.scalar(in: text, at: index)
            if !isMark(scalar) { columns += 1 }
            index += length
        }
        return columns
    }

    private static func isMark(_ scalar: UInt32) -> Bool {
        scalar &- 0xE00 < 0x80 && ThaiLetters.isMark(UInt8(scalar - 0xE00))
    }

    /// True for Thai letters and marks, false for Thai digits and signs.
    public static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E01...0x0E3A, 0x0E40...0x0E45, 0x0E47...0x0E4E: true
        default: false
        }
    }
}

/// The mended text so far, and how one more Thai letter joins it.
private struct ThaiMending {
    var result: [UInt8] = []

    mutating func add(_ code: UInt8) {
        switch code {
        case ThaiLetters.saraE where last() == ThaiLetters.saraE:
            result[result.count - 2] = 0xB8 | ThaiLetters.saraAe >> 6
            result[result.count - 1] = 0x80 | ThaiLetters.saraAe & 0x3F
        case ThaiLetters.saraAa: addAa()
        default:
            if ThaiLetters.rank(code) > 0 { closeGap() }
            append(code)
        }
    }

    private mutating func append(_ code: UInt8) {
        result.append(0xE0)
        result.append(0xB8 | code >> 6)
        result.append(0x80 | code & 0x3F)
    }

    private func last(endingAt end: Int? = nil) -> UInt8? {
        ThaiLetters.code(in: result, at: (end ?? result.count) - 3)
    }

    /// Where the text ends when white space is left away.
    private func endOfWords() -> Int {
        var end = result.count
        while end > 0, result[end - 1] == 0x20 || result[end - 1] &- 9 < 5 { end -= 1 }
        return end
    }

    /// Takes back white space behind a letter that can carry a mark.
    private mutating func closeGap() {
        let end = endOfWords()
        guard end < result.count, let before = last(endingAt: end) else { return }
        if ThaiLetters.isConsonant(before) || ThaiLetters.isMark(before) { result.removeLast(result.count - end) }
    }

    /// Sara aa, or the second half of a sara am.
    private mutating func addAa() {
        let end = endOfWords()
        if last(endingAt: end) == ThaiLetters.nikhahit {
            result.removeLast(result.count - end + 3)
            append(ThaiLetters.saraAm)
        } else if let tone = last(endingAt: end), ThaiLetters.isTone(tone),
            last(endingAt: end - 3) == ThaiLetters.nikhahit
        {
            result.removeLast(result.count - end + 6)
            append(tone)
            append(ThaiLetters.saraAm)
        } else {
            append(ThaiLetters.saraAa)
        }
    }
}

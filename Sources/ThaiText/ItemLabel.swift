/// The number of a checklist item as people write it: after the letter o or โอ, after oit or ข้อ, with or without a sign or
/// blank between, in digits of either kind (`ข้อ 12`, `โอ 12`, `012`, `๐๑๒`, `12`).
///
/// A zero before two digits stands for the letter (`๐๓๙` is 39), and so do the look-alikes of other scripts.
public struct ItemLabel: Sendable, Hashable {
    /// 1...199.
    public let number: Int
    /// True when letters, ข้อ or a zero say that it is an item; false for a bare number.
    public let isMarked: Bool
    /// UTF-8 length of the label at the beginning of the text, leading white space included.
    public let length: Int

    /// Reads the label at the beginning of a text; what follows the label (a title) does not matter. Nil when there is
    /// none, as in `12.5`, `12/2566` or `2566`.
    public init?(parsing text: String) {
        self.init(in: NormalisedText(text))
    }

    /// The same for a text that is normalised already.
    public init?(in shadow: NormalisedText) {
        guard let match = ItemLabel.read(shadow, at: 0) else { return nil }
        number = match.number
        isMarked = match.isMarked
        length = shadow.originalRange(0..<match.end).upperBound
    }

    /// The numbers of all labels in a text in order, spans from one label to another listed in full. Bare numbers do not count,
    /// numbers marked by a zero alone only at the beginning.
    public static func itemNumbers(in text: String) -> [Int] {
        let shadow = NormalisedText(text)
        var numbers: [Int] = []
        var index = 0
        while index < shadow.bytes.count {
            guard isStart(shadow, index), let match = read(shadow, at: index), match.hasLetter || index == 0,
                match.isMarked
            else {
                index += 1
                continue
            }
            let last = spanEnd(shadow, match) ?? match
            numbers.append(contentsOf: match.number...last.number)
            index = last.end
        }
        return numbers
    }

    private struct Match {
        var number: Int
        var isMarked: Bool
        /// Marked by letters, not by a zero alone.
        var hasLetter: Bool
        var end: Int
    }

    private static let longestSpan = 60

    /// A label may begin where no letter or digit touches it.
    private static func isStart(_ text: NormalisedText, _ index: Int) -> Bool {
        guard text.bytes[index] & 0xC0 != 0x80 else { return false }
        guard index > 0, !text.spaceBefore(index) else { return true }
        let before = text.bytes[index - 1]
        return !(before >= 0x80 || Latin.isLetter(before) || Latin.isDigit(before))
    }

    private static func read(_ text: NormalisedText, at start: Int) -> Match? {
        var index = start
        while index < text.bytes.count, [0x28, 0x5B, 0x2D, 0x2A, 0x22].contains(text.bytes[index]), index < start + 3 {
            index += 1
        }
        var hasLetter = false
        // At most three words: oit, ข้อ and the letter.
        for _ in 0..<3 {
            guard let prefix = prefixes.first(where: { has($0, text.bytes, at: index) }) else { break }
            hasLetter = true
            index += prefix.count
            while index < text.bytes.count, signs.contains(text.bytes[index]) { index += 1 }
        }
        let first = index
        while index < text.bytes.count, Latin.isDigit(text.bytes[index]), index - first < 5,
            index == first || !text.spaceBefore(index)
        {
            index += 1
        }
        return match(text, digits: first..<index, hasLetter: hasLetter)
    }

    private static func match(_ text: NormalisedText, digits: Range<Int>, hasLetter: Bool) -> Match? {
        var digits = digits
        var isMarked = hasLetter
        guard !digits.isEmpty, digits.count <= 4 else { return nil }
        if !hasLetter, text.bytes[digits.lowerBound] == 0x30 {
            if digits.count == 3 {
                isMarked = true
            } else if digits.count == 1, digits.upperBound < text.bytes.count, text.bytes[digits.upperBound] == 0x2D {
                let rest = (digits.upperBound + 1)..<min(digits.upperBound + 3, text.bytes.count)
                let number = rest.prefix { Latin.isDigit(text.bytes[$0]) }
                guard !number.isEmpty else { return nil }
                isMarked = true
                digits = number
            }
        }
        let number = digits.reduce(0) { $0 * 10 + Int(text.bytes[$1] - 48) }
        guard (1...199).contains(number), !goesOn(text, after: digits.upperBound),
            hasLetter || !isMarked || !isNumber(text, digits.upperBound)
        else { return nil }
        return Match(number: number, isMarked: isMarked, hasLetter: hasLetter, end: digits.upperBound)
    }

    /// True when the number is the beginning of a decimal, date, or file number, or letters are glued to it.
    private static func goesOn(_ text: NormalisedText, after end: Int) -> Bool {
        guard end < text.bytes.count, !text.spaceBefore(end) else { return false }
        let next = text.bytes[end]
        if Latin.isDigit(next) || Latin.isLetter(next) || next == 0x25 { return true }
        let isSign = next == 0x2E || next == 0x2F || next == 0x2C || next == 0x2D
        guard isSign, end + 1 < text.bytes.count, Latin.isDigit(text.bytes[end + 1]) else { return false }
        return next == 0x2E || next == 0x2F ? !text.spaceBefore(end + 1) : isNumber(text, end + 1)
    }

    /// 081 234 5678, 02-566, 1,200: three digits and more follow.
    private static func isNumber(_ text: NormalisedText, _ index: Int) -> Bool {
        text.bytes[index...].prefix { Latin.isDigit($0) }.count > 2
    }

    /// The label at the other end of a span, after a dash or ถึง.
    private static func spanEnd(_ text: NormalisedText, _ first: Match) -> Match? {
        guard let joint = joints.first(where: { has($0, text.bytes, at: first.end) }),
            let last = read(text, at: first.end + joint.count), last.number > first.number,
            last.number - first.number < longestSpan
        else { return nil }
        return last
    }

    private static func has(_ word: [UInt8], _ bytes: [UInt8], at index: Int) -> Bool {
        guard index + word.count <= bytes.count else { return false }
        for step in 0..<word.count where bytes[index + step] != word[step] { return false }
        return true
    }

    private static let joints = ["-", "ถึง", "to"].map(NormalisedText.key)
    /// . - : _ # and the like between the letter and the number.
    private static let signs: Set<UInt8> = [0x2E, 0x2D, 0x3A, 0x5F, 0x23, 0x28, 0x22]
    /// Longer ones first.
    private static let prefixes: [[UInt8]] = [
        "ตัวชี้วัดข้อ", "ข้อที่", "รายการที่", "ข้อมูลข้อ", "ข้อ", "โอไอที", "โอ", "oit", "item", "o", "О", "о", "Ο", "ο", "О", "໐",
        "ｏ",
    ].map(NormalisedText.key)
}

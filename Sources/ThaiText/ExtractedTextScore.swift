/// How much the text layer of one page looks like text: written Thai obeys strict rules, and what only stands in place
/// of it breaks them. Counts of characters; white space is not counted.
public struct ExtractedTextScore: Sendable, Hashable {
    /// What a text layer is worth.
    public enum Standing: Sendable, Hashable {
        /// What is seen on the page, as far as can be told.
        case good
        /// Western letters that stand for Thai ones: `ExtractedThai.relettered` gives the text.
        case relettered
        /// Something else than is seen on the page.
        case garbled
    }

    public private(set) var characters = 0
    /// Thai letters and marks.
    public private(set) var thai = 0
    /// Marks above and below.
    public private(set) var marks = 0
    /// Thai marks and vowels that cannot stand alone.
    public private(set) var dependents = 0
    /// The Thai letters that most of every Thai text is made of.
    public private(set) var common = 0
    /// Dependents that stand where they cannot.
    public private(set) var misplaced = 0
    /// Controls, replacement characters, private-use and unassigned places.
    public private(set) var unsound = 0
    /// Western letters in whose places old Thai fonts have Thai ones.
    public private(set) var western = 0
    /// A to z.
    public private(set) var latin = 0
    public private(set) var latinVowels = 0
    /// Capital letters behind small ones.
    public private(set) var innerCapitals = 0
    /// ASCII that is no letter, digit or usual sign of punctuation.
    public private(set) var oddSigns = 0

    /// Counts mended UTF-8.
    public init(_ text: Span<UInt8>) {
        var previous: UInt32 = 0x20
        var index = 0
        while index < text.count {
            let (scalar, length) = UTF8Reading.scalar(in: text, at: index)
            index += length
            if scalar < 0x80 {
                ascii(UInt8(scalar), after: previous)
            } else if scalar &- 0xE00 < 0x80 {
                let code = UInt8(scalar - 0xE00)
                thai(code, after: previous &- 0xE00 < 0x80 ? UInt8(previous - 0xE00) : 0)
            } else {
                other(scalar)
            }
            // A leading vowel needs its consonant.
            if ExtractedTextScore.isLeading(previous), !ExtractedTextScore.isConsonant(scalar) { misplaced += 1 }
            previous = scalar
        }
    }

    private mutating func ascii(_ byte: UInt8, after previous: UInt32) {
        if byte == 0x20 || byte &- 9 < 5 { return }
        characters += 1
        switch byte {
        case 0x41...0x5A:
            latin += 1
            if previous &- 0x61 < 26 { innerCapitals += 1 }
        case 0x61...0x7A: latin += 1
        case 0x30...0x39, 0x25, 0x28, 0x29, 0x2C...0x2F, 0x3A, 0x5F: break
        case 0..<0x20, 0x7F: unsound += 1
        default: oddSigns += 1
        }
        switch byte | 0x20 {
        case 0x61, 0x65, 0x69, 0x6F, 0x75: if byte >= 0x41 { latinVowels += 1 }
        default: break
        }
    }

    private mutating func thai(_ code: UInt8, after previous: UInt8) {
        characters += 1
        if ExtractedTextScore.commonLetters & (1 << UInt128(code)) != 0 { common += 1 }
        let isMark = ThaiLetters.isMark(code)
        switch code {
        case 0x01...0x2E: thai += 1
        case 0x30, 0x32, 0x33:
            thai += 1
            dependents += 1
            let canCarry = ThaiLetters.isConsonant(previous) || ThaiLetters.isMark(previous) || previous == 0x32
            if !canCarry { misplaced += 1 }
        case 0x40...0x44:
            thai += 1
            dependents += 1
        case _ where isMark:
            thai += 1
            dependents += 1
            marks += 1
            let isSecondVowel = ThaiLetters.rank(code) == 2 && ThaiLetters.rank(previous) == 2 && code != previous
            if isSecondVowel || !(ThaiLetters.isConsonant(previous) || ThaiLetters.isMark(previous)) { misplaced += 1 }
        case 0x2F, 0x3F, 0x45, 0x46, 0x4F...0x5B: break
        default: unsound += 1
        }
    }

    private mutating func other(_ scalar: UInt32) {
        switch ScalarFolding.folded(scalar) {
        case .space: return
        default: characters += 1
        }
        if ExtractedThai.isWesternForThai(scalar) { western += 1 }
        switch scalar {
        case 0x80...0x9F, 0xFFF0...0xFFFF, 0xE000...0xF8FF, 0xF0000...: unsound += 1
        default: break
        }
    }

    /// The twenty-four most frequent letters and marks of official texts, as bits by their code.
    private static let commonLetters: UInt128 = "านรกองเมยลวดทสตปบคห่้ีัิ".unicodeScalars
        .reduce(0) { $0 | 1 << UInt128($1.value - 0xE00) }

    private static func isLeading(_ scalar: UInt32) -> Bool { scalar &- 0xE40 < 5 }
    private static func isConsonant(_ scalar: UInt32) -> Bool { scalar &- 0xE01 < 0x2E }
}

extension ExtractedTextScore {
    /// How much of something a sound text layer holds at most. Percent; measured on made and real files (decision note
    /// 0010).
    enum Limits {
        /// Unsound characters among all.
        static let unsound = 10
        /// Western letters in the places of Thai ones among all: more than any Western language has.
        static let western = 15
        /// Misplaced among the dependent letters.
        static let misplaced = 15
        /// Common letters among the Thai ones; running text has 75 to 90.
        static let commonAtLeast = 55
        /// Marks among the Thai letters; running text has 15 to 25.
        static let marksAtLeast = 4
        /// Odd signs among ASCII.
        static let oddSigns = 20
        /// Vowels among Latin letters.
        static let latinVowels = 18...65
        static let innerCapitals = 20
    }

    /// What the layer is worth; a page with a handful of characters is never called garbled for their kinds.
    public var standing: Standing {
        guard characters > 0 else { return .good }
        if western >= 8, western * 100 > characters * Limits.western { return .relettered }
        if unsound >= 4, unsound * 100 > characters * Limits.unsound { return .garbled }
        if dependents >= 12, misplaced * 100 > dependents * Limits.misplaced { return .garbled }
        if thai >= 40, common * 100 < thai * Limits.commonAtLeast { return .garbled }
        if thai >= 150, marks * 100 < thai * Limits.marksAtLeast { return .garbled }
        return isGibberish ? .garbled : .good
    }

    /// Western letters and signs that are no words of any language.
    private var isGibberish: Bool {
        let ascii = latin + oddSigns
        guard ascii >= 40, ascii * 100 > characters * 30 else { return false }
        if oddSigns * 100 > ascii * Limits.oddSigns { return true }
        guard latin >= 40, thai * 3 < latin else { return false }
        return !Limits.latinVowels.contains(latinVowels * 100 / latin)
            || innerCapitals * 100 > latin * Limits.innerCapitals
    }
}

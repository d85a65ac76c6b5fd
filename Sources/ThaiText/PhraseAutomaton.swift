/// One place where a phrase stands in a shadow.
public struct PhraseHit: Sendable, Hashable {
    /// Index of the phrase in the list that the automaton was made of.
    public let phrase: Int
    /// Bytes of the shadow.
    public let range: Range<Int>

    public init(phrase: Int, range: Range<Int>) {
        self.phrase = phrase
        self.range = range
    }
}

/// Finds every occurrence of many phrases in one pass over a shadow (Aho-Corasick over classes of letters).
///
/// A Latin phrase must not touch another Latin letter, a phrase that begins or ends in a digit must not touch another
/// digit, and no phrase ends before a mark of its last letter: `ita` is not in `capital`, `มาตรา 6` not in `มาตรา 66`.
public struct PhraseAutomaton: Sendable {
    /// A different phrase: its length and which of the given phrases are spelled so.
    struct Key: Sendable {
        let length: Int
        let phrases: [Int]
        let startsWithLatin: Bool
        let endsWithLatin: Bool
        let startsWithDigit: Bool
        let endsWithDigit: Bool
        /// Short and of Thai letters only: it may be the beginning or end of a longer word by chance.
        let mayHideInWord: Bool
    }

    /// Number of phrases given, empty ones and doubles included.
    public let phraseCount: Int
    let keys: [Key]
    /// Class of each symbol; 0 is every one that no phrase has. A symbol is a byte, or 256 and the code of a Thai letter,
    /// whose three bytes are one step: Thai text takes a third of the steps and of the states.
    let classes: [UInt8]
    /// Row of each state; an entry is the next row's offset shifted left by one, bit 0 set when something ends there.
    let table: [UInt32]
    let stride: Int
    /// The key that ends in a state, or -1.
    let ending: [Int32]
    /// The next shorter state in which a key ends, or -1.
    let shorter: [Int32]

    /// Makes the automaton; phrases are normalised first. A phrase without letters is never found.
    /// - Parameter wholeWords: a short Thai phrase is not found inside a longer word of the dictionary: `แผน` is in
    ///   `แผนงาน`, not in `แผนก`.
    public init(phrases: [String], wholeWords: Bool = false) {
        self.init(keys: phrases.map(NormalisedText.key), wholeWords: wholeWords)
    }

    /// All places of all phrases, ascending by end, at the same end longer ones first. Phrases given twice are found
    /// under each of their indices.
    public func hits(in text: NormalisedText) -> [PhraseHit] {
        var found: [PhraseHit] = []
        scan(text.bytes) { key, range in
            guard isWhole(key, range, text.bytes, { text.spaceBefore($0) }) else { return }
            if keys[key].mayHideInWord,
                !ThaiWordBreaks.standsAlone(range, in: text.bytes, spaceBefore: { text.spaceBefore($0) })
            {
                return
            }
            for phrase in keys[key].phrases { found.append(PhraseHit(phrase: phrase, range: range)) }
        }
        return found
    }

    /// The same for a bare shadow, of which it is not known where white space stood: neighbouring bytes count as touching.
    public func hits(in bytes: [UInt8]) -> [PhraseHit] {
        var found: [PhraseHit] = []
        scan(bytes) { key, range in
            guard isWhole(key, range, bytes, { $0 == 0 || $0 == bytes.count }) else { return }
            for phrase in keys[key].phrases { found.append(PhraseHit(phrase: phrase, range: range)) }
        }
        return found
    }

    /// True when the letters of some phrase stand in a bare shadow, whatever they touch.
    public func occurs(in bytes: [UInt8]) -> Bool {
        var isFound = false
        scan(bytes) { _, _ in isFound = true }
        return isFound
    }

    /// The hits that do not lie strictly inside a longer one, ascending by start, longer ones first.
    public func longestHits(in text: NormalisedText) -> [PhraseHit] {
        PhraseAutomaton.longest(hits(in: text))
    }

    /// Drops every hit that lies strictly inside a longer one; gives the rest ascending by start, longer ones first.
    public static func longest(_ hits: [PhraseHit]) -> [PhraseHit] {
        let ordered = hits.sorted { left, right in
            (left.range.lowerBound, -left.range.upperBound, left.phrase)
                < (right.range.lowerBound, -right.range.upperBound, right.phrase)
        }
        var kept: [PhraseHit] = []
        kept.reserveCapacity(ordered.count)
        var widest = 0..<0
        for hit in ordered {
            if hit.range.upperBound > widest.upperBound || widest.isEmpty {
                widest = hit.range
                kept.append(hit)
            } else if hit.range == widest {
                kept.append(hit)
            }
        }
        return kept
    }

    /// Calls `found` with the key and range of every occurrence, boundaries not yet looked at.
    @inline(__always)
    func scan(_ bytes: [UInt8], _ found: (Int, Range<Int>) -> Void) {
        guard !keys.isEmpty else { return }
        let text = bytes.span
        let rows = table.span
        let classOf = classes.span
        var state: UInt32 = 0
        var index = 0
        while index < text.count {
            let first = text[index]
            var symbol = Int(first)
            if first == 0xE0, index + 2 < text.count, text[index + 1] & 0xFE == 0xB8 {
                symbol = 256 + Int((text[index + 1] & 1) << 6 | (text[index + 2] & 0x3F))
                index += 3
            } else {
                index += 1
            }
            state = rows[Int(state >> 1) + Int(classOf[symbol])]
            guard state & 1 != 0 else { continue }
            var place = Int32(Int(state >> 1) / stride)
            while place >= 0 {
                let key = ending[Int(place)]
                if key >= 0 { found(Int(key), (index - keys[Int(key)].length)..<index) }
                place = shorter[Int(place)]
            }
        }
    }

    /// Is the occurrence a word of its own as far as its script asks for that?
    @inline(__always)
    func isWhole(_ key: Int, _ range: Range<Int>, _ bytes: [UInt8], _ spaceBefore: (Int) -> Bool) -> Bool {
        let phrase = keys[key]
        let start = range.lowerBound
        let end = range.upperBound
        if phrase.startsWithLatin || phrase.startsWithDigit, start > 0, !spaceBefore(start) {
            let before = bytes[start - 1]
            if phrase.startsWithLatin, Latin.isLetter(before) { return false }
            if phrase.startsWithDigit, Latin.isDigit(before) { return false }
            if phrase.startsWithDigit, before == 0x2E || before == 0x2C, start > 1, Latin.isDigit(bytes[start - 2]),
                !spaceBefore(start - 1)
            {
                return false
            }
        }
        guard end < bytes.count else { return true }
        if phrase.endsWithLatin || phrase.endsWithDigit, !spaceBefore(end) {
            if phrase.endsWithLatin, Latin.isLetter(bytes[end]) { return false }
            if phrase.endsWithDigit, Latin.isDigit(bytes[end]) { return false }
        }
        if bytes[end] == 0xE0, let code = ThaiLetters.code(in: bytes, at: end), ThaiLetters.rank(code) > 0 {
            return false
        }
        return true
    }
}

/// ASCII classes.
enum Latin {
    /// a to z of a shadow.
    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

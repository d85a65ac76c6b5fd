internal import CThai
import Synchronization

/// Word breaks of libthai's dictionary, asked only where a short phrase may sit inside a longer word: `แผน` in `แผนก`,
/// `สภา` in `สภาพ`, `ราย` in `ทราย`.
enum ThaiWordBreaks {
    /// The dictionary, loaded at first use; nil where it cannot be loaded, then every phrase stands alone.
    ///
    /// libthai: a breaker may be asked from many threads at once as long as it lives (`th_brk_new`); this one lives as
    /// long as the program.
    private struct WordList: @unchecked Sendable {
        let breaker: OpaquePointer?
    }

    private static let dictionary = WordList(breaker: th_brk_new(nil))
    private static let answers = WordBreakAnswers()
    /// Letters looked at on each side of a phrase. Longer words than this are compounds.
    private static let reach = 12

    /// Does the phrase at `range` stand by itself, or as a part of a compound whose other part is a word too? What is
    /// left over of the longer word must be more than one letter: one letter alone is no Thai word.
    /// - Parameters:
    ///   - bytes: a shadow, valid UTF-8.
    ///   - range: bytes of a phrase of Thai letters.
    ///   - spaceBefore: whether white space stood before the byte at an index.
    static func standsAlone(_ range: Range<Int>, in bytes: [UInt8], spaceBefore: (Int) -> Bool) -> Bool {
        var start = range.lowerBound
        var before = 0
        while start >= 3, before < reach, !spaceBefore(start), ThaiLetters.code(in: bytes, at: start - 3) != nil {
            before += 1
            start -= 3
        }
        var end = range.upperBound
        var after = 0
        while end + 3 <= bytes.count, after < reach, !spaceBefore(end), ThaiLetters.code(in: bytes, at: end) != nil {
            after += 1
            end += 3
        }
        guard before > 0 || after > 0 else { return true }
        let count = before + range.count / 3 + after
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { room in
            for place in 0..<count {
                guard let code = ThaiLetters.code(in: bytes, at: start + 3 * place) else { return true }
                room[place] = tis(code)
            }
            room[count] = 0
            let letters = UnsafeBufferPointer(room)
            let phrase = before..<(count - after)
            return isAlone(before: before, after: after, letters) || stands(letters, count: count, phrase: phrase)
        }
    }

    /// True where no word can begin one letter before the phrase or end one letter behind it, whatever the dictionary
    /// says: words begin with a consonant or a leading vowel.
    static func isAlone(before: Int, after: Int, _ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = letters.count - 1 - after
        return (before == 0 || before > 1 && isJoined(letters, before - 1))
            && (after == 0 || after > 1 && isJoined(letters, end + 1))
    }

    /// True for a vowel or mark that follows an ordinary letter.
    private static func isJoined(_ letters: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        let (one, other) = (letters[place - 1], letters[place])
        return isOrdinary(one) && isOrdinary(other) && !beginsWords(other)
    }

    /// Letters and marks of words; no digits, signs of abbreviation or repetition.
    private static func isOrdinary(_ letter: UInt8) -> Bool {
        switch letter {
        case 0xA1...0xCE, 0xD0...0xDA, 0xE0...0xE5, 0xE7...0xEE: true
        default: false
        }
    }

    /// Consonants, ฤ and ฦ among them, and leading vowels.
    private static func beginsWords(_ letter: UInt8) -> Bool { letter <= 0xCE || letter >= 0xE0 && letter <= 0xE4 }

    private static func stands(_ letters: UnsafeBufferPointer<UInt8>, count: Int, phrase: Range<Int>) -> Bool {
        let surroundings = WordBreakAnswers.Surroundings(letters, count: count, phrase: phrase)
        if let surroundings, let known = answers[surroundings] { return known }
        let stands = looksUp(letters, count: count, phrase: phrase)
        if let surroundings { answers.note(surroundings, stands) }
        return stands
    }

    /// - Parameter letters: TIS-620, ending in a zero behind `count` letters.
    static func looksUp(_ letters: UnsafeBufferPointer<UInt8>, count: Int, phrase: Range<Int>) -> Bool {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { breaks in
            let found = dictionary.breaker.map { breaker in
                th_brk_find_breaks(breaker, letters.baseAddress, breaks.baseAddress, count + 1)
            }
            guard let found, found >= 0 else { return true }
            var wordStart = 0
            var wordEnd = count
            for place in breaks.prefix(Int(found)).map(Int.init) {
                if place <= phrase.lowerBound { wordStart = place }
                if place >= phrase.upperBound {
                    wordEnd = place
                    break
                }
            }
            return phrase.lowerBound - wordStart != 1 && wordEnd - phrase.upperBound != 1
        }
    }

    /// A Thai letter in TIS-620, which libthai reads.
    @inline(__always)
    private static func tis(_ code: UInt8) -> UInt8 { 0xA0 + code }
}

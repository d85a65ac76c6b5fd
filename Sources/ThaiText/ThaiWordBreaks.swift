internal import CThai
import Synchronization

/// Word breaks of libthai's dictionary, asked only where a short phrase may sit inside a longer word: `แผน` in `แผนก`,
/// `สภา` in `สภาพ`, `ราย` in `ทราย`.
enum ThaiWordBreaks {
    /// The dictionary, loaded at first use; nil where it cannot be loaded, then every phrase stands alone.
    ///
    /// libthai promises nothing about threads, so the lock hands it out.
    private struct WordList: @unchecked Sendable {
        let breaker: OpaquePointer?
        /// What was told of letters before: a website says the same words again and again.
        var told: [Surroundings: Bool] = [:]
    }

    /// A phrase with the letters around it, 32 bytes in four numbers.
    private struct Surroundings: Hashable {
        private var words: SIMD4<UInt64>

        /// Nil for more letters than there is room for.
        init?(_ letters: [UInt8], phrase: Range<Int>) {
            guard letters.count <= 30 else { return nil }
            var bytes = SIMD32<UInt8>(repeating: 0)
            for (index, letter) in letters.enumerated() { bytes[index] = letter }
            bytes[30] = UInt8(phrase.lowerBound)
            bytes[31] = UInt8(phrase.upperBound)
            words = unsafeBitCast(bytes, to: SIMD4<UInt64>.self)
        }

        func hash(into hasher: inout Hasher) {
            for index in 0..<4 { hasher.combine(words[index]) }
        }
    }

    private static let dictionary = Mutex(WordList(breaker: th_brk_new(nil)))
    /// So many answers are remembered, about 2 MB.
    private static let mostTold = 32_768
    /// Letters looked at on each side of a phrase. Longer words than this are compounds.
    private static let reach = 12

    /// Does the phrase at `range` stand by itself, or as a part of a compound whose other part is a word too? What is
    /// left over of the longer word must be more than one letter: one letter alone is no Thai word.
    /// - Parameters:
    ///   - bytes: a shadow, valid UTF-8.
    ///   - range: bytes of a phrase of Thai letters.
    ///   - spaceBefore: whether white space stood before the byte at an index.
    static func standsAlone(_ range: Range<Int>, in bytes: [UInt8], spaceBefore: (Int) -> Bool) -> Bool {
        var letters: [UInt8] = []
        var start = range.lowerBound
        while start >= 3, letters.count < reach, !spaceBefore(start),
            let code = ThaiLetters.code(in: bytes, at: start - 3)
        {
            letters.append(tis(code))
            start -= 3
        }
        let before = letters.count
        letters.reverse()
        for index in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
            guard let code = ThaiLetters.code(in: bytes, at: index) else { return true }
            letters.append(tis(code))
        }
        let phraseEnd = letters.count
        var end = range.upperBound
        while end + 3 <= bytes.count, letters.count < phraseEnd + reach, !spaceBefore(end),
            let code = ThaiLetters.code(in: bytes, at: end)
        {
            letters.append(tis(code))
            end += 3
        }
        guard before > 0 || letters.count > phraseEnd else { return true }
        return stands(letters, phrase: before..<phraseEnd)
    }

    private static func stands(_ letters: [UInt8], phrase: Range<Int>) -> Bool {
        let surroundings = Surroundings(letters, phrase: phrase)
        return dictionary.withLock { dictionary in
            if let surroundings, let told = dictionary.told[surroundings] { return told }
            let breaks = breaks(of: letters + [0], dictionary.breaker)
            let wordStart = breaks.last { $0 <= phrase.lowerBound } ?? 0
            let wordEnd = breaks.first { $0 >= phrase.upperBound } ?? letters.count
            let stands = phrase.lowerBound - wordStart != 1 && wordEnd - phrase.upperBound != 1
            if let surroundings {
                if dictionary.told.count >= mostTold { dictionary.told.removeAll(keepingCapacity: true) }
                dictionary.told[surroundings] = stands
            }
            return stands
        }
    }

    /// Offsets at which a word begins, the end of the text among them, ascending.
    /// - Parameter letters: TIS-620, ending in a zero.
    private static func breaks(of letters: [UInt8], _ breaker: OpaquePointer?) -> [Int] {
        var positions = [Int32](repeating: 0, count: letters.count)
        let found = breaker.map { th_brk_find_breaks($0, letters, &positions, positions.count) } ?? -1
        guard found >= 0 else { return Array(0..<letters.count) }
        return [0] + positions.prefix(Int(found)).map(Int.init) + [letters.count - 1]
    }

    /// A Thai letter in TIS-620, which libthai reads.
    private static func tis(_ code: UInt8) -> UInt8 { 0xA0 + code }
}

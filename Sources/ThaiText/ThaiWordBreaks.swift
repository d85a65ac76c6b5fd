internal import CThai
import Synchronization

/// Word breaks of libthai's dictionary, asked only where a short phrase may sit inside a longer word: `แผน` in `แผนก`,
/// `สภา` in `สภาพ`, `ราย` in `ทราย`.
enum ThaiWordBreaks {
    /// The dictionary, loaded at first use; nil where it cannot be loaded, then every phrase stands alone.
    ///
    /// libthai promises nothing about threads, so the lock hands it out.
    private struct Dictionary: @unchecked Sendable {
        let breaker: OpaquePointer?
    }

    private static let dictionary = Mutex(Dictionary(breaker: th_brk_new(nil)))
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
        letters.append(0)
        let breaks = breaks(of: letters)
        let wordStart = breaks.last { $0 <= before } ?? 0
        let wordEnd = breaks.first { $0 >= phraseEnd } ?? letters.count - 1
        return before - wordStart != 1 && wordEnd - phraseEnd != 1
    }

    /// Offsets at which a word begins, the end of the text among them, ascending.
    /// - Parameter letters: TIS-620, ending in a zero.
    private static func breaks(of letters: [UInt8]) -> [Int] {
        var positions = [Int32](repeating: 0, count: letters.count)
        let found = dictionary.withLock { dictionary -> Int32 in
            guard let breaker = dictionary.breaker else { return -1 }
            return th_brk_find_breaks(breaker, letters, &positions, positions.count)
        }
        guard found >= 0 else { return Array(0..<letters.count) }
        return [0] + positions.prefix(Int(found)).map(Int.init) + [letters.count - 1]
    }

    /// A Thai letter in TIS-620, which libthai reads.
    private static func tis(_ code: UInt8) -> UInt8 { 0xA0 + code }
}

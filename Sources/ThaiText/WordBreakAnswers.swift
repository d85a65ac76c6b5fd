import Synchronization

/// What the dictionary told of phrases and the letters around them: a website says the same words again and again. An
/// answer has one place, where the next one with that place takes over; threads wait for one another only there.
final class WordBreakAnswers: Sendable {
    /// A phrase with the letters around it, 32 bytes in four numbers.
    struct Surroundings: Equatable {
        fileprivate var words: SIMD4<UInt64>

        /// Nil for more letters than there is room for.
        init?(_ letters: UnsafeBufferPointer<UInt8>, count: Int, phrase: Range<Int>) {
            guard count <= 30 else { return nil }
            var bytes = SIMD32<UInt8>(repeating: 0)
            for index in 0..<count { bytes[index] = letters[index] }
            bytes[30] = UInt8(phrase.lowerBound)
            bytes[31] = UInt8(phrase.upperBound)
            words = unsafeBitCast(bytes, to: SIMD4<UInt64>.self)
        }

        fileprivate var hash: Int {
            var hash = words[0]
            for index in 1..<4 { hash = (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15 ^ words[index] }
            hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
            return Int(hash >> 40)
        }
    }

    /// The places of one of the parts; the answer is the highest bit, which no count of letters reaches.
    private final class Part: Sendable {
        let places = Mutex<[SIMD4<UInt64>]>([])
    }

    private static let partCount = 16
    /// 256 KB of phrases with their surroundings for each part.
    private static let placesOfPart = 8_192
    private static let answer: UInt64 = 1 << 63
    private let parts = (0..<partCount).map { _ in Part() }

    subscript(_ surroundings: Surroundings) -> Bool? {
        let (part, place) = WordBreakAnswers.place(of: surroundings)
        let found = parts[part].places.withLock { $0.isEmpty ? nil : $0[place] }
        guard var found else { return nil }
        let isTrue = found[3] & WordBreakAnswers.answer != 0
        found[3] &= ~WordBreakAnswers.answer
        return found == surroundings.words ? isTrue : nil
    }

    func note(_ surroundings: Surroundings, _ stands: Bool) {
        let (part, place) = WordBreakAnswers.place(of: surroundings)
        var words = surroundings.words
        if stands { words[3] |= WordBreakAnswers.answer }
        parts[part].places.withLock { places in
            if places.isEmpty {
                places = Array(repeating: SIMD4(repeating: 0), count: WordBreakAnswers.placesOfPart)
            }
            places[place] = words
        }
    }

    private static func place(of surroundings: Surroundings) -> (part: Int, place: Int) {
        let hash = surroundings.hash
        return (hash & (partCount - 1), hash >> 4 & (placesOfPart - 1))
    }
}

import GradingCore
import ThaiText

/// Levels as reports write them.
enum ReportLevels {
    struct Statement {
        /// Official name.
        var level: String
        var year: Int?
        var place: ReportPlace
        /// UTF-8 offset behind the word that announces it.
        var offset: Int
    }

    /// `AA`, `A` ... `F`.
    static func isLetterLevel(_ word: String) -> Bool {
        word == "AA" || (word.utf8.count == 1 && ("A"..."F").contains(word))
    }

    /// The level that a cell names and nothing else; nil for any other text.
    static func level(inCell text: LexedText) -> String? {
        let whole = text.text(0..<text.bytes.count).trimmingBlanks
        if isLetterLevel(whole) { return whole }
        for word in text.words {
            for case .level(let name) in word.meanings
            where text.letters(in: 0..<text.bytes.count, without: { $0 == .level(name) || $0 == .levelWord }) == 0 {
                return name
            }
        }
        return nil
    }

    /// What the sentences of a text say of the level; the bands of all levels, printed as an explanation, say nothing.
    static func statements(in text: LexedText, page: (Int) -> Int?) -> [Statement] {
        var found: [Statement] = []
        for word in text.words.filter({ $0.meanings.contains(.levelWord) }).prefix(400) {
            guard let (name, end) = level(behind: word.range.upperBound, in: text) else { continue }
            let line = text.range(ofLine: text.line(at: word.range.lowerBound))
            guard !isExplanation(line, in: text) else { continue }
            found.append(
                Statement(
                    level: name, year: text.year(before: word.range.lowerBound),
                    place: ReportPlace(
                        page: page(word.range.lowerBound),
                        quote: text.text(max(line.lowerBound, word.range.lowerBound - 120)..<end).wholeScalars),
                    offset: word.range.lowerBound))
        }
        return found
    }

    private static func level(behind offset: Int, in text: LexedText) -> (String, Int)? {
        var index = offset
        // Quotes, colons, blanks.
        while index < text.bytes.count, index < offset + 12, !isLetter(text.bytes[index]) {
            let isQuote = text.bytes[index] == 0xE2
            index += isQuote ? 3 : 1
        }
        if let word = text.words(in: offset..<(index + 1)).first(where: { $0.range.lowerBound >= offset }) {
            for case .level(let name) in word.meanings { return (name, word.range.upperBound) }
        }
        var end = index
        while end < text.bytes.count, isLatin(text.bytes[end]) { end += 1 }
        guard end > index, end - index <= 2 else { return nil }
        let letters = text.text(index..<end)
        return isLetterLevel(letters) ? (letters, end) : nil
    }

    private static func isLatin(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
    private static func isLetter(_ byte: UInt8) -> Bool { isLatin(byte) || byte == 0xE0 }

    /// A line with a range of scores, or with several levels.
    private static func isExplanation(_ line: Range<Int>, in text: LexedText) -> Bool {
        let numbers = text.numbers(in: line).filter { $0.isScore }
        for (left, right) in zip(numbers, numbers.dropFirst()) {
            let between = text.text(left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound))
            let bare = between.filter { !$0.isWhitespace }
            if ["-", "–", "—", "ถึง"].contains(bare) { return true }
        }
        return false
    }
}

extension String {
    /// Without the half of a letter that a cut may leave at the beginning.
    var wholeScalars: String { String(drop { $0 == "\u{FFFD}" }) }
}

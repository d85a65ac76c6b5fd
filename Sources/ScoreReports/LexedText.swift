import GradingCore
import ThaiText

/// A text with the words and numbers of the vocabulary that stand in it.
struct LexedText {
    struct Word {
        var meanings: Set<WordMeaning>
        /// UTF-8 offsets.
        var range: Range<Int>
    }

    let bytes: [UInt8]
    /// Ascending by start; none lies strictly inside another.
    let words: [Word]
    /// Ascending.
    let numbers: [ReportNumber]
    /// Buddhist-era years, ascending; `ปี 66` is one too.
    let years: [(year: Int, range: Range<Int>)]
    let commas: [Range<Int>]
    /// Where the assessment is named, ascending.
    let assessments: [Int]
    /// Offsets at which lines begin; the first is 0.
    let lineStarts: [Int]

    init(_ text: String, _ vocabulary: ReportVocabulary) {
        bytes = Array(text.utf8)
        let scan = NumberScan(bytes)
        let hits = LexedText.hits(text, bytes, scan, vocabulary)
        // The name of the assessment also stands inside other words: "ITA score".
        assessments = hits.filter { vocabulary.meanings[$0.phrase] == .assessment }.map(\.range.lowerBound).sorted()
        var words: [Word] = []
        for hit in PhraseAutomaton.longest(hits) {
            if words.last?.range == hit.range {
                words[words.count - 1].meanings.insert(vocabulary.meanings[hit.phrase])
            } else {
                words.append(Word(meanings: [vocabulary.meanings[hit.phrase]], range: hit.range))
            }
        }
        self.words = words
        commas = scan.commas
        (numbers, years) = LexedText.withShortYears(scan, bytes, vocabulary.yearWords)
        lineStarts = [0] + LexedText.ends(of: bytes)
    }

    /// Phrases by their UTF-8 offsets in the text. A figure may stand inside a name that is broken over two lines:
    /// names are also looked for without the digits.
    private static func hits(
        _ text: String, _ bytes: [UInt8], _ scan: NumberScan, _ vocabulary: ReportVocabulary
    ) -> [PhraseHit] {
        func found(_ shadow: NormalisedText) -> [PhraseHit] {
            vocabulary.automaton.hits(in: shadow).map { hit in
                PhraseHit(phrase: hit.phrase, range: shadow.originalRange(hit.range))
            }
        }
        var blanked = bytes
        for range in scan.numbers.map(\.range) { for index in range { blanked[index] = 32 } }
        let names = found(NormalisedText(String(decoding: blanked, as: UTF8.self))).filter { hit in
            if case .subject(.indicator) = vocabulary.meanings[hit.phrase] { true } else { false }
        }
        return Array(Set(found(NormalisedText(text)) + names))
    }

    private static func ends(of bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }
    }

    /// Two digits directly behind the word for a year are one of this century of the Buddhist era.
    private static func withShortYears(
        _ scan: NumberScan, _ bytes: [UInt8], _ marks: [[UInt8]]
    ) -> ([ReportNumber], [(year: Int, range: Range<Int>)]) {
        var numbers: [ReportNumber] = []
        var years = scan.years
        for number in scan.numbers {
            let before = bytes[..<number.range.lowerBound].suffix(48)
            let bare = Array(before.reversed().drop { $0 == 32 }.reversed())
            if let whole = number.whole, (60...75).contains(whole),
                marks.contains(where: { bare.suffix($0.count) == $0[...] })
            {
                years.append((2500 + whole, number.range))
            } else {
                numbers.append(number)
            }
        }
        return (numbers, years.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    // MARK: Places

    /// Index of the line that holds an offset.
    func line(at offset: Int) -> Int { LexedText.last(lineStarts, atMost: offset) { $0 } ?? 0 }

    /// UTF-8 offsets of a line without its end.
    func range(ofLine line: Int) -> Range<Int> {
        let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        return lineStarts[line]..<max(lineStarts[line], end)
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// Words that begin inside a range.
    func words(in range: Range<Int>) -> ArraySlice<Word> {
        LexedText.slice(words, in: range) { $0.range.lowerBound }
    }

    func numbers(in range: Range<Int>) -> ArraySlice<ReportNumber> {
        LexedText.slice(numbers, in: range) { $0.range.lowerBound }
    }

    /// The last year before an offset on its line.
    func year(before offset: Int) -> Int? {
        let start = lineStarts[line(at: offset)]
        return LexedText.slice(years, in: start..<offset) { $0.range.lowerBound }.last?.year
    }

    func namesAssessment(in range: Range<Int>) -> Bool {
        !LexedText.slice(assessments, in: range) { $0 }.isEmpty
    }

    func years(in range: Range<Int>) -> [Int] { yearMentions(in: range).map(\.year) }

    func yearMentions(in range: Range<Int>) -> ArraySlice<(year: Int, range: Range<Int>)> {
        LexedText.slice(years, in: range) { $0.range.lowerBound }
    }

    private static func last<Entry>(_ list: [Entry], atMost offset: Int, _ key: (Entry) -> Int) -> Int? {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if key(list[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }

    private static func slice<Entry>(
        _ list: [Entry], in range: Range<Int>, _ key: (Entry) -> Int
    ) -> ArraySlice<Entry> {
        let start = last(list, atMost: range.lowerBound - 1, key).map { $0 + 1 } ?? 0
        let end = last(list, atMost: range.upperBound - 1, key).map { $0 + 1 } ?? 0
        return start < end ? list[start..<end] : []
    }

    // MARK: What stands between

    /// Letters of a range outside words that the test lets pass; marks, digits, signs and spaces are no letters.
    func letters(in range: Range<Int>, without passes: (WordMeaning) -> Bool) -> Int {
        var count = 0
        var index = range.lowerBound
        let upper = min(range.upperBound, bytes.count)
        // A word may begin before the range.
        var covered = index
        for word in words(in: (range.lowerBound - 150)..<upper) {
            guard word.range.upperBound > index, word.meanings.contains(where: passes) else { continue }
            count += letters(from: max(index, covered), to: word.range.lowerBound)
            covered = max(covered, word.range.upperBound)
            index = max(index, covered)
        }
        count += letters(from: index, to: upper)
        return count
    }

    private func letters(from start: Int, to end: Int) -> Int {
        guard start < end else { return 0 }
        return bytes[start..<end].withUnsafeBufferPointer { buffer in
            String(decoding: buffer, as: UTF8.self).unicodeScalars.count { scalar in
                switch scalar.value {
                case 0x41...0x5A, 0x61...0x7A, 0x0E01...0x0E30, 0x0E32...0x0E33, 0x0E40...0x0E46: true
                default: scalar.value > 0x0E5B && scalar.properties.isAlphabetic
                }
            }
        }
    }

    /// True when nothing but spaces, signs and fillers stands there.
    func isNegligible(_ range: Range<Int>) -> Bool {
        letters(in: range, without: \.isFiller) <= 3
    }

    /// True when no letter stands between the beginning of its line and the offset.
    func isFirstOnLine(_ offset: Int) -> Bool {
        let start = lineStarts[line(at: offset)]
        guard offset - start <= 64 else { return false }
        return letters(from: start, to: offset) == 0 && numbers(in: start..<offset).isEmpty
    }
}

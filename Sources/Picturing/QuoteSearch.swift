import Findings
import Rendering

/// Words that a report quotes, to be found on their page.
struct SoughtWords: Sendable, Hashable {
    var text: String
    var before = ""
    var after = ""
    var isDate = false
    /// The page of a file, from 1; nil where it has none.
    var page: Int?
}

/// Finds quotes in the texts of a page, across the borders of its elements.
struct QuoteSearch: Sendable {
    enum Result: Sendable, Hashable {
        case found([PictureMarks.Stretch])
        case notFound
        /// Several places, and nothing tells which.
        case ambiguous
        /// Only where nothing is displayed.
        case hidden
    }

    private let shown: FoldedText
    private let all: FoldedText
    private let shownBases: FoldedText

    /// Letters from which on a text speaks for itself.
    private static let telling = 8
    /// Letters of the surroundings that are compared, and how many of them must agree for a short text.
    private static let context = 80
    private static let leastContext = 8
    /// Places that are compared; more tell nothing apart.
    private static let mostPlaces = 500

    /// Personal data must be hidden in the texts as it is in the quotes.
    init(_ runs: [(text: String, isShown: Bool)]) {
        shown = FoldedText(runs.map { $0.isShown ? $0.text : "" })
        all = runs.allSatisfy(\.isShown) ? shown : FoldedText(runs.map(\.text))
        shownBases = FoldedText(runs.map { $0.isShown ? $0.text : "" }, withMarks: false)
    }

    func result(of words: SoughtWords) -> Result {
        for text in QuoteSearch.readings(of: words.text) {
            if let result = place(of: text, words, in: shown, withMarks: true) { return result }
        }
        // Files give vowels and tones in any order.
        let bases = FoldedText([words.text], withMarks: false)
        if bases.letters.count >= QuoteSearch.telling,
            let result = place(of: words.text, words, in: shownBases, withMarks: false)
        {
            return result
        }
        for text in QuoteSearch.readings(of: words.text)
        where place(of: text, words, in: all, withMarks: true) != nil { return .hidden }
        return .notFound
    }

    /// The text, then without what is quoted with it for its sense only: the heads of a row's columns before an arrow, the
    /// address of a link at the end.
    private static func readings(of text: String) -> [String] {
        if let arrow = text.lastIndex(of: "→") {
            return [text] + readings(of: String(text[text.index(after: arrow)...]))
        }
        var words = text.split(separator: " ")
        guard words.count > 1, let last = words.last, last.contains("/"), last.unicodeScalars.allSatisfy(\.isASCII)
        else { return [text] }
        words.removeLast()
        return [text, words.joined(separator: " ")]
    }

    /// Nil when it is not there.
    private func place(
        of text: String, _ words: SoughtWords, in page: FoldedText, withMarks: Bool
    ) -> Result? {
        let needle = FoldedText([text], withMarks: withMarks).letters
        guard !needle.isEmpty else { return nil }
        let places = QuoteSearch.occurrences(of: needle, in: page.letters)
        guard let only = places.first else { return nil }
        if places.count == 1 { return .found(stretches(page, only, needle.count)) }
        let before = Array(FoldedText([words.before], withMarks: withMarks).letters.suffix(QuoteSearch.context))
        let after = Array(FoldedText([words.after], withMarks: withMarks).letters.prefix(QuoteSearch.context))
        let scores = places.map { place in
            QuoteSearch.agreement(page.letters, place, needle.count, before: before, after: after)
        }
        let best = scores.max() ?? 0
        let isSure = scores.count { $0 == best } == 1 && best >= QuoteSearch.leastContext
        guard isSure || needle.count >= QuoteSearch.telling && best >= QuoteSearch.leastContext else {
            return .ambiguous
        }
        return .found(stretches(page, places[scores.firstIndex(of: best) ?? 0], needle.count))
    }

    /// Knuth, Morris and Pratt: a page of one letter a hundred thousand times must cost no more than any other.
    private static func occurrences(of needle: [UInt32], in letters: [UInt32]) -> [Int] {
        guard needle.count <= letters.count else { return [] }
        var borders = Array(repeating: 0, count: needle.count)
        var length = 0
        for place in needle.indices.dropFirst() {
            while length > 0, needle[length] != needle[place] { length = borders[length - 1] }
            if needle[length] == needle[place] { length += 1 }
            borders[place] = length
        }
        var places: [Int] = []
        length = 0
        for (place, letter) in letters.enumerated() {
            while length > 0, length == needle.count || needle[length] != letter { length = borders[length - 1] }
            if needle[length] == letter { length += 1 }
            guard length == needle.count else { continue }
            places.append(place + 1 - length)
            if places.count == mostPlaces { break }
        }
        return places
    }

    /// How many letters on both sides are as around the quote.
    private static func agreement(
        _ letters: [UInt32], _ place: Int, _ length: Int, before: [UInt32], after: [UInt32]
    ) -> Int {
        var score = 0
        for (letter, other) in zip(before.reversed(), letters[..<place].reversed()) {
            guard letter == other else { break }
            score += 1
        }
        for (letter, other) in zip(after, letters[(place + length)...]) {
            guard letter == other else { break }
            score += 1
        }
        return score
    }

    private func stretches(_ page: FoldedText, _ place: Int, _ length: Int) -> [PictureMarks.Stretch] {
        var stretches: [PictureMarks.Stretch] = []
        for place in page.places[place..<place + length] {
            if let last = stretches.last, last.run == place.text {
                stretches[stretches.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, place.to)
            } else {
                stretches.append(PictureMarks.Stretch(run: place.text, range: place.from..<place.to))
            }
        }
        return stretches
    }
}

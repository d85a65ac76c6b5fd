import ThaiText

/// A text that stands at one side of a quote: what follows in the same block, then the blocks beyond, nearest first.
struct Passage {
    struct Neighbour {
        var text: String
        /// True for a cell of the table row to which the nearer one belongs.
        var isSameRow = false
    }

    var own: String
    var beyond: [Neighbour]

    init(_ own: String = "", _ beyond: [Neighbour] = []) {
        self.own = own
        self.beyond = beyond
    }

    /// Everything in one line, nearest first; the own text and those beyond are whole pieces, with what joins them.
    fileprivate var pieces: [String] {
        var pieces: [String] = []
        var isSameRow = true
        for neighbour in [Neighbour(text: own)] + beyond {
            // An empty cell between two others does not part their row.
            isSameRow = isSameRow && neighbour.isSameRow
            let text = neighbour.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !text.isEmpty else { continue }
            if !pieces.isEmpty { pieces.append(isSameRow ? " | " : " · ") }
            pieces.append(text)
            isSameRow = true
        }
        return pieces
    }
}

/// A quote taken apart.
struct QuoteParts {
    var words = ""
    var before = Passage()
    var after = Passage()

    /// A number that the edge of the quote cuts in two is not continued outside: half a number misleads, and nobody
    /// shall put a person's number together again.
    mutating func keepNumbersWhole(around quote: String) {
        let bare = quote.unicodeScalars.drop { $0 == "…" }
        if let first = bare.first, Excerpt.isNumeric(first), quote.hasPrefix("…") {
            let rest = Excerpt.withoutNumber(before.own.unicodeScalars.reversed())
            before.own = String(String.UnicodeScalarView(rest.reversed()))
        }
        if let last = bare.last(where: { $0 != "…" }), Excerpt.isNumeric(last), quote.hasSuffix("…") {
            after.own = String(String.UnicodeScalarView(Excerpt.withoutNumber(Array(after.own.unicodeScalars))))
        }
    }
}

/// Cuts what stands around a quote: at most 160 characters, at a word where one ends near, never inside a letter with
/// its marks or inside a number, with `…` where something was cut off.
enum Excerpt {
    static let mostCharacters = 160
    /// More than any excerpt of honest text takes.
    static let mostBytes = 2_000
    private static let mostScalars = 480
    /// So far back a blank is looked for.
    private static let slack = 30
    private static let mark: Character = "…"

    /// The last characters before a quote.
    static func end(of passage: Passage) -> String {
        let text = passage.pieces.reversed().joined()
        guard let cut = cut(text.reversed(), isLeading: { "ะาำๅๆฯ".contains($0) }) else { return text }
        return String(([mark] + cut.reversed()))
    }

    /// The first characters after a quote.
    static func beginning(of passage: Passage) -> String {
        let text = passage.pieces.joined()
        guard let cut = cut(text, isLeading: { "เแโใไ".contains($0) }) else { return text }
        return String(cut + [mark])
    }

    /// The beginning of a text that is too long; nil for one that is not. `isLeading`: letters that cannot end a piece.
    private static func cut(_ text: some Sequence<Character>, isLeading: (Character) -> Bool) -> [Character]? {
        var kept: [Character] = []
        var scalars = 0
        for character in text {
            scalars += character.unicodeScalars.count
            guard kept.count < mostCharacters, scalars <= mostScalars else {
                return trimmed(kept, before: character, isLeading: isLeading)
            }
            kept.append(character)
        }
        return nil
    }

    private static func trimmed(
        _ text: [Character], before next: Character, isLeading: (Character) -> Bool
    ) -> [Character] {
        var kept = Array(text.prefix(mostCharacters - 1))
        var follower = kept.count < text.count ? text[kept.count] : next
        if !follower.isWhitespace, let blank = kept.lastIndex(where: \.isWhitespace), blank >= kept.count - slack {
            follower = " "
            kept.removeSubrange(blank...)
        }
        if isNumeric(follower) { while let last = kept.last, isNumeric(last) { kept.removeLast() } }
        while let last = kept.last, last.isWhitespace || "·|…".contains(last) || isLeading(last) {
            kept.removeLast()
        }
        return kept
    }

    // MARK: Numbers

    static func isNumeric(_ character: Character) -> Bool { character.unicodeScalars.first.map(isNumeric) ?? false }

    /// Digits and the signs inside numbers.
    static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "๐"..."๙", "-", ".", ",", "/": true
        default: false
        }
    }

    /// What is left of a text after the number with which it begins, blanks between its digits included.
    static func withoutNumber(_ text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        var end = 0
        var index = 0
        while index < text.count, isNumeric(text[index]) || text[index] == " " {
            index += 1
            if isNumeric(text[index - 1]) { end = index }
        }
        return text[end...]
    }
}

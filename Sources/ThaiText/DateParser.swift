import GradingCore

/// Reads dates from the tokens of one shadow, left to right.
struct DateParser {
    /// By which words a year was named.
    enum Naming: Sendable {
        case fiscal, school, buddhist, yearly, year, bare
        /// n/2566
        case numbered
        /// No year named by a word: days, months, rounds.
        case none
    }

    struct Found {
        var range: Range<Int>
        var kind: TextDate.Kind
        var naming: Naming
        /// Index of its first token.
        var first: Int
        /// Index of the first token after it.
        var next: Int
    }

    let text: NormalisedText
    let tokens: [DateToken]
    let roles: [RoleMark]
    private(set) var found: [Found] = []
    /// Numbers before this token are known to begin no list of days.
    var listlessUntil = 0

    init(_ text: NormalisedText) {
        let lexer = DateLexer(text)
        self.text = text
        tokens = lexer.tokens
        roles = lexer.roles
    }

    /// Reads the whole text.
    mutating func parse() {
        var index = 0
        while index < tokens.count {
            let next = parse(at: index)
            index = max(next, index + 1)
        }
    }

    /// Reads what begins at a token; gives the index after it, or `index` when nothing does.
    private mutating func parse(at index: Int) -> Int {
        switch tokens[index].word {
        case .number:
            monthInCell(at: index) ?? numbered(at: index) ?? yearRow(at: index) ?? dayList(at: index) ?? span(at: index)
                ?? countedRound(at: index)
                ?? bareYear(at: index) ?? index
        case .month: span(at: index) ?? index
        case .fiscal, .school, .buddhist, .common, .yearly, .year, .budget: markedYear(at: index) ?? index
        case .quarter, .quarterLetter, .firstQuarter: quarter(at: index) ?? index
        case .round, .months, .half: round(at: index) ?? index
        default: index
        }
    }

    mutating func emit(_ kind: TextDate.Kind, tokens range: Range<Int>, naming: Naming = .none) {
        guard let last = range.last else { return }
        found.append(
            Found(
                range: tokens[range.lowerBound].start..<tokens[last].end, kind: kind, naming: naming,
                first: range.lowerBound, next: range.upperBound))
    }

    /// The same for the tokens after a year that was taken back.
    mutating func emit(_ kind: TextDate.Kind, joining year: Found, through last: Int) {
        found.append(
            Found(
                range: year.range.lowerBound..<tokens[last].end, kind: kind, naming: .none, first: year.first,
                next: last + 1))
    }

    /// A parser of the same tokens that has found nothing yet, for looking ahead.
    func fresh() -> DateParser {
        var parser = self
        parser.found = []
        return parser
    }

    /// Index of the first token that begins at or after a byte of the shadow.
    func firstToken(from start: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Takes back the date before, which becomes part of a longer expression.
    mutating func takeLast() -> Found? { found.popLast() }

    // MARK: Looking at neighbours

    func word(_ index: Int) -> DateWord? { index >= 0 && index < tokens.count ? tokens[index].word : nil }

    /// What stands between a token and the next; far at the end.
    func gap(after index: Int) -> DateGap {
        guard index >= 0, index + 1 < tokens.count else { return .far }
        var start = tokens[index].end
        if tokens[index].word == .number, DateParser.isOrdinal(text.bytes, at: start) { start += 2 }
        guard start <= tokens[index + 1].start else { return .far }
        return DateGap(text, start..<tokens[index + 1].start)
    }

    func isNear(after index: Int) -> Bool { !gap(after: index).contains(.far) }

    /// The token that a dash or a joining word links to this one, and whether the link means "from ... to ...".
    func link(after index: Int) -> (next: Int, isSpan: Bool)? {
        let here = gap(after: index)
        guard !here.contains(.far) else { return nil }
        if word(index + 1) == .to { return isNear(after: index + 1) ? (skippingWords(index + 2), true) : nil }
        if word(index + 1) == .and { return isNear(after: index + 1) ? (skippingWords(index + 2), false) : nil }
        if here.contains(.dash), !here.contains(.slash) { return (skippingWords(index + 1), true) }
        return here.contains(.comma) ? (skippingWords(index + 1), false) : nil
    }

    /// Passes over วันที่ and เดือน.
    func skippingWords(_ index: Int) -> Int {
        var index = index
        while word(index) == .dayWord || word(index)?.isMonthWord == true, isNear(after: index) { index += 1 }
        return index
    }

    /// True when the byte after a token is glued to it (no white space) and is `byte`.
    func isGlued(_ byte: UInt8, after end: Int) -> Bool {
        end < text.bytes.count && text.bytes[end] == byte && !text.spaceBefore(end)
    }

    func isDigit(at index: Int) -> Bool {
        index >= 0 && index < text.bytes.count && Latin.isDigit(text.bytes[index])
    }

    /// st, nd, rd, th
    private static func isOrdinal(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        switch (bytes[index], bytes[index + 1]) {
        case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return true
        default: return false
        }
    }
}

import ThaiText

/// One line of a page of text, with what tells whether the next line goes on with it.
struct PageLine {
    enum Edge { case thai, latin, digit, other }

    /// White space folded, without controls; never empty.
    let text: String
    /// Letters of one width; Thai marks take no room.
    let columns: Int
    let start: Edge
    let end: Edge
    /// Words that are made of digits.
    let numbers: Int
    let words: Int
    let marker: Marker?

    /// What a line begins with when it is an entry of a list or a row of a table.
    enum Marker: Equatable {
        /// A bullet, or a number or letter with its sign: `1.`, `๒)`, `(ก)`, `1.2.3`.
        case sign
        /// A bare number of up to three digits.
        case number(Int)
    }

    /// Nil when nothing but white space and controls is left.
    init?(_ raw: Substring) {
        var text = ""
        var columns = 0
        var words = 0
        var numbers = 0
        var wordIsNumber = false
        var spaceIsPending = true
        var last: Unicode.Scalar?
        for scalar in raw.unicodeScalars {
            if scalar.properties.isWhitespace {
                spaceIsPending = true
                continue
            }
            guard PageLine.isShown(scalar) else { continue }
            if spaceIsPending {
                if wordIsNumber { numbers += 1 }
                if last != nil {
                    text.unicodeScalars.append(" ")
                    columns += 1
                }
                words += 1
                wordIsNumber = true
                spaceIsPending = false
            }
            text.unicodeScalars.append(scalar)
            if !PageLine.isMark(scalar) { columns += 1 }
            if PageLine.digit(scalar) == nil, !(",.-%/:".unicodeScalars.contains(scalar)) { wordIsNumber = false }
            last = scalar
        }
        guard let last, let first = text.unicodeScalars.first else { return nil }
        self.text = text
        self.columns = columns
        self.words = words
        self.numbers = numbers + (wordIsNumber ? 1 : 0)
        start = PageLine.edge(first)
        end = PageLine.edge(last)
        marker = PageLine.marker(of: text)
    }

    /// A line made of two.
    private init(_ first: PageLine, _ second: PageLine, text: String) {
        self.text = text
        columns = first.columns + second.columns
        start = first.start
        end = second.end
        numbers = first.numbers + second.numbers
        words = first.words + second.words
        marker = first.marker
    }

    /// The next line as the rest of this one: Thai goes on without a space, as it was broken between two words.
    func joined(with next: PageLine) -> PageLine {
        let gap = end == .thai && next.start == .thai ? "" : " "
        return PageLine(self, next, text: text + gap + next.text)
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0xFEFF, 0xFFF0...0xFFFF, 0xE000...0xF8FF, 0xF0000...: false
        default: true
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: true
        default: false
        }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x0E50...0x0E59: Int(scalar.value - 0x0E50)
        default: nil
        }
    }

    private static func edge(_ scalar: Unicode.Scalar) -> Edge {
        if ExtractedThai.isLetter(scalar) { return .thai }
        if digit(scalar) != nil { return .digit }
        return scalar.properties.isAlphabetic ? .latin : .other
    }

    private static func marker(of text: String) -> Marker? {
        var rest = text.unicodeScalars[...]
        guard let first = rest.first else { return nil }
        if isBullet(first) { return .sign }
        let isBracketed = first == "("
        if isBracketed { rest = rest.dropFirst() }
        var value = 0
        var digits = 0
        while let scalar = rest.first, let digit = digit(scalar), digits < 5 {
            value = value * 10 + digit
            digits += 1
            rest = rest.dropFirst()
        }
        if digits == 0 {
            // A letter that numbers: ก. or (a)
            guard let letter = rest.first, letter.properties.isAlphabetic, !isMark(letter) else { return nil }
            rest = rest.dropFirst()
            guard let sign = rest.first, sign == ")" || (sign == "." && !isBracketed) else { return nil }
            return rest.dropFirst().first.map { $0 == " " } ?? true ? .sign : nil
        }
        guard digits <= 3 else { return nil }
        switch rest.first {
        case ")": return .sign
        case ".":
            // 1. text, 1.2 text; not 1.50 alone
            return rest.dropFirst().isEmpty || rest.contains(" ") ? .sign : nil
        case " ": return isBracketed ? nil : .number(value)
        case nil: return isBracketed ? nil : .number(value)
        default: return nil
        }
    }

    private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2022, 0x2023, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2611...0x2612, 0x2713...0x2718, 0x27A2, 0xB7, 0x2A,
            0x2013, 0x2014, 0x2D:
            true
        default: false
        }
    }
}

/// Cuts a shadow into the words and numbers that can be parts of dates; everything else falls between them.
struct DateLexer {
    /// Ascending by place, not overlapping.
    private(set) var tokens: [DateToken] = []
    /// Ascending by end.
    private(set) var roles: [RoleMark] = []
    private let text: NormalisedText

    init(_ text: NormalisedText) {
        self.text = text
        let numbers = DateLexer.numbers(in: text)
        var words = candidates()
        guard !numbers.isEmpty || words.contains(where: \.word.isMonthOrRound) else { return }
        words.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
        tokens.reserveCapacity(numbers.count + words.count / 2)
        var number = 0
        var free = 0
        for word in words where word.start >= free {
            while number < numbers.count, numbers[number].start < word.start {
                tokens.append(numbers[number])
                number += 1
            }
            guard isFree(word) else { continue }
            tokens.append(word)
            free = word.end
        }
        tokens.append(contentsOf: numbers[number...])
    }

    /// All occurrences of date words, boundaries of Latin words looked at; roles go to `roles`.
    private mutating func candidates() -> [DateToken] {
        var words: [DateToken] = []
        var marks: [RoleMark] = []
        let automaton = DateLexicon.automaton
        let entries = DateLexicon.entries
        let bytes = text.bytes
        automaton.scan(bytes) { key, range in
            guard automaton.isWhole(key, range, bytes, { text.spaceBefore($0) }) else { return }
            for phrase in automaton.keys[key].phrases {
                switch entries[phrase] {
                case .word(let word):
                    words.append(DateToken(word: word, start: range.lowerBound, end: range.upperBound))
                case .role(let role):
                    marks.append(RoleMark(word: role, start: range.lowerBound, end: range.upperBound))
                }
            }
        }
        roles = DateLexer.withoutNeutral(marks)
        return words
    }

    /// Drops the role words that begin or end a neutral word.
    private static func withoutNeutral(_ marks: [RoleMark]) -> [RoleMark] {
        let neutral = marks.filter { $0.word == .neutral }
        guard !neutral.isEmpty else { return marks }
        let starts = Set(neutral.map(\.start))
        let ends = Set(neutral.map(\.end))
        return marks.filter { !starts.contains($0.start) && !ends.contains($0.end) }
    }

    /// Abbreviations and loose names must not be pieces of longer words.
    private func isFree(_ token: DateToken) -> Bool {
        guard case .month(_, let form) = token.word, form == .dotted || form == .loose else { return true }
        let isAfterNumber = token.start > 0 && Latin.isDigit(text.bytes[token.start - 1])
        let isAfterWord = tokens.last.map { $0.end == token.start && $0.word != .noise } ?? false
        if !text.spaceBefore(token.start), let last = tokens.last, last.end != token.start || last.word == .noise,
            touchesWord(before: token.start)
        {
            return false
        }
        if tokens.isEmpty, !text.spaceBefore(token.start), touchesWord(before: token.start) { return false }
        guard token.end < text.bytes.count, !text.spaceBefore(token.end) else { return true }
        let next = text.bytes[token.end]
        if next == 0xE0 { return form == .dotted && (isAfterNumber || isAfterWord) }
        return form == .loose || text.bytes[token.end - 1] == 0x2E || next != 0x2E
    }

    /// True when a Thai letter, or an abbreviation's point, stands directly before.
    private func touchesWord(before start: Int) -> Bool {
        let before = text.bytes[start - 1]
        if before >= 0x80 || Latin.isLetter(before) { return true }
        return before == 0x2E && start > 1 && text.bytes[start - 2] >= 0x80 && !text.spaceBefore(start - 1)
    }

    /// Runs of digits; white space between digits ends a run.
    private static func numbers(in text: NormalisedText) -> [DateToken] {
        var found: [DateToken] = []
        let bytes = text.bytes.span
        var index = 0
        while index < bytes.count {
            guard Latin.isDigit(bytes[index]) else {
                index += 1
                continue
            }
            var token = DateToken(word: .number, start: index, end: index)
            repeat {
                if token.digits < 9 { token.value = token.value * 10 + Int(bytes[index] - 48) }
                token.digits += 1
                index += 1
            } while index < bytes.count && Latin.isDigit(bytes[index]) && !text.spaceBefore(index)
            token.end = index
            found.append(token)
        }
        return found
    }
}

extension DateWord {
    /// True for words that make a date without any digit.
    fileprivate var isMonthOrRound: Bool {
        switch self {
        case .month, .half, .months, .firstQuarter: true
        default: false
        }
    }
}

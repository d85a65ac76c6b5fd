import GradingCore

/// Reads what sentences say about the scores: how many meet a mark, which is highest, what has changed.
struct Statements {
    private let text: LexedText
    private let labels: [RowLabel]
    private let page: (Int) -> Int?
    private let passMark: Fraction

    /// UTF-8 bytes before and behind a count in which its condition is looked for.
    private static let before = 260
    private static let behind = 150

    struct Statement {
        enum Kind {
            case count(Int, ScoreCondition, instrument: String?)
            case highest(String)
            case lowest(String)
            case change(ReportSubject, Fraction, isUp: Bool, from: Int?)
            case zeroItem(ItemID)
        }
        var kind: Kind
        var year: Int?
        var place: ReportPlace
    }

    init(_ text: LexedText, labels: [RowLabel], passMark: Fraction, page: @escaping (Int) -> Int?) {
        self.text = text
        self.labels = labels
        self.passMark = passMark
        self.page = page
    }

    /// The first words of a meaning: no report has more, a hostile text might.
    private func words(_ meanings: WordMeaning...) -> ArraySlice<LexedText.Word> {
        text.words.filter { !$0.meanings.isDisjoint(with: meanings) }.prefix(400)
    }

    func found() -> [Statement] { counts() + extremes() + changes() + zeroItems() }

    // MARK: Counts

    private func counts() -> [Statement] {
        var found: [Statement] = []
        var lastEnd = 0
        for word in words(.countUnit) {
            guard let (count, start) = number(before: word.range.lowerBound) else { continue }
            let window = max(lastEnd, start - Statements.before)..<start
            let behind = word.range.upperBound..<min(text.bytes.count, word.range.upperBound + Statements.behind)
            lastEnd = word.range.upperBound
            guard let condition = condition(in: window, last: true) ?? condition(in: sentence(behind), last: false)
            else {
                continue
            }
            let scope = labels.last { $0.range.lowerBound >= window.lowerBound && $0.range.upperBound <= start }
            var instrument: String?
            if case .instrument(let id)? = scope?.subject { instrument = id }
            found.append(
                Statement(
                    kind: .count(count, condition, instrument: instrument), year: nil,
                    place: place(window.lowerBound..<word.range.upperBound)))
        }
        return found
    }

    /// Up to the next count or the end of the paragraph.
    private func sentence(_ range: Range<Int>) -> Range<Int> {
        let next = text.words(in: range).first { word in
            word.meanings.contains(.countUnit) && number(before: word.range.lowerBound) != nil
        }
        return range.lowerBound..<min(next?.range.lowerBound ?? range.upperBound, range.upperBound)
    }

    private func number(before offset: Int) -> (Int, Int)? {
        if let number = text.numbers(in: (offset - 12)..<offset).last, let whole = number.whole,
            (0...30).contains(whole),
            text.letters(in: number.range.upperBound..<offset, without: { _ in false }) == 0
        {
            return (whole, number.range.lowerBound)
        }
        for word in text.words(in: (offset - 40)..<offset).reversed() where word.range.upperBound <= offset {
            guard text.letters(in: word.range.upperBound..<offset, without: { _ in false }) == 0 else { return nil }
            for case .numeral(let value) in word.meanings { return (value, word.range.lowerBound) }
        }
        return nil
    }

    private func condition(in range: Range<Int>, last: Bool) -> ScoreCondition? {
        let words = text.words(in: range)
        let ordered = last ? Array(words.reversed()) : Array(words)
        for word in ordered {
            for case .condition(let kind) in word.meanings {
                if let read = condition(kind, at: word.range, in: range) { return read }
            }
        }
        return span(in: range)
    }

    private func condition(_ kind: CountCondition, at place: Range<Int>, in range: Range<Int>) -> ScoreCondition? {
        let behind = text.numbers(in: place.upperBound..<min(range.upperBound, place.upperBound + 60)).first {
            text.letters(in: place.upperBound..<$0.range.lowerBound, without: { $0.isFiller }) == 0
        }
        switch kind {
        case .andUp:
            return text.numbers(in: max(range.lowerBound, place.lowerBound - 40)..<place.lowerBound).last.map {
                .atLeast($0.value)
            }
        case .atLeast: return behind.map { .atLeast($0.value) }
        case .above: return behind.map { .above($0.value) }
        case .below: return behind.map { .below($0.value) }
        case .passed: return .atLeast(behind?.value ?? passMark)
        case .failed: return .below(behind?.value ?? passMark)
        }
    }

    /// `85.00 - 94.99`.
    private func span(in range: Range<Int>) -> ScoreCondition? {
        let numbers = Array(text.numbers(in: range))
        for (low, high) in zip(numbers, numbers.dropFirst()).reversed() where low.value < high.value {
            let between = text.text(low.range.upperBound..<high.range.lowerBound).filter { !$0.isWhitespace }
            if ["-", "–", "—", "ถึง"].contains(between) { return .between(low.value, high.value) }
        }
        return nil
    }

    // MARK: Highest and lowest

    private func extremes() -> [Statement] {
        words(.highest, .lowest).compactMap { word in
            let isHighest = word.meanings.contains(.highest)
            guard isHighest || word.meanings.contains(.lowest) else { return nil }
            let line = text.range(ofLine: text.line(at: word.range.lowerBound))
            let end = min(line.upperBound, word.range.upperBound + 150)
            guard
                let label = labels.first(where: { $0.range.lowerBound >= word.range.upperBound }),
                label.range.lowerBound < end, case .indicator(let id)? = label.subject,
                !text.words(in: word.range.upperBound..<label.range.lowerBound).contains(where: {
                    $0.meanings.contains(.highest) || $0.meanings.contains(.lowest)
                })
            else { return nil }
            return Statement(
                kind: isHighest ? .highest(id) : .lowest(id), year: text.year(before: word.range.lowerBound),
                place: place(word.range.lowerBound..<label.range.upperBound))
        }
    }

    // MARK: Changes

    private func changes() -> [Statement] {
        words(.up, .down).compactMap { word in
            let isUp = word.meanings.contains(.up)
            guard isUp || word.meanings.contains(.down) else { return nil }
            let line = text.range(ofLine: text.line(at: word.range.lowerBound))
            guard
                let number = text.numbers(in: word.range.upperBound..<max(word.range.upperBound, line.upperBound))
                    .first(
                        where: { !$0.isWhole }), number.range.lowerBound - word.range.upperBound <= 150,
                text.isFollowed(number, by: .scoreAfter, past: { _ in false })
            else { return nil }
            let label = labels.last {
                $0.range.lowerBound >= line.lowerBound && $0.range.upperBound <= word.range.lowerBound
            }
            let between = text.years(in: word.range.upperBound..<number.range.lowerBound)
            return Statement(
                kind: .change(label?.subject ?? .overall, number.value, isUp: isUp, from: between.last), year: nil,
                place: place((label?.range.lowerBound ?? word.range.lowerBound)..<number.range.upperBound))
        }
    }

    // MARK: Items without points

    private func zeroItems() -> [Statement] {
        words(.zeroItems).flatMap { word -> [Statement] in
            let line = text.range(ofLine: text.line(at: word.range.lowerBound))
            return labels.filter {
                $0.range.lowerBound >= word.range.upperBound && $0.range.upperBound <= line.upperBound
            }.compactMap { label in
                guard case .item(let item)? = label.subject else { return nil }
                return Statement(
                    kind: .zeroItem(item), year: nil, place: place(word.range.lowerBound..<label.range.upperBound))
            }
        }
    }

    private func place(_ range: Range<Int>) -> ReportPlace {
        ReportPlace(page: page(range.lowerBound), quote: text.text(range).wholeScalars)
    }
}

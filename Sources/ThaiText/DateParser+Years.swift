import GradingCore

extension DateParser {
    private static let buddhistYears = 2400...2699
    private static let commonYears = 1900...2100
    static let plainYears = 2540...2600
    /// Two-digit Buddhist-era years.
    private static let shortYears = 40...99
    /// Two digits that ปี before them makes a year.
    private static let spokenYears = 60...75
    /// Years that a row of two-digit numbers may name.
    private static let rowYears = 55...85
    private static let shortCommonYears = 10...39
    private static let longestSpan = 40

    /// A year after a word that announces one. Gives the Buddhist-era year and the index after it.
    func year(at index: Int, allowsShort: Bool, allowsCommon: Bool = true) -> (year: Int, next: Int)? {
        guard word(index) == .number else { return nil }
        let token = tokens[index]
        if token.digits == 4 {
            guard !isDecimal(token), let year = DateParser.buddhist(token.value, allowsCommon) else { return nil }
            return (year, index + 1)
        }
        if let joined = tornYear(at: index) { return joined }
        guard allowsShort, token.digits == 2, !isDecimal(token), !isGlued(0x2F, after: token.end) else { return nil }
        return DateParser.shortYears.contains(token.value) ? (2500 + token.value, index + 1) : nil
    }

    /// The Buddhist-era year of four digits, or nil when they are no year.
    static func buddhist(_ value: Int, _ allowsCommon: Bool) -> Int? {
        if buddhistYears.contains(value) { return value }
        return allowsCommon && commonYears.contains(value) ? value + FiscalYear.buddhistShift : nil
    }

    /// Four digits that white space has torn apart: 25 66, 2 5 6 6.
    private func tornYear(at index: Int) -> (year: Int, next: Int)? {
        var value = 0
        var digits = 0
        var next = index
        while word(next) == .number, digits < 4, next == index || gap(after: next - 1).isPlain {
            for _ in 0..<tokens[next].digits { value *= 10 }
            value += tokens[next].value
            digits += tokens[next].digits
            next += 1
        }
        guard digits == 4, tokens[index].value < 100, DateParser.plainYears.contains(value) else { return nil }
        return (value, next)
    }

    /// A number that goes on as 2566.00, 2566,000 or 66%.
    func isDecimal(_ token: DateToken) -> Bool {
        if isGlued(0x25, after: token.end) { return true }
        guard isDigit(at: token.end + 1), !text.spaceBefore(token.end + 1) else { return false }
        let digits = (token.end + 1..<min(token.end + 5, text.bytes.count)).prefix {
            isDigit(at: $0) && !text.spaceBefore($0)
        }.count
        if isGlued(0x2E, after: token.end) { return digits == 2 }
        return isGlued(0x2C, after: token.end) && digits == 3
    }

    /// Words before a year: which they are and where the number should stand.
    func markers(at index: Int) -> (naming: Naming, number: Int)? {
        var words: Set<DateWord> = []
        var next = index
        while let word = word(next), word.isMarker, isNear(after: next) {
            words.insert(word)
            next += 1
        }
        guard !words.isEmpty, word(next) == .number else { return nil }
        if words.contains(.school) { return (.school, next) }
        if words.contains(.fiscal) { return (.fiscal, next) }
        if words.contains(.yearly) { return (.yearly, next) }
        if words.contains(.year), !words.contains(.buddhist) { return (.year, next) }
        return (.buddhist, next)
    }

    /// ปีงบประมาณ พ.ศ. 2566, พ.ศ. 2566-2570, ปี 2565, 2566 และ 2567, FY2023.
    mutating func markedYear(at index: Int) -> Int? {
        if word(index) == .budget { return budgetYear(at: index) }
        if word(index) == .year, word(index - 1) == .number, gap(after: index - 1).isPlain, isNear(after: index),
            word(index + 1)?.isMarker == true
        {
            // The years of 5 ปี (พ.ศ. 2566-2570) begin after ปี.
            return nil
        }
        guard let (naming, number) = markers(at: index), let first = announcedYear(naming, number) else { return nil }
        if let last = spanEnd(after: first.next - 1, first: first.year) {
            emit(span(naming, first.year, last.year), tokens: index..<last.next, naming: naming)
            return last.next
        }
        emit(single(naming, first.year), tokens: index..<first.next, naming: naming)
        return moreYears(after: first.next, naming)
    }

    private func announcedYear(_ naming: Naming, _ number: Int) -> (year: Int, next: Int)? {
        if let year = year(at: number, allowsShort: naming == .fiscal) { return year }
        let token = tokens[number]
        // ปี 66, but not the 66 of ภายใน 5 ปี 66 คน.
        if naming == .year || naming == .yearly, DateParser.spokenYears.contains(token.value), !isCounted(token),
            !isShortCount(token), word(number - 2) != .number, let year = year(at: number, allowsShort: true)
        {
            return year
        }
        guard naming == .fiscal, token.digits == 2, DateParser.shortCommonYears.contains(token.value),
            Latin.isLetter(text.bytes[tokens[number - 1].start]), !isDecimal(token)
        else { return nil }
        return (2000 + token.value + FiscalYear.buddhistShift, number + 1)
    }

    /// งบประมาณ 2566: only a plain year that no unit follows.
    private mutating func budgetYear(at index: Int) -> Int? {
        guard isNear(after: index), word(index + 1) == .number, isPlainYear(at: index + 1) else { return nil }
        let year = tokens[index + 1].value
        if let last = spanEnd(after: index + 1, first: year) {
            emit(span(.fiscal, year, last.year), tokens: index..<last.next, naming: .fiscal)
            return last.next
        }
        emit(single(.fiscal, year), tokens: index..<(index + 2), naming: .fiscal)
        return moreYears(after: index + 2, .fiscal)
    }

    /// The last year of a span whose first year ends at a token.
    func spanEnd(after index: Int, first: Int) -> (year: Int, next: Int)? {
        guard let link = link(after: index), link.isSpan else { return nil }
        var number = link.next
        while let word = word(number), word.isMarker, isNear(after: number) { number += 1 }
        guard word(number) == .number else { return nil }
        let isTight = !gap(after: index).contains(.spaced) || number > link.next
        guard let last = year(at: number, allowsShort: isTight), !isGlued(0x2F, after: tokens[last.next - 1].end),
            last.year > first, last.year - first <= DateParser.longestSpan
        else { return nil }
        if case .month = word(last.next), gap(after: last.next - 1).isPlain { return nil }
        return last
    }

    /// The further years of a list, each a date of its own.
    private mutating func moreYears(after next: Int, _ naming: Naming) -> Int {
        var next = next
        while true {
            let here = gap(after: next - 1)
            let isSlashed = here.contains(.slash) && !here.contains(.far) && word(next) == .number
            guard let number = isSlashed ? next : link(after: next - 1).flatMap({ $0.isSpan ? nil : $0.next }),
                word(number) == .number, DateParser.plainYears.contains(tokens[number].value),
                tokens[number].digits == 4, !isDecimal(tokens[number]), spanEnd(after: number, first: 0) == nil
            else { return next }
            emit(single(naming, tokens[number].value), tokens: number..<(number + 1), naming: naming)
            next = number + 1
        }
    }

    /// 2566 or 2566-2570 without any word.
    mutating func bareYear(at index: Int) -> Int? {
        let token = tokens[index]
        guard token.digits == 4, DateParser.plainYears.contains(token.value) else { return nil }
        if let last = spanEnd(after: index, first: token.value), tokens[last.next - 1].digits == 4,
            isFreeBefore(at: index), isFreeAfter(tokens[last.next - 1])
        {
            emit(.yearSpan(token.value, last.year), tokens: index..<last.next, naming: .buddhist)
            return last.next
        }
        guard isPlainYear(at: index), isFreeBefore(at: index) else { return nil }
        emit(.calendarYear(token.value), tokens: index..<(index + 1), naming: .bare)
        return index + 1
    }

    /// 66/67/68/69/70: at least three years in two digits, one after the other.
    mutating func yearRow(at index: Int) -> Int? {
        var last = index
        while word(last) == .number, tokens[last].digits == 2, DateParser.rowYears.contains(tokens[last].value),
            word(last + 1) == .number, tokens[last + 1].value == tokens[last].value + 1,
            gap(after: last).subtracting(.spaced) == .slash
        {
            last += 1
        }
        guard last - index >= 2, tokens[last].digits == 2, isFreeAfter(tokens[last]) else { return nil }
        emit(
            .yearSpan(2500 + tokens[index].value, 2500 + tokens[last].value), tokens: index..<(last + 1),
            naming: .buddhist)
        return last + 1
    }

    func single(_ naming: Naming, _ year: Int) -> TextDate.Kind {
        naming == .fiscal ? .fiscalYear(FiscalYear(year)) : .calendarYear(year)
    }

    private func span(_ naming: Naming, _ first: Int, _ last: Int) -> TextDate.Kind {
        naming == .fiscal ? .fiscalYearSpan(FiscalYear(first), FiscalYear(last)) : .yearSpan(first, last)
    }
}

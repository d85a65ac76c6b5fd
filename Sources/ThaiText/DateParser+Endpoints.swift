import GradingCore

/// One end of a span, or a date by itself: a day or a month, with or without its year.
struct DateEndpoint {
    var day: Int?
    var month: Int
    /// Buddhist era.
    var year: Int?
    /// The year is a fiscal one.
    var isFiscal = false
    var form: ThaiMonths.Form?
    /// Index of the first token after it.
    var next: Int

    /// The calendar year of the month in a named fiscal or calendar year, CE.
    func commonYear(_ buddhist: Int, isFiscal: Bool) -> Int {
        buddhist - FiscalYear.buddhistShift - (isFiscal && month >= 10 ? 1 : 0)
    }
}

extension DateParser {
    /// Reads a day or month at a token. Nil when there is none.
    func endpoint(at index: Int) -> DateEndpoint? {
        switch word(index) {
        case .number: numeric(at: index) ?? dayAndMonth(at: index)
        case .month(let month, let form): month == 0 ? nil : monthAndYear(at: index, month, form)
        default: nil
        }
    }

    /// 31 มีนาคม 2566, 5 เดือน มกราคม พ.ศ. 2566, 31-มี.ค.-66.
    private func dayAndMonth(at index: Int) -> DateEndpoint? {
        guard isDayNumber(at: index) else { return nil }
        var place = index
        guard isNear(after: place) else { return nil }
        if word(place + 1) == .monthWord, isNear(after: place + 1), isSaidDay(at: index) { place += 1 }
        guard case .month(let month, let form) = word(place + 1), isDayGap(after: index, form) else { return nil }
        var end = DateEndpoint(day: tokens[index].value, month: month, form: form, next: place + 2)
        if let named = monthYear(after: place + 1, hasDay: true, form) {
            (end.year, end.isFiscal, end.next) = named
        }
        return end
    }

    /// 1. ตุลาคม is an entry of a list.
    private func isDayGap(after index: Int, _ form: ThaiMonths.Form) -> Bool {
        let gap = gap(after: index)
        let isPoint = gap.contains(.dot) && tokens[index + 1].start - tokens[index].end == 1
        if isPoint, gap.contains(.spaced) || form == .full { return false }
        return gap.isDisjoint(with: [.open, .close])
    }

    /// Before เดือน a number up to 12 is a day only when วันที่ or the first end of a span stands before it: rows of
    /// tables are numbered so too.
    private func isSaidDay(at index: Int) -> Bool {
        if tokens[index].value > 12 { return true }
        guard index > 0, isNear(after: index - 1) else { return false }
        return word(index - 1) == .dayWord || word(index - 1) == .to || gap(after: index - 1).contains(.dash)
    }

    func isDayNumber(at index: Int) -> Bool {
        guard word(index) == .number, tokens[index].digits <= 2, (1...31).contains(tokens[index].value) else {
            return false
        }
        let start = tokens[index].start
        if start > 0, !text.spaceBefore(start), Latin.isLetter(text.bytes[start - 1]), !isAfterWord(index) {
            return false
        }
        return !isAfter(.notDay, tokens[index])
    }

    /// Glued to the word of a date before it, as in to31 or Mar31.
    private func isAfterWord(_ index: Int) -> Bool { index > 0 && tokens[index - 1].end == tokens[index].start }

    /// ตุลาคม 2565, ต.ค.65, March 31, 2023.
    private func monthAndYear(at index: Int, _ month: Int, _ form: ThaiMonths.Form) -> DateEndpoint {
        var end = DateEndpoint(day: nil, month: month, form: form, next: index + 1)
        if form.isEnglish, isDayNumber(at: index + 1), isNear(after: index),
            let named = monthYear(after: index + 1, hasDay: true, .full), !named.isFiscal
        {
            end.day = tokens[index + 1].value
            (end.year, end.isFiscal, end.next) = named
        } else if let named = monthYear(after: index, hasDay: false, form) {
            (end.year, end.isFiscal, end.next) = named
        }
        return end
    }

    /// The year after a month's name.
    private func monthYear(
        after index: Int, hasDay: Bool, _ form: ThaiMonths.Form
    ) -> (year: Int?, isFiscal: Bool, next: Int)? {
        let here = gap(after: index)
        guard !here.contains(.far) else { return nil }
        if let (naming, number) = markers(at: index + 1) {
            guard naming != .school, naming != .yearly, naming == .fiscal || !here.contains(.close),
                let named = year(at: number, allowsShort: true)
            else { return nil }
            return (named.year, naming == .fiscal, named.next)
        }
        let isJoined = here.isDisjoint(with: [.open, .close])
        guard isJoined, word(index + 1) == .number else { return nil }
        let isShortAllowed = isShortAllowed(at: index + 1, here, hasDay: hasDay, form)
        if let named = year(at: index + 1, allowsShort: isShortAllowed) { return (named.year, false, named.next) }
        guard hasDay || here.contains(.dash) || here.contains(.other) else { return nil }
        return shortCommonYear(at: index + 1, form).map { ($0, false, index + 2) }
    }

    /// May two digits after a month be a year? Rows of counts (ตุลาคม 45 พฤศจิกายน 52) are not.
    private func isShortAllowed(at index: Int, _ gap: DateGap, hasDay: Bool, _ form: ThaiMonths.Form) -> Bool {
        let token = tokens[index]
        guard token.digits == 2, !(gap.contains(.dash) && gap.contains(.spaced)) else { return false }
        if hasDay { return true }
        let likely = form == .full ? 60...75 : 50...79
        return likely.contains(token.value) && !isCounted(token) && !isShortCount(token)
    }

    /// Oct-22: two digits of the common era, only beside an English month.
    private func shortCommonYear(at index: Int, _ form: ThaiMonths.Form) -> Int? {
        let token = tokens[index]
        guard form.isEnglish, token.digits == 2, (10...39).contains(token.value), !isDecimal(token),
            !gap(after: index - 1).contains(.comma), isFreeAfter(token)
        else { return nil }
        return 2000 + token.value + FiscalYear.buddhistShift
    }

    /// 31/03/2566, 31-3-66, 2566/03/31, 2023-03-31, and เดือน 10/2566.
    private func numeric(at index: Int) -> DateEndpoint? {
        if isMonthOfYear(at: index), gap(after: index) == [.slash], word(index + 1) == .number,
            tokens[index + 1].digits == 4, let year = DateParser.buddhist(tokens[index + 1].value, true)
        {
            return DateEndpoint(month: tokens[index].value, year: year, next: index + 2)
        }
        guard let sign = numericSign(at: index) else { return nil }
        let (first, second, third) = (tokens[index], tokens[index + 1], tokens[index + 2])
        guard second.digits <= 2 else { return nil }
        if first.digits == 4, third.digits <= 2, let year = DateParser.buddhist(first.value, true) {
            return DateEndpoint(day: third.value, month: second.value, year: year, next: index + 3)
        }
        guard first.digits <= 2 else { return nil }
        if third.digits == 4, let year = DateParser.buddhist(third.value, true) {
            let isAmerican = second.value > 12 && first.value <= 12 && third.value < 2400
            return DateEndpoint(
                day: isAmerican ? second.value : first.value, month: isAmerican ? first.value : second.value,
                year: year, next: index + 3)
        }
        let isTight = gap(after: index) == sign && gap(after: index + 1) == sign
        guard third.digits == 2, (50...99).contains(third.value), isTight, sign != .dot else { return nil }
        return DateEndpoint(day: first.value, month: second.value, year: 2500 + third.value, next: index + 3)
    }

    /// The sign that joins three numbers into a date and nothing to their left or right.
    private func numericSign(at index: Int) -> DateGap? {
        guard word(index + 1) == .number, word(index + 2) == .number else { return nil }
        let sign = gap(after: index).subtracting(.spaced)
        guard sign == .slash || sign == .dash || sign == .dot, gap(after: index + 1).subtracting(.spaced) == sign,
            sign != .dot || !(gap(after: index).union(gap(after: index + 1))).contains(.spaced)
        else { return nil }
        let (start, end) = (tokens[index].start, tokens[index + 2].end)
        if start > 1, !text.spaceBefore(start), !text.spaceBefore(start - 1), isDigit(at: start - 2),
            [0x2F, 0x2D, 0x2E].contains(text.bytes[start - 1])
        {
            return nil
        }
        if end + 1 < text.bytes.count, !text.spaceBefore(end), !text.spaceBefore(end + 1), isDigit(at: end + 1),
            [0x2F, 0x2D, 0x2E].contains(text.bytes[end])
        {
            return nil
        }
        return sign
    }
}

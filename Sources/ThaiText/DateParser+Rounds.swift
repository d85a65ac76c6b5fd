import GradingCore

/// Quarters, halves and twelve-month rounds.
extension DateParser {
    /// ไตรมาสที่ 2/2566, ไตรมาส 1 ปีงบประมาณ 2566, ไตรมาสที่ 1-2, Q1/2566.
    mutating func quarter(at index: Int) -> Int? {
        var first = 1
        var place = index
        if word(index) != .firstQuarter {
            guard isNear(after: index), isQuarter(at: index + 1),
                word(index) == .quarter || gap(after: index).isPlain
            else { return nil }
            place = index + 1
            first = tokens[place].value
        }
        var last = first
        if let link = link(after: place), let number = quarterNumber(at: link.next), tokens[number].value > first {
            last = tokens[number].value
            place = number
        }
        let beside = yearBeside(after: place)
        let next = beside?.next ?? place + 1
        if let year = beside?.year {
            emit(first == last ? .quarter(first, year) : .quarterSpan(first, last, year), tokens: index..<next)
        } else if let (year, taken) = takeYear(before: index) {
            let kind: TextDate.Kind = first == last ? .quarter(first, year) : .quarterSpan(first, last, year)
            emit(kind, joining: taken, through: place)
        } else {
            emit(.quarterOnly(first, last), tokens: index..<next)
        }
        return next
    }

    private func isQuarter(at index: Int) -> Bool {
        word(index) == .number && tokens[index].digits == 1 && (1...4).contains(tokens[index].value)
    }

    /// The second number of a span, perhaps with the word again: ไตรมาสที่ 1 และ 2, ไตรมาส 1 - ไตรมาส 2.
    private func quarterNumber(at index: Int) -> Int? {
        if isQuarter(at: index) {
            if case .month = word(index + 1), gap(after: index).isPlain { return nil }
            return index
        }
        let isAgain = word(index) == .quarter || word(index) == .quarterLetter
        return isAgain && isNear(after: index) && isQuarter(at: index + 1) ? index + 1 : nil
    }

    /// รอบ 6 เดือน, รอบ ๖ เดือนแรก, ครึ่งปีแรก, รอบ 12 เดือน.
    mutating func round(at index: Int) -> Int? {
        switch word(index) {
        case .half(let half): return emitRound(half: half, at: index, through: index)
        case .months(let months):
            return emitMonths(months, at: index, through: index, isSaid: isRoundSaid(from: index, through: index))
        case .round:
            guard isNear(after: index) else { return nil }
            if case .months(let months) = word(index + 1) {
                return emitMonths(months, at: index, through: index + 1, isSaid: true)
            }
            guard let months = countedMonths(at: index + 1) else { return nil }
            return emitMonths(months, at: index, through: index + 2, isSaid: true)
        default: return nil
        }
    }

    /// 6 เดือนแรก or (6 เดือน) without รอบ.
    mutating func countedRound(at index: Int) -> Int? {
        guard let months = countedMonths(at: index) else { return nil }
        return emitMonths(months, at: index, through: index + 1, isSaid: isRoundSaid(from: index, through: index + 1))
    }

    private func countedMonths(at index: Int) -> Int? {
        guard word(index) == .number, [6, 12].contains(tokens[index].value), tokens[index].digits <= 2,
            word(index + 1) == .monthWord, isNear(after: index), gap(after: index).isPlain
        else { return nil }
        return tokens[index].value
    }

    /// Six months without รอบ are a round when they say which, stand in brackets, or have a fiscal year after them.
    private func isRoundSaid(from index: Int, through end: Int) -> Bool {
        if word(end + 1) == .first || word(end + 1) == .last { return gap(after: end).isPlain }
        if word(end + 1) == .fiscal, isNear(after: end) { return true }
        let start = tokens[index].start
        return start > 0 && text.bytes[start - 1] == 0x28 && tokens[end].end < text.bytes.count
            && text.bytes[tokens[end].end] == 0x29
    }

    private mutating func emitMonths(_ months: Int, at index: Int, through end: Int, isSaid: Bool) -> Int? {
        guard isSaid else { return nil }
        var end = end
        var half = 1
        if word(end + 1) == .first || word(end + 1) == .last, gap(after: end).isPlain {
            half = word(end + 1) == .last ? 2 : 1
            end += 1
        }
        return emitRound(half: months == 12 ? nil : half, at: index, through: end)
    }

    /// Emits a half, or all twelve months when `half` is nil, with the year beside it.
    private mutating func emitRound(half: Int?, at index: Int, through end: Int) -> Int {
        let beside = yearBeside(after: end)
        var half = half
        if let months = beside?.months, half != nil { half = months.month >= 4 && months.month < 10 ? 2 : 1 }
        func kind(_ year: FiscalYear) -> TextDate.Kind { half.map { .half($0, year) } ?? .twelveMonths(year) }
        if let year = beside?.year {
            emit(kind(year), tokens: index..<(beside?.next ?? end + 1))
            return beside?.next ?? end + 1
        }
        if let (year, taken) = takeYear(before: index) {
            emit(kind(year), joining: taken, through: end)
        } else {
            emit(half.map { .sixMonthsOnly(half: $0) } ?? .twelveMonthsOnly, tokens: index..<(end + 1))
        }
        return end + 1
    }

    /// The fiscal year said after a round: by number, or by the months in brackets, which stay a date of their own.
    private func yearBeside(after index: Int) -> (year: FiscalYear, next: Int, months: CivilMonth?)? {
        let here = gap(after: index)
        guard !here.contains(.far) else { return nil }
        var place = index + 1
        while word(place) == .of, isNear(after: place) { place += 1 }
        if let (naming, number) = markers(at: place) {
            guard naming != .school, let named = year(at: number, allowsShort: naming == .fiscal) else { return nil }
            return (FiscalYear(named.year), named.next, nil)
        }
        if word(place) == .number, let named = year(at: place, allowsShort: here == [.slash], allowsCommon: false),
            endpoint(at: place) == nil
        {
            return here.contains(.slash) || isPlainYear(at: named.next - 1)
                ? (FiscalYear(named.year), named.next, nil) : nil
        }
        return monthsBeside(at: skippingWords(place)).map { (FiscalYear(containing: $0.0), index + 1, $0.1) }
    }

    /// The last day and first month of the span that begins at a token.
    private func monthsBeside(at index: Int) -> (CivilDate, CivilMonth?)? {
        var reader = fresh()
        guard reader.span(at: index) != nil, let period = reader.found.last?.kind.period else { return nil }
        return (period.to, CivilMonth(year: period.from.year, month: period.from.month))
    }

    /// Takes the year that stands directly before a round into the round.
    private mutating func takeYear(before index: Int) -> (year: FiscalYear, taken: Found)? {
        guard let last = found.last, last.next <= index, last.naming != .bare, last.naming != .numbered else {
            return nil
        }
        for place in (last.next - 1)..<index {
            guard isNear(after: place) else { return nil }
            if place >= last.next, tokens[place].word != .of { return nil }
        }
        let year: FiscalYear
        switch last.kind {
        case .fiscalYear(let fiscal): year = fiscal
        case .calendarYear(let number) where last.naming != .school: year = FiscalYear(number)
        default: return nil
        }
        return takeLast().map { (year, $0) }
    }
}

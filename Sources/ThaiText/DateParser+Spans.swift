import GradingCore

extension DateParser {
    /// Reads days, months and spans of them. Gives the index after what was read.
    mutating func span(at index: Int) -> Int? {
        guard let first = endpoint(at: index) else { return nil }
        if let link = link(after: first.next - 1), link.isSpan, let last = endpoint(at: link.next),
            let kind = joined(first, last, in: yearBefore(index))
        {
            emit(kind, tokens: index..<last.next)
            return last.next
        }
        if first.year == nil, let next = monthList(at: index, first) { return next }
        return alone(first, at: index)
    }

    /// A date by itself. An impossible one is passed over without a trace.
    private mutating func alone(_ date: DateEndpoint, at index: Int) -> Int? {
        let fiscal = date.year == nil ? yearBefore(index) : nil
        if let year = date.year ?? fiscal?.year {
            let common = date.commonYear(year, isFiscal: date.isFiscal || fiscal != nil)
            if let kind = DateParser.kind(date, common) { emit(kind, tokens: index..<date.next) }
            return date.next
        }
        if let day = date.day {
            guard date.form == .full || date.form == .dotted,
                day <= CivilDate.days(inMonth: date.month, of: 2000)
            else { return nil }
            emit(.dayAndMonthOnly(day: day, month: date.month), tokens: index..<date.next)
        } else if isNamedAlone(date, at: index) {
            emit(.monthNameOnly(date.month), tokens: index..<date.next)
        }
        return date.next
    }

    private static func kind(_ date: DateEndpoint, _ commonYear: Int) -> TextDate.Kind? {
        guard let day = date.day else {
            return CivilMonth(year: commonYear, month: date.month).map(TextDate.Kind.month)
        }
        return CivilDate(year: commonYear, month: date.month, day: day).map(TextDate.Kind.day)
    }

    /// May a month without year and day count as a month? Abbreviations only after เดือน or in a row of month heads.
    private func isNamedAlone(_ date: DateEndpoint, at index: Int) -> Bool {
        switch date.form {
        case .full: true
        case .dotted, .loose: word(index - 1)?.isMonthWord == true && isNear(after: index - 1) || isMonthHead
        case .englishFull, .englishShort: isMonthHead
        case nil: false
        }
    }

    /// True when the text is nothing but names of months and what joins them.
    var isMonthHead: Bool {
        guard let first = tokens.first, let last = tokens.last, first.start <= 1, last.end + 1 >= text.bytes.count,
            tokens.count <= 24
        else { return false }
        return tokens.indices.allSatisfy { index in
            let isPart =
                switch tokens[index].word {
                case .month, .monthWord, .monthLabel, .to, .and, .round: true
                default: false
                }
            return isPart && (index + 1 == tokens.count || isNear(after: index))
        }
    }

    /// From one end to the other, the missing year taken from the other end or from the fiscal year before.
    private func joined(_ first: DateEndpoint, _ last: DateEndpoint, in fiscal: FiscalYear?) -> TextDate.Kind? {
        let isWrapped = (last.month, last.day ?? 32) < (first.month, first.day ?? 0)
        let years: (Int, Int)
        switch (first.year, last.year) {
        case (let from?, let to?):
            years = (
                first.commonYear(from, isFiscal: first.isFiscal), last.commonYear(to, isFiscal: last.isFiscal)
            )
        case (nil, let to?):
            let end = last.commonYear(to, isFiscal: last.isFiscal)
            years = (isWrapped ? end - 1 : end, end)
        case (let from?, nil):
            let start = first.commonYear(from, isFiscal: first.isFiscal)
            years = (start, isWrapped ? start + 1 : start)
        case (nil, nil):
            guard let fiscal else { return DateParser.unnamed(first, last) }
            years = (
                first.commonYear(fiscal.year, isFiscal: true), last.commonYear(fiscal.year, isFiscal: true)
            )
        }
        guard years.1 - years.0 <= 20 else { return nil }
        return DateParser.joined(first, years.0, last, years.1)
    }

    private static func unnamed(_ first: DateEndpoint, _ last: DateEndpoint) -> TextDate.Kind? {
        guard first.day == nil, last.day == nil, first.form != .loose, last.form != .loose,
            first.form?.isEnglish == false, first.month != last.month
        else { return nil }
        return .monthNameSpan(first.month, last.month)
    }

    private static func joined(
        _ first: DateEndpoint, _ firstYear: Int, _ last: DateEndpoint, _ lastYear: Int
    ) -> TextDate.Kind? {
        guard let start = CivilMonth(year: firstYear, month: first.month),
            let end = CivilMonth(year: lastYear, month: last.month)
        else { return nil }
        if first.day == nil, last.day == nil {
            return start <= end ? .monthSpan(start, end) : nil
        }
        guard let from = CivilDate(year: firstYear, month: first.month, day: first.day ?? 1),
            let to = last.day.map({ CivilDate(year: lastYear, month: last.month, day: $0) }) ?? end.period?.to
        else { return nil }
        return CivilPeriod(from: from, to: to).map(TextDate.Kind.daySpan)
    }

    /// ตุลาคม, พฤศจิกายน และธันวาคม 2565: the year at the end is everybody's.
    private mutating func monthList(at index: Int, _ first: DateEndpoint) -> Int? {
        guard first.day == nil, first.form?.isEnglish == false else { return nil }
        var members = [(index, first)]
        while let (_, member) = members.last, member.year == nil, members.count <= 12 {
            guard let link = link(after: member.next - 1), !link.isSpan, let next = endpoint(at: link.next),
                next.day == nil, next.form?.isEnglish == false
            else { break }
            members.append((link.next, next))
        }
        guard members.count > 1, let last = members.last?.1, let year = last.year else { return nil }
        for (place, member) in members {
            let isLater = !last.isFiscal && member.month > last.month
            let common = member.commonYear(year, isFiscal: last.isFiscal) - (isLater ? 1 : 0)
            if let month = CivilMonth(year: common, month: member.month) {
                emit(.month(month), tokens: place..<member.next)
            }
        }
        return last.next
    }

    /// 1-5 มีนาคม 2566, 1, 2 และ 5 มีนาคม 2566.
    mutating func dayList(at index: Int) -> Int? {
        guard index >= listlessUntil else { return nil }
        var days = [index]
        var isSpan = false
        while let place = days.last, isDayNumber(at: place), days.count <= 16, let link = link(after: place),
            word(link.next) == .number, numericIsNone(at: place)
        {
            isSpan = isSpan || link.isSpan
            days.append(link.next)
        }
        guard days.count > 1, let place = days.last else { return nil }
        guard let last = endpoint(at: place), let lastDay = last.day, last.form != nil else {
            listlessUntil = place
            return nil
        }
        guard let year = last.year ?? yearBefore(index)?.year
        else { return nil }
        let common = last.commonYear(year, isFiscal: last.isFiscal || last.year == nil)
        let dates = (days.dropLast().map { tokens[$0].value } + [lastDay]).compactMap {
            CivilDate(year: common, month: last.month, day: $0)
        }
        guard dates.count == days.count, let from = dates.first, let to = dates.last else { return nil }
        if isSpan {
            guard from < to, let period = CivilPeriod(from: from, to: to) else { return nil }
            emit(.daySpan(period), tokens: index..<last.next)
        } else {
            for date in dates { emit(.day(date), tokens: index..<last.next) }
        }
        return last.next
    }

    /// True unless a numeric date (31-3-66) begins here.
    private func numericIsNone(at index: Int) -> Bool {
        guard let date = endpoint(at: index) else { return true }
        return date.form != nil
    }

    /// The one fiscal year that a year or round names.
    private static func fiscalYear(_ kind: TextDate.Kind) -> FiscalYear? {
        switch kind {
        case .fiscalYear(let year), .quarter(_, let year), .quarterSpan(_, _, let year), .half(_, let year),
            .twelveMonths(let year):
            year
        default: nil
        }
    }

    /// The fiscal year that stands directly before, as in ปีงบประมาณ 2566 (ตุลาคม - ธันวาคม).
    func yearBefore(_ index: Int) -> FiscalYear? {
        guard let last = found.last, last.next <= index, let year = DateParser.fiscalYear(last.kind) else { return nil }
        for place in (last.next - 1)..<index {
            guard isNear(after: place) else { return nil }
            guard place >= last.next else { continue }
            switch tokens[place].word {
            case .round, .monthWord, .monthLabel, .dayWord, .of: continue
            default: return nil
            }
        }
        return year
    }
}

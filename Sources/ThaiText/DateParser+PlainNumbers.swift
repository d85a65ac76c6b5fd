import GradingCore

/// Telling a bare year from money, telephone numbers, ids and counts.
extension DateParser {
    /// Words after a number that make it a count, as shadows.
    private static let units: [[UInt8]] = [
        "บาท", "ล้าน", "คน", "ครั้ง", "แห่ง", "กิโล", "เมตร", "ไร่", "ครัวเรือน", "หลังคา", "ตร.", "ตารางเมตร", "ลิตร", "ชั่วโมง",
        "นาที",
        "view", "hit", "คะแนน", "ชิ้น", "กรัม", "ท่าน", "ครอบครัว", "kb", "mb", "px", "หมู่บ้าน", "ดอลลาร์",
    ].map(NormalisedText.key)
    /// Units that are also beginnings of other words: they count when the word ends with them.
    private static let shortUnits: [[UInt8]] = [
        "ราย", "ตัว", "หน้า", "คัน", "เครื่อง", "เล่ม", "แผ่น", "รูป", "ต้น", "อัน", "ชุด", "ตัน", "กม.", "ม.", "ก.ม.", "หลัง",
    ].map(NormalisedText.key)

    /// Does a unit follow the number?
    func isCounted(_ token: DateToken) -> Bool {
        guard token.end < text.bytes.count, text.bytes[token.end] >= 0x61 else { return false }
        if DateParser.units.contains(where: { isText($0, at: token.end) }) { return true }
        return DateParser.shortUnits.contains { unit in
            let end = token.end + unit.count
            return isText(unit, at: token.end)
                && (text.spaceBefore(end) || !(text.bytes[end] >= 0x80 || Latin.isLetter(text.bytes[end])))
        }
    }

    /// Words that make two digits after a month a count, though years may stand before them.
    func isShortCount(_ token: DateToken) -> Bool {
        DateParser.things.contains { isText($0, at: token.end) }
    }

    private static let things: [[UInt8]] = ["เรื่อง", "โครงการ", "รายการ", "ฉบับ", "กิจกรรม", "หมู่", "ราย", "ชุด", "วัน"].map(
        NormalisedText.key)

    private func isText(_ words: [UInt8], at index: Int) -> Bool {
        guard index + words.count <= text.bytes.count else { return false }
        for step in 0..<words.count where text.bytes[index + step] != words[step] { return false }
        return true
    }

    /// A four-digit year of our time that nothing after it makes a count or a decimal.
    func isPlainYear(at index: Int) -> Bool {
        tokens[index].digits == 4 && DateParser.plainYears.contains(tokens[index].value) && isFreeAfter(tokens[index])
    }

    func isFreeAfter(_ token: DateToken) -> Bool {
        guard token.end < text.bytes.count else { return true }
        if isCounted(token) { return false }
        guard !text.spaceBefore(token.end) else { return true }
        let next = text.bytes[token.end]
        if next == 0x25 || Latin.isLetter(next) { return false }
        let isSign = next == 0x2C || next == 0x2E || next == 0x2F || next == 0x2D || next == 0x3A
        return !(isSign && isDigit(at: token.end + 1) && !text.spaceBefore(token.end + 1))
    }

    func isFreeBefore(at index: Int) -> Bool {
        let token = tokens[index]
        guard token.start > 0 else { return true }
        if isPartOfNumber(at: index) || isAfterNoYearWord(token) { return false }
        guard !text.spaceBefore(token.start) else { return true }
        switch text.bytes[token.start - 1] {
        case 0x2F: return index > 0 && isYear(tokens[index - 1], endingAt: token.start - 1)
        case 0x2C, 0x2E, 0x2D, 0x3A: return !isDigit(at: token.start - 2)
        case 0x23, 0x24, 0x40: return false
        default: return true
        }
    }

    /// A group of a long number written with blanks: 1 2566 01234 56 7, โทร. 2566 2570.
    private func isPartOfNumber(at index: Int) -> Bool {
        if word(index - 1) == .number, gap(after: index - 1).isPlain,
            tokens[index - 1].digits > 4 || (tokens[index - 1].digits == 1 && tokens[index - 1].value == 0)
                || isAfterNoYearWord(tokens[index - 1])
        {
            return true
        }
        return word(index + 1) == .number && tokens[index + 1].digits > 4 && gap(after: index).isPlain
    }

    private func isAfterNoYearWord(_ token: DateToken) -> Bool {
        isAfter(.notYear, token)
    }

    /// Does a role word stand before a number, with nothing but signs between?
    func isAfter(_ word: RoleWord, _ token: DateToken) -> Bool {
        marks(endingIn: (token.start - 4)..<(token.start + 1)).contains { mark in
            mark.word == word && DateGap(text, mark.end..<token.start).isSubset(of: [.spaced, .dot, .other, .dash])
        }
    }

    /// 2565/2566 is two years; anything else before a slash makes a number of a file.
    private func isYear(_ token: DateToken, endingAt end: Int) -> Bool {
        token.end == end && token.digits == 4 && DateParser.plainYears.contains(token.value)
    }

    /// The role words that end in a range of the shadow, ascending.
    func marks(endingIn range: Range<Int>) -> ArraySlice<RoleMark> {
        let first = firstMark(endingFrom: range.lowerBound)
        return roles[first..<max(first, firstMark(endingFrom: range.upperBound))]
    }

    private func firstMark(endingFrom place: Int) -> Int {
        var low = 0
        var high = roles.count
        while low < high {
            let middle = (low + high) / 2
            if roles[middle].end < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// 1/2566: the number of a meeting or term, else of a file, which is no date. Gives the index after it.
    mutating func numbered(at index: Int) -> Int? {
        guard word(index + 1) == .number, tokens[index].digits <= 4 else { return nil }
        let year = tokens[index + 1]
        guard year.digits == 4, DateParser.plainYears.contains(year.value), gap(after: index) == [.slash],
            !DateParser.plainYears.contains(tokens[index].value), !isMonthOfYear(at: index),
            !isGlued(0x2F, after: year.end)
        else { return nil }
        let isBefore = index > 0 && isNear(after: index - 1)
        if isBefore, word(index - 1) == .sitting {
            emit(.calendarYear(year.value), tokens: index..<(index + 2), naming: .numbered)
        } else if isBefore, word(index - 1) == .term {
            emit(.calendarYear(year.value), tokens: index..<(index + 2), naming: .school)
        }
        return index + 2
    }

    /// 12/2564 with nothing beside it, as tables of plans write months. Meetings are numbered without a zero.
    mutating func monthInCell(at index: Int) -> Int? {
        guard index == 0, tokens.count == 2, tokens[0].start == 0, tokens[1].end == text.bytes.count,
            tokens[0].digits == 2, gap(after: 0) == [.slash], tokens[1].word == .number, tokens[1].digits == 4,
            DateParser.plainYears.contains(tokens[1].value),
            let month = CivilMonth(year: tokens[1].value - FiscalYear.buddhistShift, month: tokens[0].value)
        else { return nil }
        emit(.month(month), tokens: 0..<2)
        return 2
    }

    /// เดือน 10/2566, but not 10/2566 by itself.
    func isMonthOfYear(at index: Int) -> Bool {
        word(index - 1)?.isMonthWord == true && isNear(after: index - 1) && (1...12).contains(tokens[index].value)
            && tokens[index].digits <= 2
    }
}

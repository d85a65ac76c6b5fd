import GradingCore

/// Dates in file names, slugs and paths (decoded, not percent-encoded): `ita-2566`, `plan66.pdf`, `20230331`,
/// `2023/05/report.pdf`.
///
/// What the name says of its content has the role `covers` when it is a year, month or round; days are `other`, because
/// a scanner or camera may have written them, and a folder of year and month is `published`.
public func datesInFileName(_ name: String) -> [TextDate] {
    FileNameReader(name).dates()
}

private struct FileNameReader {
    let text: NormalisedText

    init(_ name: String) { text = NormalisedText(FileNameReader.spaced(name)) }

    func dates() -> [TextDate] {
        let written = datesFound(in: text).filter { !isFolder($0) }.map(fromText)
        var result = written
        var next = 0
        for candidate in numbers() {
            while next < written.count, written[next].range.upperBound <= candidate.range.lowerBound { next += 1 }
            if next < written.count, written[next].range.overlaps(candidate.range) { continue }
            result.append(candidate)
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Underscores and plus signs stand for blanks; hyphens may join dates, so they stay.
    private static func spaced(_ name: String) -> String {
        String(decoding: name.utf8.map { $0 == 0x5F || $0 == 0x2B ? 0x20 : $0 }, as: UTF8.self)
    }

    private func fromText(_ date: TextDate) -> TextDate {
        let isDay =
            switch date.kind {
            case .day, .daySpan, .dayAndMonthOnly: true
            default: false
            }
        let keeps = date.role == .law || date.role == .session || date.role == .school || date.role == .signed
        return TextDate(
            range: date.range, text: date.text, kind: date.kind, role: keeps ? date.role : isDay ? .other : .covers,
            subject: date.subject)
    }

    /// 2023/05/14 and the like, where the slashes are folders.
    private func isFolder(_ date: TextDate) -> Bool {
        text.bytes[date.range].contains(0x2F) && date.range.count < 11
    }

    private func numbers() -> [TextDate] {
        var result: [TextDate] = []
        var index = 0
        let bytes = text.bytes
        while index < bytes.count {
            guard Latin.isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, Latin.isDigit(bytes[index]), index == start || !text.spaceBefore(index) {
                index += 1
            }
            if let (kind, role, end) = reading(start..<index) {
                let range = start..<end
                result.append(
                    TextDate(range: range, text: text.words(range), kind: kind, role: role))
                index = max(index, end)
            }
        }
        return result
    }

    private func reading(_ run: Range<Int>) -> (TextDate.Kind, TextDate.Role, Int)? {
        switch run.count {
        case 2:
            return shortYear(run).map { (.calendarYear($0), .covers, run.upperBound) }
        case 4: return year(run)
        case 6: return month(value(run.prefix(4)), value(run.suffix(2))).map { (.month($0), .covers, run.upperBound) }
        case 8...: return day(run).map { (.day($0), .other, run.upperBound) }
        default: return nil
        }
    }

    /// Four digits: a Buddhist-era year, or a folder of a common-era year and perhaps a month.
    private func year(_ run: Range<Int>) -> (TextDate.Kind, TextDate.Role, Int)? {
        let number = value(run)
        if DateParser.plainYears.contains(number) { return (.calendarYear(number), .covers, run.upperBound) }
        guard (2000...2057).contains(number) else { return nil }
        let end = run.upperBound
        if end + 2 < text.bytes.count, text.bytes[end] == 0x2F, isFolderNumber(end + 1..<end + 3),
            let month = CivilMonth(year: number, month: value(end + 1..<end + 3))
        {
            return (.month(month), .published, end + 3)
        }
        return isWord(run) ? (.calendarYear(number + FiscalYear.buddhistShift), .other, end) : nil
    }

    private func isFolderNumber(_ range: Range<Int>) -> Bool {
        text.bytes[range].allSatisfy(Latin.isDigit)
            && (range.upperBound == text.bytes.count || text.bytes[range.upperBound] == 0x2F)
    }

    /// `plan66`, `แผน66`, `ita-66`: two digits glued to letters, or after a known word and a sign, and nothing after them.
    private func shortYear(_ run: Range<Int>) -> Int? {
        let number = value(run)
        guard (50...79).contains(number), run.lowerBound > 0, isEnd(run.upperBound) else { return nil }
        let before = text.bytes[run.lowerBound - 1]
        let isGlued = !text.spaceBefore(run.lowerBound)
        if isGlued, before >= 0x80 { return 2500 + number }
        if isGlued, Latin.isLetter(before), letters(before: run.lowerBound) >= 2 { return 2500 + number }
        let end = isGlued && before == 0x2D ? run.lowerBound - 1 : run.lowerBound
        guard end < run.lowerBound || !isGlued else { return nil }
        return FileNameReader.yearWords.contains { hasWord($0, endingAt: end) } ? 2500 + number : nil
    }

    private static let yearWords: [[UInt8]] = [
        "ita", "oit", "moit", "lpa", "plan", "budget", "report", "year", "fy", "ปี", "ปีงบ", "ปีงบประมาณ", "แผน",
        "งบประมาณ", "รายงาน",
        "ข้อบัญญัติ", "เทศบัญญัติ",
    ].map(NormalisedText.key)

    private func hasWord(_ word: [UInt8], endingAt end: Int) -> Bool {
        end >= word.count && text.bytes[(end - word.count)..<end].elementsEqual(word)
    }

    private func letters(before index: Int) -> Int {
        var start = index
        while start > 0, Latin.isLetter(text.bytes[start - 1]), start == index || !text.spaceBefore(start) {
            start -= 1
        }
        return index - start
    }

    /// 20230331 or 25660331, alone or with a time or counter behind.
    private func day(_ run: Range<Int>) -> CivilDate? {
        let number = value(run.prefix(4))
        let isBuddhist = DateParser.plainYears.contains(number)
        guard isBuddhist || (2000...2057).contains(number), run.count == 8 || run.count == 12 || run.count == 14 else {
            return nil
        }
        let rest = run.dropFirst(4)
        return CivilDate(
            year: isBuddhist ? number - FiscalYear.buddhistShift : number, month: value(rest.prefix(2)),
            day: value(rest.dropFirst(2).prefix(2)))
    }

    private func month(_ year: Int, _ month: Int) -> CivilMonth? {
        DateParser.plainYears.contains(year) ? CivilMonth(year: year - FiscalYear.buddhistShift, month: month) : nil
    }

    private func value(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + Int(text.bytes[$1] - 48) }
    }

    /// No letter and no digit touches the number.
    private func isWord(_ run: Range<Int>) -> Bool {
        isEnd(run.upperBound)
            && (text.spaceBefore(run.lowerBound) || !isLetterOrMark(text.bytes[run.lowerBound - 1]))
    }

    private func isEnd(_ index: Int) -> Bool {
        text.spaceBefore(index) || !isLetterOrMark(text.bytes[index])
    }

    private func isLetterOrMark(_ byte: UInt8) -> Bool { byte >= 0x80 || Latin.isLetter(byte) }
}

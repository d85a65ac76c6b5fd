/// Numbers of cells as a spreadsheet shows them: at most 15 significant digits, no exponent, a point.
enum ShownNumber {
    /// The shown text of a stored number; the stored text itself when it is no number.
    static func text(_ stored: String, look: NumberLook, uses1904: Bool) -> String {
        guard let value = Double(stored), value.isFinite else { return stored }
        switch look {
        case .plain: return decimal(value) ?? stored
        case .percent: return decimal(value, shiftedBy: 2).map { $0 + "%" } ?? stored
        case .date, .dateTime, .time: return moment(value, look: look, uses1904: uses1904) ?? decimal(value) ?? stored
        }
    }

    /// Nil beyond 21 digits before the point.
    static func decimal(_ value: Double, shiftedBy shift: Int = 0) -> String? {
        if value == 0 { return "0" }
        let description = Array(value.magnitude.description.utf8)
        let mantissa = description.prefix { $0 != 101 }
        let exponent = Int(String(decoding: description.dropFirst(mantissa.count + 1), as: UTF8.self)) ?? 0
        let whole = mantissa.prefix { $0 != 46 }
        var digits = mantissa.filter { $0 != 46 }.map { Int($0 - 48) }
        var point = whole.count + exponent + shift
        while let first = digits.first, first == 0, digits.count > 1 {
            digits.removeFirst()
            point -= 1
        }
        if digits.count > 15 {
            let up = digits[15] >= 5
            digits = Array(digits.prefix(15))
            var index = 14
            if up {
                while index >= 0 {
                    digits[index] += 1
                    guard digits[index] == 10 else { break }
                    digits[index] = 0
                    index -= 1
                }
                if index < 0 {
                    digits.insert(1, at: 0)
                    point += 1
                }
            }
        }
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        guard (-30...21).contains(point) else { return nil }
        return (value < 0 ? "-" : "") + placed(digits, point: point)
    }

    private static func placed(_ digits: [Int], point: Int) -> String {
        var text: [UInt8] = point <= 0 ? [48, 46] + [UInt8](repeating: 48, count: -point) : []
        for (index, digit) in digits.enumerated() {
            if index == point, point > 0 { text.append(46) }
            text.append(UInt8(48 + digit))
        }
        if point > digits.count { text += [UInt8](repeating: 48, count: point - digits.count) }
        return String(decoding: text, as: UTF8.self)
    }

    /// A serial day number as ISO 8601; nil outside 1900...9999.
    private static func moment(_ value: Double, look: NumberLook, uses1904: Bool) -> String? {
        guard value >= 0, value < 2_958_466 else { return nil }
        var day = Int(value)
        var second = Int(((value - Double(day)) * 86_400).rounded())
        if second == 86_400 {
            second = 0
            day += 1
        }
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let clock = two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60)
        if look == .time, day == 0 { return clock }
        if day == 0, !uses1904 { return nil }
        // Serial 60 is the 29 February 1900 that never was; the format keeps it for the sake of old files.
        let epoch = uses1904 ? -24_107 : (day < 60 ? -25_568 : -25_569)
        let date = civil(daysSince1970: day + epoch)
        let year = String(date.year)
        let iso =
            String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year + "-" + two(date.month) + "-"
            + two(date.day)
        return look == .dateTime && second != 0 ? iso + "T" + clock : iso
    }

    /// Day of the proleptic Gregorian calendar.
    private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, dayOfYear - (153 * month + 2) / 5 + 1)
    }
}

/// A day of the Gregorian calendar without time zone. Years are CE; the Buddhist era is converted in `FiscalYear`.
public struct CivilDate: Sendable, Hashable, Comparable {
    /// Year of the common era, 1...9999.
    public let year: Int
    /// Month 1...12.
    public let month: Int
    /// Day of the month, 1...31.
    public let day: Int

    /// Nil when the three numbers name no day of the Gregorian calendar.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2023-05-15` (exactly that shape). A year over 2400 is taken as Buddhist era.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year > 2400 ? year - FiscalYear.buddhistShift : year, month: month, day: day)
    }

    /// `2023-05-15`.
    public var iso: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Days since 1 January of year 1 (that day is 0), proleptic Gregorian calendar.
    public var dayNumber: Int {
        let y = month > 2 ? year : year - 1
        let m = (month + 9) % 12
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * m + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 306
    }

    /// The inverse of `dayNumber`; nil outside years 1...9999.
    public init?(dayNumber: Int) {
        let shifted = dayNumber + 306
        guard shifted >= 0 else { return nil }
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        let month = m < 10 ? m + 3 : m - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * m + 2) / 5 + 1)
    }

    /// By year, month and day.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Number of days of a month, 28...31.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The last day of this day's month.
    public var lastOfMonth: CivilDate {
        CivilDate(year: year, month: month, day: CivilDate.days(inMonth: month, of: year)) ?? self
    }
}

/// A span of days, both ends included; `from` is never after `to`.
public struct CivilPeriod: Sendable, Hashable {
    /// The first day.
    public let from: CivilDate
    /// The last day.
    public let to: CivilDate

    /// Nil when `from` lies after `to`.
    public init?(from: CivilDate, to: CivilDate) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    /// True for a day inside, the two ends included.
    public func contains(_ date: CivilDate) -> Bool { from <= date && date <= to }
    /// True when every day of the other span lies inside.
    public func contains(_ other: CivilPeriod) -> Bool { from <= other.from && other.to <= to }
    /// True when the two spans share a day.
    public func overlaps(_ other: CivilPeriod) -> Bool { from <= other.to && other.from <= to }
}

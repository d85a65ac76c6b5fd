public import GradingCore

/// A month of a year of the common era.
public struct CivilMonth: Sendable, Hashable, Comparable {
    /// Year of the common era.
    public let year: Int
    /// 1...12.
    public let month: Int

    /// Nil when the month or the year is outside the calendar.
    public init?(year: Int, month: Int) {
        guard CivilDate(year: year, month: month, day: 1) != nil else { return nil }
        self.year = year
        self.month = month
    }

    /// The month of a fiscal year: October to December lie in the calendar year before.
    public init?(month: Int, of fiscalYear: FiscalYear) {
        self.init(year: fiscalYear.commonEra - (month >= 10 ? 1 : 0), month: month)
    }

    /// First to last day.
    public var period: CivilPeriod? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        return CivilPeriod(from: first, to: first.lastOfMonth)
    }

    /// `2023-05`.
    public var iso: String { period.map { String($0.from.iso.dropLast(3)) } ?? "" }

    public static func < (left: CivilMonth, right: CivilMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}

/// A Thai fiscal year, named by its Buddhist-era number: FY 2566 runs 1 October 2565 to 30 September 2566
/// (1 October 2022 to 30 September 2023 CE).
public struct FiscalYear: Sendable, Hashable, Comparable {
    /// Buddhist era minus common era. The only place where this number stands.
    public static let buddhistShift = 543

    /// Buddhist-era year, for example 2566.
    public let year: Int

    /// From the Buddhist-era number.
    public init(_ year: Int) { self.year = year }

    /// The fiscal year in which a day lies.
    public init(containing date: CivilDate) {
        year = date.year + FiscalYear.buddhistShift + (date.month >= 10 ? 1 : 0)
    }

    /// The CE year in which this fiscal year ends.
    public var commonEra: Int { year - FiscalYear.buddhistShift }
    /// The year before.
    public var previous: FiscalYear { FiscalYear(year - 1) }
    /// The year after.
    public var next: FiscalYear { FiscalYear(year + 1) }

    /// 1 October to 30 September. Nil only outside the calendar (years before 545 or after 10541).
    public var period: CivilPeriod? {
        guard let from = CivilDate(year: commonEra - 1, month: 10, day: 1),
            let to = CivilDate(year: commonEra, month: 9, day: 30)
        else { return nil }
        return CivilPeriod(from: from, to: to)
    }

    /// 1 October to 31 March.
    public var firstHalf: CivilPeriod? {
        guard let from = CivilDate(year: commonEra - 1, month: 10, day: 1),
            let to = CivilDate(year: commonEra, month: 3, day: 31)
        else { return nil }
        return CivilPeriod(from: from, to: to)
    }

    /// True for a day from 1 October to 30 September of this year.
    public func contains(_ date: CivilDate) -> Bool { FiscalYear(containing: date) == self }

    /// By number.
    public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.year < right.year }

    /// Every fiscal year that a span of days touches, ascending.
    public static func touched(by period: CivilPeriod) -> [FiscalYear] {
        (FiscalYear(containing: period.from).year...FiscalYear(containing: period.to).year).map(FiscalYear.init)
    }
}

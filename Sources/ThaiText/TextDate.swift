public import GradingCore

/// A date, span or year that stands in a text.
public struct TextDate: Sendable, Hashable {
    /// What the words name.
    public enum Kind: Sendable, Hashable {
        case day(CivilDate)
        case daySpan(CivilPeriod)
        case month(CivilMonth)
        /// First and last month, ascending.
        case monthSpan(CivilMonth, CivilMonth)
        /// A named fiscal year (ปีงบประมาณ 2566, FY2023).
        case fiscalYear(FiscalYear)
        /// First and last fiscal year, ascending.
        case fiscalYearSpan(FiscalYear, FiscalYear)
        /// A Buddhist-era year not said to be fiscal (ปี 2566, พ.ศ. 2566, ค.ศ. 2023).
        case calendarYear(Int)
        /// First and last Buddhist-era year, ascending (พ.ศ. 2566-2570).
        case yearSpan(Int, Int)
        /// Quarter 1...4 of a fiscal year.
        case quarter(Int, FiscalYear)
        /// First and last quarter of a fiscal year.
        case quarterSpan(Int, Int, FiscalYear)
        /// Half 1 (October to March) or 2 of a fiscal year.
        case half(Int, FiscalYear)
        /// The whole fiscal year, as a reporting round.
        case twelveMonths(FiscalYear)

        // Without a year beside: a caller may combine them with the year of a caption.
        /// Months 1...12 by name alone.
        case monthNameOnly(Int)
        /// From a month to a month by name alone, in the order written (10, 3 for ต.ค. - มี.ค.).
        case monthNameSpan(Int, Int)
        /// A day and a month, 18 มีนาคม.
        case dayAndMonthOnly(day: Int, month: Int)
        /// First and last quarter; equal for one quarter.
        case quarterOnly(Int, Int)
        /// A six-month round: half 1 unless the words say the second.
        case sixMonthsOnly(half: Int)
        case twelveMonthsOnly
    }

    /// What the words around say about the date.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// The time that the text is about (also when nothing is said).
        case covers
        case signed, published, updated
        /// The year of a law, or the date of a law or letter that is cited.
        case law
        /// A council session or meeting number.
        case session
        /// A school year or term.
        case school
        /// A bare year, a copyright line, a national plan's span.
        case other
    }

    /// Bytes of the shadow.
    public let range: Range<Int>
    /// The words as written.
    public let text: String
    public let kind: Kind
    public let role: Role
    /// Set where the date is of another thing than the text that it stands in.
    public let subject: Subject?
    /// True for the day up to which something is told: สถานะ ณ วันที่ 31 มีนาคม 2566.
    public let isAsOf: Bool
    /// True where the text says that the time is its own: แผนฉบับนี้ … พ.ศ. 2566-2570.
    public let isOfThisText: Bool
    /// The days that are meant, years taken as fiscal years; nil where no year is named.
    public let period: CivilPeriod?
    /// Every fiscal year touched, ascending; empty where no year is named.
    public let fiscalYears: [FiscalYear]

    /// What a date is of when it is not of the text that it stands in.
    public enum Subject: Sendable, Hashable {
        /// The year of an assessment's result: ผลการประเมิน ITA ปี 2565.
        case assessmentResult
        /// The year of the assessment for which a page was put up: ใช้ประกอบการประเมิน ITA ปี 2566.
        case assessment
        /// Something that is only pointed to, or that this text follows: ข่าวเก่า, บทความที่เกี่ยวข้อง, ปรับปรุงจากแผน.
        case elsewhere
        /// The website, whose copyright line it is.
        case copyright
    }

    /// True for a single day with its year.
    public var isDay: Bool { kind.isDay }

    /// True for the year of an assessment result, which is not the year of the document.
    public var isAssessmentResult: Bool { subject == .assessmentResult }

    init(
        range: Range<Int>, text: String, kind: Kind, role: Role, subject: Subject? = nil, isAsOf: Bool = false,
        isOfThisText: Bool = false
    ) {
        self.range = range
        self.text = text
        self.kind = kind
        self.role = role
        self.subject = subject
        self.isAsOf = isAsOf
        self.isOfThisText = isOfThisText
        period = kind.period
        fiscalYears = period.map(FiscalYear.touched) ?? []
    }
}

extension TextDate.Kind {
    /// The days that are meant, years taken as fiscal years; nil where no year is named.
    public var period: CivilPeriod? {
        switch self {
        case .day(let day): CivilPeriod(from: day, to: day)
        case .daySpan(let span): span
        case .month(let month): month.period
        case .monthSpan(let first, let last): joined(first.period, last.period)
        case .fiscalYear(let year), .twelveMonths(let year): year.period
        case .fiscalYearSpan(let first, let last): joined(first.period, last.period)
        case .calendarYear(let year): FiscalYear(year).period
        case .yearSpan(let first, let last): joined(FiscalYear(first).period, FiscalYear(last).period)
        case .quarter(let quarter, let year): quarters(quarter, quarter, year)
        case .quarterSpan(let first, let last, let year): quarters(first, last, year)
        case .half(let half, let year): half == 1 ? year.firstHalf : quarters(3, 4, year)
        case .monthNameOnly, .monthNameSpan, .dayAndMonthOnly, .quarterOnly, .sixMonthsOnly, .twelveMonthsOnly: nil
        }
    }

    /// The same with a year from elsewhere (a caption, a title) for the kinds that name none; the others unchanged.
    public func resolved(in year: FiscalYear) -> TextDate.Kind {
        switch self {
        case .monthNameOnly(let month): CivilMonth(month: month, of: year).map(Kind.month) ?? self
        case .monthNameSpan(let first, let last):
            if let from = CivilMonth(month: first, of: year), let to = CivilMonth(month: last, of: year), from <= to {
                .monthSpan(from, to)
            } else {
                self
            }
        case .dayAndMonthOnly(let day, let month):
            CivilMonth(month: month, of: year).flatMap { CivilDate(year: $0.year, month: month, day: day) }
                .map(Kind.day) ?? self
        case .quarterOnly(let first, let last):
            first == last ? .quarter(first, year) : .quarterSpan(first, last, year)
        case .sixMonthsOnly(let half): .half(half, year)
        case .twelveMonthsOnly: .twelveMonths(year)
        default: self
        }
    }

    var isDay: Bool { if case .day = self { true } else { false } }

    /// True for single years and spans of years, fiscal or not.
    var isYears: Bool {
        switch self {
        case .fiscalYear, .fiscalYearSpan, .calendarYear, .yearSpan: true
        default: false
        }
    }

    private func quarters(_ first: Int, _ last: Int, _ year: FiscalYear) -> CivilPeriod? {
        joined(
            CivilMonth(month: Kind.firstMonth(ofQuarter: first), of: year)?.period,
            CivilMonth(month: Kind.firstMonth(ofQuarter: last) + 2, of: year)?.period)
    }

    private typealias Kind = TextDate.Kind

    /// Quarter 1 begins in October.
    private static func firstMonth(ofQuarter quarter: Int) -> Int { quarter == 1 ? 10 : (quarter - 2) * 3 + 1 }

    private func joined(_ first: CivilPeriod?, _ last: CivilPeriod?) -> CivilPeriod? {
        guard let first, let last else { return nil }
        return CivilPeriod(from: first.from, to: last.to)
    }
}

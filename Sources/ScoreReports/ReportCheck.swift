public import GradingCore

/// One comparison of what a report states with what follows from its other figures.
public struct ReportCheck: Sendable, Hashable {
    /// What is compared; raw values are stable words for reports.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case overallFromIndicators = "overall_from_indicators"
        case overallFromInstruments = "overall_from_instruments"
        case instrumentFromIndicators = "instrument_from_indicators"
        case instrumentFromParts = "instrument_from_parts"
        case indicatorFromSubIndicators = "indicator_from_sub_indicators"
        case indicatorFromItems = "indicator_from_items"
        case weightedScore = "weighted_score"
        case level
        /// The level printed beside one indicator.
        case rowLevel = "row_level"
        /// The same figure stated in several places.
        case repeated
        case count, highest, lowest, change
    }

    public var code: Code
    /// What it is about.
    public var subject: ReportSubject
    public var year: FiscalYear
    public var agrees: Bool
    /// As the report has it: a score with two digits, a level, a count, an id.
    public var stated: String
    /// What the other figures give, in the same form; both ends of an interval joined by an en dash.
    public var computed: String
    public var place: ReportPlace
}

/// A report with everything recomputed that its figures allow.
public struct CheckedReport: Sendable {
    /// One year of the report.
    public struct Year: Sendable {
        public var year: FiscalYear
        /// Everything that follows from the figures that were chosen.
        public var card: Scorecard
        /// The figure that is used of each subject: tables before sentences, then what is stated most often.
        public var chosen: [ReportSubject: ReportFigure]
        public var checks: [ReportCheck]
    }

    public var report: ScoreReport
    /// The reported year first, then descending; only years with a list.
    public var years: [Year]

    /// All comparisons, those of the reported year first.
    public var checks: [ReportCheck] { years.flatMap(\.checks) }
    /// False when something disagrees, nil when nothing could be compared.
    public var agrees: Bool? { checks.isEmpty ? nil : checks.allSatisfy(\.agrees) }

    /// Recomputes with the frames of the years; years without one are left out.
    public init(_ report: ScoreReport, frames: [Framework]) {
        self.report = report
        var years: [Year] = []
        for year in report.years {
            guard let frame = frames.first(where: { $0.fiscalYear == year }) else { continue }
            years.append(YearChecking(report, frame).year)
        }
        let changes = ChangeChecking(report, years).checks
        for index in years.indices { years[index].checks += changes.filter { $0.year == years[index].year } }
        self.years = years
    }
}

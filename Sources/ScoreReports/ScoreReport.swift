public import GradingCore

/// What an agency's own report on its result says, as far as it could be read.
public struct ScoreReport: Sendable, Hashable {
    /// In full; nil where no form of a local body stands.
    public var agency: String?
    /// As written, most frequent first.
    public var agencySpellings: [String]
    /// The year that is reported.
    public var year: FiscalYear
    /// Every stated score; several of one subject and year where the report repeats itself.
    public var figures: [ReportFigure]
    public var levels: [StatedLevel]
    public var statements: [ReportStatement]
    /// Items that are said to have no points.
    public var zeroItems: [ItemID]
    /// Contradictions that were settled.
    public var conflicts: [ReportConflict]
    public var unread: [UnreadPart]

    /// Years with figures, the reported one first, then descending.
    public var years: [FiscalYear] {
        [year] + Set(figures.map(\.year)).subtracting([year]).sorted(by: >)
    }
}

/// Why a file is no report that can be checked.
public enum ScoreReportRefusal: Error, Sendable, Hashable {
    /// There is no text: a scan, or an empty file. The detail is one English sentence, perhaps empty.
    case noText(detail: String)
    /// The file could not be read; one English sentence.
    case unreadable(detail: String)
    /// The text does not name the assessment.
    case notThisAssessment
    /// The assessment is named, but no score of an indicator, an instrument or the whole.
    case noFigures
    /// Scores are there, but not for which year; years that are named and have no list.
    case yearUnknown([Int])

    /// A stable word.
    public var code: String {
        switch self {
        case .noText: "no_text"
        case .unreadable: "unreadable"
        case .notThisAssessment: "not_this_assessment"
        case .noFigures: "no_figures"
        case .yearUnknown: "year_unknown"
        }
    }
}

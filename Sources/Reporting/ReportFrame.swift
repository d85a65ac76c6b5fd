public import GradingCore

/// What a report needs of the year's list beside the assessment: how it is scored and what its parts are called.
public struct ReportFrame: Sendable, Hashable {
    /// Scoring of the year.
    public var framework: Framework
    /// Name of the list, for example "OIT fiscal year 2566"; may be empty.
    public var title: BilingualText
    /// Titles by indicator id; a missing one is shown by its id alone.
    public var indicatorTitles: [String: BilingualText]
    /// Titles by sub-indicator id; a missing one is shown by its id alone.
    public var subIndicatorTitles: [String: BilingualText]

    /// All titles are optional.
    public init(
        framework: Framework, title: BilingualText = BilingualText(th: "", en: ""),
        indicatorTitles: [String: BilingualText] = [:], subIndicatorTitles: [String: BilingualText] = [:]
    ) {
        self.framework = framework
        self.title = title
        self.indicatorTitles = indicatorTitles
        self.subIndicatorTitles = subIndicatorTitles
    }
}

public import Checklists
import GradingCore

extension ReportFrame {
    /// The frame of a year's list.
    public init(_ list: YearList) {
        var indicators: [String: BilingualText] = [:]
        var subIndicators: [String: BilingualText] = [:]
        for indicator in list.surveyIndicators + list.indicators {
            indicators[indicator.id] = indicator.title
            for sub in indicator.subIndicators { subIndicators[sub.id] = sub.title }
        }
        self.init(
            framework: list.framework, title: list.title, indicatorTitles: indicators,
            subIndicatorTitles: subIndicators)
    }
}

import Findings
import GradingCore
import Reporting

/// Every figure of a memo, counted by the grading core from the report's items and the figures that were given.
struct MemoFigures: Sendable {
    /// One row of the table of indicators.
    struct Indicator: Sendable {
        var id: String
        var instrument: String
        var title: BilingualText
        /// Nil where nothing is known.
        var score: HundredthsInterval?
        /// In the order of the list; empty for surveys.
        var items: [ItemID]
        var group: Group?
    }

    /// Where an indicator stands.
    enum Group: CaseIterable, Sendable {
        case strength, keep, improve
        /// Its score is an interval that reaches over a limit.
        case open
    }

    let card: Scorecard
    let indicators: [Indicator]
    /// Points of the items as they were counted.
    let points: [ItemID: ItemPoints]

    init(_ report: Report, settings: MemoSettings) {
        var given = settings.figures ?? GivenFigures()
        let own = report.score.items
        // Published points of items outrank what a program found.
        given.items = own.merging(given.items) { $1 }
        points = given.items
        let card = Scorecard(given, in: report.frame.framework)
        self.card = card
        indicators = report.frame.framework.instruments.flatMap { instrument in
            instrument.indicators.map { indicator in
                let score = card.indicators[indicator.id]?.published
                return Indicator(
                    id: indicator.id, instrument: instrument.id,
                    title: report.frame.indicatorTitles[indicator.id] ?? BilingualText(th: "", en: ""), score: score,
                    items: indicator.subIndicators.flatMap(\.items),
                    group: score.map { MemoFigures.group($0, settings) })
            }
        }
    }

    private static func group(_ score: HundredthsInterval, _ settings: MemoSettings) -> Group {
        if score.lowest >= settings.strengthFrom { return .strength }
        if score.highest < settings.improveBelow { return .improve }
        if score.lowest >= settings.improveBelow, score.highest < settings.strengthFrom { return .keep }
        return .open
    }

    /// Indicators of a group in the order of the assessment.
    func indicators(_ group: Group) -> [Indicator] { indicators.filter { $0.group == group } }

    /// Items with these points, in the order of the list.
    func items(_ wanted: ItemPoints) -> [ItemID] {
        indicators.flatMap(\.items).filter { points[$0] == wanted }
    }
}

extension HundredthsInterval {
    /// `82.76`, or both ends.
    var shownText: String { isCertain ? lowest.text : "\(lowest.text) – \(highest.text)" }
}

/// The score of one inspected instrument from its items: item -> sub-indicator -> indicator -> instrument, every step
/// an unweighted mean.
public struct OITScore: Sendable, Hashable {
    /// Every item of the frame; items that were not given are `unknown`.
    public let items: [ItemID: ItemPoints]
    /// Exact means of items, by sub-indicator id.
    public let subIndicators: [String: ScoreInterval]
    /// By indicator id.
    public let indicators: [String: CascadedScore]
    /// The instrument's score.
    public let oit: CascadedScore
    /// The instrument's share of the overall score: its weight times the figure of the cascade, rounded half up.
    public let contribution: CascadedScore

    /// Counts the items of an inspected instrument. Items that the frame does not have are ignored; sub-indicators
    /// without items do not count. Nil when the frame has no items at all (a survey).
    public init?(of instrument: InstrumentFrame, items given: [ItemID: ItemPoints]) {
        var items: [ItemID: ItemPoints] = [:]
        var subIndicators: [String: ScoreInterval] = [:]
        var indicators: [String: CascadedScore] = [:]
        for indicator in instrument.indicators {
            var means: [ScoreInterval] = []
            for subIndicator in indicator.subIndicators {
                let points = subIndicator.items.map { given[$0] ?? .unknown }
                for (item, score) in zip(subIndicator.items, points) { items[item] = score }
                guard let mean = ScoreInterval.mean(of: points.map(\.interval)) else { continue }
                subIndicators[subIndicator.id] = mean
                means.append(mean)
            }
            indicators[indicator.id] = ScoreInterval.mean(of: means).map { CascadedScore($0) }
        }
        guard let oit = CascadedScore.mean(of: instrument.indicators.compactMap { indicators[$0.id] })
        else { return nil }
        self.items = items
        self.subIndicators = subIndicators
        self.indicators = indicators
        self.oit = oit
        contribution = CascadedScore.weighted([(oit, instrument.weightPercent)])
    }
}

extension InstrumentFrame {
    /// Every item in the order of the list; empty for a survey.
    public var items: [ItemID] { indicators.flatMap(\.subIndicators).flatMap(\.items) }
}

extension Framework {
    /// The first instrument that has items: the one that an audit of a website fills. Nil when all are surveys.
    public var inspected: InstrumentFrame? { instruments.first { !$0.items.isEmpty } }
}

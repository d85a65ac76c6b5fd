/// Collects the scores of one instrument after another for `Scorecard`.
struct ScoreSheet {
    let figures: GivenFigures
    var subIndicators: [String: ScoreInterval] = [:]
    var indicators: [String: CascadedScore] = [:]
    var instruments: [String: CascadedScore] = [:]
    var instrumentsAsGiven: [String: CascadedScore] = [:]
    var parts: [String: CascadedScore] = [:]
    var conflicts: [ScoreConflict] = []

    init(figures: GivenFigures) { self.figures = figures }

    mutating func add(_ instrument: InstrumentFrame) {
        let counted =
            instrument.items.contains { figures.items[$0] != nil }
            ? OITScore(of: instrument, items: figures.items) : nil
        subIndicators.merge(counted?.subIndicators ?? [:]) { first, _ in first }
        for indicator in instrument.indicators { add(indicator, computed: counted?.indicators[indicator.id]) }

        let known = instrument.indicators.compactMap { indicators[$0.id] }
        let fromIndicators = known.count == instrument.indicators.count ? CascadedScore.mean(of: known) : nil
        let given = figures.instruments[instrument.id].map { CascadedScore(ScoreInterval($0)) }
        let fromParts = partsMean(of: instrument)
        instruments[instrument.id] = fromIndicators ?? given ?? fromParts
        instrumentsAsGiven[instrument.id] = given ?? fromParts

        if let given, let fromIndicators, !fromIndicators.agrees(with: given.published.lowest) {
            note(
                instrument.id,
                .instrumentAgainstIndicators(given: given.published.lowest, computed: fromIndicators.published))
        }
        if let fromParts, let score = fromIndicators ?? given, !score.agrees(with: fromParts.published.lowest) {
            note(instrument.id, .partsAgainstInstrument(parts: fromParts.published, score: score.published))
        }
    }

    private mutating func add(_ indicator: IndicatorFrame, computed: CascadedScore?) {
        let given = figures.indicators[indicator.id].map { CascadedScore(ScoreInterval($0)) }
        indicators[indicator.id] = given ?? computed
        if let given, let computed, !computed.agrees(with: given.published.lowest) {
            note(
                indicator.id,
                .indicatorAgainstItems(given: given.published.lowest, computed: computed.published))
        }
    }

    private mutating func partsMean(of instrument: InstrumentFrame) -> CascadedScore? {
        let known = instrument.parts.compactMap { id in
            figures.instruments[id].map { (id, CascadedScore(ScoreInterval($0))) }
        }
        for (id, score) in known { parts[id] = score }
        return known.count == instrument.parts.count ? CascadedScore.mean(of: known.map(\.1)) : nil
    }

    private mutating func note(_ subject: String, _ kind: ScoreConflict.Kind) {
        conflicts.append(ScoreConflict(subject: subject, kind: kind))
    }
}

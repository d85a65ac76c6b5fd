/// Everything that follows from given figures: scores at each level, the overall score, the levels that are possible,
/// and where the figures contradict each other.
public struct Scorecard: Sendable, Hashable {
    /// Exact means of items; only where items were given.
    public let subIndicators: [String: ScoreInterval]
    /// The given figure, else the one from items; indicators of which nothing is known are absent.
    public let indicators: [String: CascadedScore]
    /// From the indicators where all are known, else as given, else the mean of the parts; else absent.
    public let instruments: [String: CascadedScore]
    /// Parts of instruments as given.
    public let parts: [String: CascadedScore]
    /// Each known instrument times its weight.
    public let weighted: [String: CascadedScore]
    /// Nil when an instrument is unknown or the weights do not add up to 100: nothing is ever re-weighted.
    public let overall: CascadedScore?
    /// The overall score from instrument figures (or parts) alone; nil unless they were given for every instrument.
    public let overallFromInstruments: CascadedScore?
    /// The levels that are possible, highest first. From the overall score, else from the published one, else empty.
    public let levels: [String]
    /// Does the published overall score agree with the figures? Nil when one of the two is missing.
    public let agrees: Bool?
    /// Where two sources of one figure differ by more than 0.01, and a published level that is not possible.
    public let conflicts: [ScoreConflict]

    /// Computes everything; ids that the frame does not know are ignored (see `Framework.problems(in:)`).
    public init(_ figures: GivenFigures, in frame: Framework) {
        var sheet = ScoreSheet(figures: figures)
        for instrument in frame.instruments { sheet.add(instrument) }
        subIndicators = sheet.subIndicators
        indicators = sheet.indicators
        instruments = sheet.instruments
        parts = sheet.parts
        weighted = sheet.instruments.reduce(into: [:]) { weighted, entry in
            guard let instrument = frame.instruments.first(where: { $0.id == entry.key }) else { return }
            weighted[entry.key] = CascadedScore.weighted([(entry.value, instrument.weightPercent)])
        }
        let overall = frame.overall(of: sheet.instruments)
        self.overall = overall
        overallFromInstruments = frame.overall(of: sheet.instrumentsAsGiven)
        let known = sheet.instruments.merging(sheet.parts) { first, _ in first }.mapValues(\.published)
        if let shown = overall?.published ?? figures.publishedOverall.map({ HundredthsInterval($0) }) {
            levels = frame.admissibleLevels(overall: shown, scores: known)
        } else {
            levels = []
        }
        let candidates = [overall, overallFromInstruments].compactMap { $0 }
        agrees = figures.publishedOverall.flatMap { published in
            candidates.isEmpty ? nil : candidates.contains { $0.agrees(with: published) }
        }
        var conflicts = sheet.conflicts
        if let level = figures.publishedLevel, !levels.isEmpty, !levels.contains(level) {
            conflicts.append(ScoreConflict(subject: "level", kind: .levelNotPossible(published: level)))
        }
        self.conflicts = conflicts
    }
}

/// Two sources of one figure that differ by more than 0.01.
public struct ScoreConflict: Sendable, Hashable {
    /// What disagrees.
    public enum Kind: Sendable, Hashable {
        /// An indicator's given score against the one from its items.
        case indicatorAgainstItems(given: Hundredths, computed: HundredthsInterval)
        /// An instrument's given score against the one from its indicators.
        case instrumentAgainstIndicators(given: Hundredths, computed: HundredthsInterval)
        /// The mean of an instrument's given parts against the instrument's score.
        case partsAgainstInstrument(parts: HundredthsInterval, score: HundredthsInterval)
        /// The published level is none of the possible ones.
        case levelNotPossible(published: String)
    }
    /// The id of the indicator or instrument, or `level`.
    public let subject: String
    /// What disagrees, with both figures.
    public let kind: Kind
}

extension ScoreConflict: CustomStringConvertible {
    /// One English sentence with both figures.
    public var description: String {
        func shown(_ interval: HundredthsInterval) -> String {
            interval.isCertain ? interval.lowest.text : "\(interval.lowest) to \(interval.highest)"
        }
        return switch kind {
        case .indicatorAgainstItems(let given, let computed):
            "indicator \(subject) is given as \(given), its items give \(shown(computed))"
        case .instrumentAgainstIndicators(let given, let computed):
            "\(subject) is given as \(given), its indicators give \(shown(computed))"
        case .partsAgainstInstrument(let parts, let score):
            "the parts of \(subject) give \(shown(parts)), the instrument has \(shown(score))"
        case .levelNotPossible(let published):
            "the level \(published) is not possible with these figures"
        }
    }
}

extension Framework {
    /// The overall score from instrument scores; nil when one is missing or the weights do not add up to 100.
    public func overall(of scores: [String: CascadedScore]) -> CascadedScore? {
        let known = instruments.compactMap { frame in scores[frame.id].map { ($0, frame.weightPercent) } }
        guard known.count == instruments.count, instruments.reduce(0, { $0 + $1.weightPercent }) == 100 else {
            return nil
        }
        return CascadedScore.weighted(known)
    }
}

/// The exact scores that are still possible, 0...100. `lowest` counts every unknown item 0, `highest` counts it 100:
/// both ends are scores that can really come out.
public struct ScoreInterval: Sendable, Hashable {
    /// The score when every unknown item turns out 0.
    public let lowest: Fraction
    /// The score when every unknown item turns out 100.
    public let highest: Fraction

    /// The two ends in either order.
    public init(lowest: Fraction, highest: Fraction) {
        self.lowest = min(lowest, highest)
        self.highest = max(lowest, highest)
    }

    /// A score that is certain.
    public init(_ score: Fraction) { self.init(lowest: score, highest: score) }

    /// True when nothing is unknown.
    public var isCertain: Bool { lowest == highest }
    /// True for a score between the ends or on one of them.
    public func contains(_ score: Fraction) -> Bool { lowest <= score && score <= highest }

    /// Both ends rounded half up to two decimals.
    public var hundredths: HundredthsInterval { HundredthsInterval(lowest.hundredths, highest.hundredths) }

    /// End-wise mean; nil for no intervals.
    public static func mean(of intervals: [ScoreInterval]) -> ScoreInterval? {
        guard let lowest = Fraction.mean(of: intervals.map(\.lowest)),
            let highest = Fraction.mean(of: intervals.map(\.highest))
        else { return nil }
        return ScoreInterval(lowest: lowest, highest: highest)
    }

    static func + (left: ScoreInterval, right: ScoreInterval) -> ScoreInterval {
        ScoreInterval(lowest: left.lowest + right.lowest, highest: left.highest + right.highest)
    }

    static func * (interval: ScoreInterval, factor: Fraction) -> ScoreInterval {
        ScoreInterval(lowest: interval.lowest * factor, highest: interval.highest * factor)
    }
}

/// One figure in two readings: as the assessment publishes it, and without any rounding of our own.
///
/// Published figures come out of a cascade: rounded half up to two decimals at the indicator, again at the instrument
/// (from the rounded indicators), again at the overall score (from the rounded instruments).
public struct CascadedScore: Sendable, Hashable {
    /// The figure of the rounding cascade.
    public let published: HundredthsInterval
    /// The figure from the given or counted figures without intermediate rounding.
    public let exact: ScoreInterval

    /// The start of a cascade: an exact score, rounded once.
    public init(_ exact: ScoreInterval) {
        self.exact = exact
        published = exact.hundredths
    }

    init(published: HundredthsInterval, exact: ScoreInterval) {
        self.published = published
        self.exact = exact
    }

    /// True when nothing below it is unknown.
    public var isCertain: Bool { exact.isCertain }

    /// One step of the cascade: the mean of published figures, rounded; nil for no scores.
    public static func mean(of scores: [CascadedScore]) -> CascadedScore? {
        guard let published = ScoreInterval.mean(of: scores.map(\.publishedScore)),
            let exact = ScoreInterval.mean(of: scores.map(\.exact))
        else { return nil }
        return CascadedScore(published: published.hundredths, exact: exact)
    }

    /// One step of the cascade: scores times percent weights, added, then rounded once.
    public static func weighted(_ scores: [(score: CascadedScore, percent: Int)]) -> CascadedScore {
        let zero = ScoreInterval(0)
        let published = scores.reduce(zero) { $0 + $1.score.publishedScore * Fraction($1.percent, over: 100) }
        let exact = scores.reduce(zero) { $0 + $1.score.exact * Fraction($1.percent, over: 100) }
        return CascadedScore(published: published.hundredths, exact: exact)
    }

    /// Does a published figure agree: equal under the cascade, or within 0.01 of an exact value that is possible?
    public func agrees(with figure: Hundredths) -> Bool {
        let tolerance = Fraction(1, over: 100)
        return published.contains(figure)
            || (exact.lowest - tolerance <= figure.fraction && figure.fraction <= exact.highest + tolerance)
    }

    private var publishedScore: ScoreInterval {
        ScoreInterval(lowest: published.lowest.fraction, highest: published.highest.fraction)
    }
}

/// The gap between two requests of a lane, learned from how long the server takes to answer. Pure.
struct LanePace: Sendable {
    /// Smoothed milliseconds to the first byte; nil before the first answer.
    private(set) var smoothed: Double?
    private var best = Double.infinity
    private static let mostPerSample = 10.0

    /// The smoothing of round trip times in TCP (RFC 6298 section 2), with a quarter instead of an eighth: there are few
    /// answers to learn from. One answer that stalls is no new pace: it counts as `mostPerSample` times the mean, so that
    /// a server that has become slow is still known after a few.
    mutating func note(milliseconds: Int) {
        let sample = min(
            Double(max(0, milliseconds)), smoothed.map { max(1, $0) * LanePace.mostPerSample } ?? .infinity)
        let mean = smoothed.map { $0 * 0.75 + sample * 0.25 } ?? sample
        smoothed = mean
        best = min(best, mean)
    }

    /// Answers take far longer than they did at their best.
    func isSlow(_ rules: LaneRules) -> Bool {
        guard let smoothed else { return false }
        let limit = Double(rules.limits.slowAnswer.wholeMilliseconds)
        return smoothed > limit && smoothed > rules.limits.slowFactor * best
    }

    /// Zero for a server that answers so quickly that requests do not burden it.
    func gap(_ rules: LaneRules) -> Duration {
        guard let smoothed else { return .zero }
        let gap = Duration.milliseconds(Int(smoothed * max(0, rules.limits.paceShare)))
        return gap < rules.limits.leastPace ? .zero : min(gap, rules.limits.maximumPace)
    }
}

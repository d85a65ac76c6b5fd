/// How many requests may be under way in a lane: one more for each round of good answers, half after trouble
/// (additive increase, multiplicative decrease). Pure; the caller passes the time in.
struct LaneWindow: Sendable {
    let most: Int
    private var exact: Double
    private var calmUntil: ContinuousClock.Instant?

    /// `first` and `most` are at least 1.
    init(first: Int, most: Int) {
        self.most = max(1, most)
        exact = Double(min(max(1, first), self.most))
    }

    /// At least 1.
    var size: Int { Int(exact) }
    var isFull: Bool { size == most }

    /// Nothing rises while the last fall is fresh.
    mutating func noteGood(at now: ContinuousClock.Instant) {
        if let calmUntil, now < calmUntil { return }
        exact = min(Double(most), exact + 1 / exact)
    }

    /// Requests that were under way together fail together: what comes within `rest` is one event.
    mutating func noteTrouble(rest: Duration, at now: ContinuousClock.Instant) {
        if let calmUntil, now < calmUntil { return }
        exact = max(1, exact / 2)
        calmUntil = now.advanced(by: rest)
    }

    /// Raises by whole requests, for a new host that answers.
    mutating func widen(by requests: Int) { exact = min(Double(most), exact + Double(requests)) }
}

import WebEvidence

/// Every number that bounds the use of robots.txt, with its default.
public struct RobotsLimits: Sendable, Hashable {
    /// How long an answer counts without being asked for again; RFC 9309 section 2.4 allows up to 24 hours.
    public var freshFor: Duration = .seconds(3600)
    /// How long the last good copy stands in while the file cannot be reached, from the moment it was fetched.
    public var lastGoodCopyFor: Duration = .seconds(24 * 3600)
    /// How long a file that could not be reached is not asked for again.
    public var pauseAfterFailure: Duration = .seconds(60)
    /// A longer `Crawl-delay` is cut to this: a site may slow the check down, not stop it.
    public var maximumCrawlDelay: Duration = .seconds(10)

    /// The defaults.
    public init() {}
}

/// What is known of one host's robots.txt over time; decisions only, the time is passed in.
struct RobotsMemory: Sendable {
    private struct Copy: Sendable {
        let standing: RobotsStanding
        let fetchedAt: ContinuousClock.Instant
    }

    private let limits: RobotsLimits
    /// The last answer that was not `closed`.
    private var lastGood: Copy?
    private var latest: Copy?

    init(limits: RobotsLimits) { self.limits = limits }

    /// The standing that counts at a moment; nil when the file must be asked for (again).
    func standing(at now: ContinuousClock.Instant) -> RobotsStanding? {
        guard let latest else { return nil }
        guard case .closed = latest.standing else {
            return now - latest.fetchedAt < min(limits.freshFor, .seconds(24 * 3600)) ? latest.standing : nil
        }
        guard now - latest.fetchedAt < limits.pauseAfterFailure else { return nil }
        if let lastGood, now - lastGood.fetchedAt < limits.lastGoodCopyFor { return lastGood.standing }
        return latest.standing
    }

    /// Takes up an answer.
    mutating func learn(_ standing: RobotsStanding, at now: ContinuousClock.Instant) {
        let copy = Copy(standing: standing, fetchedAt: now)
        latest = copy
        guard case .closed = standing else {
            lastGood = copy
            return
        }
    }
}

import Synchronization
public import WebEvidence

/// The robots.txt of all hosts of a run: each is fetched once for all who wait for it, then kept (RFC 9309 section 2.4).
/// May be used from any number of tasks at once.
public final class RobotsCache: Sendable {
    /// Fetches one address with redirects and retries; `Fetcher.fetch` is one.
    public typealias Fetch = @Sendable (PageAddress) async -> FetchRecord

    private let limits: RobotsLimits
    private let now: @Sendable () -> ContinuousClock.Instant
    private let fetch: Fetch
    private let flights = SharedFlights()
    private let memories = Mutex<[HostKey: RobotsMemory]>([:])

    /// A cache that knows nothing yet; `now` is the clock by which answers grow old.
    public init(
        limits: RobotsLimits = RobotsLimits(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now },
        fetch: @escaping Fetch
    ) {
        self.limits = limits
        self.now = now
        self.fetch = fetch
    }

    /// Whether an address may be opened. The first question about a host fetches its robots.txt; later ones wait for
    /// that answer. Each hop of a redirect is a question of its own. A cancelled task gets `unavailable`, and what
    /// was cancelled is not remembered.
    public func verdict(for address: PageAddress) async -> RobotsVerdict {
        if RobotsRules.isRobotsFile(address) { return .allowed }
        return await standing(of: RobotsCache.key(of: address.hostKey)).verdict(for: address)
    }

    /// The pause between two requests to a host that its robots.txt asks of us, cut to the limit; nil when it asks
    /// for none, or was not asked yet. Never fetches.
    public func crawlDelay(of host: HostKey) -> Duration? {
        let key = RobotsCache.key(of: host)
        let standing = memories.withLock { $0[key]?.standing(at: now()) }
        guard case .rules(let rules)? = standing, let delay = rules.crawlDelay else { return nil }
        return min(delay, limits.maximumCrawlDelay)
    }

    /// The sitemaps that the robots.txt of a host names, in its order and not checked; empty where it names none, or was
    /// not asked yet. Never fetches.
    public func sitemaps(of host: HostKey) -> [String] {
        let standing = memories.withLock { $0[RobotsCache.key(of: host)]?.standing(at: now()) }
        guard case .rules(let rules)? = standing else { return [] }
        return rules.sitemaps
    }

    private func standing(of key: HostKey) async -> RobotsStanding {
        if let known = known(key) { return known }
        switch await flights.join(key.description) {
        case .leader: return await lead(key)
        case .stopped: return RobotsCache.stopped
        case .passenger(let record): return known(key) ?? RobotsStanding(of: record)
        }
    }

    private func lead(_ key: HostKey) async -> RobotsStanding {
        let address = PageAddress(
            scheme: key.scheme, host: key.host, port: key.port, path: "/robots.txt", query: nil, fragment: nil)
        // Another leader may have landed between the look into the memory and the joining.
        if let known = known(key) {
            flights.land(key.description, with: .stopped(address), isKept: false)
            return known
        }
        let record = await fetch(address)
        let standing = RobotsStanding(of: record)
        if !record.wasStopped {
            memories.withLock { $0[key, default: RobotsMemory(limits: limits)].learn(standing, at: now()) }
        }
        flights.land(key.description, with: record, isKept: false)
        return record.wasStopped ? RobotsCache.stopped : known(key) ?? standing
    }

    private func known(_ key: HostKey) -> RobotsStanding? { memories.withLock { $0[key]?.standing(at: now()) } }

    private static let stopped = RobotsStanding.closed("Stopped before the robots.txt of the site was known.")

    /// A host in Thai script and its ASCII form are one.
    private static func key(of host: HostKey) -> HostKey {
        HostKey(scheme: host.scheme, host: asciiHost(host.host) ?? host.host, port: host.port)
    }
}

import Digests
public import WebEvidence

/// Makes a fetcher, hands it to `body`, and takes it down whatever happens: its thread has ended and its handles are
/// freed when this returns. Throws `FetchingError` when libcurl cannot start, else what `body` throws.
public func withFetcher<Value: Sendable>(
    _ settings: FetchSettings, isolation: isolated (any Actor)? = #isolation,
    _ body: (Fetcher) async throws -> Value
) async throws -> Value {
    let fetcher = try Fetcher(settings: settings, lookup: .system)
    do {
        let value = try await body(fetcher)
        await fetcher.shutDown()
        return value
    } catch {
        await fetcher.shutDown()
        throw error
    }
}

/// Fetches addresses politely: lanes per host and server address, redirects, retries, one record per address.
/// May be used from any number of tasks at once.
public final class Fetcher: Sendable {
    let settings: FetchSettings
    let lanes: LaneKeeper
    let resolver: NameResolver
    let loop: TransferLoop
    private let flights = SharedFlights()

    init(settings: FetchSettings, lookup: NameLookup) throws(FetchingError) {
        self.settings = settings
        lanes = LaneKeeper(limits: settings.limits)
        resolver = NameResolver(limits: settings.limits, lookup: lookup)
        loop = try TransferLoop(settings: settings)
    }

    /// Fetches one address with retries and redirects; never throws, a failing website is a record. A second fetch of
    /// the same address may share the first one's answer (`FetchSettings.sharing`). Cancelling the task ends the
    /// transfer at once; the record then has `wasStopped`.
    public func fetch(_ address: PageAddress) async -> FetchRecord {
        guard settings.sharing != .none else { return await fetchAnew(address) }
        let key = address.withoutFragment.text
        var record: FetchRecord
        switch await flights.join(key) {
        case .leader:
            record = await fetchAnew(address)
            flights.land(key, with: record, isKept: settings.sharing == .wholeRun && !record.wasStopped)
        case .passenger(let shared): record = shared
        case .stopped: record = .stopped(address)
        }
        record.requested = address
        if record.final.fragment != address.fragment, record.redirects.isEmpty {
            record.final = record.final.withFragment(address.fragment)
        }
        return record
    }

    /// Fetches one address without regard to kept answers, and replaces a kept one.
    public func refetch(_ address: PageAddress) async -> FetchRecord {
        let record = await fetchAnew(address)
        if settings.sharing == .wholeRun, !record.wasStopped { flights.keep(address.withoutFragment.text, record) }
        return record
    }

    func shutDown() async { await loop.shutDown() }

    private func fetchAnew(_ address: PageAddress) async -> FetchRecord {
        let schedule = RetrySchedule(limits: settings.limits)
        var attempts: [FetchAttempt] = []
        while true {
            var record = await FetchAttemptRun(fetcher: self, address: address).record()
            attempts += record.attempts
            record.attempts = attempts
            if record.wasStopped { return record }
            guard
                let pause = schedule.pause(
                    afterAttempt: attempts.count, outcome: record.outcome, status: record.status,
                    retryAfter: record.header("Retry-After"))
            else { return finished(record) }
            do {
                if record.status == 429 {
                    try await lanes.pause(laneKey(of: record.final), for: pause)
                } else {
                    try await Task.sleep(for: pause)
                }
            } catch {
                return finished(record)  // stopped while waiting: what was seen stands
            }
        }
    }

    func laneKey(of address: PageAddress) -> HostKey {
        HostKey(scheme: address.scheme, host: asciiHost(address.host) ?? address.host, port: address.port)
    }

    private func finished(_ record: FetchRecord) -> FetchRecord {
        guard record.status != nil else { return record }
        var record = record
        record.sha256 = ContentDigest(of: record.body).hexadecimal
        return record
    }
}

extension FetchRecord {
    /// The record of a fetch that we ended ourselves, or never began.
    public static func stopped(_ address: PageAddress) -> FetchRecord {
        FetchRecord(
            requested: address, final: address, fetchedAt: presentUTC(), outcome: .internal,
            detail: FetchRecord.stoppedDetail)
    }
}

import Digests
import Glibc
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
    let proofs: ChainProofs
    /// What the settings say of server addresses, ready to be looked up.
    let ways: FetchWays
    private let flights: SharedFlights
    private let usual: SharedLimits
    private let patient: SharedLimits
    let ofIssuers: SharedLimits

    init(settings: FetchSettings, lookup: NameLookup) throws(FetchingError) {
        var settings = settings
        settings.limits = settings.limits.fitting(descriptors: permittedDescriptors())
        self.settings = settings
        let lanes = LaneKeeper(limits: settings.limits)
        self.lanes = lanes
        resolver = NameResolver(limits: settings.limits, lookup: lookup)
        let loop = try TransferLoop(settings: settings, onAlarm: { lanes.wake() })
        self.loop = loop
        proofs = ChainProofs()
        ways = FetchWays(settings)
        flights = SharedFlights()
        usual = SharedLimits(settings.limits)
        patient = SharedLimits(settings.limits.patient)
        ofIssuers = SharedLimits(settings.limits.forIssuers)
        lanes.useBell { loop.wake(at: $0) }
    }

    private init(_ other: Fetcher, gate: FetchGate?) {
        var settings = other.settings
        settings.gate = gate
        self.settings = settings
        lanes = other.lanes
        resolver = other.resolver
        loop = other.loop
        proofs = other.proofs
        ways = other.ways
        flights = other.flights
        usual = other.usual
        patient = other.patient
        ofIssuers = other.ofIssuers
    }

    /// The same network, lanes and limits behind a gate: asked before each request that is made through what is
    /// returned, redirects included. It lives no longer than this fetcher.
    public func gated(by gate: FetchGate?) -> Fetcher { Fetcher(self, gate: gate) }

    /// Fetches one address with retries and redirects; never throws, a failing website is a record. A second fetch of
    /// the same address may share the first one's answer (`FetchSettings.sharing`). Cancelling the task ends the
    /// transfer at once; the record then has `wasStopped`.
    public func fetch(_ address: PageAddress, purpose: FetchPurpose = .submitted) async -> FetchRecord {
        guard settings.sharing != .none else { return await fetchAnew(address, purpose, usual) }
        return await shared(address, purpose: purpose, limits: usual)
    }

    /// Fetches one address without regard to kept answers, and replaces a kept one.
    public func refetch(_ address: PageAddress, purpose: FetchPurpose = .submitted) async -> FetchRecord {
        keeping(await fetchAnew(address, purpose, usual), of: address, purpose)
    }

    /// Asks whether a page is still what it was known by (RFC 9110 section 13). Status 304 with outcome `ok` and without
    /// body says that it is; any other record is that of an ordinary fetch.
    public func revalidate(
        _ address: PageAddress, against validators: PageValidators, purpose: FetchPurpose = .submitted
    ) async -> FetchRecord {
        await fetchAnew(address, purpose, usual, validators: validators)
    }

    /// Tries an address once more in the second pass: one try, with `FetchLimits.secondPassFactor` times the time.
    /// - Parameter earlier: the record of the first pass, whose attempts come before the new one. Where this try was
    ///   stopped, it stands.
    public func fetchPatiently(
        _ address: PageAddress, after earlier: FetchRecord? = nil, purpose: FetchPurpose = .submitted
    ) async -> FetchRecord {
        var record = await fetchAnew(address, purpose, patient)
        if let earlier {
            if record.wasStopped { return earlier }
            record.attempts = earlier.attempts + record.attempts
        }
        return keeping(record, of: address, purpose)
    }

    /// Keeps requests to a host at least so far apart from now on, because it asks for that in words (`Crawl-delay`); the
    /// gap that is learned from its answers may be longer. The caller sees to a sensible length.
    public func keepGap(_ gap: Duration, at host: HostKey) {
        lanes.keepGap(
            gap, at: HostKey(scheme: host.scheme, host: asciiHost(host.host) ?? host.host, port: host.port))
    }

    /// The limits that hold.
    public var limits: FetchLimits { settings.limits }

    /// The user agent that is sent.
    public var agentLine: String { settings.agentLine }

    /// What has held requests up so far, and what does now.
    public var waits: WaitTally { lanes.waits }

    func shutDown() async {
        lanes.close()
        await loop.shutDown()
    }

    /// One request for all who ask for the same at the same time; kept for the whole run where that is set, and always
    /// for issuers, which many servers share.
    func shared(_ address: PageAddress, purpose: FetchPurpose, limits: SharedLimits) async -> FetchRecord {
        let key = flightKey(address, purpose)
        var record: FetchRecord
        switch await flights.join(key) {
        case .leader:
            record = await fetchAnew(address, purpose, limits)
            let isKept = settings.sharing == .wholeRun || (purpose == .issuer && record.outcome == .ok)
            flights.land(key, with: record, isKept: isKept && !record.wasStopped)
        case .passenger(let shared): record = shared
        case .stopped: record = .stopped(address)
        }
        record.requested = address
        if record.final.fragment != address.fragment, record.redirects.isEmpty {
            record.final = record.final.withFragment(address.fragment)
        }
        return record
    }

    private func keeping(_ record: FetchRecord, of address: PageAddress, _ purpose: FetchPurpose) -> FetchRecord {
        if settings.sharing == .wholeRun, !record.wasStopped { flights.keep(flightKey(address, purpose), record) }
        return record
    }

    /// What one purpose may not see, another may: answers are shared across purposes only where no gate stands.
    private func flightKey(_ address: PageAddress, _ purpose: FetchPurpose) -> String {
        let text = address.withoutFragment.text
        return settings.gate == nil && purpose != .issuer ? text : "\(purpose.rawValue) \(text)"
    }

    private func fetchAnew(
        _ address: PageAddress, _ purpose: FetchPurpose, _ limits: SharedLimits, validators: PageValidators? = nil
    ) async -> FetchRecord {
        let schedule = RetrySchedule(limits: limits.value)
        var earlier: FetchRecord?
        while true {
            var record = await FetchAttemptRun(
                fetcher: self, sharedLimits: limits, address: address, purpose: purpose, isRetry: earlier != nil,
                validators: validators
            ).record()
            // Its lane closed meanwhile: what its own server said stands.
            if record.attempts.isEmpty, let earlier { return finished(earlier) }
            record.attempts = (earlier?.attempts ?? []) + record.attempts
            if record.wasStopped || record.attempts.isEmpty { return record }
            guard let pause = schedule.pause(afterAttempt: record.attempts.count, of: record) else {
                return finished(record)
            }
            do {
                try await Task.sleep(for: pause)
            } catch {
                return finished(record)  // stopped while waiting: what was seen stands
            }
            lanes.noteWait(.retryPause, milliseconds: pause.wholeMilliseconds)
            earlier = record
        }
    }

    private func finished(_ record: FetchRecord) -> FetchRecord {
        guard record.status != nil, settings.isDigested else { return record }
        var record = record
        record.sha256 = ContentDigest(of: record.body).hexadecimal
        return record
    }
}

/// Descriptors that this process may have open; as many as anybody needs where the system names no limit.
private func permittedDescriptors() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
    return Int(min(limit.rlim_cur, 1_000_000))
}

/// Overrides of server addresses by host, and the guard. A run over thousands of hosts may name each of them.
final class FetchWays: Sendable {
    let redirections: [FetchSettings.Place: FetchSettings.Redirection]
    let resolutions: [FetchSettings.Place: FetchSettings.Resolution]
    let addressGuard: AddressGuard

    /// Of several for one host the first counts.
    init(_ settings: FetchSettings) {
        redirections = Dictionary(
            settings.redirections.map { (FetchSettings.Place(host: $0.host, port: $0.port), $0) },
            uniquingKeysWith: { first, _ in first })
        resolutions = Dictionary(
            settings.resolutions.map { (FetchSettings.Place(host: $0.host, port: $0.port), $0) },
            uniquingKeysWith: { first, _ in first })
        addressGuard = AddressGuard(allowed: settings.allowedNetworks)
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

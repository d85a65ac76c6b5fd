/// Every number that bounds a fetch, with its default. There is no other place for such numbers.
public struct FetchLimits: Sendable, Hashable {
    // MARK: Time

    /// One attempt in all: name, connections, redirects and body; waiting for a turn does not count. It bounds the time
    /// to the first byte as well: only a head that has come can lengthen it to `documentTimeout`.
    public var timeout: Duration = .seconds(30)
    /// The same for an answer that says it is a document (PDF, Office, archive); never less than `timeout` counts.
    public var documentTimeout: Duration = .seconds(120)
    /// Looking up a name, and again making one connection with its TLS handshake.
    public var connectTimeout: Duration = .seconds(10)
    /// From its first byte on an answer must bring `leastBytesPerWindow` in each such span (`read_timeout`).
    public var rateWindow: Duration = .seconds(30)
    /// Bytes of head and body, after decompression, that each `rateWindow` must bring.
    public var leastBytesPerWindow: Int = 2048
    /// Every limit of time is so many times longer in the second pass, which makes one try only.
    public var secondPassFactor: Int = 2

    // MARK: Size

    /// Body after decompression.
    public var maximumBodyBytes: Int = 50 * 1024 * 1024
    /// All header lines of one answer, interim answers and trailers included.
    public var maximumHeaderBytes: Int = 64 * 1024
    /// Header lines of one answer, counted likewise.
    public var maximumHeaderLines: Int = 500
    /// Memory set aside at once for a body that announces its length; longer ones grow as they come.
    public var maximumReservedBytes: Int = 1024 * 1024
    /// Redirects followed in one attempt.
    public var maximumRedirects: Int = 10

    // MARK: TLS

    /// Reads the content once without verifying the server where TLS is at fault; never with cookies.
    public var readsUnverified: Bool = true
    /// Issuers that are fetched to complete a chain of certificates.
    public var maximumIssuers: Int = 3
    /// Body of an answer that brings an issuer.
    public var maximumIssuerBytes: Int = 64 * 1024
    /// Fetching one issuer in all.
    public var issuerTimeout: Duration = .seconds(10)

    // MARK: Retries

    /// Tries after the first, where the outcome may pass.
    public var retries: Int = 2
    /// Pauses before the tries after the first; the last one repeats.
    public var pauses: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]
    /// A `Retry-After` up to this is waited for by the whole lane before the retry; a longer one pauses the lane for
    /// this long and leaves the retry to a later pass.
    public var maximumRetryAfter: Duration = .seconds(30)

    // MARK: Politeness

    /// Requests under way in all.
    public var concurrency: Int = 256
    /// Requests under way in all at the beginning; rises by `firstPerLane` for each new host that answers.
    public var firstConcurrency: Int = 8
    /// Fewest requests under way in all, however often that number was halved.
    public var leastConcurrency: Int = 4
    /// When so many hosts leave us without an answer within `silenceSpan`, our own way to the network is taken for the
    /// bottleneck and the number of requests under way in all is halved.
    public var silentHosts: Int = 3
    public var silenceSpan: Duration = .seconds(5)
    /// Requests under way to one host (scheme, name, port), 1...6.
    public var perHost: Int = 4
    /// Requests under way to a host or a server address of which nothing is known yet.
    public var firstPerLane: Int = 2
    /// The gap between two requests to one host or address, as a share of the time in which it answers (its first
    /// byte, smoothed): 0.5 keeps it busy with two requests at a time on average, however long they take.
    public var paceShare: Double = 0.5
    /// Shorter gaps are not kept: a server that answers so quickly is not burdened.
    public var leastPace: Duration = .milliseconds(10)
    /// Longest gap.
    public var maximumPace: Duration = .seconds(3)
    /// A lane is slow when its smoothed answer time exceeds this and `slowFactor` times its best.
    public var slowAnswer: Duration = .seconds(1)
    public var slowFactor: Double = 3
    /// A lane's concurrency is halved at most once in this time: requests that were under way together are one event.
    public var halvingRest: Duration = .seconds(1)
    /// Failures in a row that make a lane rest.
    public var breaker = BreakerLimits()

    // MARK: Names

    /// Names looked up at the same time.
    public var concurrentLookups: Int = 16
    /// How long the addresses of a name are believed.
    public var lookupLifetime: Duration = .seconds(300)
    /// How long a name is believed not to exist: shorter than `pauses`, so that each try asks again.
    public var unknownNameLifetime: Duration = .milliseconds(250)

    /// Connections to one server address whatever the options say.
    public static let connectionsPerAddress = 6

    /// The defaults.
    public init() {}

    /// Descriptors that a run needs besides its connections: files, stores, programs, the system's own.
    static let otherDescriptors = 40

    /// As many requests at a time as so many descriptors allow: each request's connection, and a kept one beside it.
    func fitting(descriptors: Int) -> FetchLimits {
        var limits = self
        limits.concurrency = max(1, min(concurrency, (descriptors - FetchLimits.otherDescriptors) / 2))
        return limits
    }

    /// The limits of the second pass: one try, `secondPassFactor` times the time.
    var patient: FetchLimits {
        var limits = self
        let factor = max(1, secondPassFactor)
        limits.retries = 0
        limits.timeout = timeout * factor
        limits.documentTimeout = documentTimeout * factor
        limits.connectTimeout = connectTimeout * factor
        limits.rateWindow = rateWindow * factor
        return limits
    }

    /// The limits of a request for an issuer's certificate.
    var forIssuers: FetchLimits {
        var limits = self
        limits.retries = 0
        limits.timeout = min(timeout, issuerTimeout)
        limits.documentTimeout = limits.timeout
        limits.maximumBodyBytes = maximumIssuerBytes
        limits.maximumRedirects = min(maximumRedirects, 3)
        limits.readsUnverified = false
        return limits
    }
}

/// Limits that many requests share: a value of so many numbers would be copied into each of their steps.
final class SharedLimits: Sendable {
    let value: FetchLimits

    init(_ value: FetchLimits) { self.value = value }
}

/// How many first tries of different addresses must fail in a row, with the same outcome, until a lane rests. Afterwards one
/// request probes it; when that fails too, what waits in the lane ends with the same outcome, unasked.
public struct BreakerLimits: Sendable, Hashable {
    /// Connections refused by a host, or not answered by it or by a server address.
    public var connections: Int = 5
    /// Answers that did not come in time, or broke off.
    public var silences: Int = 6
    /// Statuses 5xx.
    public var errors: Int = 20
    /// Statuses 429, and 503 with `Retry-After`.
    public var refusals: Int = 3
    /// First rest; doubles with every probe that fails.
    public var rest: Duration = .seconds(5)
    /// Longest rest.
    public var maximumRest: Duration = .seconds(60)

    /// The defaults.
    public init() {}
}

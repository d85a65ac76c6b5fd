/// Every number that bounds a fetch, with its default. There is no other place for such numbers.
public struct FetchLimits: Sendable, Hashable {
    /// One attempt in all: name, connections, redirects and body; waiting for a turn does not count.
    public var timeout: Duration = .seconds(30)
    /// The same for an answer that says it is a document (PDF, Office, archive); never less than `timeout` counts.
    public var documentTimeout: Duration = .seconds(120)
    /// Looking up a name, and again making one connection with its TLS handshake.
    public var connectTimeout: Duration = .seconds(10)
    /// Body after decompression.
    public var maximumBodyBytes: Int = 50 * 1024 * 1024
    /// All header lines of one answer.
    public var maximumHeaderBytes: Int = 64 * 1024
    /// Redirects followed in one attempt.
    public var maximumRedirects: Int = 10
    /// Tries after the first, where the outcome may pass.
    public var retries: Int = 2
    /// Pauses before the tries after the first; the last one repeats.
    public var pauses: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]
    /// A `Retry-After` up to this is obeyed at once; a longer one leaves the retry to a later pass.
    public var maximumRetryAfter: Duration = .seconds(10)
    /// Requests under way in all.
    public var concurrency: Int = 32
    /// Requests under way to one host (scheme, name, port), 1...6.
    public var perHost: Int = 4
    /// Names looked up at the same time.
    public var concurrentLookups: Int = 16
    /// How long the addresses of a name are believed.
    public var lookupLifetime: Duration = .seconds(300)
    /// How long a name is believed not to exist: shorter than `pauses`, so that each try asks again.
    public var unknownNameLifetime: Duration = .milliseconds(250)
    /// Memory set aside at once for a body that announces its length; longer ones grow as they come.
    public var maximumReservedBytes: Int = 1024 * 1024

    /// Connections to one server address whatever the options say.
    public static let connectionsPerAddress = 6

    /// The defaults.
    public init() {}
}

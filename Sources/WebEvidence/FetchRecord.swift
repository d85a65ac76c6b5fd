/// Everything that one request chain gave: what was asked, each hop and attempt, and the bytes.
/// A failing website is data here, never an error.
public struct FetchRecord: Sendable {
    /// What was asked for.
    public var requested: PageAddress
    /// Where the chain of redirects ended.
    public var final: PageAddress
    /// The redirects followed in the deciding attempt, in order; empty when the first answer was final.
    public var redirects: [RedirectHop]
    /// Every try, in order; the last one decides.
    public var attempts: [FetchAttempt]
    /// Status of the last answer, nil when there was none.
    public var status: Int?
    /// Header lines of the last answer as received, in order, names as sent.
    public var headers: [HeaderField]
    /// Body after content decoding; empty when there was none.
    public var body: [UInt8]
    /// Lower-case hexadecimal SHA-256 of `body`; empty string when there was no answer.
    public var sha256: String
    /// UTC, ISO 8601 with `Z`, of the moment the deciding attempt began.
    public var fetchedAt: String
    /// Total time of the deciding attempt in milliseconds.
    public var milliseconds: Int
    /// The transport's view; `Extraction` completes it by content (soft 404, empty, script only, ...).
    public var outcome: Outcome
    /// One English sentence on the cause for the technical appendix, without secrets; may be empty.
    public var detail: String

    public init(
        requested: PageAddress, final: PageAddress, redirects: [RedirectHop] = [], attempts: [FetchAttempt] = [],
        status: Int? = nil, headers: [HeaderField] = [], body: [UInt8] = [], sha256: String = "",
        fetchedAt: String = "", milliseconds: Int = 0, outcome: Outcome, detail: String = ""
    ) {
        self.requested = requested
        self.final = final
        self.redirects = redirects
        self.attempts = attempts
        self.status = status
        self.headers = headers
        self.body = body
        self.sha256 = sha256
        self.fetchedAt = fetchedAt
        self.milliseconds = milliseconds
        self.outcome = outcome
        self.detail = detail
    }

    /// The last value of a header, compared without case; nil when absent.
    public func header(_ name: String) -> String? {
        headers.last { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// One redirect: who answered, with what, and where it pointed.
public struct RedirectHop: Sendable, Hashable {
    public var address: String
    public var status: Int
    /// The Location header as received, or the target of a meta refresh.
    public var location: String
    public init(address: String, status: Int, location: String) {
        self.address = address
        self.status = status
        self.location = location
    }
}

/// One try of a request chain.
public struct FetchAttempt: Sendable, Hashable {
    /// UTC, ISO 8601 with `Z`.
    public var startedAt: String
    public var outcome: Outcome
    public var status: Int?
    public var milliseconds: Int
    public init(startedAt: String, outcome: Outcome, status: Int?, milliseconds: Int) {
        self.startedAt = startedAt
        self.outcome = outcome
        self.status = status
        self.milliseconds = milliseconds
    }
}

public struct HeaderField: Sendable, Hashable {
    public var name: String
    public var value: String
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Everything that one request chain gave: what was asked, each hop and attempt, and the bytes.
/// A failing website is data here, never an error.
public struct FetchRecord: Sendable {
    /// What was asked for.
    public var requested: PageAddress
    /// Where the chain of redirects ended.
    public var final: PageAddress
    /// The redirects followed in the deciding attempt, in order; empty when the first answer was final.
    public var redirects: [RedirectHop]
    /// Every try, in order; the last one decides. Empty where the address was never asked because its server had
    /// just failed for many others (`outcome` is what it failed with).
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
    /// A `tls_*` outcome stays also where the content was read all the same: then `relaxed` is there.
    public var outcome: Outcome
    /// One English sentence on the cause for the technical appendix, without secrets; may be empty.
    public var detail: String
    /// What was read without verifying the server, after a `tls_*` finding; nil for every other record. Status,
    /// headers and body are then those of the unverified answer.
    public var relaxed: RelaxedReading?
    /// Address of the server that was asked last, as text without brackets; empty where none was known. Many failures
    /// at one address have one cause.
    public var server: String
    /// When the certificate of the server that was asked last ends, UTC seconds since 1970; nil where none was read. No
    /// store keeps it.
    public var certificateEnds: Int?

    public init(
        requested: PageAddress, final: PageAddress, redirects: [RedirectHop] = [], attempts: [FetchAttempt] = [],
        status: Int? = nil, headers: [HeaderField] = [], body: [UInt8] = [], sha256: String = "",
        fetchedAt: String = "", milliseconds: Int = 0, outcome: Outcome, detail: String = "",
        relaxed: RelaxedReading? = nil, server: String = "", certificateEnds: Int? = nil
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
        self.relaxed = relaxed
        self.server = server
        self.certificateEnds = certificateEnds
    }

    /// What the answer is when the TLS finding is set aside: `outcome` for every record that was verified.
    public var contentOutcome: Outcome { relaxed?.content ?? outcome }

    /// The row of the table that applies to this record: content read in spite of a TLS fault is judged.
    public var rule: OutcomeRule {
        guard let relaxed else { return outcome.rule }
        return OutcomeRule.ofUnverified(finding: relaxed.finding, content: relaxed.content)
    }

    /// The last value of a header, compared without case; nil when absent.
    public func header(_ name: String) -> String? {
        headers.last { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// An answer that was read without verifying the server, because a strict try had found its TLS at fault. No cookies or
/// credentials were sent with it.
public struct RelaxedReading: Sendable, Hashable {
    /// The `tls_*` outcome of the strict try; the record's `outcome` too.
    public var finding: Outcome
    /// What the unverified answer is by transport: `ok`, `http_404`, `redirect_loop` …
    public var content: Outcome
    /// Where the fault lies: the first address of the chain of redirects whose TLS failed.
    public var address: String

    public init(finding: Outcome, content: Outcome, address: String) {
        self.finding = finding
        self.content = content
        self.address = address
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

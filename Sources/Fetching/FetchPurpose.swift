public import WebEvidence

/// Why an address is fetched: other rules hold for what the agency submitted than for what the program found itself.
public enum FetchPurpose: String, Sendable, Hashable {
    /// The agency itself asks for it to be looked at.
    case submitted
    /// Found on a page, or made up by the program.
    case followed
    /// The rules of a site for programs (RFC 9309).
    case robots
    /// A certificate of an issuer, to complete a chain.
    case issuer
}

/// Asked before each request of a chain, redirects included: an outcome other than nil ends the fetch there without a
/// request. The gate may fetch what it needs to know with the fetcher, for another purpose, or it would wait for itself.
public typealias FetchGate = @Sendable (PageAddress, FetchPurpose, Fetcher) async -> FetchRefusal?

/// Why a gate lets a request not pass.
public struct FetchRefusal: Sendable, Hashable {
    public var outcome: Outcome
    /// One English sentence.
    public var detail: String

    public init(_ outcome: Outcome, _ detail: String) {
        self.outcome = outcome
        self.detail = detail
    }
}

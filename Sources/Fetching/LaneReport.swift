import WebEvidence

/// How one request went, as its lanes see it.
struct LaneReport: Sendable {
    /// A kind of trouble: what a lane makes of it.
    enum Trouble: Sendable, Hashable {
        /// The port is closed.
        case refused
        /// No connection came about in time.
        case unreachable
        /// No answer in time, or it broke off.
        case silent
        /// A status 5xx.
        case failing
        /// The server asks for patience.
        case pushedBack
    }

    /// Nil for an answer, good or bad, that is no sign of an overburdened server.
    var trouble: Trouble?
    /// Nothing can be learned: we ended the request ourselves, or it was never sent.
    var saysNothing = false
    /// From the request to the first byte of the answer; nil where there was none.
    var answerMilliseconds: Int?
    /// How long the lane is left alone because the server asks for it, at most `FetchLimits.maximumRetryAfter`.
    var retryAfter: Duration?
    /// The server asks for longer than that.
    var asksTooMuch = false
    /// A further try of the same address: no independent evidence against the server.
    var isRetry = false
    /// What the others get when the lane closes because of this; only the same outcome in a row closes it.
    var outcome = TransportOutcome(.ok)

    /// Nothing can be learned.
    static let nothing = LaneReport(saysNothing: true)
}

extension LaneReport {
    init(of answer: ExchangeAnswer, outcome: TransportOutcome, limits: FetchLimits, isRetry: Bool) {
        self.isRetry = isRetry
        self.outcome = outcome
        answerMilliseconds = answer.firstByteMilliseconds
        trouble = LaneReport.trouble(of: outcome.outcome)
        saysNothing =
            answer.abort == .stopped || answer.abort?.isOurShortage == true || outcome.outcome == .addressRefused
        guard answer.isComplete, let status = answer.status, status == 429 || status == 503 else { return }
        // Both ask for patience also without Retry-After (RFC 6585 section 4, RFC 9110 section 15.6.4).
        let asked = HeaderLine.retryAfter(in: answer.headerLines)
        if status == 429 || asked != nil { trouble = .pushedBack }
        let own = limits.pauses.first ?? .zero
        asksTooMuch = (asked ?? .zero) > limits.maximumRetryAfter
        retryAfter = min(max(asked ?? .zero, own), limits.maximumRetryAfter)
    }

    private static func trouble(of outcome: Outcome) -> Trouble? {
        switch outcome {
        case .connectRefused: .refused
        case .connectTimeout: .unreachable
        case .readTimeout, .connectionReset, .truncated, .http2Error: .silent
        case .http5xx: .failing
        default: nil
        }
    }
}

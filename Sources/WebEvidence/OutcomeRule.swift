/// What one outcome means for a link check and for a verdict. The only table of its kind.
public struct OutcomeRule: Sendable, Hashable {
    /// On whose side the cause lies.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        case agency, ours, unclear
        /// A page that was read: nobody's failure.
        case none
    }

    /// When the link check calls the address dead.
    public enum Death: Sendable, Hashable {
        case never
        case atOnce
        /// When the failure is still there in the second pass.
        case afterSecondPass
    }

    /// When a further try is worth its cost.
    public enum Retry: Sendable, Hashable {
        case never
        /// After a short pause inside the same fetch, and again in the second pass where `death` waits for it.
        case now
        case secondPass
    }

    /// What the item is when all of its addresses end in this outcome.
    public enum Effect: Sendable, Hashable {
        /// The content decides.
        case judged
        case unsatisfied
        case undecided
        /// Undecided in one run, unsatisfied once the failure is confirmed over time.
        case undecidedUntilConfirmed
    }

    public let side: Side
    public let death: Death
    public let retry: Retry
    public let effect: Effect
    /// Raw code of the verdict's reason in the report; nil when the content decides.
    public let reason: String?

    /// True when the link check calls the address dead without a second pass.
    public var isDead: Bool { death == .atOnce }
    /// True when the link check calls the address dead once a second pass has failed as well.
    public var isDeadAfterSecondPass: Bool { death != .never }
    /// True when the address is tried once more at the end of the run.
    public var isTriedInSecondPass: Bool { retry == .secondPass || death == .afterSecondPass }
}

extension Outcome {
    /// The row of the table for this outcome. A certificate failure whose content was read all the same is judged on
    /// that content: then this row does not apply.
    public var rule: OutcomeRule {
        switch self {
        case .ok: OutcomeRule(side: .none, death: .never, retry: .never, effect: .judged, reason: nil)
        case .http404, .http410, .http4xx, .soft404, .parked, .malformedURL, .unsupportedScheme:
            .fault(of: .agency, reason: "unreachable")
        case .redirectedHome: .fault(of: .agency, reason: "wrong_page")
        case .empty: .fault(of: .agency, reason: "empty_shell")
        case .defaced: .fault(of: .agency, reason: "defaced")
        case .dnsFailure: .fault(of: .agency, reason: "unreachable", retry: .now)
        case .permissionRequired: .fault(of: .agency, reason: "needs_login")
        case .connectRefused, .connectTimeout, .connectionReset, .readTimeout, .dnsTimeout, .http5xx, .truncated,
            .http2Error:
            .passing(retry: .now)
        case .badResponse, .redirectLoop, .tooManyRedirects, .badRedirect: .passing(retry: .secondPass)
        case .tlsExpired, .tlsHostname, .tlsIncompleteChain, .tlsUntrusted, .tlsProtocol, .tlsWeak:
            OutcomeRule(side: .agency, death: .atOnce, retry: .never, effect: .undecided, reason: "unreachable")
        case .loginRequired: .unseen(side: .unclear, reason: "needs_login")
        case .blocked: .unseen(side: .unclear, reason: "blocked", retry: .secondPass)
        case .robotsRefused: .unseen(side: .unclear, reason: "blocked")
        case .scriptOnly, .scannedWithoutText, .unreadableDocument, .tooLarge, .unsupportedType, .badEncoding:
            .unseen(side: .unclear, reason: "unreadable")
        case .addressRefused, .internal: .unseen(side: .ours, reason: "unreadable")
        }
    }
}

extension Outcome {
    /// True for a fault of the certificate or of the secure connection.
    public var isTLS: Bool {
        switch self {
        case .tlsExpired, .tlsHostname, .tlsIncompleteChain, .tlsUntrusted, .tlsProtocol, .tlsWeak: true
        default: false
        }
    }
}

extension OutcomeRule {
    /// The row of a `tls_*` finding after which an unverified answer came: judged on the content where that is in order;
    /// else the finding's own row, tried again later where the content may come then.
    static func ofUnverified(finding: Outcome, content: Outcome) -> OutcomeRule {
        let strict = finding.rule
        if content == .ok {
            return OutcomeRule(side: strict.side, death: .never, retry: .never, effect: .judged, reason: nil)
        }
        return OutcomeRule(
            side: strict.side, death: strict.death, retry: content.rule.isTriedInSecondPass ? .secondPass : .never,
            effect: strict.effect, reason: strict.reason)
    }

    fileprivate static func fault(of side: Side, reason: String, retry: Retry = .never) -> OutcomeRule {
        OutcomeRule(side: side, death: .atOnce, retry: retry, effect: .unsatisfied, reason: reason)
    }

    /// A failure that may pass.
    fileprivate static func passing(retry: Retry) -> OutcomeRule {
        OutcomeRule(
            side: .unclear, death: .afterSecondPass, retry: retry, effect: .undecidedUntilConfirmed,
            reason: "unreachable")
    }

    /// What we could not see is never "absent".
    fileprivate static func unseen(side: Side, reason: String, retry: Retry = .never) -> OutcomeRule {
        OutcomeRule(side: side, death: .never, retry: retry, effect: .undecided, reason: reason)
    }
}

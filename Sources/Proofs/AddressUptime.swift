public import GradingCore
public import WebEvidence

/// How one address of one item stood over a period, as far as checks can say. Everything here follows from the records.
public struct AddressUptime: Sendable, Hashable {
    /// What one check says of an address.
    public enum Standing: Sendable, Hashable {
        /// It opened.
        case open
        /// It did not, or not as a visitor may expect (a certificate that browsers refuse).
        case closed
        /// The check could not tell: kept out by a protection, asked for a login, hindered on our side.
        case unclear
    }

    public var item: ItemID
    /// As submitted.
    public var url: String
    /// Checks inside the period by what they said.
    public var open: Int
    public var closed: Int
    public var unclear: Int
    /// Seconds of the period in which the address is taken to have been open: from a check that found it so to the next.
    public var openSeconds: Int
    /// Seconds of the period inside outages.
    public var closedSeconds: Int
    /// Outages that touch the period, by time.
    public var outages: [Outage]
    /// Spans of the period, longer than the certificate's limit, about which no check says anything.
    public var gaps: [Span]

    /// Two moments, the first not after the second.
    public struct Span: Sendable, Hashable {
        public var from: Moment
        public var to: Moment

        /// Length.
        public var seconds: Int { to.seconds(since: from) }
    }

    /// A run of checks without one that found the address open.
    public struct Outage: Sendable, Hashable {
        /// The last check before that found it open; nil when there was none.
        public var lastOpen: Moment?
        /// The first check that found it closed.
        public var began: Moment
        /// The last check that found it closed.
        public var lastClosed: Moment
        /// The first check after that found it open; nil when it was still closed at the last check.
        public var ended: Moment?
        /// What the checks met, without repeats, in the order of their coming: words of the failure vocabulary.
        public var outcomes: [String]
        /// Seconds inside the period, from `began` to `ended`, or to the last check.
        public var seconds: Int

        /// On whose side the cause lies as far as known: `agency`, or `unclear` where the checks met several kinds.
        public var side: OutcomeRule.Side {
            let sides = Set(outcomes.map { Outcome(rawValue: $0)?.rule.side ?? .unclear })
            return sides.count == 1 ? sides.first ?? .unclear : .unclear
        }
    }

    /// Checks inside the period.
    public var checks: Int { open + closed + unclear }
    /// The longest time that it was down at a stretch; 0 when it was not.
    public var longestOutageSeconds: Int { outages.map(\.seconds).max() ?? 0 }
    /// Percent of the observed time in which it was open, rounded down, so that 100.00 means no outage at all; nil when
    /// nothing was observed.
    public var share: Hundredths? {
        let observed = openSeconds + closedSeconds
        return observed > 0 ? Hundredths(openSeconds * 10_000 / observed) : nil
    }

    /// What a word of the failure vocabulary says of an address; an unknown word says nothing.
    public static func standing(_ outcome: String) -> Standing {
        guard let outcome = Outcome(rawValue: outcome) else { return .unclear }
        if outcome == .ok { return .open }
        return outcome.rule.isDeadAfterSecondPass ? .closed : .unclear
    }
}

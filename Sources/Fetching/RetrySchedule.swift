import WebEvidence

/// When an attempt is followed by another, and after which pause. A server that asks for patience pauses its whole lane
/// for the same time (`LaneReport`).
struct RetrySchedule: Sendable {
    let limits: FetchLimits

    /// The pause before the next attempt, or nil when the last one decides. `attempts` counts those made, from 1.
    func pause(afterAttempt attempts: Int, of record: FetchRecord) -> Duration? {
        let asked = record.header("Retry-After").flatMap {
            HeaderLine.retryAfter($0, servedAt: record.header("Date"))
        }
        return pause(
            afterAttempt: attempts, outcome: record.contentOutcome, status: record.status, retryAfter: asked)
    }

    func pause(afterAttempt attempts: Int, outcome: Outcome, status: Int?, retryAfter: Duration?) -> Duration? {
        guard attempts <= limits.retries else { return nil }
        let own = limits.pauses.isEmpty ? .zero : limits.pauses[min(attempts, limits.pauses.count) - 1]
        if status == 429 || status == 503, let retryAfter {
            return retryAfter <= limits.maximumRetryAfter ? max(retryAfter, own) : nil
        }
        if status == 429 { return own }
        return outcome.rule.retry == .now ? own : nil
    }
}

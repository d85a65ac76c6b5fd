import WebEvidence

/// When an attempt is followed by another, and after which pause.
struct RetrySchedule: Sendable {
    let limits: FetchLimits

    /// The pause before the next attempt, or nil when the last one decides. `attempts` counts those made, from 1.
    func pause(afterAttempt attempts: Int, outcome: Outcome, status: Int?, retryAfter: String?) -> Duration? {
        guard attempts <= limits.retries else { return nil }
        let own = limits.pauses.isEmpty ? .zero : limits.pauses[min(attempts, limits.pauses.count) - 1]
        if status == 429 || status == 503, let retryAfter {
            // A date instead of seconds is left to a later pass.
            guard let seconds = Int(retryAfter), seconds >= 0 else { return nil }
            let asked = Duration.seconds(min(seconds, 86_400))
            return asked <= limits.maximumRetryAfter ? max(asked, own) : nil
        }
        if status == 429 { return own }
        return outcome.rule.retry == .now ? own : nil
    }
}

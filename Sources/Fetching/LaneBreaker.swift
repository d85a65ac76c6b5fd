import WebEvidence

/// Lets a lane rest whose server fails again and again. Pure; the caller passes the time in.
///
/// Closed until enough first tries in a row fail with the same outcome. Then the lane rests; afterwards one request probes it.
/// When the probe is answered the lane is open to all again; when it fails too, all that wait end with the same outcome
/// and the rest doubles.
struct LaneBreaker: Sendable {
    enum Action: Sendable, Equatable {
        case go
        /// One request probes the server.
        case waitForProbe
        case waitUntil(ContinuousClock.Instant)
        /// The server was probed and still fails, or asked for more patience than there is.
        case refuse(TransportOutcome)
    }

    private enum State: Sendable {
        /// Exits: `resting` after enough failures in a row.
        case closed
        /// Exits: `probing` with the first request after `until`. Until it was probed requests wait, afterwards they end.
        case resting(until: ContinuousClock.Instant, wasProbed: Bool)
        /// Exits: `closed` after an answer, `resting` after a failure.
        case probing(request: UInt64)
    }

    private var state = State.closed
    private var streak: (outcome: Outcome, count: Int)?
    /// Probes that failed in a row.
    private var failedProbes = 0
    private var cause: TransportOutcome?

    func action(at now: ContinuousClock.Instant) -> Action {
        switch state {
        case .closed: .go
        case .resting(let until, _) where now >= until: .go
        case .resting(_, wasProbed: true): .refuse(cause ?? TransportOutcome(.internal))
        case .resting(let until, wasProbed: false): .waitUntil(until)
        case .probing: .waitForProbe
        }
    }

    mutating func noteBegun(_ request: UInt64, at now: ContinuousClock.Instant) {
        if case .resting(let until, _) = state, now >= until { state = .probing(request: request) }
    }

    mutating func noteEnded(
        _ request: UInt64, _ report: LaneReport, _ rules: LaneRules, at now: ContinuousClock.Instant
    ) {
        let counted = report.trouble.flatMap { rules.thresholds[$0] == nil ? nil : $0 }
        if !report.saysNothing, counted == nil {
            self = LaneBreaker()  // an answer is an answer, also to a request from before
            return
        }
        switch state {
        case .closed: noteFailure(report, counted, rules, at: now)
        case .probing(request) where report.saysNothing:
            state = .resting(until: now, wasProbed: false)  // the next one probes
        case .probing(request):
            failedProbes += 1
            close(with: report, rules, wasProbed: true, at: now)
        case .resting, .probing: break  // a straggler from before
        }
    }

    private mutating func noteFailure(
        _ report: LaneReport, _ counted: LaneReport.Trouble?, _ rules: LaneRules, at now: ContinuousClock.Instant
    ) {
        guard let counted, !report.isRetry else { return }
        let outcome = report.outcome.outcome
        let count = streak?.outcome == outcome ? (streak?.count ?? 0) + 1 : 1
        streak = (outcome, count)
        if let threshold = rules.thresholds[counted], count >= threshold {
            // Who asks for more patience than we have needs no probe.
            close(with: report, rules, wasProbed: report.asksTooMuch, at: now)
        }
    }

    private mutating func close(
        with report: LaneReport, _ rules: LaneRules, wasProbed: Bool, at now: ContinuousClock.Instant
    ) {
        let limits = rules.limits.breaker
        let rest = min(limits.rest * (1 << min(failedProbes, 16)), limits.maximumRest)
        state = .resting(until: now.advanced(by: rest), wasProbed: wasProbed)
        cause = report.outcome
        streak = nil
    }
}

/// The decisions of one lane (a host, or a server address): how many requests may be under way, and from when. Pure: an
/// event goes in, an action comes out, the time is passed in.
struct HostLaneState: Sendable {
    enum Event: Sendable {
        case begun(request: UInt64)
        case ended(request: UInt64, LaneReport)
        /// No new request before this moment (the server asked for patience).
        case paused(until: ContinuousClock.Instant)
    }

    enum Action: Sendable, Equatable {
        case go
        /// The next `ended` may make room.
        case waitForEnd(WaitReason)
        case waitUntil(ContinuousClock.Instant, WaitReason)
        /// Will not be asked now: the server fails for everybody.
        case refuse(TransportOutcome)
    }

    private let rules: LaneRules
    private var window: LaneWindow
    private var pace = LanePace()
    private var breaker = LaneBreaker()
    private(set) var underWay = 0
    private var pausedUntil: ContinuousClock.Instant?
    private var nextStart: ContinuousClock.Instant?
    /// A gap that the server asks for in words; the learned one may be longer.
    var leastGap = Duration.zero

    init(_ rules: LaneRules) {
        self.rules = rules
        window = LaneWindow(first: rules.first, most: rules.most)
    }

    /// Requests that may be under way at the moment.
    var capacity: Int { window.size }

    mutating func note(_ event: Event, at now: ContinuousClock.Instant) {
        switch event {
        case .begun(let request):
            underWay += 1
            breaker.noteBegun(request, at: now)
            let gap = max(leastGap, pace.gap(rules))
            nextStart = gap > .zero ? now.advanced(by: gap) : nil
        case .ended(let request, let report):
            underWay = max(0, underWay - 1)
            breaker.noteEnded(request, report, rules, at: now)
            learn(from: report, at: now)
        case .paused(let moment): pausedUntil = max(moment, pausedUntil ?? moment)
        }
    }

    private mutating func learn(from report: LaneReport, at now: ContinuousClock.Instant) {
        guard !report.saysNothing else { return }
        if let milliseconds = report.answerMilliseconds { pace.note(milliseconds: milliseconds) }
        if pace.isSlow(rules) || report.trouble.map(rules.heeded.contains) == true {
            window.noteTrouble(rest: rules.limits.halvingRest, at: now)
        } else if report.trouble == nil {
            window.noteGood(at: now)
        }
        if let wait = report.retryAfter { note(.paused(until: now.advanced(by: wait)), at: now) }
    }

    /// What the next request has to do at a moment.
    mutating func action(at now: ContinuousClock.Instant) -> Action {
        switch breaker.action(at: now) {
        case .go: break
        case .waitForProbe: return .waitForEnd(.breaker)
        case .waitUntil(let moment): return .waitUntil(moment, .breaker)
        case .refuse(let outcome): return .refuse(outcome)
        }
        if let moment = pausedUntil {
            if now < moment { return .waitUntil(moment, .retryAfter) }
            pausedUntil = nil
        }
        guard underWay < window.size else { return .waitForEnd(rules.laneReason) }
        if let moment = nextStart, now < moment { return .waitUntil(moment, .pace) }
        return .go
    }
}

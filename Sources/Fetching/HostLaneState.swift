/// The decisions of one lane (a host, or a server address): how many requests may be under way, and from when.
struct HostLaneState: Sendable {
    enum Event: Sendable {
        case begun
        case ended
        /// No new request before this moment (the server asked for patience).
        case paused(until: ContinuousClock.Instant)
        case resumed
    }

    enum Action: Sendable, Equatable {
        case go
        /// The next `ended` makes room.
        case waitForEnd
        case waitUntil(ContinuousClock.Instant)
    }

    let capacity: Int
    private(set) var underWay = 0
    private var pausedUntil: ContinuousClock.Instant?

    init(capacity: Int) { self.capacity = capacity }

    /// Nothing is under way and nothing is remembered.
    var isForgettable: Bool { underWay == 0 && pausedUntil == nil }

    mutating func note(_ event: Event) {
        switch event {
        case .begun: underWay += 1
        case .ended: underWay = max(0, underWay - 1)
        case .paused(let moment): pausedUntil = max(moment, pausedUntil ?? moment)
        case .resumed: pausedUntil = nil
        }
    }

    /// What the next request has to do at a moment.
    mutating func action(at now: ContinuousClock.Instant) -> Action {
        if let moment = pausedUntil {
            if now < moment { return .waitUntil(moment) }
            pausedUntil = nil
        }
        return underWay < capacity ? .go : .waitForEnd
    }
}

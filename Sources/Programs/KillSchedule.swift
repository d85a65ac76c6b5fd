/// When a run must end: decisions only, the time is passed in.
///
/// running -> (limit, cancellation) -> asked to end -> (grace over) -> killed
struct KillSchedule: Sendable, Equatable {
    enum Cause: Sendable, Equatable {
        case limit(ProgramLimit)
        case cancellation
    }

    enum Step: Sendable, Equatable {
        /// Nothing to be done before this moment.
        case wait(until: ContinuousClock.Instant)
        /// Ask the whole group to end.
        case ask
        /// End the whole group.
        case kill
    }

    private enum Phase: Sendable, Equatable {
        case running
        case asked(at: ContinuousClock.Instant)
        case killed(at: ContinuousClock.Instant)
    }

    private let deadline: ContinuousClock.Instant
    private let grace: Duration
    private var phase = Phase.running
    /// Why we ended it; nil while nothing did.
    private(set) var cause: Cause?

    init(limits: ProgramLimits, start: ContinuousClock.Instant) {
        deadline = start + limits.deadline
        grace = limits.grace
    }

    /// Something other than time asks for the end; the first cause stays.
    mutating func stop(_ cause: Cause) { self.cause = self.cause ?? cause }

    /// What is due. A killed group is killed again each second: a process may have been born meanwhile.
    mutating func step(at now: ContinuousClock.Instant) -> Step {
        switch phase {
        case .running:
            if now >= deadline { stop(.limit(.deadline)) }
            guard cause != nil else { return .wait(until: deadline) }
            phase = .asked(at: now)
            return .ask
        case .asked(let moment):
            guard now >= moment + grace else { return .wait(until: moment + grace) }
            phase = .killed(at: now)
            return .kill
        case .killed(let moment):
            guard now >= moment + .seconds(1) else { return .wait(until: moment + .seconds(1)) }
            phase = .killed(at: now)
            return .kill
        }
    }
}

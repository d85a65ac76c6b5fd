import Synchronization
import WebEvidence

/// Performs what `LaneBoard` decides: callers wait here for their turn. Everything is behind one lock and nothing blocks;
/// the transfer thread calls back when time alone lets somebody go.
final class LaneKeeper: Sendable {
    enum Turn: Sendable {
        /// Whoever gets a ticket must `end` it.
        case granted(LaneBoard.Ticket)
        /// Not asked: the server fails for everybody.
        case refused(TransportOutcome)
        /// The task was cancelled, or the fetcher is closing.
        case stopped
    }

    private typealias Caller = CheckedContinuation<LaneBoard.Decision.Verdict?, Never>

    private struct State: Sendable {
        var board: LaneBoard
        var waiting: [UInt64: Caller] = [:]
        var isClosed = false
        /// When the bell is going to ring.
        var alarm: ContinuousClock.Instant?
        var ring: (@Sendable (ContinuousClock.Instant) -> Void)?
        /// Waits outside the lanes.
        var otherWaits = WaitTally()
    }

    /// What is to be done outside the lock.
    private struct Consequences: Sendable {
        var callers: [(Caller, LaneBoard.Decision.Verdict?)] = []
        var alarm: (moment: ContinuousClock.Instant, ring: @Sendable (ContinuousClock.Instant) -> Void)?

        func perform() {
            if let alarm { alarm.ring(alarm.moment) }
            for (caller, verdict) in callers { caller.resume(returning: verdict) }
        }
    }

    private let state: Mutex<State>

    init(limits: FetchLimits) {
        state = Mutex(State(board: LaneBoard(limits: limits)))
    }

    /// `ring` has `wake` called at or after a moment; a later call replaces the moment.
    func useBell(_ ring: @escaping @Sendable (ContinuousClock.Instant) -> Void) {
        state.withLock { $0.ring = ring }
    }

    /// Waits for a turn.
    func turn(host: HostKey, server: NetworkAddress) async -> Turn {
        let ticket = state.withLock { $0.board.ticket(host: host, server: server) }
        let verdict = await withTaskCancellationHandler {
            await withCheckedContinuation { (caller: Caller) in
                let consequences = state.withLock { state -> Consequences in
                    if Task.isCancelled || state.isClosed { return Consequences(callers: [(caller, nil)]) }
                    let now = ContinuousClock.now
                    state.waiting[ticket.id] = caller
                    state.board.enqueue(ticket, at: now)
                    return LaneKeeper.consequences(of: &state, at: now)
                }
                consequences.perform()
            }
        } onCancel: {
            let caller = state.withLock { state -> Caller? in
                guard let caller = state.waiting.removeValue(forKey: ticket.id) else { return nil }
                state.board.withdraw(ticket)
                return caller
            }
            caller?.resume(returning: nil)
        }
        return switch verdict {
        case .go: .granted(ticket)
        case .refused(let outcome): .refused(outcome)
        case nil: .stopped
        }
    }

    /// The request of a ticket is over; the lanes learn from how it went.
    func end(_ ticket: LaneBoard.Ticket, _ report: LaneReport) {
        change { state, now in state.board.end(ticket, report, at: now) }
    }

    /// Requests to a host begin at least so far apart from now on.
    func keepGap(_ gap: Duration, at host: HostKey) { state.withLock { $0.board.keepGap(gap, at: host) } }

    /// For the bell: time has passed.
    func wake() {
        change { state, _ in state.alarm = nil }
    }

    /// Nobody gets a turn any more, and nobody waits on.
    func close() {
        let callers = state.withLock { state in
            state.isClosed = true
            state.ring = nil
            let callers = Array(state.waiting.values)
            state.waiting = [:]
            return callers
        }
        for caller in callers { caller.resume(returning: nil) }
    }

    /// What has held requests up so far.
    var waits: WaitTally {
        state.withLock { state in
            state.board.waits.merging(state.otherWaits)
        }
    }

    /// Counts a wait that was not in a lane.
    func noteWait(_ reason: WaitReason, milliseconds: Int) {
        guard milliseconds > 0 else { return }
        state.withLock { $0.otherWaits.note(reason, milliseconds: milliseconds) }
    }

    private func change(_ apply: (inout State, ContinuousClock.Instant) -> Void) {
        let consequences = state.withLock { state in
            let now = ContinuousClock.now
            apply(&state, now)
            return LaneKeeper.consequences(of: &state, at: now)
        }
        consequences.perform()
    }

    private static func consequences(of state: inout State, at now: ContinuousClock.Instant) -> Consequences {
        var consequences = Consequences()
        for decision in state.board.decisions(at: now) {
            guard let caller = state.waiting.removeValue(forKey: decision.ticket.id) else { continue }
            consequences.callers.append((caller, decision.verdict))
        }
        if let next = state.board.nextMoment, let ring = state.ring, state.alarm.map({ next < $0 }) ?? true {
            state.alarm = next
            consequences.alarm = (next, ring)
        }
        return consequences
    }
}

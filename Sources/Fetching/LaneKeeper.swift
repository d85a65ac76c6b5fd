import Synchronization
import WebEvidence

/// Performs what `LaneBoard` decides: callers wait here for their turn. Everything is behind one lock and nothing blocks.
final class LaneKeeper: Sendable {
    private struct State: Sendable {
        var board: LaneBoard
        var waiting: [UInt64: CheckedContinuation<Bool, Never>] = [:]
        var lastID: UInt64 = 0

        /// The callers to be woken; they are resumed outside the lock.
        mutating func admit() -> [CheckedContinuation<Bool, Never>] {
            board.admitted(at: .now).compactMap { waiting.removeValue(forKey: $0.id) }
        }
    }

    private let state: Mutex<State>

    init(limits: FetchLimits) {
        state = Mutex(
            State(
                board: LaneBoard(
                    total: limits.concurrency, perHost: limits.perHost, perServer: FetchLimits.connectionsPerAddress)))
    }

    /// Waits for a turn; nil when the task is cancelled first. Whoever gets a ticket must `end` it.
    func turn(host: HostKey, server: String) async -> LaneBoard.Ticket? {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let ticket = LaneBoard.Ticket(id: id, host: host, server: server)
        let isAdmitted = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let woken = state.withLock { state -> [CheckedContinuation<Bool, Never>]? in
                    if Task.isCancelled { return nil }
                    state.waiting[id] = continuation
                    state.board.enqueue(ticket)
                    return state.admit()
                }
                guard let woken else { return continuation.resume(returning: false) }
                for waiter in woken { waiter.resume(returning: true) }
            }
        } onCancel: {
            let waiter = state.withLock { state -> CheckedContinuation<Bool, Never>? in
                guard let waiter = state.waiting.removeValue(forKey: id) else { return nil }
                state.board.withdraw(ticket)
                return waiter
            }
            waiter?.resume(returning: false)
        }
        return isAdmitted ? ticket : nil
    }

    func end(_ ticket: LaneBoard.Ticket) {
        wake { $0.end(ticket) }
    }

    /// Keeps new requests from a host for a while; returns after that time, or earlier when the task is cancelled.
    func pause(_ host: HostKey, for duration: Duration) async throws(CancellationError) {
        let moment = ContinuousClock.now.advanced(by: duration)
        state.withLock { $0.board.pause(host, until: moment) }
        do {
            try await Task.sleep(until: moment, clock: .continuous)
        } catch {
            wake { $0.resume(host) }
            throw CancellationError()
        }
        wake { _ in }
    }

    private func wake(after change: (inout LaneBoard) -> Void) {
        let woken = state.withLock { state in
            change(&state.board)
            return state.admit()
        }
        for waiter in woken { waiter.resume(returning: true) }
    }
}

import Synchronization
import WebEvidence

/// One request for one address: the first caller leads, later ones wait for its record.
final class SharedFlights: Sendable {
    enum Role: Sendable {
        /// Must call `land`.
        case leader
        case passenger(FetchRecord)
        case stopped
    }

    private struct State: Sendable {
        var kept: [String: FetchRecord] = [:]
        /// Waiting callers of each address under way, in the order of their coming.
        var waiting: [String: [(id: UInt64, continuation: CheckedContinuation<Role, Never>)]] = [:]
        var lastID: UInt64 = 0
    }

    private let state = Mutex(State())

    /// Gives the caller its role; waits while somebody else leads.
    func join(_ key: String) async -> Role {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let role = state.withLock { state -> Role? in
                    if Task.isCancelled { return .stopped }
                    if let record = state.kept[key] { return .passenger(record) }
                    guard state.waiting[key] != nil else {
                        state.waiting[key] = []
                        return .leader
                    }
                    state.waiting[key]?.append((id, continuation))
                    return nil
                }
                if let role { continuation.resume(returning: role) }
            }
        } onCancel: {
            let waiter = state.withLock { state -> CheckedContinuation<Role, Never>? in
                guard let index = state.waiting[key]?.firstIndex(where: { $0.id == id }) else { return nil }
                return state.waiting[key]?.remove(at: index).continuation
            }
            waiter?.resume(returning: .stopped)
        }
    }

    /// Ends a flight. A stopped leader's record says nothing: the first who waits leads instead.
    func land(_ key: String, with record: FetchRecord, isKept: Bool) {
        let (waiters, role) = state.withLock { state -> ([CheckedContinuation<Role, Never>], Role) in
            var waiters = state.waiting[key] ?? []
            if record.wasStopped, !waiters.isEmpty {
                let next = waiters.removeFirst()
                state.waiting[key] = waiters
                return ([next.continuation], .leader)
            }
            state.waiting[key] = nil
            if isKept { state.kept[key] = record }
            return (waiters.map(\.continuation), .passenger(record))
        }
        for waiter in waiters { waiter.resume(returning: role) }
    }

    /// Replaces a kept record.
    func keep(_ key: String, _ record: FetchRecord) {
        state.withLock { $0.kept[key] = record }
    }
}

import Glibc
import Synchronization

/// Looks names up on threads of its own, each name once, and remembers the answers for a while.
/// A look-up that hangs in the system holds up neither its callers (they leave at their deadline) nor the end.
final class NameResolver: Sendable {
    private struct State: Sendable {
        var known: [String: (answer: NameAnswer, until: ContinuousClock.Instant)] = [:]
        var waiting: [String: [UInt64: CheckedContinuation<NameAnswer, Never>]] = [:]
        /// Names that no thread has taken yet, in order.
        var queue: [String] = []
        var threads = 0
        var lastID: UInt64 = 0
    }

    private let state = Mutex(State())
    private let lookup: NameLookup
    private let lifetime: Duration
    private let unknownLifetime: Duration
    private let maximumThreads: Int

    init(limits: FetchLimits, lookup: NameLookup) {
        self.lookup = lookup
        lifetime = limits.lookupLifetime
        unknownLifetime = limits.unknownNameLifetime
        maximumThreads = max(1, limits.concurrentLookups)
    }

    /// The addresses of an ASCII name; `unanswered` when the time runs out or the task is cancelled.
    func answer(for host: String, within milliseconds: Int) async -> NameAnswer {
        if let known = remembered(host) ?? NameResolver.special(host) { return known }
        return await withTaskGroup(of: NameAnswer?.self) { group in
            group.addTask { await self.waited(for: host) }
            group.addTask {
                do {
                    try await Task.sleep(for: .milliseconds(milliseconds))
                    return .unanswered("no answer within \(milliseconds) ms")
                } catch {
                    return nil
                }
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first ?? .unanswered("stopped")
        }
    }

    /// Names that are never asked for (RFC 6761 sections 6.3 and 6.4): what they mean does not depend on a name server.
    private static func special(_ host: String) -> NameAnswer? {
        let bare = host.hasSuffix(".") ? String(host.dropLast()) : host
        if bare == "invalid" || bare.hasSuffix(".invalid") { return .unknown }
        guard bare == "localhost" || bare.hasSuffix(".localhost") else { return nil }
        return .addresses(["127.0.0.1", "::1"].compactMap { NetworkAddress($0) })
    }

    /// For a resolver thread: looks names up until none is left.
    func work() {
        while true {
            let host = state.withLock { state -> String? in
                if state.queue.isEmpty {
                    state.threads -= 1
                    return nil
                }
                return state.queue.removeFirst()
            }
            guard let host else { return }
            let answer = lookup.answer(host)
            let waiters = state.withLock { state in
                switch answer {
                case .addresses: state.known[host] = (answer, .now.advanced(by: lifetime))
                case .unknown: state.known[host] = (answer, .now.advanced(by: unknownLifetime))
                case .unanswered: break  // the next try asks again
                }
                return state.waiting.removeValue(forKey: host)
            }
            for waiter in (waiters ?? [:]).values { waiter.resume(returning: answer) }
        }
    }

    private func remembered(_ host: String) -> NameAnswer? {
        state.withLock { state in
            guard let known = state.known[host], known.until > .now else { return nil }
            return known.answer
        }
    }

    private func waited(for host: String) async -> NameAnswer {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isWaiting = state.withLock { state in
                    if Task.isCancelled { return false }
                    if state.waiting[host] == nil { state.queue.append(host) }
                    state.waiting[host, default: [:]][id] = continuation
                    return true
                }
                guard isWaiting else { return continuation.resume(returning: .unanswered("stopped")) }
                startThread()
            }
        } onCancel: {
            let waiter = state.withLock { $0.waiting[host]?.removeValue(forKey: id) }
            waiter?.resume(returning: .unanswered("stopped"))
        }
    }

    private func startThread() {
        let isNeeded = state.withLock { state in
            guard !state.queue.isEmpty, state.threads < maximumThreads else { return false }
            state.threads += 1
            return true
        }
        guard isNeeded else { return }
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        if pthread_create(&thread, nil, resolverThreadMain, context.toOpaque()) == 0 {
            pthread_detach(thread)
        } else {
            context.release()
            work()  // without a further thread the look-up has to be made here
        }
    }
}

import Programs
import Synchronization

/// Commands and answers, and the events of each page, over the pipe of one browser. May be used from any task.
final class DevToolsConnection: Sendable {
    private typealias Waiter = CheckedContinuation<Result<[UInt8], DevToolsFault>, Never>

    private struct State: Sendable {
        var conversation: ProgramConversation?
        var isGone = false
        var lastID = 0
        var waiting: [Int: Waiter] = [:]
        var sessions: [String: @Sendable (DevToolsEvent?) -> Void] = [:]
    }

    private let state = Mutex(State())

    /// Starts a browser; throws `ProgramError` when that is not possible.
    static func start(
        _ request: ProgramRequest, spawner: ProgramSpawner
    ) async throws(ProgramError) -> DevToolsConnection {
        let connection = DevToolsConnection()
        let conversation = try await spawner.conversation(
            request, receive: { [weak connection] in connection?.receive($0) },
            ended: { [weak connection] _ in connection?.close() })
        connection.state.withLock { $0.conversation = conversation }
        return connection
    }

    var isGone: Bool { state.withLock { $0.isGone } }

    /// Ends the browser and waits until all of it is gone.
    @discardableResult
    func end() async -> ProgramRun? {
        let conversation = state.withLock { $0.conversation }
        return await conversation?.end()
    }

    /// Hears the events of a page until `forget`; nil tells that the browser is gone.
    func listen(to session: String, _ receive: @escaping @Sendable (DevToolsEvent?) -> Void) {
        let isGone = state.withLock { state in
            state.sessions[session] = receive
            return state.isGone
        }
        if isGone { receive(nil) }
    }

    func forget(_ session: String) { state.withLock { $0.sessions[session] = nil } }

    /// Gives a command without waiting for the answer.
    func tell(_ method: String, _ parameters: JSONText = [:], session: String? = nil) {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        send(id, method, parameters, session)
    }

    /// Gives a command and waits for its answer.
    func ask<Value: Decodable & Sendable>(
        _ method: String, _ parameters: JSONText = [:], session: String? = nil, patience: Duration,
        as type: Value.Type = NoResult.self
    ) async throws(DevToolsFault) -> Value {
        let result = await withTaskGroup(of: Result<[UInt8], DevToolsFault>.self) { group in
            group.addTask { await self.answer(method, parameters, session) }
            group.addTask {
                do { try await Task.sleep(for: patience) } catch { return .failure(.cancelled) }
                return .failure(.silent)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(.cancelled)
        }
        guard let reply = decoded(DevToolsReply<Value>.self, from: try result.get()) else { throw .unreadable }
        return reply.result
    }

    private func answer(
        _ method: String, _ parameters: JSONText, _ session: String?
    ) async -> Result<[UInt8], DevToolsFault> {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // Whoever takes the continuation out of `waiting` resumes it; a cancellation before this finds none.
                let fault = state.withLock { state -> DevToolsFault? in
                    if state.isGone { return .gone }
                    if Task.isCancelled { return .cancelled }
                    state.waiting[id] = continuation
                    return nil
                }
                if let fault { return continuation.resume(returning: .failure(fault)) }
                send(id, method, parameters, session)
            }
        } onCancel: {
            resume(id, .failure(.cancelled))
        }
    }

    private func send(_ id: Int, _ method: String, _ parameters: JSONText, _ session: String?) {
        var members: [(String, JSONText)] = [
            ("id", .number(id)), ("method", .text(method)), ("params", parameters),
        ]
        if let session { members.append(("sessionId", .text(session))) }
        let conversation = state.withLock { $0.conversation }
        conversation?.send(JSONText.object(members).bytes)
    }

    /// On the program's own thread.
    private func receive(_ message: [UInt8]) {
        guard let envelope = decoded(DevToolsEnvelope.self, from: message) else { return }
        if let id = envelope.id {
            resume(id, envelope.error.map { .failure(.refused($0.message)) } ?? .success(message))
        } else if let method = envelope.method, let session = envelope.sessionId {
            let receive = state.withLock { $0.sessions[session] }
            receive?(DevToolsEvent(method: method, bytes: message))
        }
    }

    private func resume(_ id: Int, _ result: Result<[UInt8], DevToolsFault>) {
        let waiter = state.withLock { $0.waiting.removeValue(forKey: id) }
        waiter?.resume(returning: result)
    }

    private func close() {
        let (waiting, sessions) = state.withLock { state in
            state.isGone = true
            defer { (state.waiting, state.sessions) = ([:], [:]) }
            return (state.waiting, state.sessions)
        }
        for waiter in waiting.values { waiter.resume(returning: .failure(.gone)) }
        for receive in sessions.values { receive(nil) }
    }
}

import Synchronization

/// A program that is talked with while it runs. Messages are bytes without a zero byte, each followed by one: ours are
/// read by the program on its descriptor 3, its own are written to 4 (the pipe of a browser's DevTools).
/// Ends when it is let go, at the latest.
public final class ProgramConversation: Sendable {
    private let line: ConversationLine

    fileprivate init(_ line: ConversationLine) { self.line = line }

    deinit { line.end() }

    /// Hands a message over without waiting, in order; false when the program has ended. What is not yet written is
    /// kept in memory without a bound: who sends much must know what was answered.
    @discardableResult
    public func send(_ message: [UInt8]) -> Bool { line.send(message) }

    /// Ends the program and everything that it started; returns when all is gone, its folder too. May be called again.
    @discardableResult
    public func end() async -> ProgramRun {
        line.end()
        return await line.ended()
    }

    /// Waits for the program's own end.
    public func ended() async -> ProgramRun { await line.ended() }
}

extension ProgramSpawner {
    /// Starts a program to talk with, as confined as any run; it takes none of the slots of runs. Of the limits,
    /// `deadline` is that of the whole conversation and `outputBytes` that of one message; `input` is not given.
    /// Throws `ProgramError` when it could not be started. Hold on to what is returned: letting it go ends the program.
    ///
    /// - Parameters:
    ///   - receive: called with each message, in order, on the program's own thread; while it works, nothing further
    ///     is read.
    ///   - ended: called once on that thread after the last message, when the program is gone.
    public func conversation(
        _ request: ProgramRequest, receive: @escaping @Sendable ([UInt8]) -> Void,
        ended: @escaping @Sendable (ProgramRun) -> Void = { _ in }
    ) async throws(ProgramError) -> ProgramConversation {
        try ProgramSpawner.check(request)
        if Task.isCancelled { throw .cancelled }
        let line = ConversationLine()
        var request = request
        request.input = nil
        let result: Result<Void, ProgramError> = await withCheckedContinuation { [request, host] continuation in
            let job = RunJob {
                let once = Once(continuation)
                do throws(ProgramError) {
                    let run = try host.converse(request, line: line, receive: receive) { once.resume(.success(())) }
                    line.finish(run)
                    ended(run)
                } catch {
                    once.resume(.failure(error))
                }
            }
            if let code = job.start() {
                continuation.resume(returning: .failure(.refused(errno: code, step: "start a thread")))
            }
        }
        try result.get()
        return ProgramConversation(line)
    }
}

/// Resumes once, whatever comes later.
private final class Once: Sendable {
    private let continuation: Mutex<CheckedContinuation<Result<Void, ProgramError>, Never>?>

    init(_ continuation: CheckedContinuation<Result<Void, ProgramError>, Never>) {
        self.continuation = Mutex(continuation)
    }

    func resume(_ result: Result<Void, ProgramError>) {
        let continuation = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        continuation?.resume(returning: result)
    }
}

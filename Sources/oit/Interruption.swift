import Dispatch
import Glibc

/// Turns Ctrl-C into the cancelling of a task; the second one ends the program at once.
enum Interruption {
    /// - Parameter notice: told on standard error at the first Ctrl-C; nil: nothing.
    static func cancelling<Value: Sendable>(
        notice: String?, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = Task { try await work() }
        signal(SIGINT, SIG_IGN)
        signal(SIGTERM, SIG_IGN)
        let sources = [SIGINT, SIGTERM].map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { _exit(ExitCode.interrupted.rawValue) }
                if let notice { Console.note(notice) }
                task.cancel()
            }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            signal(SIGINT, SIG_DFL)
            signal(SIGTERM, SIG_DFL)
        }
        return try await task.value
    }
}

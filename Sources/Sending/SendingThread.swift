import Glibc

/// A thread of its own for each exchange: libcurl's simple interface blocks, and tasks must not.
enum SendingThread {
    /// Runs `work` there and gives its result.
    static func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(SendingFailure) -> Value
    ) async throws(SendingFailure) -> Value {
        let result: Result<Value, SendingFailure> = await withCheckedContinuation { continuation in
            let job = SendingJob {
                do throws(SendingFailure) {
                    continuation.resume(returning: .success(try work()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
            if !job.start() {
                continuation.resume(
                    returning: .failure(SendingFailure(.unreachable, "the system refused a thread")))
            }
        }
        return try result.get()
    }
}

private final class SendingJob: Sendable {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    /// False when the system refuses a thread.
    func start() -> Bool {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        guard pthread_create(&thread, nil, sendingThreadMain, context.toOpaque()) == 0 else {
            context.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// No signal is this thread's business; SIGPIPE least, which a receiver that goes would raise here.
    fileprivate func work() {
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, nil)
        body()
    }
}

private func sendingThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<SendingJob>.fromOpaque(context).takeRetainedValue().work() }
    return nil
}

import CSpawn
import Glibc

/// One piece of work for a thread of its own.
final class RunJob: Sendable {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    /// Starts the thread, which takes itself away at its end; the error number when the system refuses one.
    func start() -> Int32? {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let code = pthread_create(&thread, nil, runJobThreadMain, context.toOpaque())
        guard code == 0 else {
            context.release()
            return code
        }
        pthread_detach(thread)
        return nil
    }

    /// No signal is this thread's business; SIGPIPE least, which a program that stops reading would raise here.
    fileprivate func work() {
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, nil)
        body()
    }
}

/// Entry of a run's thread; the context is a retained `RunJob`.
private func runJobThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<RunJob>.fromOpaque(context).takeRetainedValue().work()
    return nil
}

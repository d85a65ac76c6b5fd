import CCurl
import Glibc
import Synchronization

/// Why a fetcher could not be made.
public struct FetchingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What failed, and what to do, in one English sentence.
    public let message: String
    public var description: String { message }
}

/// The way to the transfer thread: an inbox and a bell. The thread alone touches libcurl's handles.
final class TransferLoop: Sendable {
    enum Command: Sendable {
        case start(UInt64, ExchangeRequest, CheckedContinuation<ExchangeAnswer, Never>)
        case stop(UInt64)
        case shutDown(CheckedContinuation<Void, Never>)
    }

    private struct Inbox: Sendable {
        var commands: [Command] = []
        var lastID: UInt64 = 0
        var isClosed = false
        /// When the lanes are to be woken, in milliseconds of the monotonic clock.
        var alarm: Int?
    }

    /// What the thread finds when it looks.
    struct Post: Sendable {
        var commands: [Command]
        var alarm: Int?
    }

    private let inbox = Mutex(Inbox())
    /// Used off its thread only for `curl_multi_wakeup`, which libcurl allows, and only while `inbox` is open.
    private nonisolated(unsafe) let multi: UnsafeMutableRawPointer

    /// True once libcurl is ready for this process.
    private static let isLibraryReady: Bool = {
        curl_shim_bound_heaps()
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    /// Starts the thread, which calls `onAlarm` at the moments given to `wake(at:)`; throws when libcurl or the system
    /// refuses.
    init(settings: FetchSettings, onAlarm: @escaping @Sendable () -> Void) throws(FetchingError) {
        guard TransferLoop.isLibraryReady, let multi = curl_multi_init() else {
            throw FetchingError(message: "libcurl could not be initialised; check its installation.")
        }
        self.multi = multi
        let engine = TransferEngine(multi: multi, settings: settings, loop: self, onAlarm: onAlarm)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(engine)
        guard pthread_create(&thread, nil, transferThreadMain, context.toOpaque()) == 0 else {
            context.release()
            curl_multi_cleanup(multi)
            throw FetchingError(message: "The transfer thread could not be started; raise the limit of processes.")
        }
        pthread_detach(thread)
    }

    /// Sends one request and gives what came of it. Cancelling the task ends the transfer at once.
    func perform(_ request: ExchangeRequest) async -> ExchangeAnswer {
        let id = inbox.withLock { inbox in
            inbox.lastID += 1
            return inbox.lastID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isPosted = inbox.withLock { inbox in
                    guard !inbox.isClosed, !Task.isCancelled else { return false }
                    post(.start(id, request, continuation), to: &inbox)
                    return true
                }
                if !isPosted { continuation.resume(returning: ExchangeAnswer(abort: .stopped)) }
            }
        } onCancel: {
            inbox.withLock { inbox in
                if !inbox.isClosed { post(.stop(id), to: &inbox) }
            }
        }
    }

    /// Ends every transfer, frees all handles and returns when the thread is done with them.
    func shutDown() async {
        await withCheckedContinuation { continuation in
            let isPosted = inbox.withLock { inbox in
                guard !inbox.isClosed else { return false }
                post(.shutDown(continuation), to: &inbox)
                return true
            }
            if !isPosted { continuation.resume() }
        }
    }

    /// Has the alarm called at or after a moment; replaces an earlier order.
    func wake(at moment: ContinuousClock.Instant) {
        let due = monotonicMilliseconds() + (moment - .now).millisecondsUp + 1  // the clock is rounded down
        inbox.withLock { inbox in
            guard !inbox.isClosed else { return }
            inbox.alarm = due
            if inbox.commands.isEmpty { curl_multi_wakeup(multi) }
        }
    }

    /// What has come in, in order, and the alarm where its time has not come; for the thread. `isDue` is set, and the
    /// alarm gone, when its time has come.
    func post(at now: Int, isDue: inout Bool) -> Post {
        inbox.withLock { inbox in
            isDue = inbox.alarm.map { $0 <= now } ?? false
            if isDue { inbox.alarm = nil }
            defer { inbox.commands.removeAll(keepingCapacity: true) }
            return Post(commands: inbox.commands, alarm: inbox.alarm)
        }
    }

    /// Refuses further commands and gives those that were still waiting; for the thread, before it frees the handles.
    func close() -> [Command] {
        inbox.withLock { inbox in
            inbox.isClosed = true
            let commands = inbox.commands
            inbox.commands = []
            return commands
        }
    }

    private func post(_ command: Command, to inbox: inout Inbox) {
        if inbox.commands.isEmpty { curl_multi_wakeup(multi) }
        inbox.commands.append(command)
    }
}

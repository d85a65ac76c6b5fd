import CSpawn
import Glibc
import Synchronization

/// What waits on the way from those who talk with a program to the thread that watches it.
final class ConversationLine: Sendable {
    private struct State: Sendable {
        var unsent: [[UInt8]] = []
        var isEnding = false
        var run: ProgramRun?
        var waiting: [CheckedContinuation<ProgramRun, Never>] = []
        var reading: Int32 = -1
        var writing: Int32 = -1
    }

    private let state = Mutex(State())

    /// Hangs up the bell and gives the descriptor to listen at.
    func open() throws(ProgramError) -> Int32 {
        var ends: [Int32] = [-1, -1]
        guard oit_pipe(&ends) == 0 else { throw .refused(errno: errno, step: "make a pipe") }
        // A full bell rings already: nobody may be held up at it.
        for end in ends { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
        state.withLock { ($0.reading, $0.writing) = (ends[0], ends[1]) }
        return ends[0]
    }

    /// Takes the bell down.
    func close() {
        state.withLock { state in
            if state.reading >= 0 { Glibc.close(state.reading) }
            if state.writing >= 0 { Glibc.close(state.writing) }
            (state.reading, state.writing) = (-1, -1)
        }
    }

    /// Hands a message over; false when the program has ended or shall end.
    func send(_ message: [UInt8]) -> Bool {
        state.withLock { state in
            guard !state.isEnding, state.run == nil else { return false }
            state.unsent.append(message)
            ConversationLine.ring(state.writing)
            return true
        }
    }

    /// Asks for the end of the program.
    func end() {
        state.withLock { state in
            state.isEnding = true
            ConversationLine.ring(state.writing)
        }
    }

    /// Waits until the program is gone and its folder removed.
    func ended() async -> ProgramRun {
        await withCheckedContinuation { continuation in
            let run = state.withLock { state -> ProgramRun? in
                if state.run == nil { state.waiting.append(continuation) }
                return state.run
            }
            if let run { continuation.resume(returning: run) }
        }
    }

    /// For the watching thread: takes what is to be sent and to be known.
    func take() -> (messages: [[UInt8]], isEnding: Bool) {
        state.withLock { state in
            var byte = [UInt8](repeating: 0, count: 64)
            while state.reading >= 0, read(state.reading, &byte, byte.count) > 0 {}
            defer { state.unsent = [] }
            return (state.unsent, state.isEnding)
        }
    }

    /// For the watching thread: the program is gone.
    func finish(_ run: ProgramRun) {
        let waiting = state.withLock { state in
            state.run = run
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: run) }
    }

    private static func ring(_ descriptor: Int32) {
        if descriptor >= 0 { _ = write(descriptor, "x", 1) }
    }
}

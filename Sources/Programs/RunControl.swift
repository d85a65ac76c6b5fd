import CSpawn
import Glibc
import Synchronization

/// The way from a cancelled task to the thread that watches its program: a bell that can be rung once.
final class RunControl: Sendable {
    private struct State: Sendable {
        var isCancelled = false
        var reading: Int32 = -1
        var writing: Int32 = -1
    }

    private let state = Mutex(State())

    /// Rings the bell; may be called from anywhere, at any time.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            if state.writing >= 0 { _ = write(state.writing, "x", 1) }
        }
    }

    /// Hangs up the bell and gives the descriptor to listen at. Throws `cancelled` when it was rung already.
    func open() throws(ProgramError) -> Int32 {
        var ends: [Int32] = [-1, -1]
        guard oit_pipe(&ends) == 0 else { throw .refused(errno: errno, step: "make a pipe") }
        let isCancelled = state.withLock { state in
            (state.reading, state.writing) = (ends[0], ends[1])
            return state.isCancelled
        }
        guard !isCancelled else {
            close()
            throw .cancelled
        }
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
}

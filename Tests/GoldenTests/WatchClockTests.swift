import Synchronization
import Testing

/// The clock of a round is an argument: what was entered by another clock is due all the same.
extension WatchCommandTests {
    @Test("an agency is due at once, also by a clock before the one at which it was entered")
    func enteredLater() async throws {
        try await watching { watch in
            try watch.submission()
            try watch.oit(["add", "s.json", "--id", "a", "--webhook", watch.hooks.address], isTimed: false)
            #expect(try watch.round().isEmpty)
            let asked = watch.world.state.withLock { $0.count }
            #expect(asked >= 3)
        }
    }
}

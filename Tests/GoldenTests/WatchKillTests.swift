import Foundation
import TestSupport
import Testing

/// Rounds that are killed in the midst of things. A few here; by command two hundred:
///     OIT_KILLS=200 swift test --filter WatchKillTests
@Suite struct WatchKillTests {
    @Test("whatever is killed, nothing that happened is lost, and the chain stays whole", .timeLimit(.minutes(30)))
    func kills() async throws {
        let kills = ProcessInfo.processInfo.environment["OIT_KILLS"].flatMap { Int($0) } ?? 12
        try await withTemporaryFolder { folder in
            let watch = try WatchCommandTests.Watch(folder: folder)
            defer { watch.stop() }
            try watch.add(["--audit-interval", "1d"])
            try watch.round()
            var told: [WebhookSink.Notice] = []
            var random = SystemRandomNumberGenerator()
            for number in 0..<kills {
                if number % 12 == 2 { watch.change { $0.statuses["/plan"] = 404 } }
                if number % 12 == 8 { watch.change { $0.statuses = [:] } }
                watch.minute += 7
                try watch.kill(afterMilliseconds: Int.random(in: 0...400, using: &random))
                if number % 12 == 7 || number % 12 == 11 {
                    // Undisturbed for a while: what happened is now told.
                    for _ in 0..<4 { told += try watch.round(61) }
                }
                told += watch.hooks.taken()
            }
            for _ in 0..<3 { told += try watch.round(61) }
            let store = ["OIT_STORE": folder.appending(path: "store").path]
            #expect(try BuiltProgram.run(["store", "check"], in: folder, environment: store).code == 0)
            try watch.oit(["certificate", "a", "--output", "c.html"])
            try watch.oit(["verify", "c.html"], isTimed: false)
            // A notice may come twice when its receiver had it and we were killed before noting so; it keeps its id.
            let different = Dictionary(grouping: told, by: \.id).values.compactMap(\.first)
            let broke = different.filter { $0.kind == "broke" }.count
            let recovered = different.filter { $0.kind == "recovered" }.count
            #expect(broke >= 1 && broke == recovered, "\(broke) broke, \(recovered) recovered")
        }
    }
}

extension WatchCommandTests.Watch {
    /// Begins a round and kills it.
    func kill(afterMilliseconds wait: Int) throws {
        let process = BuiltProgram.process(
            [
                "watch", "run", "--due", "--quiet", "--render", "never", "--allow-network", "127.0.0.0/8", "--now",
                clock,
            ],
            in: folder, environment: ["OIT_STORE": folder.appending(path: "store").path])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(wait) * 1000)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

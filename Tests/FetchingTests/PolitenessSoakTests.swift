import Foundation
import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

/// Three machines on loopback for a minute: one quick, one slow, one that asks for patience.
/// Run with OIT_SOAK=1.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["OIT_SOAK"] != nil, "a long run, with OIT_SOAK=1"))
struct PolitenessSoakTests {
    @Test(.timeLimit(.minutes(10))) func machinesAreTreatedAsTheyBear() async throws {
        let slowly: LoopbackServer.Script = { _ in
            var reply = ServedReply.page("x")
            reply.steps.insert(.wait(milliseconds: 60), at: 0)
            return reply
        }
        let asked = Atomic(0)
        let limiting: LoopbackServer.Script = { _ in
            asked.add(1, ordering: .relaxed).newValue % 40 == 0
                ? .page("", status: 429, headers: ["Retry-After: 1"]) : .page("x")
        }
        try await withLoopbackServer(host: "127.0.0.1", script: { _ in .page("x") }) { quick in
            try await withLoopbackServer(host: "127.0.0.2", script: slowly) { slow in
                try await withLoopbackServer(host: "127.0.0.3", script: limiting) { strict in
                    try await run([("127.0.0.1", quick), ("127.0.0.2", slow), ("127.0.0.3", strict)])
                    for server in [quick, slow, strict] { #expect(server.maximumConcurrentConnections <= 6) }
                    #expect(strict.requests.count >= 2000)
                }
            }
        }
    }

    /// Forty names on each machine, fifty pages each.
    private func run(_ machines: [(address: String, server: LoopbackServer)]) async throws {
        let settings = loopbackSettings { settings in
            settings.limits.concurrency = 64
            settings.limits.retries = 3
            for (index, machine) in machines.enumerated() {
                settings.resolutions += (0..<40).compactMap {
                    FetchSettings.Resolution("m\(index)h\($0).example.th:\(machine.server.port):\(machine.address)")
                }
            }
        }
        let before = try openFiles()
        try await withFetcher(settings) { fetcher in
            let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
                for number in 0..<6000 {
                    let index = number % 3
                    let host = "m\(index)h\(number / 3 % 40).example.th"
                    let address = try PageAddress(machines[index].server.address("/\(number)", host: host))
                    group.addTask { await fetcher.fetch(address).outcome }
                }
                return try await group.reduce(into: [Outcome: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == [.ok: 6000])
            for (reason, entry) in fetcher.waits.entries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                print("\(reason.rawValue): \(entry.count) waits, \(entry.milliseconds / max(1, entry.count)) ms each")
            }
            #expect(fetcher.waits.limiting == nil)
        }
        #expect(try openFiles() < before + 20)
    }

    private func openFiles() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}

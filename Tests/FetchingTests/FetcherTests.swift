import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

@Suite struct FetcherTests {
    /// Fetches addresses all at once; records in the order of the addresses.
    private func records(_ fetcher: Fetcher, _ addresses: [PageAddress]) async -> [FetchRecord] {
        await withTaskGroup(of: (Int, FetchRecord).self) { group in
            for (index, address) in addresses.enumerated() {
                group.addTask { (index, await fetcher.fetch(address)) }
            }
            return await group.reduce(into: [(Int, FetchRecord)]()) { $0.append($1) }
                .sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    @Test func oneServerAddressSeesAtMostSixConnectionsWhateverTheNames() async throws {
        try await withLoopbackServer(script: { _ in
            var reply = ServedReply.page("x")
            reply.steps.insert(.wait(milliseconds: 2), at: 0)
            return reply
        }) { server in
            let names = (0..<20).map { "h\($0).example.th" }
            let settings = loopbackSettings { settings in
                settings.limits.concurrency = 64
                settings.limits.perHost = 50
                settings.resolutions = names.compactMap {
                    FetchSettings.Resolution("\($0):\(server.port):127.0.0.1")
                }
            }
            try await withFetcher(settings) { fetcher in
                let addresses = try (0..<200).map {
                    try PageAddress(server.address("/\($0)", host: names[$0 % names.count]))
                }
                let outcomes = await records(fetcher, addresses).map(\.outcome)
                #expect(outcomes == [Outcome](repeating: .ok, count: 200))
            }
            #expect(server.maximumConcurrentConnections <= 6)
            #expect(server.requests.count == 200)
        }
    }

    @Test func connectionsAreKept() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            try await withFetcher(loopbackSettings()) { fetcher in
                for number in 0..<20 { _ = await fetcher.fetch(try PageAddress(server.address("/\(number)"))) }
            }
            #expect(server.connectionCount == 1)
            #expect(server.requests.count == 20)
        }
    }

    @Test func theSameAddressAtTheSameTimeIsOneRequest() async throws {
        try await withLoopbackServer(script: { _ in
            var reply = ServedReply.page("x")
            reply.steps.insert(.wait(milliseconds: 100), at: 0)
            return reply
        }) { server in
            try await withFetcher(loopbackSettings()) { fetcher in
                let addresses = try ["/a#1", "/a#2", "/a"].map { try PageAddress(server.address($0)) }
                let all = await records(fetcher, addresses)
                #expect(all.map(\.requested) == addresses)
                #expect(all.map(\.final) == addresses)
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test func keptAnswersServeTheWholeRunUntilFetchedAnew() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            try await withFetcher(loopbackSettings { $0.sharing = .wholeRun }) { fetcher in
                let address = try PageAddress(server.address("/a"))
                for _ in 0..<3 { _ = await fetcher.fetch(address) }
                #expect(server.requests.count == 1)
                _ = await fetcher.refetch(address)
                #expect(server.requests.count == 2)
            }
        }
    }

    @Test func cancellingEndsATransferAtOnce() async throws {
        try await withLoopbackServer(script: { _ in .stalled }) { server in
            try await withFetcher(loopbackSettings { $0.limits.timeout = .seconds(60) }) { fetcher in
                let address = try PageAddress(server.address())
                let clock = ContinuousClock()
                let began = clock.now
                let task = Task { await fetcher.fetch(address) }
                while server.requests.isEmpty { await Task.yield() }
                task.cancel()
                let record = await task.value
                #expect(record.wasStopped)
                #expect(record.outcome == .internal)
                #expect(clock.now - began < .seconds(300))
            }
        }
    }

    @Test func aCancelledLeaderHandsTheAddressOn() async throws {
        let isOpen = Atomic(false)
        try await withLoopbackServer(script: { _ in isOpen.load(ordering: .acquiring) ? .page("x") : .stalled }) {
            server in
            try await withFetcher(loopbackSettings { $0.limits.timeout = .seconds(60) }) { fetcher in
                let address = try PageAddress(server.address())
                let leader = Task { await fetcher.fetch(address) }
                while server.requests.isEmpty { await Task.yield() }
                let follower = Task { await fetcher.fetch(address) }
                isOpen.store(true, ordering: .releasing)
                leader.cancel()
                #expect(await leader.value.wasStopped)
                #expect(await follower.value.outcome == .ok)
            }
        }
    }

    @Test func aThaiHostIsAskedByItsAsciiName() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            let resolution = FetchSettings.Resolution("กรม.ไทย:\(server.port):127.0.0.1")
            let settings = loopbackSettings { $0.resolutions = [resolution].compactMap { $0 } }
            try await withFetcher(settings) { fetcher in
                let record = await fetcher.fetch(try PageAddress("http://กรม.ไทย:\(server.port)/"))
                #expect(record.outcome == .ok)
                #expect(record.final.host == "กรม.ไทย")
            }
            #expect(server.requests.first?.header("Host") == "xn--12c8df.xn--o3cw4h:\(server.port)")
        }
    }

    @Test(arguments: ["h.example.th.", "my_site.example.th", "H.Example.TH"])
    func unusualHostNamesUseTheirResolution(_ host: String) async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            let resolution = FetchSettings.Resolution("\(host):\(server.port):127.0.0.1")
            try await withFetcher(loopbackSettings { $0.resolutions = [resolution].compactMap { $0 } }) { fetcher in
                let record = await fetcher.fetch(try PageAddress("http://\(host):\(server.port)/"))
                #expect(record.outcome == .ok, "\(record.detail)")
            }
        }
    }

    @Test func redirectionsReachAnotherServerUnderTheRealName() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            let way = FetchSettings.Redirection(
                host: "www.sample.go.th", port: 80, address: "127.0.0.1", addressPort: server.port)
            try await withFetcher(loopbackSettings { $0.redirections = [way].compactMap { $0 } }) { fetcher in
                let record = await fetcher.fetch(try PageAddress("http://www.sample.go.th/"))
                #expect(record.outcome == .ok)
            }
            #expect(server.requests.first?.header("Host") == "www.sample.go.th")
        }
    }

    @Test func resolutionsIntoAPrivateNetworkStillNeedPermission() async throws {
        let settings = loopbackSettings { settings in
            settings.resolutions = [FetchSettings.Resolution("x.go.th:80:10.0.0.1")].compactMap { $0 }
        }
        try await withFetcher(settings) { fetcher in
            let record = await fetcher.fetch(try PageAddress("http://x.go.th/"))
            #expect(record.outcome == .addressRefused)
            #expect(record.detail.contains("10.0.0.1"))
        }
    }

    @Test(arguments: [
        (NameAnswer.unknown, Outcome.dnsFailure), (.unanswered("no server"), .dnsTimeout),
        (.addresses([]), .dnsFailure),
    ]) func namesWithoutAddressHaveTheirOutcome(_ answer: NameAnswer, _ outcome: Outcome) async throws {
        let lookup = NameLookup { _ in answer == .addresses([]) ? .unknown : answer }
        let fetcher = try Fetcher(settings: loopbackSettings(), lookup: lookup)
        let record = await fetcher.fetch(try PageAddress("http://www.x.go.th/"))
        #expect(record.outcome == outcome)
        await fetcher.shutDown()
    }

    @Test func aNameThatResolvesInsideIsRefused() async throws {
        let inside = NetworkAddress("192.168.1.1")
        let fetcher = try Fetcher(
            settings: loopbackSettings(), lookup: NameLookup { _ in .addresses([inside].compactMap { $0 }) })
        let record = await fetcher.fetch(try PageAddress("http://rebind.example/"))
        #expect(record.outcome == .addressRefused)
        await fetcher.shutDown()
    }

    @Test func aResolverThatHangsIsATimeoutAndHoldsUpNoEnd() async throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let reader = ends[0]
        let lookup = NameLookup { _ in
            var byte: UInt8 = 0
            _ = read(reader, &byte, 1)  // returns when the writer is closed
            return .unknown
        }
        let settings = loopbackSettings { $0.limits.connectTimeout = .milliseconds(200) }
        let fetcher = try Fetcher(settings: settings, lookup: lookup)
        let record = await fetcher.fetch(try PageAddress("http://slow.example/"))
        #expect(record.outcome == .dnsTimeout)
        #expect(record.milliseconds < 300_000)
        await fetcher.shutDown()
        close(ends[1])
    }

    @Test func hostsWithoutAsciiFormAreMalformed() async throws {
        let long = String(repeating: "a", count: 64)
        try await withFetcher(loopbackSettings()) { fetcher in
            let record = await fetcher.fetch(try PageAddress("http://\(long).th/"))
            #expect(record.outcome == .malformedURL)
        }
    }

    @Test func theAgentLineCannotSmuggleHeaders() {
        var settings = FetchSettings(version: "1")
        settings.contact = "me\r\nX-Evil: 1"
        #expect(settings.agentLine == "oit/1 (+meX-Evil: 1)")
        settings.userAgent = "own\n"
        #expect(settings.agentLine == "own")
    }

    @Test func aFetcherThatEndsEndsItsTransfers() async throws {
        try await withLoopbackServer(script: { _ in .stalled }) { server in
            let fetcher = try Fetcher(settings: loopbackSettings { $0.limits.timeout = .seconds(60) }, lookup: .system)
            let address = try PageAddress(server.address())
            let task = Task { await fetcher.fetch(address) }
            while server.requests.isEmpty { await Task.yield() }
            await fetcher.shutDown()
            #expect(await task.value.wasStopped)
            #expect(await fetcher.fetch(address).wasStopped)
        }
    }

    @Test func openFilesDoNotLeak() async throws {
        func openFiles() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
        try await withLoopbackServer(script: { request in
            request.path.hasSuffix("7")
                ? .silence : request.path.hasSuffix("8") ? .short([1], announced: 9) : .page("x")
        }) { server in
            let settings = loopbackSettings { settings in
                settings.limits.breaker.silences = .max
                settings.resolutions = (0..<10).compactMap {
                    FetchSettings.Resolution("h\($0).example.th:\(server.port):127.0.0.1")
                }
            }
            let before = try openFiles()
            try await withFetcher(settings) { fetcher in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<500 {
                        let address = try PageAddress(server.address("/\(number)", host: "h\(number % 10).example.th"))
                        group.addTask { _ = await fetcher.fetch(address) }
                    }
                    try await group.waitForAll()
                }
            }
            #expect(server.requests.count == 500)
            #expect(server.maximumConcurrentConnections <= 6)
            // Other tests run beside this one: a leak would be hundreds.
            #expect(try openFiles() < before + 100)
        }
    }
}

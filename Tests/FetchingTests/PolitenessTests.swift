import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

@Suite struct PolitenessTests {
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

    /// Settings under which `count` names are all at one loopback port.
    private func manyNames(_ count: Int, port: Int, _ change: (inout FetchSettings) -> Void = { _ in }) -> FetchSettings
    {
        loopbackSettings { settings in
            settings.limits.concurrency = 100
            settings.limits.firstConcurrency = 100
            settings.limits.perHost = 6
            settings.limits.firstPerLane = 6
            settings.resolutions = (0..<count).compactMap {
                FetchSettings.Resolution("h\($0).example.th:\(port):127.0.0.1")
            }
            change(&settings)
        }
    }

    private func delayed(_ milliseconds: Int, _ reply: ServedReply = .page("x")) -> ServedReply {
        var reply = reply
        reply.steps.insert(.wait(milliseconds: milliseconds), at: 0)
        return reply
    }

    @Test func thirtyNamesAtOneAddressGetSixConnectionsTogether() async throws {
        try await withLoopbackServer(script: { _ in delayed(3) }) { server in
            let settings = manyNames(30, port: server.port) { $0.limits.paceShare = 0 }
            try await withFetcher(settings) { fetcher in
                let addresses = try (0..<300).map {
                    try PageAddress(server.address("/\($0)", host: "h\($0 % 30).example.th"))
                }
                let all = await records(fetcher, addresses)
                #expect(all.map(\.outcome) == [Outcome](repeating: .ok, count: 300))
                #expect(Set(all.map(\.server)) == ["127.0.0.1"])
            }
            #expect(server.maximumConcurrentConnections == 6)
            #expect(server.requests.count == 300)
        }
    }

    @Test func aRequestForPatienceHoldsTheWholeAddressAndLosesNothing() async throws {
        let count = Atomic(0)
        try await withLoopbackServer(script: { _ in
            count.add(1, ordering: .relaxed).newValue == 1
                ? .page("", status: 429, headers: ["Retry-After: 1"]) : .page("x")
        }) { server in
            let settings = manyNames(5, port: server.port) {
                $0.limits.retries = 1
                $0.limits.firstConcurrency = 1
                $0.limits.leastConcurrency = 1
            }
            try await withFetcher(settings) { fetcher in
                let addresses = try (0..<5).map { try PageAddress(server.address("/", host: "h\($0).example.th")) }
                let all = await records(fetcher, addresses)
                #expect(all.map(\.outcome) == [Outcome](repeating: .ok, count: 5))
                #expect(all.map(\.attempts.count).sorted() == [1, 1, 1, 1, 2])
                #expect((fetcher.waits.entries[.retryAfter]?.milliseconds ?? 0) >= 900)
            }
            let times = server.requests.map(\.arrivedAt)
            #expect(times.count == 6)
            #expect(times[1] - times[0] >= .milliseconds(990))
        }
    }

    @Test func theGapIsLearnedFromTheServersOwnAnswers() async throws {
        try await withLoopbackServer(script: { _ in delayed(120) }) { server in
            try await withFetcher(loopbackSettings()) { fetcher in
                let addresses = try (0..<10).map { try PageAddress(server.address("/\($0)")) }
                _ = await records(fetcher, addresses)
                // Two at first, then one every 60 ms: each wait adds to that of the one before.
                let waits = fetcher.waits.entries[.pace]
                #expect((waits?.count ?? 0) >= 5)
                #expect((waits?.milliseconds ?? 0) >= 5 * 120)
            }
        }
    }

    @Test func aDeadHostIsNotHammeredAndNoAddressIsWithoutARecord() async throws {
        let port = try await withLoopbackServer(script: { _ in .silence }) { $0.port }
        let settings = loopbackSettings {
            $0.limits.breaker.rest = .milliseconds(100)
            $0.limits.retries = 2
        }
        try await withFetcher(settings) { fetcher in
            let addresses = try (0..<43).map { try PageAddress("http://127.0.0.1:\(port)/\($0)") }
            let all = await records(fetcher, addresses)
            #expect(all.map(\.outcome) == [Outcome](repeating: .connectRefused, count: 43))
            #expect(all.map(\.requested) == addresses)
            let unasked = all.filter(\.attempts.isEmpty)
            #expect(unasked.count > 20)
            #expect(unasked.allSatisfy { $0.detail.hasPrefix("Not asked") && $0.rule.isTriedInSecondPass })
            #expect(all.allSatisfy { $0.server == "127.0.0.1" })
        }
    }

    @Test func anAddressWhoseOwnServerSpokeKeepsItsOutcomeWhenTheLaneCloses() async throws {
        // One page is broken in its own way; then everything is silent.
        let settings = loopbackSettings {
            $0.limits.breaker.rest = .milliseconds(50)
            $0.limits.breaker.silences = 3
            $0.limits.retries = 3
            $0.limits.pauses = [.milliseconds(30), .milliseconds(400)]
            $0.limits.timeout = .seconds(10)
        }
        try await withLoopbackServer(script: { request in
            request.path == "/own" ? .page("", status: 500) : .silence
        }) { server in
            try await withFetcher(settings) { fetcher in
                let paths = ["/own"] + (0..<20).map { "/\($0)" }
                let all = await records(fetcher, try paths.map { try PageAddress(server.address($0)) })
                #expect(all[0].outcome == .http5xx)
                #expect(all[0].status == 500)
                #expect(all.dropFirst().allSatisfy { $0.outcome == .connectionReset })
            }
        }
    }

    @Test func theSecondPassHasMoreTimeAndOneTry() async throws {
        try await withLoopbackServer(script: { _ in delayed(450) }) { server in
            let settings = loopbackSettings {
                $0.limits.timeout = .milliseconds(300)
                $0.limits.retries = 1
                $0.limits.secondPassFactor = 100
            }
            try await withFetcher(settings) { fetcher in
                let address = try PageAddress(server.address())
                let first = await fetcher.fetch(address)
                #expect(first.attempts.map(\.outcome) == [.readTimeout, .readTimeout])
                let second = await fetcher.fetchPatiently(address, after: first)
                #expect(second.outcome == .ok)
                #expect(second.attempts.map(\.outcome) == [.readTimeout, .readTimeout, .ok])
            }
            #expect(server.requests.count == 3)
        }
    }

    @Test func aSecondPassThatFailsMakesOneTry() async throws {
        try await withLoopbackServer(script: { _ in .page("", status: 500) }) { server in
            try await withFetcher(loopbackSettings { $0.limits.retries = 5 }) { fetcher in
                let record = await fetcher.fetchPatiently(try PageAddress(server.address()))
                #expect(record.attempts.map(\.status) == [500])
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test func theSecondPassRenewsWhatIsKeptForTheRun() async throws {
        let isWell = Atomic(false)
        try await withLoopbackServer(script: { _ in
            isWell.load(ordering: .acquiring) ? .page("x") : .page("", status: 500)
        }) { server in
            try await withFetcher(loopbackSettings { $0.sharing = .wholeRun }) { fetcher in
                let address = try PageAddress(server.address())
                let first = await fetcher.fetch(address)
                isWell.store(true, ordering: .releasing)
                #expect(await fetcher.fetch(address).outcome == .http5xx)
                #expect(await fetcher.fetchPatiently(address, after: first).outcome == .ok)
                #expect(await fetcher.fetch(address).outcome == .ok)
            }
        }
    }

    @Test func closingAFetcherEndsThoseWhoWaitForTheirTurn() async throws {
        try await withLoopbackServer(script: { _ in .page("", status: 429, headers: ["Retry-After: 20"]) }) { server in
            let fetcher = try Fetcher(settings: loopbackSettings(), lookup: .system)
            let address = try PageAddress(server.address("/1"))
            _ = await fetcher.fetch(address)
            let waiting = Task { await fetcher.fetch(try PageAddress(server.address("/2"))) }
            while fetcher.waits.limiting != .retryAfter { await Task.yield() }
            await fetcher.shutDown()
            #expect(try await waiting.value.wasStopped)
            #expect(server.requests.count == 1)
        }
    }

    // MARK: The gate

    @Test func theGateIsAskedForEachHopAndForNothingThatItFetchesItself() async throws {
        let asked = Mutex<[String]>([])
        try await withLoopbackServer(script: { request in
            request.path == "/start" ? .redirect("/private/x") : .page(request.path)
        }) { server in
            let settings = loopbackSettings { settings in
                settings.gate = { address, purpose, fetcher in
                    guard purpose == .followed else { return nil }
                    asked.withLock { $0.append(address.path) }
                    let rules = PageAddress(
                        scheme: address.scheme, host: address.host, port: address.port, path: "/robots.txt", query: nil,
                        fragment: nil)
                    let record = await fetcher.fetch(rules, purpose: .robots)
                    #expect(record.outcome == .ok)
                    return address.path.hasPrefix("/private") ? FetchRefusal(.robotsRefused, "No.") : nil
                }
            }
            try await withFetcher(settings) { fetcher in
                let start = try PageAddress(server.address("/start"))
                let followed = await fetcher.fetch(start, purpose: .followed)
                #expect(followed.outcome == .robotsRefused)
                #expect(followed.redirects.count == 1)
                #expect(followed.detail == "No.")
                let submitted = await fetcher.fetch(start)
                #expect(submitted.outcome == .ok)
                #expect(submitted.final.path == "/private/x")
            }
            #expect(asked.withLock { $0 } == ["/start", "/private/x"])
            #expect(server.targets.filter { $0 == "/private/x" }.count == 1)
        }
    }
}

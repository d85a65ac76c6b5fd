import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

/// When a robots.txt is asked for, and what counts in between (RFC 9309 sections 2.3.1.4 and 2.4).
@Suite struct RobotsCacheTests {
    /// The wire and the clock of a cache.
    private final class Wire: Sendable {
        private struct State: Sendable {
            var asked: [String] = []
            var body = "User-agent: *\nDisallow: /private\nCrawl-delay: 2"
            var status: Int? = 200
            var elapsed = Duration.zero
        }

        private let state = Mutex(State())
        private let start = ContinuousClock.now

        var asked: [String] { state.withLock(\.asked) }
        func answer(_ status: Int?, _ body: String = "") {
            state.withLock { ($0.status, $0.body) = (status, body) }
        }
        func pass(_ duration: Duration) { state.withLock { $0.elapsed += duration } }

        func cache(_ limits: RobotsLimits = RobotsLimits()) -> RobotsCache {
            RobotsCache(limits: limits, now: { self.start + self.state.withLock(\.elapsed) }) { address in
                self.state.withLock { state in
                    state.asked.append(address.text)
                    return FetchRecord(
                        requested: address, final: address, status: state.status, body: Array(state.body.utf8),
                        outcome: state.status.map(TransportOutcome.outcome(ofStatus:)) ?? .readTimeout)
                }
            }
        }
    }

    private func isRefused(_ verdict: RobotsVerdict) -> Bool { if case .refused = verdict { true } else { false } }
    private func isUnavailable(_ verdict: RobotsVerdict) -> Bool {
        if case .unavailable = verdict { true } else { false }
    }

    @Test func oneRequestServesAllPagesOfAHost() async throws {
        let wire = Wire()
        let cache = wire.cache()
        #expect(isRefused(await cache.verdict(for: try .forTest("/private/a"))))
        #expect(await cache.verdict(for: try .forTest("/public")) == .allowed)
        #expect(wire.asked == ["http://foo.bar/robots.txt"])
    }

    @Test func schemePortAndNameMakeAHost() async throws {
        let wire = Wire()
        let cache = wire.cache()
        for address in ["http://a.example/", "https://a.example/", "http://a.example:8080/", "http://b.example/"] {
            _ = await cache.verdict(for: try PageAddress(address))
        }
        #expect(Set(wire.asked).count == 4)
    }

    @Test func aThaiHostAndItsAsciiFormAreOne() async throws {
        let wire = Wire()
        let cache = wire.cache()
        _ = await cache.verdict(for: try PageAddress("http://กรม.ไทย/"))
        _ = await cache.verdict(for: try PageAddress("http://xn--12c8df.xn--o3cw4h/"))
        #expect(wire.asked.count == 1)
    }

    @Test func askingForTheFileItselfAsksNothing() async throws {
        let wire = Wire()
        #expect(await wire.cache().verdict(for: try .forTest("/robots.txt")) == .allowed)
        #expect(wire.asked.isEmpty)
    }

    @Test func anAnswerGrowsOld() async throws {
        let wire = Wire()
        let cache = wire.cache()
        #expect(isRefused(await cache.verdict(for: try .forTest("/private"))))
        wire.answer(404)
        wire.pass(.seconds(3599))
        #expect(isRefused(await cache.verdict(for: try .forTest("/private"))))
        wire.pass(.seconds(2))
        #expect(await cache.verdict(for: try .forTest("/private")) == .allowed)
        #expect(wire.asked.count == 2)
    }

    @Test func noLimitKeepsAnAnswerBeyondADay() async throws {
        let wire = Wire()
        var limits = RobotsLimits()
        limits.freshFor = .seconds(90 * 86_400)
        let cache = wire.cache(limits)
        _ = await cache.verdict(for: try .forTest("/private"))
        wire.pass(.seconds(86_401))
        _ = await cache.verdict(for: try .forTest("/private"))
        #expect(wire.asked.count == 2)
    }

    @Test func theLastGoodCopyStandsInForADay() async throws {
        let wire = Wire()
        let cache = wire.cache()
        _ = await cache.verdict(for: try .forTest("/public"))
        wire.answer(503)
        wire.pass(.seconds(2 * 3600))
        #expect(await cache.verdict(for: try .forTest("/public")) == .allowed)
        #expect(isRefused(await cache.verdict(for: try .forTest("/private"))))
        wire.pass(.seconds(22 * 3600))
        #expect(isUnavailable(await cache.verdict(for: try .forTest("/public"))))
    }

    @Test func anUnreachableFileIsAskedForAgainAfterAPause() async throws {
        let wire = Wire()
        wire.answer(nil)
        let cache = wire.cache()
        #expect(isUnavailable(await cache.verdict(for: try .forTest("/public"))))
        wire.pass(.seconds(59))
        #expect(isUnavailable(await cache.verdict(for: try .forTest("/public"))))
        #expect(wire.asked.count == 1)
        wire.answer(404)
        wire.pass(.seconds(1))
        #expect(await cache.verdict(for: try .forTest("/public")) == .allowed)
    }

    @Test func theDelayIsCutAndNeverAskedFor() async throws {
        let wire = Wire()
        let cache = wire.cache()
        let host = try PageAddress.forTest("/").hostKey
        #expect(cache.crawlDelay(of: host) == nil)
        #expect(wire.asked.isEmpty)
        _ = await cache.verdict(for: try .forTest("/"))
        #expect(cache.crawlDelay(of: host) == .seconds(2))
        wire.answer(200, "User-agent: *\nCrawl-delay: 86400")
        wire.pass(.seconds(4000))
        _ = await cache.verdict(for: try .forTest("/"))
        #expect(cache.crawlDelay(of: host) == .seconds(10))
    }

    @Test func manyAskersMakeOneRequest() async throws {
        try await withLoopbackServer(script: { _ in .page("User-agent: *\nDisallow: /x") }) { server in
            try await withFetcher(loopbackSettings { $0.sharing = .none }) { fetcher in
                let cache = RobotsCache { await fetcher.fetch($0) }
                let verdicts = try await withThrowingTaskGroup(of: RobotsVerdict.self) { group in
                    for index in 0..<50 {
                        let page = try PageAddress(server.address("/x\(index)"))
                        group.addTask { await cache.verdict(for: page) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(verdicts.count == 50 && verdicts.allSatisfy(isRefused))
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(1))) func whoIsCancelledLeavesTheRequestToTheNext() async throws {
        let (waiting, arrived) = AsyncStream.makeStream(of: CheckedContinuation<Void, Never>.self)
        let cache = RobotsCache { address in
            await withCheckedContinuation { arrived.yield($0) }
            if Task.isCancelled { return .stopped(address) }
            return FetchRecord(requested: address, final: address, status: 404, outcome: .http404)
        }
        let page = try PageAddress.forTest("/")
        var requests = waiting.makeAsyncIterator()
        let first = Task { await cache.verdict(for: page) }
        let firstRequest = await requests.next()
        let second = Task { await cache.verdict(for: page) }
        first.cancel()
        firstRequest?.resume()
        #expect(isUnavailable(await first.value))
        await requests.next()?.resume()
        #expect(await second.value == .allowed)
    }
}

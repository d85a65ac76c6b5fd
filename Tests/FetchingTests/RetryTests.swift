import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

@Suite struct RetryTests {
    @Test func failuresThatMayPassAreTriedAgainAtOnce() async throws {
        try await withLoopbackServer(script: { _ in .page("down", status: 503) }) { server in
            try await withFetcher(loopbackSettings { $0.limits.retries = 2 }) { fetcher in
                let record = await fetcher.fetch(try PageAddress(server.address()))
                #expect(record.outcome == .http5xx)
                #expect(record.attempts.map(\.status) == [503, 503, 503])
            }
            #expect(server.requests.count == 3)
        }
    }

    @Test func aSecondTryThatSucceedsDecides() async throws {
        let count = Atomic(0)
        let record = try await fetched(change: { $0.limits.retries = 2 }) { _ in
            count.add(1, ordering: .relaxed).newValue == 1 ? .silence : .page("back")
        }
        #expect(record.outcome == .ok)
        #expect(record.attempts.map(\.outcome) == [.connectionReset, .ok])
        #expect(record.body == Array("back".utf8))
    }

    @Test func otherFailuresAreNotRepeated() async throws {
        for status in [404, 403, 401, 410] {
            let record = try await fetched(change: { $0.limits.retries = 2 }) { _ in .page("", status: status) }
            #expect(record.attempts.count == 1)
        }
    }

    @Test func aRateLimitIsWaitedForAndThenPasses() async throws {
        let count = Atomic(0)
        let record = try await fetched(change: { $0.limits.retries = 1 }) { _ in
            count.add(1, ordering: .relaxed).newValue == 1
                ? .page("", status: 429, headers: ["Retry-After: 0"]) : .page("back")
        }
        #expect(record.attempts.map(\.outcome) == [.blocked, .ok])
    }

    @Test func aNameThatAppearsLaterIsFound() async throws {
        let count = Atomic(0)
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            let address = try #require(NetworkAddress("127.0.0.1"))
            let settings = loopbackSettings { settings in
                settings.limits.retries = 1
                settings.limits.unknownNameLifetime = .zero
            }
            let lookup = NameLookup { _ in
                count.add(1, ordering: .relaxed).newValue == 1 ? .unknown : .addresses([address])
            }
            let fetcher = try Fetcher(settings: settings, lookup: lookup)
            let record = await fetcher.fetch(try PageAddress(server.address(host: "late.example.th")))
            await fetcher.shutDown()
            #expect(record.attempts.map(\.outcome) == [.dnsFailure, .ok])
        }
    }

    static let schedule: [(attempt: Int, outcome: Outcome, status: Int?, retryAfter: Int?, pause: Duration?)] = [
        (1, .connectTimeout, nil, nil, .milliseconds(500)), (2, .connectTimeout, nil, nil, .seconds(1)),
        (3, .connectTimeout, nil, nil, nil), (1, .http5xx, 500, nil, .milliseconds(500)),
        (1, .http5xx, 503, 3, .seconds(3)), (1, .http5xx, 503, 0, .milliseconds(500)),
        (1, .http5xx, 503, 600, nil), (1, .http5xx, 500, 600, .milliseconds(500)),
        (1, .blocked, 429, nil, .milliseconds(500)), (1, .blocked, 429, 30, .seconds(30)),
        (1, .blocked, 429, 31, nil), (1, .blocked, 403, nil, nil),
        (1, .ok, 200, nil, nil), (1, .http404, 404, nil, nil), (1, .dnsFailure, nil, nil, .milliseconds(500)),
        (1, .badRedirect, 302, nil, nil), (1, .tlsExpired, nil, nil, nil),
    ]

    @Test(arguments: schedule.indices) func pausesFollowTheTable(_ index: Int) {
        let row = RetryTests.schedule[index]
        let pause = RetrySchedule(limits: FetchLimits()).pause(
            afterAttempt: row.attempt, outcome: row.outcome, status: row.status,
            retryAfter: row.retryAfter.map { .seconds($0) })
        #expect(pause == row.pause)
    }

    @Test(
        arguments: [
            ("120", nil, 120), ("0", nil, 0), ("999999999999999999999", nil, 86_400), ("-1", nil, nil), ("", nil, nil),
            ("soon", nil, nil), ("1.5", nil, nil),
            ("Sat, 21 Nov 2026 07:28:30 GMT", "Sat, 21 Nov 2026 07:28:00 GMT", 30),
            ("Sat, 21 Nov 2026 07:28:00 GMT", "Sat, 21 Nov 2026 07:28:30 GMT", 0),
            ("Fri, 31 Dec 1999 23:59:59 GMT", nil, 0),
        ] as [(String, String?, Int?)]) func retryAfterIsReadAsSecondsOrAsADate(
            _ written: String, _ date: String?, _ seconds: Int?
        )
    {
        #expect(HeaderLine.retryAfter(written, servedAt: date) == seconds.map { .seconds($0) })
    }
}

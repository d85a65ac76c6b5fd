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
        try await withLoopbackServer(script: { request in
            request.target == "/" ? .silence : .page("x")
        }) { server in
            try await withFetcher(loopbackSettings { $0.limits.retries = 1 }) { fetcher in
                let record = await fetcher.fetch(try PageAddress(server.address("/ok")))
                #expect(record.attempts.count == 1)
            }
        }
    }

    @Test func otherFailuresAreNotRepeated() async throws {
        for status in [404, 403, 401, 410] {
            let record = try await fetched(change: { $0.limits.retries = 2 }) { _ in .page("", status: status) }
            #expect(record.attempts.count == 1)
        }
    }

    static let schedule: [(attempt: Int, outcome: Outcome, status: Int?, retryAfter: String?, pause: Duration?)] = [
        (1, .connectTimeout, nil, nil, .milliseconds(500)), (2, .connectTimeout, nil, nil, .seconds(1)),
        (3, .connectTimeout, nil, nil, nil), (1, .http5xx, 500, nil, .milliseconds(500)),
        (1, .http5xx, 503, "3", .seconds(3)), (1, .http5xx, 503, "0", .milliseconds(500)),
        (1, .http5xx, 503, "600", nil), (1, .http5xx, 503, "Wed, 21 Oct 2026 07:28:00 GMT", nil),
        (1, .http5xx, 500, "600", .milliseconds(500)), (1, .blocked, 429, nil, .milliseconds(500)),
        (1, .blocked, 429, "10", .seconds(10)), (1, .blocked, 429, "11", nil), (1, .blocked, 403, nil, nil),
        (1, .ok, 200, nil, nil), (1, .http404, 404, nil, nil), (1, .dnsFailure, nil, nil, .milliseconds(500)),
        (1, .badRedirect, 302, nil, nil), (1, .tlsExpired, nil, nil, nil),
    ]

    @Test(arguments: schedule.indices) func pausesFollowTheTable(_ index: Int) {
        let row = RetryTests.schedule[index]
        let pause = RetrySchedule(limits: FetchLimits()).pause(
            afterAttempt: row.attempt, outcome: row.outcome, status: row.status, retryAfter: row.retryAfter)
        #expect(pause == row.pause)
    }
}

import TestSupport
import Testing
import WebEvidence

@testable import Fetching

@Suite struct ProvokedOutcomeTests {
    /// Little time only where time is what the row is about: other tests run beside this one.
    private func record(_ row: Provoked) async throws -> FetchRecord {
        let isAboutTime = row.outcome == .readTimeout || row.outcome == .connectTimeout
        return try await record(
            row.way,
            loopbackSettings {
                $0.limits.timeout = isAboutTime ? .milliseconds(700) : .seconds(60)
                $0.limits.connectTimeout = isAboutTime ? .milliseconds(500) : .seconds(60)
            })
    }

    private func record(_ way: Provoked.Way, _ settings: FetchSettings) async throws -> FetchRecord {
        switch way {
        case .reply(let reply): return try await served(settings) { _ in reply }
        case .script(let script): return try await served(settings, script)
        case .address(let text): return try await withFetcher(settings) { await $0.fetch(try PageAddress(text)) }
        case .name(let answer):
            let fetcher = try Fetcher(settings: settings, lookup: NameLookup { _ in answer })
            let record = await fetcher.fetch(try PageAddress("http://x.example.th/"))
            await fetcher.shutDown()
            return record
        case .closedPort:
            let port = try await withLoopbackServer(script: { _ in .silence }) { $0.port }
            return try await record(.address("http://127.0.0.1:\(port)/"), settings)
        case .silentPort:
            let listener = try SilentListener()
            return try await record(.address("http://127.0.0.1:\(listener.port)/"), settings)
        }
    }

    private func served(_ settings: FetchSettings, _ script: @escaping LoopbackServer.Script) async throws
        -> FetchRecord
    {
        try await withLoopbackServer(script: script) { server in
            try await withFetcher(settings) { await $0.fetch(try PageAddress(server.address())) }
        }
    }

    @Test(arguments: Provoked.all) func misbehaviourHasItsOutcomeSideRetryAndEffect(_ row: Provoked) async throws {
        let record = try await record(row)
        #expect(record.outcome == row.outcome, "\(record.detail)")
        #expect(record.attempts.map(\.outcome) == [row.outcome])
        let rule = record.rule
        #expect(Provoked.Meaning(side: rule.side, retry: rule.retry, effect: rule.effect) == row.meaning)
        if record.outcome == .tooLarge { #expect(record.body.isEmpty) }
    }

    @Test func theTableProvokesWhatTransportAloneCanTell() {
        let byContent: Set<Outcome> = [
            .redirectedHome, .soft404, .empty, .permissionRequired, .parked, .defaced, .unsupportedType,
            .unreadableDocument, .scannedWithoutText, .scriptOnly,
        ]
        // Provoked under TLS, by the gate of a site's rules, before any fetch, and by our own end.
        let elsewhere: Set<Outcome> = [
            .tlsExpired, .tlsHostname, .tlsIncompleteChain, .tlsUntrusted, .tlsProtocol, .tlsWeak, .http2Error,
            .robotsRefused, .unsupportedScheme, .internal,
        ]
        let provoked = Set(Provoked.all.map(\.outcome))
        #expect(provoked.union(byContent).union(elsewhere) == Set(Outcome.allCases))
        #expect(provoked.isDisjoint(with: byContent.union(elsewhere)))
        #expect(Set(Provoked.all.map(\.name)).count == Provoked.all.count)
    }
}

import TestSupport
import Testing
import WebEvidence

@testable import Fetching

/// Settings for loopback: the guard opened for it, small limits, no pauses between tries.
func loopbackSettings(_ change: (inout FetchSettings) -> Void = { _ in }) -> FetchSettings {
    var settings = FetchSettings(version: "test")
    settings.allowedNetworks = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
    settings.limits.timeout = .seconds(5)
    settings.limits.connectTimeout = .seconds(2)
    settings.limits.retries = 0
    settings.limits.pauses = [.milliseconds(1)]
    settings.limits.maximumBodyBytes = 1_000_000
    change(&settings)
    return settings
}

/// Serves one script, fetches one path of it and gives the record.
func fetched(
    _ path: String = "/", change: (inout FetchSettings) -> Void = { _ in }, script: @escaping LoopbackServer.Script
) async throws -> FetchRecord {
    try await withLoopbackServer(script: script) { server in
        try await withFetcher(loopbackSettings(change)) { fetcher in
            await fetcher.fetch(try PageAddress(server.address(path)))
        }
    }
}

@Suite struct FetchOutcomeTests {
    @Test func aPageCarriesItsBytesHeadersAndDigest() async throws {
        let record = try await fetched("/a?b=1") { _ in .page("abc", headers: ["X-Thai: ไทย", "X-Raw: a:b "]) }
        #expect(record.outcome == .ok)
        #expect(record.body == Array("abc".utf8))
        #expect(record.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(record.header("x-thai") == "ไทย")
        #expect(record.header("X-Raw") == "a:b")
        #expect(record.fetchedAt.utf8.count == 20 && record.fetchedAt.hasSuffix("Z"))
        #expect(record.attempts.count == 1)
        #expect(record.redirects.isEmpty)
        #expect(record.final.query == "b=1")
    }

    @Test func errorPagesKeepTheirBody() async throws {
        let record = try await fetched { _ in .page("ไม่พบหน้า", status: 404) }
        #expect(record.body == Array("ไม่พบหน้า".utf8))
        #expect(!record.sha256.isEmpty)
    }

    @Test(arguments: [
        ("never answering", ServedReply.stalled), ("a slow drip", ServedReply.drip(count: 1000, milliseconds: 20)),
        ("a stalled body", ServedReply(steps: [.send(ServedReply.head(["HTTP/1.1 200 OK"])), .stall])),
    ]) func slowAnswersEndAtTheTimeout(_ name: String, _ reply: ServedReply) async throws {
        let record = try await fetched(change: { $0.limits.timeout = .milliseconds(300) }) { _ in reply }
        #expect(record.outcome == .readTimeout, "\(name)")
        #expect((300..<300_000).contains(record.milliseconds))
    }

    @Test func documentsMayTakeLonger() async throws {
        let record = try await fetched(change: {
            $0.limits.timeout = .milliseconds(200)
            $0.limits.documentTimeout = .seconds(5)
        }) { _ in
            ServedReply(steps: [
                .send(
                    ServedReply.head(["HTTP/1.1 200 OK", "Content-Type: application/pdf", "Content-Length: 2"]) + [37]),
                .wait(milliseconds: 400), .send([80]),
            ])
        }
        #expect(record.outcome == .ok)
        #expect(record.body == [37, 80])
    }

    @Test func aDocumentThatDripsIsNotWaitedForToItsLimit() async throws {
        var reply = ServedReply.drip(count: 100_000, milliseconds: 5)
        reply.steps[0] = .send(
            ServedReply.head(["HTTP/1.1 200 OK", "Content-Type: application/pdf", "Content-Length: 100000"]))
        let dripping = reply
        let record = try await fetched(change: {
            $0.limits.documentTimeout = .seconds(3600)
            $0.limits.rateWindow = .milliseconds(400)
            $0.limits.leastBytesPerWindow = 20_000
        }) { _ in dripping }
        #expect(record.outcome == .readTimeout)
        #expect(record.detail == "The answer came too slowly.")
        #expect(record.milliseconds >= 400)
    }

    @Test func anAnswerThatKeepsItsRateMayTakeManyWindows() async throws {
        let steps = (0..<20).flatMap { _ in
            [ServedReply.Step.wait(milliseconds: 20), .send([UInt8](repeating: 37, count: 1000))]
        }
        let reply = ServedReply(
            steps: [
                .send(ServedReply.head(["HTTP/1.1 200 OK", "Content-Type: application/pdf", "Content-Length: 20000"]))
            ] + steps)
        let record = try await fetched(change: {
            $0.limits.documentTimeout = .seconds(60)
            $0.limits.rateWindow = .milliseconds(100)
            $0.limits.leastBytesPerWindow = 1
        }) { _ in reply }
        #expect(record.outcome == .ok)
        #expect(record.body.count == 20_000)
    }

    @Test func aClosedPortRefuses() async throws {
        let port = try await withLoopbackServer(script: { _ in .silence }) { $0.port }
        let record = try await withFetcher(loopbackSettings()) { fetcher in
            await fetcher.fetch(try PageAddress("http://127.0.0.1:\(port)/"))
        }
        #expect(record.outcome == .connectRefused)
        #expect(record.status == nil)
        #expect(record.sha256.isEmpty)
    }

    @Test func anUnknownCompressionIsIgnoredAsBrowsersDo() async throws {
        let record = try await fetched { _ in .page("abc", headers: ["Content-Encoding: utf-8"]) }
        #expect(record.outcome == .ok)
        #expect(record.body == Array("abc".utf8))
    }

    @Test func compressedAndChunkedBodiesAreRestored() async throws {
        let zeros = try await fetched { _ in .gzipBomb(megabytes: 0) }
        #expect(zeros.body == [0])
        let chunked = try await fetched { _ in .chunked([[65], [66, 67]]) }
        #expect(chunked.body == [65, 66, 67])
        #expect(chunked.outcome == .ok)
    }

    @Test func theGuardRefusesLoopbackUnlessItIsAllowed() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            try await withFetcher(loopbackSettings { $0.allowedNetworks = [] }) { fetcher in
                let record = await fetcher.fetch(try PageAddress(server.address()))
                #expect(record.outcome == .addressRefused)
            }
            #expect(server.connectionCount == 0)
        }
    }

    @Test func requestsAreHonestAndCarryNoCredentials() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            try await withFetcher(loopbackSettings { $0.contact = "https://x.go.th/bot" }) { fetcher in
                _ = await fetcher.fetch(try PageAddress("http://user:secret@127.0.0.1:\(server.port)/ก ข?q=ค#top"))
            }
            let request = try #require(server.requests.first)
            #expect(request.method == "GET")
            #expect(request.target == "/%E0%B8%81%20%E0%B8%82?q=%E0%B8%84")
            #expect(request.header("User-Agent") == "oit/test (+https://x.go.th/bot)")
            #expect(request.header("Authorization") == nil)
            #expect(request.header("Host") == "127.0.0.1:\(server.port)")
            #expect(request.header("Accept-Encoding")?.contains("gzip") == true)
        }
    }
}

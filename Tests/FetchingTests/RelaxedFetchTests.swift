import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

@Suite(.enabled(if: CertificateWorkshop.isAvailable, "needs the openssl program"))
struct RelaxedFetchTests {
    private func expired(_ workshop: CertificateWorkshop, _ names: [String] = ["x.example.th"]) throws -> TLSIdentity {
        var leaf = CertificateWorkshop.Leaf(names: names)
        leaf.to = "20260101"
        return try workshop.identity("expired", leaf)
    }

    @Test func anErrorPageBehindAFaultIsNoContent() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            let record = try await securelyFetched(
                workshop, try expired(workshop), script: { _ in .page("no", status: 404) })
            #expect(record.outcome == .tlsExpired)
            #expect(record.contentOutcome == .http404)
            #expect(record.status == 404)
            #expect(record.rule.isDead && record.rule.effect == .undecided)
        }
    }

    @Test func aFaultInTheMiddleOfAChainIsKeptToItsEnd() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            let good = try workshop.identity("good", CertificateWorkshop.Leaf(names: ["good.example.th"]))
            try await withLoopbackServer(tls: good, script: { _ in .page("here") }) { target in
                let way = "https://good.example.th:\(target.port)/end"
                try await withLoopbackServer(tls: try expired(workshop), script: { _ in .redirect(way) }) { server in
                    var settings = secureSettings(workshop, port: server.port)
                    settings.resolutions += ["good.example.th:\(target.port):127.0.0.1"].compactMap {
                        FetchSettings.Resolution($0)
                    }
                    try await withFetcher(settings) { fetcher in
                        let asked = try PageAddress("https://x.example.th:\(server.port)/")
                        let record = await fetcher.fetch(asked)
                        #expect(record.outcome == .tlsExpired)
                        #expect(record.relaxed?.content == .ok)
                        #expect(record.relaxed?.address == asked.text)
                        #expect(record.final.text == way)
                        #expect(record.redirects.map(\.location) == [way])
                        #expect(record.body == Array("here".utf8))
                    }
                }
            }
        }
    }

    @Test func aRelaxedRequestCarriesNoCookiesAndItsCookiesGoNowhere() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            let ports = Mutex((plain: 0, secure: 0))
            let secureScript: LoopbackServer.Script = { request in
                let plain = ports.withLock(\.plain)
                return .redirect(
                    "http://x.example.th:\(plain)/end", headers: ["Set-Cookie: stranger=1; Path=/"])
            }
            let plainScript: LoopbackServer.Script = { request in
                let secure = ports.withLock(\.secure)
                return request.path == "/end"
                    ? .page("end")
                    : .redirect("https://x.example.th:\(secure)/", headers: ["Set-Cookie: known=1; Path=/"])
            }
            try await withLoopbackServer(tls: try expired(workshop), script: secureScript) { secure in
                try await withLoopbackServer(script: plainScript) { plain in
                    ports.withLock { $0 = (plain.port, secure.port) }
                    var settings = secureSettings(workshop, port: secure.port)
                    settings.resolutions += ["x.example.th:\(plain.port):127.0.0.1"].compactMap {
                        FetchSettings.Resolution($0)
                    }
                    try await withFetcher(settings) { fetcher in
                        let record = await fetcher.fetch(try PageAddress("http://x.example.th:\(plain.port)/"))
                        #expect(record.outcome == .tlsExpired)
                        #expect(record.body == Array("end".utf8))
                    }
                    #expect(secure.requests.map { $0.header("Cookie") } == [nil])
                    #expect(plain.requests.map { $0.header("Cookie") } == [nil, "known=1"])
                }
            }
        }
    }

    @Test func nothingOfAnUnverifiedConnectionServesAVerifiedRequest() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            try await withLoopbackServer(tls: try expired(workshop), script: { _ in .page("x") }) { server in
                try await withFetcher(secureSettings(workshop, port: server.port)) { fetcher in
                    for number in 0..<5 {
                        let address = try PageAddress("https://x.example.th:\(server.port)/\(number)")
                        #expect(await fetcher.fetch(address).outcome == .tlsExpired)
                    }
                }
                // Each page: a strict connection, then one of its own for the content.
                #expect(server.connectionCount == 10)
                #expect(server.requests.count == 5)
            }
        }
    }

    @Test func withoutRelaxedFetchesOnlyTheFindingIsThere() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            let record = try await securelyFetched(
                workshop, try expired(workshop), change: { $0.limits.readsUnverified = false })
            #expect(record.outcome == .tlsExpired)
            #expect(record.relaxed == nil && record.status == nil && record.body.isEmpty)
            #expect(record.rule.effect == .undecided)
        }
    }

    @Test func aPageThatFailsBehindAFaultIsTriedAgain() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            let count = Atomic(0)
            let record = try await securelyFetched(
                workshop, try expired(workshop), change: { $0.limits.retries = 1 },
                script: { _ in
                    count.add(1, ordering: .relaxed).newValue == 1 ? .page("", status: 500) : .page("back")
                })
            #expect(record.attempts.map(\.status) == [500, 200])
            #expect(record.relaxed?.content == .ok)
        }
    }
}

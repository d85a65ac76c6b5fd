import Foundation
import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

/// Settings that trust the workshop's root and know names of one loopback port.
func secureSettings(
    _ workshop: CertificateWorkshop, port: Int, names: [String] = ["x.example.th"],
    _ change: (inout FetchSettings) -> Void = { _ in }
) -> FetchSettings {
    loopbackSettings { settings in
        settings.caBundle = workshop.rootFile
        settings.resolutions = names.compactMap { FetchSettings.Resolution("\($0):\(port):127.0.0.1") }
        change(&settings)
    }
}

/// Serves under one identity and fetches `https://x.example.th/` from it.
func securelyFetched(
    _ workshop: CertificateWorkshop, _ identity: TLSIdentity, path: String = "/",
    change: (inout FetchSettings) -> Void = { _ in }, script: @escaping LoopbackServer.Script = { _ in .page("เนื้อหา") }
) async throws -> FetchRecord {
    try await withLoopbackServer(tls: identity, script: script) { server in
        try await withFetcher(secureSettings(workshop, port: server.port, change)) { fetcher in
            await fetcher.fetch(try PageAddress("https://x.example.th:\(server.port)\(path)"))
        }
    }
}

@Suite(.enabled(if: CertificateWorkshop.isAvailable, "needs the openssl program"))
struct TLSOutcomeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let outcome: Outcome
        var change: @Sendable (inout CertificateWorkshop.Leaf) -> Void = { _ in }
        var version = TLSIdentity.Version.newest
        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "a good chain", outcome: .ok),
        Row(name: "expired", outcome: .tlsExpired) { $0.to = "20260101" },
        Row(name: "not yet valid", outcome: .tlsExpired) { $0.from = "20390101" },
        Row(name: "of another host", outcome: .tlsHostname) { $0.names = ["y.example.th"] },
        Row(name: "of a host above", outcome: .tlsHostname) { $0.names = ["example.th"] },
        Row(name: "of all hosts two levels above", outcome: .tlsHostname) { $0.names = ["*.th"] },
        Row(name: "self-signed", outcome: .tlsUntrusted) { $0.isSelfSigned = true },
        Row(name: "of a root that nobody trusts, which is sent too", outcome: .tlsUntrusted) {
            $0.issuer = .stranger
            $0.chain = [.stranger]
        },
        Row(name: "of a root that nobody trusts", outcome: .tlsUntrusted) {
            $0.issuer = .stranger
            $0.chain = []
        },
        Row(name: "without its intermediate, which nobody can find", outcome: .tlsUntrusted) { $0.chain = [] },
        Row(name: "an RSA key of 1024 bits", outcome: .tlsWeak) { $0.key = "rsa:1024" },
        Row(name: "a SHA-1 signature", outcome: .tlsWeak) { $0.digest = "sha1" },
        Row(name: "TLS 1.0 alone", outcome: .tlsProtocol, version: .tls10),
        Row(name: "TLS 1.1 alone", outcome: .tlsProtocol, version: .tls11),
    ]

    @Test(arguments: rows) func tlsFaultsAreFoundAndTheContentIsReadAllTheSame(_ row: Row) async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            var leaf = CertificateWorkshop.Leaf(names: ["x.example.th"])
            row.change(&leaf)
            var identity = try workshop.identity("leaf", leaf)
            identity.version = row.version
            let record = try await securelyFetched(workshop, identity)
            #expect(record.outcome == row.outcome, "\(record.detail)")
            #expect(record.status == 200)
            #expect(record.body == Array("เนื้อหา".utf8))
            #expect(!record.sha256.isEmpty)
            #expect(record.attempts.map(\.outcome) == [row.outcome])
            if row.outcome == .ok {
                #expect(record.relaxed == nil)
                #expect(record.rule == Outcome.ok.rule)
            } else {
                #expect(
                    record.relaxed
                        == RelaxedReading(finding: row.outcome, content: .ok, address: record.requested.text))
                #expect(record.rule.side == .agency && record.rule.effect == .judged && !record.rule.isDead)
                #expect(!record.detail.isEmpty)
            }
        }
    }

    @Test func aGoAwayIsAnHTTP2Fault() async throws {
        // RFC 9113 sections 6.5 and 6.8: an empty SETTINGS, then GOAWAY for stream 0 with INTERNAL_ERROR.
        let frames: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0] + [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            var identity = try workshop.identity("leaf", CertificateWorkshop.Leaf(names: ["x.example.th"]))
            identity.offersHTTP2 = true
            let record = try await securelyFetched(
                workshop, identity,
                script: { request in
                    #expect(request.method == "PRI")
                    return ServedReply(steps: [.send(frames), .stall])
                })
            #expect(record.outcome == .http2Error, "\(record.detail)")
            #expect(record.relaxed == nil)
        }
    }

    @Test func plainHTTPOnASecurePortIsAProtocolFaultWithoutContent() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            try await withFetcher(loopbackSettings()) { fetcher in
                let record = await fetcher.fetch(try PageAddress("https://127.0.0.1:\(server.port)/"))
                #expect(record.outcome == .tlsProtocol, "\(record.detail)")
                #expect(record.relaxed == nil)
                #expect(record.status == nil)
                #expect(record.rule.effect == .undecided)
            }
        }
    }

    @Test func aSecureServerOnAPlainPortIsNoHTTP() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            let identity = try workshop.identity("leaf", CertificateWorkshop.Leaf(names: ["x.example.th"]))
            try await withLoopbackServer(tls: identity, script: { _ in .page("x") }) { server in
                try await withFetcher(loopbackSettings()) { fetcher in
                    let record = await fetcher.fetch(try PageAddress(server.address()))
                    #expect([.badResponse, .connectionReset].contains(record.outcome), "\(record.detail)")
                    #expect(record.rule.effect == .undecidedUntilConfirmed)
                }
            }
        }
    }

    @Test func aServerThatAcceptsAndSaysNothingIsAReadTimeout() async throws {
        try await withLoopbackServer(script: { _ in .stalled }) { server in
            for limit in [Duration.milliseconds(300), .seconds(5)] {
                let settings = loopbackSettings {
                    $0.limits.timeout = limit
                    $0.limits.connectTimeout = .milliseconds(600)
                }
                try await withFetcher(settings) { fetcher in
                    let record = await fetcher.fetch(try PageAddress("https://127.0.0.1:\(server.port)/"))
                    #expect(record.outcome == .readTimeout, "\(record.detail)")
                }
            }
        }
    }
}

import Foundation
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

@Suite struct TLSOutcomeTests {
    static let cases: [(host: String, options: [String], outcome: Outcome)] = [
        ("good", ["-cert_chain", "middle.pem"], .ok),
        ("good", [], .tlsIncompleteChain),
        ("expired", ["-cert_chain", "middle.pem"], .tlsExpired),
        ("other", ["-cert_chain", "middle.pem"], .tlsHostname),
        ("self", [], .tlsUntrusted),
        ("weak", ["-cert_chain", "middle.pem", "-cipher", "DEFAULT@SECLEVEL=0"], .tlsWeak),
        ("good", ["-cert_chain", "middle.pem", "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"], .tlsProtocol),
    ]

    @Test(.enabled(if: TLSServer.isAvailable, "needs the openssl program"))
    func certificateFaultsHaveTheirOutcome() async throws {
        try await withTemporaryFolder { folder in
            try TLSServer.makeCertificates(in: folder)
            for row in TLSOutcomeTests.cases {
                let server = try TLSServer(folder: folder, certificate: row.host, options: row.options)
                defer { server.stop() }
                let name = "\(row.host).example.th"
                let settings = loopbackSettings { settings in
                    settings.caBundle = folder.appendingPathComponent("root.pem").path
                    settings.resolutions = ["\(name):\(server.port):127.0.0.1"].compactMap {
                        FetchSettings.Resolution($0)
                    }
                }
                try await withFetcher(settings) { fetcher in
                    let record = await fetcher.fetch(try PageAddress("https://\(name):\(server.port)/"))
                    #expect(record.outcome == row.outcome, "\(row.host) \(row.options): \(record.detail)")
                }
            }
        }
    }

    @Test(.enabled(if: TLSServer.isAvailable, "needs the openssl program"))
    func aGoAwayIsAnHTTP2Fault() async throws {
        // RFC 9113 sections 6.5 and 6.8: an empty SETTINGS, then GOAWAY for stream 0 with INTERNAL_ERROR.
        let frames: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0] + [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]
        try await withTemporaryFolder { folder in
            try TLSServer.makeCertificates(in: folder)
            let server = try TLSServer(
                folder: folder, certificate: "good", options: ["-cert_chain", "middle.pem", "-alpn", "h2"],
                bytes: frames)
            defer { server.stop() }
            let settings = loopbackSettings { settings in
                settings.caBundle = folder.appendingPathComponent("root.pem").path
                settings.resolutions = ["good.example.th:\(server.port):127.0.0.1"].compactMap {
                    FetchSettings.Resolution($0)
                }
            }
            try await withFetcher(settings) { fetcher in
                let record = await fetcher.fetch(try PageAddress("https://good.example.th:\(server.port)/"))
                #expect(record.outcome == .http2Error, "\(record.detail)")
            }
        }
    }

    @Test func plainHTTPOnASecurePortIsAProtocolFault() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            try await withFetcher(loopbackSettings()) { fetcher in
                let record = await fetcher.fetch(try PageAddress("https://127.0.0.1:\(server.port)/"))
                #expect(record.outcome == .tlsProtocol, "\(record.detail)")
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

    @Test func openFilesDoNotLeak() async throws {
        func openFiles() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
        try await withLoopbackServer(script: { request in
            request.path.hasSuffix("7")
                ? .silence : request.path.hasSuffix("8") ? .short([1], announced: 9) : .page("x")
        }) { server in
            let settings = loopbackSettings { settings in
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

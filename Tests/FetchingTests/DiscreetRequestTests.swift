import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import WebEvidence

@testable import Fetching

/// What a request carries and where it goes: nothing of the machine on which the program runs, nothing of other hosts.
@Suite struct DiscreetRequestTests {
    @Test func cookiesNeverCrossHosts() async throws {
        let port = Mutex(0)
        let script: LoopbackServer.Script = { request in
            let port = port.withLock { $0 }
            switch request.header("Host")?.prefix(1) {
            case "a" where request.path == "/":
                return .redirect(
                    "http://b.example.th:\(port)/",
                    headers: [
                        "Set-Cookie: own=1; Path=/", "Set-Cookie: wide=1; Path=/; Domain=example.th",
                        "Set-Cookie: foreign=1; Path=/; Domain=b.example.th", "Set-Cookie: suffix=1; Domain=th",
                    ])
            case "b": return .redirect("http://a.example.th:\(port)/back", headers: ["Set-Cookie: of-b=1; Path=/"])
            default: return .page("x")
            }
        }
        try await withLoopbackServer(script: script) { server in
            port.withLock { $0 = server.port }
            let settings = loopbackSettings { settings in
                settings.resolutions = ["a", "b"].compactMap {
                    FetchSettings.Resolution("\($0).example.th:\(server.port):127.0.0.1")
                }
            }
            try await withFetcher(settings) { fetcher in
                _ = await fetcher.fetch(try PageAddress("http://a.example.th:\(server.port)/"))
            }
            #expect(server.requests.map { $0.header("Cookie") } == [nil, nil, "own=1; wide=1"])
        }
    }

    @Test func aNameWithAndWithoutWWWIsOneHostForCookies() async throws {
        let port = Mutex(0)
        let script: LoopbackServer.Script = { request in
            let port = port.withLock { $0 }
            guard request.header("Host")?.hasPrefix("www.") == true else {
                return .redirect(
                    "http://www.a.example.th:\(port)/", headers: ["Set-Cookie: s=1; Path=/; Domain=a.example.th"])
            }
            return request.header("Cookie") == "s=1" ? .page("x") : .redirect("http://a.example.th:\(port)/")
        }
        try await withLoopbackServer(script: script) { server in
            port.withLock { $0 = server.port }
            let settings = loopbackSettings { settings in
                settings.resolutions = ["a.example.th", "www.a.example.th"].compactMap {
                    FetchSettings.Resolution("\($0):\(server.port):127.0.0.1")
                }
            }
            try await withFetcher(settings) { fetcher in
                let record = await fetcher.fetch(try PageAddress("http://a.example.th:\(server.port)/"))
                #expect(record.outcome == .ok)
            }
        }
    }

    @Test func credentialsInATargetAreNotSent() async throws {
        try await withLoopbackServer(script: { request in
            request.path == "/"
                ? .redirect("http://user:word@127.0.0.1:\(request.header("Host")?.split(separator: ":").last ?? "")/in")
                : .page("x")
        }) { server in
            try await withFetcher(loopbackSettings()) { fetcher in
                let record = await fetcher.fetch(try PageAddress(server.address()))
                #expect(record.outcome == .ok)
                #expect(!record.final.text.contains("word"))
            }
            #expect(server.requests.allSatisfy { $0.header("Authorization") == nil })
        }
    }

    @Test(arguments: [401, 407]) func aDemandForCredentialsIsNotMet(_ status: Int) async throws {
        try await withLoopbackServer(script: { _ in
            .page("", status: status, headers: ["WWW-Authenticate: Basic realm=x", "Proxy-Authenticate: Negotiate"])
        }) { server in
            try await withFetcher(loopbackSettings()) { fetcher in
                _ = await fetcher.fetch(try PageAddress(server.address()))
            }
            #expect(server.requests.count == 1)
        }
    }

    @Test func neitherProxiesNorPasswordFilesOfTheEnvironmentAreUsed() async {
        await #expect(processExitsWith: .success) {
            let home = FileManager.default.temporaryDirectory.appendingPathComponent("oit-home-\(getpid())")
            try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
            try Data("machine 127.0.0.1 login user password word\ndefault login user password word\n".utf8)
                .write(to: home.appendingPathComponent(".netrc"))
            for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"] {
                setenv(name, "http://127.0.0.1:9/", 1)
            }
            setenv("HOME", home.path, 1)
            setenv("NETRC", home.appendingPathComponent(".netrc").path, 1)
            let (outcome, header) = try await withLoopbackServer(script: { _ in .page("x") }) { server in
                try await withFetcher(loopbackSettings()) { fetcher in
                    let record = await fetcher.fetch(try PageAddress(server.address()))
                    return (record.outcome, server.requests.first?.header("Authorization"))
                }
            }
            try FileManager.default.removeItem(at: home)
            exit(outcome == .ok && header == nil ? 0 : 1)
        }
    }

    @Test(
        arguments: [
            ("", nil, "oit/2.1"), ("https://www.x.go.th/bot", nil, "oit/2.1 (+https://www.x.go.th/bot)"),
            ("it@x.go.th", nil, "oit/2.1 (+it@x.go.th)"), ("it@x.go.th", "own words", "own words"),
            ("a\r\nX-Evil: 1", nil, "oit/2.1 (+aX-Evil: 1)"),
        ] as [(String, String?, String)])
    func theUserAgentNamesTheProductItsVersionAndWhomToAskAndInventsNothing(
        _ contact: String, _ own: String?, _ line: String
    ) async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            var settings = loopbackSettings()
            settings.version = "2.1"
            settings.contact = contact
            settings.userAgent = own
            try await withFetcher(settings) { fetcher in
                _ = await fetcher.fetch(try PageAddress(server.address()))
            }
            #expect(server.requests.map { $0.header("User-Agent") } == [line])
            #expect(server.requests.first?.header("From") == nil && server.requests.first?.header("Referer") == nil)
        }
    }
}

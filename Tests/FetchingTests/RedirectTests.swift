import TestSupport
import Testing
import WebEvidence

@testable import Fetching

@Suite struct RedirectTests {
    @Test(arguments: [301, 302, 303, 307, 308]) func redirectsAreFollowedHopByHop(_ status: Int) async throws {
        let record = try await fetched("/a#part") { request in
            switch request.path {
            case "/a": .redirect("b?x=1", status: status)
            case "/b": .redirect("/c", status: status)
            default: .page("here")
            }
        }
        #expect(record.outcome == .ok)
        #expect(record.final.path == "/c")
        #expect(record.final.fragment == "part")
        #expect(record.redirects.map(\.location) == ["b?x=1", "/c"])
        #expect(record.redirects.map(\.status) == [status, status])
        #expect(record.attempts.count == 1)
        #expect(record.body == Array("here".utf8))
    }

    @Test(arguments: [
        (Array("/ข่าว".utf8), "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"),
        ([47, 0xA1, 0xA2], "/%A1%A2"),
        (Array("/a b".utf8), "/a%20b"), (Array("\\x".utf8), "/x"),
    ]) func rawBytesInATargetAreAskedAsBrowsersDo(_ location: [UInt8], _ path: String) async throws {
        let record = try await fetched("/start") { request in
            request.path == "/start" ? .redirect(location) : .page(request.path)
        }
        #expect(record.outcome == .ok)
        #expect(record.body == Array(path.utf8))
    }

    @Test func tenRedirectsAreFollowedAndElevenAreTooMany() async throws {
        let script: LoopbackServer.Script = { request in
            let left = Int(request.path.dropFirst()) ?? 0
            return left == 0 ? .page("end") : .redirect("/\(left - 1)")
        }
        let ten = try await fetched("/10", script: script)
        #expect(ten.outcome == .ok)
        #expect(ten.redirects.count == 10)
        let eleven = try await fetched("/11", script: script)
        #expect(eleven.outcome == .tooManyRedirects)
        #expect(eleven.redirects.count == 10)
    }

    @Test func cookiesMakeTheSameAddressAnotherRequest() async throws {
        let record = try await fetched { request in
            request.header("Cookie") == "seen=yes"
                ? .page("welcome") : .redirect("/", headers: ["Set-Cookie: seen=yes; Max-Age=86400"])
        }
        #expect(record.outcome == .ok)
        #expect(record.body == Array("welcome".utf8))
    }

    @Test func aCookieThatOnlyRenewsItsAgeIsALoop() async throws {
        let record = try await fetched { _ in .redirect("/", headers: ["Set-Cookie: a=1; Max-Age=60"]) }
        #expect(record.outcome == .redirectLoop)
        #expect(record.redirects.count == 2)
    }

    @Test func cookiesDoNotOutliveTheirChain() async throws {
        try await withLoopbackServer(script: { request in
            request.path == "/set" ? .redirect("/shown", headers: ["Set-Cookie: a=1; Path=/"]) : .page("x")
        }) { server in
            try await withFetcher(loopbackSettings { $0.limits.concurrency = 1 }) { fetcher in
                _ = await fetcher.fetch(try PageAddress(server.address("/set")))
                _ = await fetcher.fetch(try PageAddress(server.address("/other")))
            }
            #expect(server.requests.map { $0.header("Cookie") } == [nil, "a=1", nil])
        }
    }

    @Test func aLoopOverSeveralPagesIsFound() async throws {
        let record = try await fetched("/a") { request in .redirect(request.path == "/a" ? "/b" : "/a") }
        #expect(record.outcome == .redirectLoop)
        #expect(record.redirects.map(\.location) == ["/b", "/a"])
    }

    @Test func theTimeoutBoundsTheWholeChain() async throws {
        let record = try await fetched("/1", change: { $0.limits.timeout = .milliseconds(500) }) { request in
            var reply = ServedReply.redirect("/\((Int(request.path.dropFirst()) ?? 0) + 1)")
            reply.steps.insert(.wait(milliseconds: 150), at: 0)
            return reply
        }
        #expect(record.outcome == .readTimeout)
        #expect(record.redirects.count < 10)
    }
}

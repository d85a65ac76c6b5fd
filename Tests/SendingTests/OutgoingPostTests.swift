import Glibc
import Sending
import Synchronization
import TestSupport
import Testing

@Suite struct OutgoingPostTests {
    private func post(_ url: String, headers: [String] = [], body: [UInt8] = [1, 2, 3]) -> OutgoingPost {
        var post = OutgoingPost(url: url, headers: headers, body: body, userAgent: "oit/test")
        post.limits.seconds = 5
        return post
    }

    private func failure(_ body: () async throws(SendingFailure) -> Void) async -> SendingFailure? {
        do throws(SendingFailure) {
            try await body()
            Issue.record("nothing was thrown")
            return nil
        } catch {
            return error
        }
    }

    @Test("every byte of the body arrives, also none and a megabyte", arguments: [0, 1, 1_000_000])
    func bodies(count: Int) async throws {
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await withLoopbackServer(script: { _ in .page("taken", status: 202) }) { server in
            let answer = try await post(server.address("/x"), headers: ["X-A: b"], body: body).answer()
            #expect(answer.status == 202 && answer.body == Array("taken".utf8) && !answer.isTruncated)
            let request = try #require(server.requests.first)
            #expect(request.method == "POST" && request.body == body)
            #expect(request.header("X-A") == "b" && request.header("User-Agent") == "oit/test")
            #expect(request.header("Expect") == nil)
        }
    }

    @Test("a redirect is an answer, not an order")
    func redirects() async throws {
        try await withLoopbackServer(script: { _ in .redirect("/other", status: 307) }) { server in
            let answer = try await post(server.address()).answer()
            #expect(answer.status == 307)
            #expect(server.targets == ["/"])
        }
    }

    @Test("a long answer is cut, an endless one ends with the time limit")
    func longAnswers() async throws {
        try await withLoopbackServer(script: { request in
            request.path == "/endless" ? .endless : .page([UInt8](repeating: 65, count: 200_000))
        }) { server in
            let answer = try await post(server.address("/long")).answer()
            #expect(answer.isTruncated && answer.body.count == 64 * 1024)
            var endless = post(server.address("/endless"))
            endless.limits.seconds = 1
            let failure = await failure { () async throws(SendingFailure) in _ = try await endless.answer() }
            #expect(failure?.kind == .timedOut)
        }
    }

    @Test("headers that could begin another one are refused before anything is sent")
    func headerInjection() async throws {
        try await withLoopbackServer(script: { _ in .page("x") }) { server in
            for header in ["A: b\r\nC: d", "A: b\n", "A: \u{0}"] {
                let failure = await #expect(throws: SendingFailure.self) {
                    try await post(server.address(), headers: [header]).answer()
                }
                #expect(failure?.kind == .unusable)
            }
            #expect(server.connectionCount == 0)
        }
    }

    @Test("a certificate that nobody vouches for is not trusted, one of the named issuer is")
    func trust() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            let identity = try workshop.identity("hook", .init(names: ["127.0.0.1"]))
            try await withLoopbackServer(tls: identity, script: { _ in .page("x") }) { server in
                var request = post("https://127.0.0.1:\(server.port)/")
                let failure = await failure { () async throws(SendingFailure) in _ = try await request.answer() }
                #expect(failure?.kind == .untrusted)
                request.limits.caBundle = workshop.rootFile
                let answer = try await request.answer()
                #expect(answer.status == 200)
            }
        }
    }

    @Test("a hundred at once do not wait for a receiver that hangs")
    func manyAtOnce() async throws {
        let others = Mutex(0)
        let script: LoopbackServer.Script = { request in
            guard request.path == "/hang" else {
                others.withLock { $0 += 1 }
                return .page("x")
            }
            // Answers only when all others have been served.
            for _ in 0..<200_000 where others.withLock({ $0 < 100 }) { poll(nil, 0, 1) }
            return .page("\(others.withLock { $0 })")
        }
        try await withLoopbackServer(script: script) { server in
            try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for path in ["/hang"] + (0..<100).map({ "/\($0)" }) {
                    group.addTask {
                        var request = post(server.address(path))
                        request.limits.seconds = 240
                        return try await request.answer().body
                    }
                }
                let bodies = try await group.reduce(into: []) { $0.append($1) }
                #expect(bodies.filter { $0 == Array("x".utf8) }.count == 100)
                #expect(bodies.contains(Array("100".utf8)))
            }
        }
    }

    @Test("user and password never go in the clear to another computer, and the cause tells why")
    func passwordsNeedTLS() async throws {
        try await withMailServer { server in
            var mail = OutgoingMail(
                server: server.address, user: "u", password: "hunter2", from: "a@b", to: "c@d", message: Array("x".utf8)
            )
            try await mail.send()
            // Another spelling of this computer that counts as another one.
            mail.server = "smtp://0.0.0.0:\(server.port)"
            let failure = await failure { () async throws(SendingFailure) in _ = try await mail.send() }
            #expect(failure?.kind == .untrusted)
            #expect(failure?.description.contains("hunter2") == false)
            #expect(server.received.count == 1)
            #expect(!server.commands.joined().contains("aHVudGVyMg"))
        }
    }
}

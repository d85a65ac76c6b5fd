import Foundation
import GradingCore
import Notifying
import TestSupport
import Testing

/// Webhook and LINE are given to a real receiver on loopback.
@Suite struct WebDeliveryTests {
    private func delivered(
        _ notices: [Notice], by channel: Channel, _ change: (inout ChannelSettings) -> Void = { _ in }
    ) async -> Delivery {
        await Courier(sampleSettings(change)).delivered(notices, by: channel, at: afternoon)
    }

    /// What `openssl dgst -sha256 -hmac` says.
    private func signature(of body: [UInt8], secret: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = ["dgst", "-sha256", "-hmac", secret, "-r"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(body))
        try input.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return "sha256=\(text.prefix(64))"
    }

    @Test("a webhook gets the members of the contract and a signature that openssl agrees with")
    func wholeNotice() async throws {
        try await withLoopbackServer(script: { _ in .page("taken") }) { server in
            let delivery = await delivered([sampleNotice()], by: .webhook(server.address("/hook"))) {
                $0.webhookSecret = Secret("ลับมาก-word")
            }
            #expect(delivery == .sent)
            let request = try #require(server.requests.first)
            #expect(request.method == "POST")
            #expect(request.header("Content-Type") == "application/json; charset=utf-8")
            #expect(
                try request.header("X-OIT-Signature") == signature(of: request.body, secret: "ลับมาก-word"))
            let object = try #require(try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
            #expect(object["kind"] as? String == "broke")
            #expect(object["agency"] as? String == "huai-lan")
            #expect(object["items"] as? [String] == ["o12"])
            #expect(object["urls"] as? [String] == ["https://www.example.go.th/แผน/o12.pdf"])
            let cause = try #require(object["cause"] as? [String: Any])
            #expect(cause["kind"] as? String == "http_404" && cause["detail"] as? String == "")
            #expect(cause["agencies"] as? [String] == ["huai-lan"])
            #expect(object["since"] as? String == "2023-05-15T14:00:00+07:00")
            let text = try #require(object["text"] as? [String: String])
            #expect(text.keys.sorted() == ["en", "th"])
            #expect(object["run"] as? String == "r1")
        }
    }

    @Test("each notice is a POST of its own, and one that is not taken ends the attempt")
    func onePostEach() async throws {
        try await withLoopbackServer(script: { request in
            String(decoding: request.body, as: UTF8.self).contains("\"n2\"") ? .page("no", status: 503) : .page("ok")
        }) { server in
            let notices = ["n1", "n2", "n3"].map { sampleNotice(id: $0) }
            let delivery = await delivered(notices, by: .webhook(server.address()))
            #expect(delivery == .later(cause: "the webhook answered with status 503"))
            #expect(server.requests.map { $0.header("X-OIT-Notice") } == ["n1", "n2"])
        }
    }

    @Test("a failure that passes at once is tried again within the same delivery")
    func quickRetry() async throws {
        try await withLoopbackServer(script: { request in
            request.header("X-OIT-Notice") == nil ? .page("?") : .page("busy", status: 500)
        }) { server in
            let delivery = await delivered([sampleNotice()], by: .webhook(server.address())) {
                $0.quickRetryPauses = [0.01, 0.01]
            }
            #expect(delivery == .later(cause: "the webhook answered with status 500"))
            #expect(server.requests.count == 3)
        }
    }

    @Test(
        "what a status means",
        arguments: [
            (200, "sent"), (204, "sent"), (301, "refused"), (400, "refused"), (404, "refused"), (408, "later"),
            (429, "later"), (500, "later"), (503, "later"),
        ])
    func statuses(status: Int, meaning: String) async throws {
        try await withLoopbackServer(script: { _ in .page("", status: status, headers: ["Location: /other"]) }) {
            server in
            let delivery = await delivered([sampleNotice()], by: .webhook(server.address()))
            let found =
                switch delivery {
                case .sent: "sent"
                case .refused: "refused"
                case .later: "later"
                }
            #expect(found == meaning)
            #expect(server.requests.count == 1)
        }
    }

    @Test("a receiver that says how long to wait is not asked again before")
    func retryAfter() async throws {
        try await withLoopbackServer(script: { _ in .page("", status: 429, headers: ["Retry-After: 120"]) }) { server in
            let delivery = await delivered([sampleNotice()], by: .webhook(server.address())) {
                $0.quickRetryPauses = [0.01]
            }
            #expect(delivery == .later(cause: "the webhook answered with status 429", seconds: 120))
            #expect(server.requests.count == 1)
        }
    }

    @Test(
        "a receiver that hangs, resets or floods costs no more than the time limit",
        .timeLimit(.minutes(5)), arguments: ["hang", "reset", "flood"])
    func badReceivers(manner: String) async throws {
        let reply: ServedReply =
            switch manner {
            case "hang": .stalled
            case "reset": .reset
            default: .endless
            }
        try await withLoopbackServer(script: { _ in reply }) { server in
            let delivery = await delivered([sampleNotice()], by: .webhook(server.address())) { $0.timeoutSeconds = 1 }
            guard case .later = delivery else {
                Issue.record("\(delivery)")
                return
            }
        }
    }

    @Test(
        "an address that is none is refused, and the cause does not repeat it",
        arguments: [
            "", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http://127.0.0.1/\r\nX: y", "http://a b/",
            "https://ตัวอย่าง.ไทย/", "http:///x",
        ])
    func unusableAddresses(address: String) async {
        let delivery = await delivered([sampleNotice()], by: .webhook(address))
        #expect(delivery == .refused(cause: "not an http or https address in ASCII"))
    }

    @Test("LINE gets one push with all notices, the token, and the same retry key when it is sent again")
    func line() async throws {
        try await withLoopbackServer(script: { _ in .page("{}") }) { server in
            let notices = (1...3).map { sampleNotice(id: "n\($0)") }
            for _ in 1...2 {
                let delivery = await delivered(notices, by: .line("U123")) {
                    $0.lineToken = Secret("token-word")
                    $0.lineURL = server.address("/v2/bot/message/push")
                }
                #expect(delivery == .sent)
            }
            let requests = server.requests
            #expect(requests.count == 2)
            #expect(requests[0].header("Authorization") == "Bearer token-word")
            #expect(requests[0].header("X-Line-Retry-Key") == requests[1].header("X-Line-Retry-Key"))
            #expect(UUID(uuidString: requests[0].header("X-Line-Retry-Key") ?? "") != nil)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(requests[0].body)) as? [String: Any])
            #expect(object["to"] as? String == "U123")
            let messages = try #require(object["messages"] as? [[String: String]])
            #expect(messages.count == 1 && messages[0]["type"] == "text")
            #expect(messages[0]["text"]?.contains("3. ลิงก์เปิดไม่ได้") == true)
        }
    }

    @Test("a LINE message never grows over its limit and says how much is left out")
    func longLine() async throws {
        try await withLoopbackServer(script: { _ in .page("{}") }) { server in
            let notices = (100...400).map { sampleNotice(id: "n\($0)", text: String(repeating: "ยาว", count: 40)) }
            _ = await delivered(notices, by: .line("U123")) {
                $0.lineToken = Secret("t")
                $0.lineURL = server.address()
            }
            let body = try #require(server.requests.first?.body)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
            let text = try #require((object["messages"] as? [[String: String]])?.first?["text"])
            #expect(text.utf16.count <= 5_000)
            let told = text.components(separatedBy: "\n\n").count - 2
            #expect(text.hasSuffix("(+\(301 - told))"))
        }
    }

    @Test("a LINE push whose answer was lost counts as sent when it is found taken")
    func lineConflict() async throws {
        try await withLoopbackServer(script: { _ in .page("{}", status: 409) }) { server in
            let delivery = await delivered([sampleNotice()], by: .line("U")) {
                $0.lineToken = Secret("t")
                $0.lineURL = server.address("/x")
            }
            #expect(delivery == .sent)
        }
    }

    @Test("the trial message says that nothing is broken")
    func trial() async throws {
        try await withLoopbackServer(script: { _ in .page("ok") }) { server in
            let courier = Courier(sampleSettings())
            #expect(await courier.tried(.webhook(server.address()), at: afternoon) == .sent)
            let body = String(decoding: server.requests[0].body, as: UTF8.self)
            #expect(body.contains("ข้อความทดสอบ"))
        }
    }
}

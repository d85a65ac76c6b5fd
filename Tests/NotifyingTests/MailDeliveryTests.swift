import Foundation
import GradingCore
import Notifying
import TestSupport
import Testing

/// Mail is given to a real server on loopback.
@Suite struct MailDeliveryTests {
    private func delivered(
        _ notices: [Notice], to address: String = "officer@example.go.th", by server: MailServer,
        _ change: (inout ChannelSettings) -> Void = { _ in }
    ) async -> Delivery {
        let settings = sampleSettings {
            $0.smtpURL = server.address
            $0.mailFrom = "oit@example.go.th"
            change(&$0)
        }
        return await Courier(settings).delivered(notices, by: .email(address), at: afternoon)
    }

    @Test("a notice arrives with a Thai subject, a plain and an HTML part, and the marks of an automatic message")
    func wholeMessage() async throws {
        try await withMailServer { server in
            #expect(await delivered([sampleNotice()], by: server) == .sent)
            let received = try #require(server.received.first)
            #expect(received.from.hasPrefix("<oit@example.go.th>"))
            #expect(received.to == ["<officer@example.go.th>"])
            let (headers, _) = parts(of: received.message)
            func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
            #expect(
                decodedWords(header("Subject") ?? "") == "[OIT] ลิงก์เปิดไม่ได้: องค์การบริหารส่วนตำบลห้วยลาน (o12)")
            #expect(header("Date") == "Mon, 15 May 2023 14:00:00 +0700")
            #expect(header("Auto-Submitted") == "auto-generated")
            #expect(header("Message-ID")?.hasSuffix("@example.go.th>") == true)
            #expect(header("MIME-Version") == "1.0")
            let texts = alternatives(received.message)
            #expect(texts.count == 2)
            #expect(texts[0].contains("ตั้งแต่: 15 พฤษภาคม 2566 เวลา 14:00 น."))
            #expect(texts[1].contains("<a href=\"https://www.example.go.th/%E0%B9%81"))
            let isNarrow = received.message.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 }
            #expect(isNarrow)
        }
    }

    @Test("hostile text of a website becomes no header, no markup, no second message")
    func hostileTexts() async throws {
        var notice = sampleNotice(.changed, text: hostileText)
        notice.agencyName = hostileText
        notice.urls = ["javascript:alert(1)", "https://example.go.th/\"><script>", hostileText]
        notice.differences = [
            Notice.Difference(
                element: BilingualText(th: hostileText, en: hostileText), added: [".", hostileText], removed: ["."])
        ]
        try await withMailServer { server in
            #expect(await delivered([notice], by: server) == .sent)
            let received = try #require(server.received.first)
            #expect(server.received.count == 1)
            #expect(received.to.count == 1)
            let (headers, _) = parts(of: received.message)
            #expect(!headers.contains { $0.name.lowercased() == "bcc" })
            #expect(headers.count == 9)
            let html = alternatives(received.message)[1]
            #expect(!html.contains("<script"))
            #expect(!html.contains("href=\"javascript"))
            #expect(!html.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0 })
        }
    }

    @Test(
        "an address that could end a command is refused and nothing is connected",
        arguments: [
            "a@b\r\nRCPT TO:<c@d>", "a b@c", "a@b@c", "@b", "a@", "<a@b>", "a@b>", "", "ผู้ใช้@example.go.th", "a@b,c@d",
            "a@b..c", "a@.b", "a@b.",
        ])
    func unusableAddresses(address: String) async throws {
        try await withMailServer { server in
            let delivery = await delivered([sampleNotice()], to: address, by: server)
            #expect(delivery == .refused(cause: "not a mail address"))
            #expect(server.commands.isEmpty)
        }
    }

    @Test("user and password are shown to this computer also without TLS, and a wrong password is refused for good")
    func login() async throws {
        var manner = MailServer.Manner()
        manner.login = ("watch", "s3cret-word")
        try await withMailServer(manner) { server in
            let right = await delivered([sampleNotice()], by: server) {
                $0.smtpUser = "watch"
                $0.smtpPassword = Secret("s3cret-word")
            }
            #expect(right == .sent)
            #expect(server.received.first?.user == "watch")
            let wrong = await delivered([sampleNotice()], by: server) {
                $0.smtpUser = "watch"
                $0.smtpPassword = Secret("other-word")
            }
            #expect(wrong == .refused(cause: "user or password were not taken"))
            #expect(server.received.count == 1)
        }
    }

    @Test("where the server offers STARTTLS the message goes under it, and a stranger's certificate is not accepted")
    func startTLS() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            var manner = MailServer.Manner()
            manner.startTLS = try workshop.identity("mail", .init(names: ["127.0.0.1"]))
            manner.login = ("watch", "s3cret-word")
            try await withMailServer(manner) { server in
                let delivery = await delivered([sampleNotice()], by: server) {
                    $0.smtpUser = "watch"
                    $0.smtpPassword = Secret("s3cret-word")
                    $0.caBundle = workshop.rootFile
                }
                #expect(delivery == .sent)
                #expect(server.received.first?.wasEncrypted == true)
                let distrusted = await delivered([sampleNotice()], by: server)
                guard case .refused = distrusted else {
                    Issue.record("\(distrusted)")
                    return
                }
                #expect(server.received.count == 1)
            }
        }
    }

    @Test("smtps speaks TLS from the first byte")
    func implicitTLS() async throws {
        try await withTemporaryFolder { folder in
            let workshop = try CertificateWorkshop(folder: folder)
            var manner = MailServer.Manner()
            manner.tls = try workshop.identity("mail", .init(names: ["127.0.0.1"]))
            try await withMailServer(manner) { server in
                let delivery = await delivered([sampleNotice()], by: server) { $0.caBundle = workshop.rootFile }
                #expect(delivery == .sent)
                #expect(server.received.first?.wasEncrypted == true)
            }
        }
    }

    @Test(
        "a mailbox that does not exist is refused, a busy server is asked again later",
        arguments: [
            ("RCPT", "550 no such user \u{1B}[31m", true), ("RCPT", "451 greylisted", false),
            ("MAIL", "421 too busy", false), ("DATA.", "552 too large", true), ("DATA.", "452 disk full", false),
            ("DATA", "554 no", true), ("CONNECT", "421 later", false), ("CONNECT", "554 not you", true),
        ])
    func answersOfTheServer(word: String, line: String, isFinal: Bool) async throws {
        var manner = MailServer.Manner()
        manner.answers[word] = line
        try await withMailServer(manner) { server in
            let cause = "the mail server said \(line.prefix(3))"
            let expected: Delivery = isFinal ? .refused(cause: cause) : .later(cause: cause)
            #expect(await delivered([sampleNotice()], by: server) == expected)
            #expect(server.received.isEmpty)
        }
    }

    @Test("a server that falls silent costs no more than the time limit", .timeLimit(.minutes(5)))
    func silence() async throws {
        var manner = MailServer.Manner()
        manner.stallsAt = "RCPT"
        try await withMailServer(manner) { server in
            let delivery = await delivered([sampleNotice()], by: server) { $0.timeoutSeconds = 1 }
            #expect(delivery == .later(cause: "no answer within the time limit"))
        }
    }

    @Test("without a server there is nothing to send with, and a port where nobody listens is tried later")
    func noServer() async throws {
        let none = await Courier(sampleSettings()).delivered(sampleNotice(), by: .email("a@b"), at: afternoon)
        #expect(none == .refused(cause: "OIT_SMTP_URL is not set, so nothing can be sent this way."))
        let silent = try SilentListener()
        let settings = sampleSettings {
            $0.smtpURL = "smtp://127.0.0.1:\(silent.port)"
            $0.connectSeconds = 1
        }
        guard case .later = await Courier(settings).delivered(sampleNotice(), by: .email("a@b"), at: afternoon) else {
            Issue.record("a server that does not answer may answer later")
            return
        }
    }

    @Test("several notices are one message, urgent ones first, and the same again has the same Message-ID")
    func digest() async throws {
        let notices = [
            sampleNotice(.stale, id: "n2", text: "ข้อมูลข้อ o10 จะพ้นความเป็นปัจจุบัน", isUrgent: false), sampleNotice(),
        ]
        try await withMailServer { server in
            #expect(await delivered(notices, by: server) == .sent)
            #expect(await delivered(notices, by: server) == .sent)
            #expect(server.received.count == 2)
            let plain = alternatives(server.received[0].message)[0]
            let first = try #require(plain.range(of: "1. ลิงก์เปิดไม่ได้"))
            let second = try #require(plain.range(of: "2. ข้อมูลใกล้พ้นความเป็นปัจจุบัน"))
            #expect(first.lowerBound < second.lowerBound)
            let ids = server.received.map { parts(of: $0.message).headers.first { $0.name == "Message-ID" }?.value }
            #expect(ids[0] == ids[1] && ids[0] != nil)
        }
    }
}

import Digests
import Glibc
import GradingCore
import Sending

extension Courier {
    /// One message with all notices. The same notices make the same Message-ID for the same receiver, so a mailbox that got
    /// a message whose answer was lost can tell the repeat.
    func mail(_ notices: [Notice], to address: String, at now: Moment) async -> Delivery {
        guard MailAddress.isUsable(address) else { return .refused(cause: "not a mail address") }
        guard let server = settings.smtpURL else { return .refused(cause: "OIT_SMTP_URL is not set") }
        let message = DigestMessage(notices, language: settings.language, at: now)
        let from = sender
        let id = ContentDigest(of: Array(([address] + notices.map(\.id)).joined(separator: "\n").utf8)).hexadecimal
        let mail = MailMessage(
            from: from, to: address, subject: message.subject, plain: message.plain, html: message.html, date: now,
            id: "oit.\(id.prefix(40))")
        var outgoing = OutgoingMail(
            server: server, user: settings.smtpUser, password: settings.smtpPassword?.revealed, from: from, to: address,
            message: mail.bytes)
        outgoing.limits = limits
        do throws(SendingFailure) {
            try await outgoing.send()
            return .sent
        } catch {
            return delivery(error)
        }
    }

    /// From whom mail comes.
    private var sender: String {
        if let from = settings.mailFrom { return from }
        if let user = settings.smtpUser, MailAddress.isUsable(user) { return user }
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let host = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return MailAddress.isUsable("oit@\(host)") ? "oit@\(host)" : "oit@localhost"
    }

    var limits: SendingLimits {
        var limits = SendingLimits()
        limits.seconds = settings.timeoutSeconds
        limits.connectSeconds = settings.connectSeconds
        limits.caBundle = settings.caBundle
        return limits
    }

    /// What a failed attempt means for the queue.
    func delivery(_ failure: SendingFailure) -> Delivery {
        switch failure.kind {
        case .unusable, .untrusted, .unauthorised: .refused(cause: failure.description)
        case .answered(let status) where status >= 500: .refused(cause: failure.description)
        case .unreachable, .timedOut, .answered: .later(cause: failure.description)
        }
    }
}

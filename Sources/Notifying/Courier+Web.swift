import FoundationEssentials
import GradingCore
import Sending

extension Courier {
    /// One POST with the notice as JSON and, where a secret is set, its signature.
    func post(_ notice: Notice, to address: String) async -> Delivery {
        let body = notice.json
        var headers = ["Content-Type: application/json; charset=utf-8", "X-OIT-Notice: \(Courier.word(notice.id))"]
        if let secret = settings.webhookSecret {
            let digest = KeyedDigest.sha256(of: body, key: Array(secret.revealed.utf8))
            headers.append("X-OIT-Signature: sha256=\(digest)")
        }
        return await posted(OutgoingPost(url: address, headers: headers, body: body, userAgent: userAgent)) { answer in
            Courier.delivery(answer, of: "the webhook")
        }
    }

    /// One push message (LINE Messaging API, `POST /v2/bot/message/push`): a quota of few messages a month is usual, so all
    /// notices are in one. The retry key keeps a repeated push from being shown twice.
    func push(_ notices: [Notice], to receiver: String, at now: Moment) async -> Delivery {
        guard let token = settings.lineToken else { return .refused(cause: "OIT_LINE_TOKEN is not set") }
        // The interface takes 5,000 UTF-16 units.
        let text = DigestMessage(notices, language: settings.language, at: now).plain(most: 4_900)
        let body: [UInt8]
        do {
            body = [UInt8](
                try JSONEncoder().encode(PushBody(to: receiver, messages: [.init(type: "text", text: text)])))
        } catch {
            return .refused(cause: "the message is no JSON")
        }
        let key = StableIdentifier.uuid(of: ([receiver] + notices.map(\.id)).joined(separator: "\n"))
        let headers = [
            "Content-Type: application/json", "Authorization: Bearer \(token.revealed)",
            "X-Line-Retry-Key: \(key)",
        ]
        let post = OutgoingPost(url: settings.lineURL, headers: headers, body: body, userAgent: userAgent)
        return await posted(post) { answer in
            // 409: a push with this key was taken before; its answer had been lost.
            answer.status == 409 ? .sent : Courier.delivery(answer, of: "LINE")
        }
    }

    /// Sends a request, again after short pauses where the failure may pass at once.
    private func posted(
        _ request: OutgoingPost, _ judge: (OutgoingPost.Answer) -> Delivery
    ) async -> Delivery {
        var request = request
        request.limits = limits
        var delivery = await attempt(request, judge)
        for pause in settings.quickRetryPauses {
            // A receiver that says how long to wait is not asked again before.
            guard case .later(_, nil) = delivery, !Task.isCancelled else { break }
            do {
                try await Task.sleep(for: .seconds(pause))
            } catch {
                break  // the program is being ended; the queue has it
            }
            delivery = await attempt(request, judge)
        }
        return delivery
    }

    private func attempt(_ request: OutgoingPost, _ judge: (OutgoingPost.Answer) -> Delivery) async -> Delivery {
        do throws(SendingFailure) {
            return judge(try await request.answer())
        } catch {
            // A receiver that hangs is not waited for three times.
            if error.kind == .timedOut { return .later(cause: error.description, seconds: 60) }
            return delivery(error)
        }
    }

    private static func delivery(_ answer: OutgoingPost.Answer, of receiver: String) -> Delivery {
        let cause = "\(receiver) answered with status \(answer.status)"
        switch answer.status {
        case 200...299: return .sent
        case 408, 425, 429, 500...599: return .later(cause: cause, seconds: answer.retryAfterSeconds)
        default: return .refused(cause: cause)
        }
    }

    private var userAgent: String { "oit/\(settings.version)" }

    /// What of a text can stand in a header.
    private static func word(_ text: String) -> String {
        String(decoding: text.utf8.map { (33...126).contains($0) ? $0 : 45 }.prefix(200), as: UTF8.self)
    }
}

private struct PushBody: Encodable {
    struct Message: Encodable {
        var type: String
        var text: String
    }
    var to: String
    var messages: [Message]
}

import CCurl

/// One finished message for one receiver, handed to the operator's mail server by SMTP (RFC 5321).
public struct OutgoingMail: Sendable {
    /// `smtp://HOST[:PORT]` or `smtps://HOST[:PORT]`.
    public var server: String
    public var user: String?
    public var password: String?
    /// Mail addresses without angle brackets.
    public var from: String
    public var to: String
    /// The whole message (RFC 5322) with CRLF at its lines.
    public var message: [UInt8]
    public var limits = SendingLimits()

    /// From its parts.
    public init(server: String, user: String?, password: String?, from: String, to: String, message: [UInt8]) {
        self.server = server
        self.user = user
        self.password = password
        self.from = from
        self.to = to
        self.message = message
    }

    /// Sends it on a thread of its own, at most `limits.seconds`. Returns when the server has taken the message over.
    /// User and password go only over TLS, or to this computer itself; without them TLS is used where it is offered.
    public func send() async throws(SendingFailure) {
        guard SendingText.isAddress(server, schemes: ["smtp", "smtps"]) else {
            throw SendingFailure(.unusable, "not an smtp or smtps address in ASCII")
        }
        guard SendingText.isMailbox(from), SendingText.isMailbox(to) else {
            throw SendingFailure(.unusable, "not a mail address")
        }
        try await SendingThread.run { () throws(SendingFailure) in try exchange() }
    }

    private func exchange() throws(SendingFailure) {
        let exchange = try Exchange(limits: limits, schemes: "smtp,smtps")
        let handle = exchange.handle
        curl_shim_set_text(handle, CURLOPT_URL, server)
        let needsTLS = user != nil && !SendingText.isThisComputer(server)
        curl_shim_set_long(
            handle, CURLOPT_USE_SSL, Int(needsTLS ? CURLUSESSL_ALL.rawValue : CURLUSESSL_TRY.rawValue))
        if let user {
            curl_shim_set_text(handle, CURLOPT_USERNAME, user)
            curl_shim_set_text(handle, CURLOPT_PASSWORD, password ?? "")
        }
        curl_shim_set_text(handle, CURLOPT_MAIL_FROM, "<\(from)>")
        exchange.setList(CURLOPT_MAIL_RCPT, ["<\(to)>"])
        curl_shim_set_long(handle, CURLOPT_UPLOAD, 1)
        exchange.offer(message)
        try exchange.perform()
    }
}

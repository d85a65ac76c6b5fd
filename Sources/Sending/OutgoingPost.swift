import CCurl

/// One POST to an http or https address of the operator's own, which may be private. Redirects are not followed: what is
/// sent is meant for one receiver.
public struct OutgoingPost: Sendable {
    /// Absolute, in ASCII.
    public var url: String
    /// `Name: value`, without line breaks.
    public var headers: [String]
    public var body: [UInt8]
    public var userAgent: String
    public var limits = SendingLimits()

    /// From its parts.
    public init(url: String, headers: [String], body: [UInt8], userAgent: String) {
        self.url = url
        self.headers = headers
        self.body = body
        self.userAgent = userAgent
    }

    /// What the server said.
    public struct Answer: Sendable {
        /// Status of HTTP, 100...999.
        public let status: Int
        /// How long the server asks to wait; nil where it does not say.
        public let retryAfterSeconds: Int?
        /// The first bytes of the body.
        public let body: [UInt8]
        /// True when the body was longer.
        public let isTruncated: Bool
    }

    /// Sends it and waits for the answer on a thread of its own, at most `limits.seconds`.
    public func answer() async throws(SendingFailure) -> Answer {
        guard SendingText.isAddress(url, schemes: ["http", "https"]) else {
            throw SendingFailure(.unusable, "not an http or https address in ASCII")
        }
        guard (headers + [userAgent]).allSatisfy(SendingText.isHeader) else {
            throw SendingFailure(.unusable, "a header holds a line break or control character")
        }
        return try await SendingThread.run { () throws(SendingFailure) in try exchange() }
    }

    private func exchange() throws(SendingFailure) -> Answer {
        let exchange = try Exchange(limits: limits, schemes: "http,https")
        let handle = exchange.handle
        curl_shim_set_text(handle, CURLOPT_URL, url)
        curl_shim_set_text(handle, CURLOPT_USERAGENT, userAgent)
        curl_shim_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        curl_shim_set_long(handle, CURLOPT_POST, 1)
        curl_shim_set_long(handle, CURLOPT_POSTFIELDSIZE, body.count)
        var copied = body.isEmpty ? [0] : body  // libcurl takes no bytes at all for "ask the callback"
        copied.withUnsafeMutableBytes { _ = curl_shim_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
        exchange.setList(CURLOPT_HTTPHEADER, headers + ["Expect:"])
        try exchange.perform()
        return Answer(
            status: exchange.status, retryAfterSeconds: exchange.retryAfterSeconds, body: exchange.received,
            isTruncated: exchange.isTruncated)
    }
}

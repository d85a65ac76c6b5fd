/// One request as the loopback server saw it.
public struct ServedRequest: Sendable {
    public let method: String
    /// Path with query as sent.
    public let target: String
    /// Without query.
    public var path: String { String(target.prefix { $0 != "?" }) }
    /// In order, names as sent.
    public let headers: [(name: String, value: String)]
    /// As many bytes as the request announced, or fewer where it broke off.
    public var body: [UInt8] = []
    /// When its head had come.
    public let arrivedAt = ContinuousClock.now

    /// The last value of a header, compared without case; nil when absent.
    public func header(_ name: String) -> String? {
        headers.last { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// What the loopback server does after a request: a script of steps.
public struct ServedReply: Sendable {
    public enum Step: Sendable {
        case send([UInt8])
        /// Sends the bytes again and again until the client goes.
        case sendEndlessly([UInt8])
        case wait(milliseconds: Int)
        /// Says nothing more until the client goes or the server stops.
        case stall
        /// Closes with a reset instead of an orderly end.
        case reset
    }

    public var steps: [Step]
    /// False closes the connection after the last step.
    public var keepsConnection: Bool

    public init(steps: [Step], keepsConnection: Bool = false) {
        self.steps = steps
        self.keepsConnection = keepsConnection
    }

    /// An ordinary answer with its length.
    public static func page(
        _ body: [UInt8], status: Int = 200, type: String? = "text/html; charset=utf-8",
        headers: [String] = []
    ) -> ServedReply {
        var lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.count)"] + headers
        if let type { lines.append("Content-Type: \(type)") }
        return ServedReply(steps: [.send(head(lines) + body)], keepsConnection: true)
    }

    public static func page(_ text: String, status: Int = 200, headers: [String] = []) -> ServedReply {
        page(Array(text.utf8), status: status, headers: headers)
    }

    /// A redirect; `location` may be bytes of any encoding.
    public static func redirect(
        _ location: [UInt8], status: Int = 302, headers: [String] = []
    ) -> ServedReply {
        var bytes: [UInt8] = head(["HTTP/1.1 \(status) X", "Content-Length: 0"] + headers)
        bytes.removeLast(2)
        bytes += Array("Location: ".utf8)
        bytes += location
        bytes += Array("\r\n\r\n".utf8)
        return ServedReply(steps: [.send(bytes)], keepsConnection: true)
    }

    public static func redirect(_ location: String, status: Int = 302, headers: [String] = []) -> ServedReply {
        redirect(Array(location.utf8), status: status, headers: headers)
    }

    /// A body in chunks (RFC 9112 section 7.1), with a pause before each.
    public static func chunked(_ chunks: [[UInt8]], pauseMilliseconds: Int = 0, ends: Bool = true) -> ServedReply {
        var steps: [Step] = [.send(head(["HTTP/1.1 200 OK", "Transfer-Encoding: chunked"]))]
        for chunk in chunks {
            if pauseMilliseconds > 0 { steps.append(.wait(milliseconds: pauseMilliseconds)) }
            steps.append(.send(Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [13, 10]))
        }
        if ends { steps.append(.send(Array("0\r\n\r\n".utf8))) }
        return ServedReply(steps: steps, keepsConnection: ends)
    }

    /// Announces more bytes than it sends, then closes.
    public static func short(_ body: [UInt8], announced: Int) -> ServedReply {
        ServedReply(steps: [.send(head(["HTTP/1.1 200 OK", "Content-Length: \(announced)"]) + body)])
    }

    /// A head without length and a body that never ends.
    public static let endless = ServedReply(steps: [
        .send(head(["HTTP/1.1 200 OK", "Content-Type: text/html"])),
        .sendEndlessly([UInt8](repeating: 97, count: 16_384)),
    ])

    /// One byte at a time with a pause, then the end.
    public static func drip(count: Int, milliseconds: Int) -> ServedReply {
        let steps = (0..<count).flatMap { _ in [Step.wait(milliseconds: milliseconds), .send([120])] }
        return ServedReply(steps: [.send(head(["HTTP/1.1 200 OK", "Content-Length: \(count)"]))] + steps)
    }

    /// A small body that unpacks to `megabytes` of zeros.
    public static func gzipBomb(megabytes: Int) -> ServedReply {
        page(gzippedZeros(count: megabytes * 1_048_576), headers: ["Content-Encoding: gzip"])
    }

    /// A packed body that never ends and unpacks to a thousand times its size.
    public static var endlessGzipBomb: ServedReply {
        let bomb = endlessGzip()
        return ServedReply(steps: [
            .send(head(["HTTP/1.1 200 OK", "Content-Encoding: gzip"]) + bomb.beginning), .sendEndlessly(bomb.piece),
        ])
    }

    /// Bytes as they are, then the end.
    public static func raw(_ text: String) -> ServedReply { ServedReply(steps: [.send(Array(text.utf8))]) }
    /// Closes without a byte.
    public static let silence = ServedReply(steps: [])
    /// Never answers.
    public static let stalled = ServedReply(steps: [.stall])
    /// Resets the connection without a byte.
    public static let reset = ServedReply(steps: [.reset])

    /// Lines with their ends and the empty line.
    public static func head(_ lines: [String]) -> [UInt8] {
        Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}

import CSSL
import Foundation
import Glibc
import Synchronization

/// A mail server (RFC 5321) on loopback that keeps what it is given. What it refuses is scripted. Each connection has its
/// own thread; nothing is shared with the code under test.
public final class MailServer: Sendable {
    /// What it does.
    public struct Manner: Sendable {
        /// Offers STARTTLS with this identity.
        public var startTLS: TLSIdentity?
        /// Speaks TLS from the first byte.
        public var tls: TLSIdentity?
        /// User and password, asked for before a sender is taken; nil for none.
        public var login: (user: String, password: String)?
        /// Answers a command, by its first word in capitals, with this line instead; `DATA.` is the end of the message.
        public var answers: [String: String] = [:]
        /// Falls silent at this command.
        public var stallsAt: String?
        public init() {}
    }

    /// A message that was taken.
    public struct Received: Sendable {
        public var from: String
        public var to: [String]
        /// With CRLF at its lines, dots unstuffed.
        public var message: String
        public var wasEncrypted: Bool
        public var user: String?
    }

    private struct State {
        var received: [Received] = []
        var commands: [String] = []
        var open: Set<Int32> = []
        var threads = 0
    }

    public let port: Int
    private let manner: Manner
    private let listener: Int32
    private let state = Mutex(State())

    public var received: [Received] { state.withLock(\.received) }
    /// Every line that clients sent outside messages.
    public var commands: [String] { state.withLock(\.commands) }
    public var address: String { "\(manner.tls == nil ? "smtp" : "smtps")://127.0.0.1:\(port)" }

    public init(_ manner: Manner = Manner()) throws {
        signal(SIGPIPE, SIG_IGN)
        self.manner = manner
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
                bind(descriptor, target, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, target, &length) == 0
            }
        }
        guard bound else { throw LoopbackError(call: "bind", code: errno) }
        port = Int(UInt16(bigEndian: address.sin_port))
        start { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                state.withLock { _ = $0.open.insert(client) }
                start { [self] in
                    serve(client)
                    state.withLock { _ = $0.open.remove(client) }
                    close(client)
                }
            }
        }
    }

    /// Ends all connections and threads.
    public func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        while state.withLock({ $0.threads > 0 }) {
            state.withLock { for client in $0.open { shutdown(client, Int32(SHUT_RDWR)) } }
            poll(nil, 0, 1)
        }
        close(listener)
    }

    private func start(_ work: @escaping @Sendable () -> Void) {
        state.withLock { $0.threads += 1 }
        let thread = Thread { [self] in
            work()
            state.withLock { $0.threads -= 1 }
        }
        thread.stackSize = 512 * 1024
        thread.start()
    }

    private func serve(_ client: Int32) {
        do {
            let wire = try MailWire(client, manner.tls)
            defer { wire.finish() }
            try MailConversation(wire: wire, manner: manner).run { command in
                state.withLock { $0.commands.append(command) }
            } took: { message in
                state.withLock { $0.received.append(message) }
            }
        } catch {
            return  // the client went, or does not agree to TLS
        }
    }
}

/// Runs `body` with a mail server and stops it afterwards.
public func withMailServer<Value>(
    _ manner: MailServer.Manner = MailServer.Manner(), isolation: isolated (any Actor)? = #isolation,
    _ body: (MailServer) async throws -> Value
) async throws -> Value {
    let server = try MailServer(manner)
    defer { server.stop() }
    return try await body(server)
}

/// The conversation on one connection.
private struct MailConversation {
    let wire: MailWire
    let manner: MailServer.Manner

    func run(heard: (String) -> Void, took: (MailServer.Received) -> Void) throws {
        try say("CONNECT", "220 loopback ESMTP")
        var draft = MailServer.Received(from: "", to: [], message: "", wasEncrypted: wire.isEncrypted, user: nil)
        while let line = try wire.line() {
            heard(line)
            let word = line.prefix { $0 != " " }.uppercased()
            if manner.stallsAt == word {
                while try wire.line() != nil {}
                return
            }
            switch word {
            case "EHLO", "HELO": try say(word, greeting())
            case "STARTTLS":
                try say(word, "220 go on")
                if let identity = manner.startTLS { try wire.encrypt(identity) }
                draft.wasEncrypted = true
            case "AUTH": draft.user = try authenticated(line) ? manner.login?.user : nil
            case "MAIL":
                let mayGo = manner.login == nil || draft.user != nil
                draft.from = String(line.dropFirst(10))
                try say(word, mayGo ? "250 ok" : "530 authentication required")
            case "RCPT":
                draft.to.append(String(line.dropFirst(8)))
                try say(word, "250 ok")
            case "DATA":
                try say(word, "354 go on")
                if manner.answers["DATA"] != nil { continue }
                draft.message = try wire.message()
                try say("DATA.", "250 taken")
                if manner.answers["DATA."] == nil { took(draft) }
                draft.to = []
            case "QUIT":
                try say(word, "221 bye")
                return
            default: try say(word, "250 ok")
            }
        }
    }

    private func say(_ word: String, _ usual: String) throws { try wire.send((manner.answers[word] ?? usual) + "\r\n") }

    private func greeting() -> String {
        var lines = ["loopback"]
        if manner.startTLS != nil, !wire.isEncrypted { lines.append("STARTTLS") }
        if manner.login != nil { lines.append("AUTH PLAIN") }
        return lines.enumerated().map { "250\($0.offset == lines.count - 1 ? " " : "-")\($0.element)" }
            .joined(separator: "\r\n")
    }

    private func authenticated(_ line: String) throws -> Bool {
        var given = String(line.dropFirst("AUTH PLAIN ".count))
        if given.isEmpty {
            try wire.send("334 \r\n")
            given = try wire.line() ?? ""
        }
        let expected = manner.login.map { Data("\0\($0.user)\0\($0.password)".utf8).base64EncodedString() }
        let isRight = given == expected
        try say("AUTH", isRight ? "235 welcome" : "535 wrong")
        return isRight
    }
}

/// The bytes of one connection, plain or under TLS. One thread only.
private final class MailWire {
    private struct Gone: Error {}
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private var tls: OpaquePointer?
    private var context: TLSContext?
    var isEncrypted: Bool { tls != nil }

    init(_ descriptor: Int32, _ identity: TLSIdentity?) throws {
        self.descriptor = descriptor
        if let identity { try encrypt(identity) }
    }

    func encrypt(_ identity: TLSIdentity) throws {
        let context = try TLSContext(identity)
        guard let tls = context.connection(descriptor) else { throw Gone() }
        (self.context, self.tls) = (context, tls)
        pending = []
        guard SSL_do_handshake(tls) == 1 else { throw Gone() }
    }

    func finish() {
        if let tls {
            SSL_shutdown(tls)
            SSL_free(tls)
        }
    }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        let sent =
            tls.map { Int(SSL_write($0, bytes, Int32(bytes.count))) }
            ?? Glibc.send(descriptor, bytes, bytes.count, Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL)))
        guard sent == bytes.count else { throw Gone() }
    }

    /// Without its end; nil at the end of the stream.
    func line() throws -> String? {
        while true {
            if let end = pending.firstIndex(of: 10) {
                let line = pending[..<end].filter { $0 != 13 }
                pending.removeFirst(end + 1)
                return String(decoding: line, as: UTF8.self)
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = tls.map { Int(SSL_read($0, &buffer, 4096)) } ?? recv(descriptor, &buffer, 4096, 0)
            guard count > 0 else { return nil }
            pending += buffer[..<count]
        }
    }

    func message() throws -> String {
        var lines: [String] = []
        while let line = try line() {
            if line == "." { return lines.map { $0 + "\r\n" }.joined() }
            lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
        }
        throw Gone()
    }
}

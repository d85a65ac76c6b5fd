import Glibc
import Synchronization

/// A real web server on loopback whose every answer is scripted, also the broken ones. Each connection has its own
/// thread; nothing is shared with the code under test.
public final class LoopbackServer: Sendable {
    public typealias Script = @Sendable (ServedRequest) -> ServedReply

    struct State: Sendable {
        var requests: [ServedRequest] = []
        var open = 0
        var accepted = 0
        var mostOpen = 0
        var threads = 0
    }

    public let port: Int
    let script: Script
    /// Nil for plain HTTP.
    private let tls: TLSContext?
    let state = Mutex(State())
    /// Its write end is closed at the stop: every wait of every thread ends then.
    let stopReader: Int32
    private let stopWriter: Int32
    private let listener: Int32

    /// Requests so far, in the order of their coming.
    public var requests: [ServedRequest] { state.withLock(\.requests) }
    /// Targets of the requests so far.
    public var targets: [String] { requests.map(\.target) }
    /// Connections accepted so far.
    public var connectionCount: Int { state.withLock(\.accepted) }
    /// The largest number of connections that were open at the same time.
    public var maximumConcurrentConnections: Int { state.withLock(\.mostOpen) }

    /// Address of a path on this server, `http://127.0.0.1:PORT/path`.
    public func address(_ path: String = "/", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    /// Listens on a free port of `host` (dotted IPv4, or `::` for every address), under TLS where an identity is given; throws
    /// `LoopbackError`.
    public init(host: String = "127.0.0.1", tls: TLSIdentity? = nil, script: @escaping Script) throws {
        signal(SIGPIPE, SIG_IGN)
        self.script = script
        self.tls = try tls.map { try TLSContext($0) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw LoopbackError(call: "pipe", code: errno) }
        (stopReader, stopWriter) = (ends[0], ends[1])
        (listener, port) = try LoopbackServer.listening(on: host)
        start { [self] in acceptConnections() }
    }

    /// Ends all connections and threads.
    public func stop() {
        close(stopWriter)
        while state.withLock({ $0.threads > 0 }) { poll(nil, 0, 1) }
        close(listener)
        close(stopReader)
    }

    /// `::` listens on every address of both families.
    private static func listening(on host: String) throws -> (listener: Int32, port: Int) {
        let isSix = host.contains(":")
        let listener = socket(isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var storage = sockaddr_storage()
        var length = socklen_t(isSix ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
        var off: Int32 = 0
        if isSix { setsockopt(listener, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &off, socklen_t(MemoryLayout<Int32>.size)) }
        let bound = withUnsafeMutableBytes(of: &storage) { raw in
            raw.storeBytes(of: sa_family_t(isSix ? AF_INET6 : AF_INET), as: sa_family_t.self)
            inet_pton(isSix ? AF_INET6 : AF_INET, host, raw.baseAddress.map { $0 + (isSix ? 8 : 4) })
            return raw.withMemoryRebound(to: sockaddr.self) { target -> Bool in
                bind(listener, target.baseAddress, length) == 0 && listen(listener, 512) == 0
                    && getsockname(listener, target.baseAddress, &length) == 0
            }
        }
        guard listener >= 0, bound else { throw LoopbackError(call: "bind", code: errno) }
        // Family and port stand in the same place in both.
        let port = withUnsafeBytes(of: &storage) { $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self) }
        return (listener, Int(UInt16(bigEndian: port)))
    }

    private func acceptConnections() {
        while canRead(listener) {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            state.withLock { state in
                state.accepted += 1
                state.open += 1
                state.mostOpen = max(state.mostOpen, state.open)
            }
            start { [self] in
                if let wire = ServedWire(server: self, descriptor: descriptor, context: tls) {
                    ServedConnection(server: self, wire: wire, descriptor: descriptor).serve()
                }
                // Counted before the close, so that a client that sees the end never sees an old count.
                state.withLock { $0.open -= 1 }
                close(descriptor)
            }
        }
    }

    /// Waits until a descriptor can be read; false when the server is stopping.
    func canRead(_ descriptor: Int32, milliseconds: Int32 = -1) -> Bool {
        var watched = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: stopReader, events: Int16(POLLIN), revents: 0),
        ]
        return poll(&watched, 2, milliseconds) > 0 && watched[1].revents == 0
    }

    /// Waits until a descriptor can be read or written; false when the server is stopping.
    func waits(for descriptor: Int32, _ events: Int16) -> Bool {
        var watched = [
            pollfd(fd: descriptor, events: events, revents: 0),
            pollfd(fd: stopReader, events: Int16(POLLIN), revents: 0),
        ]
        return poll(&watched, 2, -1) > 0 && watched[1].revents == 0
    }

    private func start(_ work: @escaping @Sendable () -> Void) {
        state.withLock { $0.threads += 1 }
        let box = ThreadWork { [self] in
            work()
            state.withLock { $0.threads -= 1 }
        }
        var thread = pthread_t()
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        pthread_attr_init(attributes)
        pthread_attr_setstacksize(attributes, 256 * 1024)
        defer {
            pthread_attr_destroy(attributes)
            attributes.deallocate()
        }
        let context = Unmanaged.passRetained(box)
        if pthread_create(&thread, attributes, threadWorkMain, context.toOpaque()) == 0 {
            pthread_detach(thread)
        } else {
            context.release()
            state.withLock { $0.threads -= 1 }
        }
    }
}

/// A system call that failed while the server was set up.
public struct LoopbackError: Error {
    public let call: String
    public let code: Int32
}

private final class ThreadWork: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

private func threadWorkMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().work() }
    return nil
}

/// Runs `body` with a server and stops it afterwards.
public func withLoopbackServer<Value>(
    host: String = "127.0.0.1", tls: TLSIdentity? = nil, script: @escaping LoopbackServer.Script,
    isolation: isolated (any Actor)? = #isolation, _ body: (LoopbackServer) async throws -> Value
) async throws -> Value {
    let server = try LoopbackServer(host: host, tls: tls, script: script)
    defer { server.stop() }
    return try await body(server)
}

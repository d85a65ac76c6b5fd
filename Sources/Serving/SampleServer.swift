import CMicroHTTPD
import Synchronization

/// A web server for one sample site, on the loopback interface only. It logs nothing and answers GET and HEAD.
///
/// Thread-safe; it runs on threads of its own until `stop` or until it is released.
public final class SampleServer: Sendable {
    /// The port on which it listens.
    public let port: UInt16
    /// The host names under which the site is meant to be reached.
    public let hosts: [String]
    private let table: AnswerTable
    private let daemon: Mutex<Daemon?>

    /// The handle of the running daemon. It only moves between threads inside the mutex of its server.
    private struct Daemon: @unchecked Sendable {
        let handle: OpaquePointer
    }

    /// Reads the folder (see `SampleSite`) and begins to listen; port 0 takes a free one.
    public convenience init(folder: String, port: UInt16 = 0) throws(ServingError) {
        try self.init(SampleSite(folder: folder), port: port)
    }

    /// Serves a site that was read before; port 0 takes a free one.
    public init(_ site: SampleSite, port: UInt16 = 0) throws(ServingError) {
        table = AnswerTable(site)
        let context = Unmanaged.passUnretained(table).toOpaque()
        let threads: UInt32 = 2
        let timeoutSeconds: UInt32 = 30
        guard
            let handle = oit_start_loopback_daemon(
                port, answerRequest, recallTarget, context, threads, timeoutSeconds)
        else { throw .cannotListen(port: port) }
        self.port = oit_daemon_port(handle)
        hosts = site.hosts
        daemon = Mutex(Daemon(handle: handle))
    }

    /// `http://127.0.0.1:port`.
    public var origin: String { "http://127.0.0.1:\(port)" }

    /// Ends every connection and closes the port; does nothing the second time.
    public func stop() {
        let running = daemon.withLock { daemon -> Daemon? in
            defer { daemon = nil }
            return daemon
        }
        if let running { MHD_stop_daemon(running.handle) }
    }

    deinit { stop() }
}

/// Serves a folder while `body` runs, and stops however it ends.
public func withSampleServer<Result>(
    folder: String, port: UInt16 = 0, _ body: (SampleServer) async throws -> Result
) async throws -> Result {
    let server = try SampleServer(folder: folder, port: port)
    defer { server.stop() }
    return try await body(server)
}

import Foundation
import Synchronization
import TestSupport

/// A receiver of webhooks on loopback.
final class WebhookSink: Sendable {
    /// What a test asks of a notice.
    struct Notice: Sendable {
        var id: String
        var kind: String
        var agency: String
        var items: [String]
        var cause: String
        var agencies: [String]
        var since: String
        var added: [String]
        var removed: [String]

        init?(_ body: [UInt8]) {
            guard let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any],
                let kind = object["kind"] as? String, let cause = object["cause"] as? [String: Any]
            else { return nil }
            id = object["id"] as? String ?? ""
            self.kind = kind
            agency = object["agency"] as? String ?? ""
            items = object["items"] as? [String] ?? []
            self.cause = cause["kind"] as? String ?? ""
            agencies = cause["agencies"] as? [String] ?? []
            since = object["since"] as? String ?? ""
            let differences = object["differences"] as? [[String: Any]] ?? []
            added = differences.flatMap { $0["added"] as? [String] ?? [] }
            removed = differences.flatMap { $0["removed"] as? [String] ?? [] }
        }
    }

    private struct State {
        var notices: [Notice] = []
        var isRefusing = false
    }

    private let state: SharedState
    private let server: LoopbackServer
    var address: String { "http://127.0.0.1:\(server.port)/hook" }
    /// True to answer 503.
    var isRefusing: Bool {
        get { state.mutex.withLock(\.isRefusing) }
        set { state.mutex.withLock { $0.isRefusing = newValue } }
    }

    init() throws {
        let state = SharedState()
        self.state = state
        server = try LoopbackServer { request in
            state.mutex.withLock { state in
                if state.isRefusing { return .page("later", status: 503) }
                if let notice = Notice(request.body) { state.notices.append(notice) }
                return .page("thanks")
            }
        }
    }

    func stop() { server.stop() }

    /// The notices that came since the last call, in their order.
    func taken() -> [Notice] {
        state.mutex.withLock { state in
            defer { state.notices = [] }
            return state.notices
        }
    }

    private final class SharedState: Sendable {
        let mutex = Mutex(State())
    }
}

import WebEvidence

/// All lanes and the queues in front of them. Requests of one host go in order; hosts take turns; a host that must wait
/// holds up nobody else. Pure: the caller passes the time in and performs what is admitted.
struct LaneBoard: Sendable {
    struct Ticket: Sendable, Equatable {
        let id: UInt64
        let host: HostKey
        /// The server's address as text; several hosts may share one.
        let server: String
    }

    private struct HostQueue {
        var lane: HostLaneState
        var tickets: [Ticket] = []
        /// Stands in `turns` or in a server's list.
        var isListed = false
    }
    private struct Server {
        var lane: HostLaneState
        /// Hosts whose next ticket waits for this address.
        var waiting: [HostKey] = []
    }

    private let total: Int
    private let perHost: Int
    private let perServer: Int
    private var underWay = 0
    private var hosts: [HostKey: HostQueue] = [:]
    private var servers: [String: Server] = [:]
    /// Hosts that may have something to admit, in the order of their turns.
    private var turns: [HostKey] = []
    /// Hosts whose lane is paused.
    private var paused: Set<HostKey> = []

    /// Capacities; values under 1 count as 1, `perHost` never exceeds `perServer`.
    init(total: Int, perHost: Int, perServer: Int) {
        self.total = max(1, total)
        self.perServer = max(1, perServer)
        self.perHost = min(max(1, perHost), self.perServer)
    }

    mutating func enqueue(_ ticket: Ticket) {
        hosts[ticket.host, default: HostQueue(lane: HostLaneState(capacity: perHost))].tickets.append(ticket)
        list(ticket.host)
    }

    /// Takes a waiting ticket back; a ticket that was admitted must be ended instead.
    mutating func withdraw(_ ticket: Ticket) {
        hosts[ticket.host]?.tickets.removeAll { $0.id == ticket.id }
        forgetIfIdle(ticket.host)
    }

    /// An admitted ticket's request is over.
    mutating func end(_ ticket: Ticket) {
        underWay -= 1
        hosts[ticket.host]?.lane.note(.ended)
        list(ticket.host)
        if var server = servers[ticket.server] {
            server.lane.note(.ended)
            let freed = server.waiting
            server.waiting = []
            servers[ticket.server] = server.lane.isForgettable ? nil : server
            for host in freed {
                hosts[host]?.isListed = false
                list(host)
            }
        }
        forgetIfIdle(ticket.host)
    }

    /// No new request to a host before a moment; call `admitted` again at or after that moment.
    mutating func pause(_ host: HostKey, until moment: ContinuousClock.Instant) {
        hosts[host, default: HostQueue(lane: HostLaneState(capacity: perHost))].lane.note(.paused(until: moment))
        paused.insert(host)
    }

    /// Takes a pause back.
    mutating func resume(_ host: HostKey) { hosts[host]?.lane.note(.resumed) }

    /// The tickets that may go now, in order; they count as under way from here on.
    mutating func admitted(at now: ContinuousClock.Instant) -> [Ticket] {
        for host in paused { wake(host, at: now) }
        var admitted: [Ticket] = []
        var next = 0
        while underWay < total, next < turns.count {
            let host = turns[next]
            next += 1
            guard let ticket = nextTicket(of: host, at: now) else { continue }
            admitted.append(ticket)
            underWay += 1
        }
        turns.removeFirst(next)
        return admitted
    }

    private mutating func wake(_ host: HostKey, at now: ContinuousClock.Instant) {
        guard var queue = hosts[host] else {
            paused.remove(host)
            return
        }
        if case .waitUntil = queue.lane.action(at: now) { return }
        paused.remove(host)
        hosts[host] = queue
        list(host)
        forgetIfIdle(host)
    }

    private mutating func nextTicket(of host: HostKey, at now: ContinuousClock.Instant) -> Ticket? {
        guard var queue = hosts[host] else { return nil }
        queue.isListed = false
        defer { hosts[host] = queue }
        guard let ticket = queue.tickets.first, queue.lane.action(at: now) == .go else { return nil }
        var server = servers[ticket.server] ?? Server(lane: HostLaneState(capacity: perServer))
        guard server.lane.action(at: now) == .go else {
            server.waiting.append(host)
            queue.isListed = true
            servers[ticket.server] = server
            return nil
        }
        server.lane.note(.begun)
        servers[ticket.server] = server
        queue.tickets.removeFirst()
        queue.lane.note(.begun)
        if !queue.tickets.isEmpty {
            queue.isListed = true
            turns.append(host)
        }
        return ticket
    }

    private mutating func list(_ host: HostKey) {
        guard var queue = hosts[host], !queue.isListed, !queue.tickets.isEmpty else { return }
        queue.isListed = true
        hosts[host] = queue
        turns.append(host)
    }

    private mutating func forgetIfIdle(_ host: HostKey) {
        if let queue = hosts[host], queue.tickets.isEmpty, queue.lane.isForgettable, !queue.isListed {
            hosts[host] = nil
        }
    }
}

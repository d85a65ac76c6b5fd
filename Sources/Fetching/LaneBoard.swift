import WebEvidence

/// All lanes and the queues in front of them. Requests of one host go in order; hosts take turns; a host that must wait
/// holds up nobody else. Pure: the caller passes the time in and performs what is decided. What lanes have learned is
/// kept as long as the board lives.
struct LaneBoard: Sendable {
    /// Good for one request; made by `ticket`, then entered, decided upon and ended.
    struct Ticket: Sendable, Hashable {
        let id: UInt64
        /// Numbers of the lanes.
        let host: Int
        let server: Int
    }

    struct Decision: Sendable, Equatable {
        enum Verdict: Sendable, Equatable {
            /// Counts as under way until it is ended.
            case go
            /// Not asked: the server fails for everybody.
            case refused(TransportOutcome)
        }
        let ticket: Ticket
        let verdict: Verdict
    }

    private struct Waiting {
        let ticket: Ticket
        let since: ContinuousClock.Instant
    }
    private struct Host {
        var lane: HostLaneState
        var waiting: [Waiting] = []
        /// Stands in `turns`, in a server's list or among the sleepers.
        var isListed = false
        /// What held the first ticket up when it was last looked at.
        var held: WaitReason?
        /// When it came to stand in `turns`.
        var listedAt: ContinuousClock.Instant?
    }
    private struct Server {
        var lane: HostLaneState
        /// Hosts whose next ticket waits for this address.
        var waiting: [Int] = []
    }

    private let rules: (host: LaneRules, server: LaneRules)
    private var total: TotalWindow
    private var underWay = 0
    private var lastID: UInt64 = 0
    private var hostNumbers: [HostKey: Int] = [:]
    private var serverNumbers: [NetworkAddress: Int] = [:]
    private var hosts: [Host] = []
    private var servers: [Server] = []
    /// Hosts that may have something to admit, in the order of their turns.
    private var turns: [Int] = []
    private var sleepers = WakeQueue<Int>()
    private var tally = WaitTally()

    init(limits: FetchLimits) {
        rules = (LaneRules.host(limits), LaneRules.server(limits))
        total = TotalWindow(limits: limits)
    }

    /// When `decisions` must be asked again although nothing happens; nil when only an event can change anything.
    var nextMoment: ContinuousClock.Instant? { sleepers.next }

    /// Waits that are over, and what holds up those that go on.
    var waits: WaitTally {
        var tally = tally
        for host in hosts where !host.waiting.isEmpty {
            let reason = host.listedAt == nil ? host.held ?? .totalLimit : .totalLimit
            tally.entries[reason, default: WaitTally.Entry()].waitingNow += host.waiting.count
        }
        return tally
    }

    /// A ticket for a request to a host at a server address; several hosts may share one.
    mutating func ticket(host key: HostKey, server address: NetworkAddress) -> Ticket {
        lastID += 1
        var server = serverNumbers[address]
        if server == nil {
            server = servers.count
            serverNumbers[address] = server
            servers.append(Server(lane: HostLaneState(rules.server)))
        }
        return Ticket(id: lastID, host: number(of: key), server: server ?? 0)
    }

    /// Requests to a host begin at least so far apart from now on.
    mutating func keepGap(_ gap: Duration, at key: HostKey) { hosts[number(of: key)].lane.leastGap = gap }

    private mutating func number(of key: HostKey) -> Int {
        if let number = hostNumbers[key] { return number }
        hostNumbers[key] = hosts.count
        hosts.append(Host(lane: HostLaneState(rules.host)))
        return hosts.count - 1
    }

    mutating func enqueue(_ ticket: Ticket, at now: ContinuousClock.Instant) {
        hosts[ticket.host].waiting.append(Waiting(ticket: ticket, since: now))
        list(ticket.host, at: now)
    }

    /// Takes a waiting ticket back; a ticket that was admitted must be ended instead.
    mutating func withdraw(_ ticket: Ticket) {
        hosts[ticket.host].waiting.removeAll { $0.ticket.id == ticket.id }
    }

    /// An admitted ticket's request is over.
    mutating func end(_ ticket: Ticket, _ report: LaneReport, at now: ContinuousClock.Instant) {
        underWay -= 1
        total.note(report, of: ticket.host, at: now)
        hosts[ticket.host].lane.note(.ended(request: ticket.id, report), at: now)
        list(ticket.host, at: now)
        servers[ticket.server].lane.note(.ended(request: ticket.id, report), at: now)
        guard !servers[ticket.server].waiting.isEmpty else { return }
        let freed = servers[ticket.server].waiting
        servers[ticket.server].waiting.removeAll(keepingCapacity: true)
        for host in freed {
            hosts[host].isListed = false
            list(host, at: now)
        }
    }

    /// What is decided of waiting tickets at this moment, in order.
    mutating func decisions(at now: ContinuousClock.Instant) -> [Decision] {
        while let host = sleepers.woken(at: now) {
            hosts[host].isListed = false
            list(host, at: now)
        }
        var decisions: [Decision] = []
        var next = 0
        while underWay < total.size, next < turns.count {
            let host = turns[next]
            next += 1
            if let decision = decision(for: host, at: now) {
                decisions.append(decision)
                if decision.verdict == .go { underWay += 1 }
            }
        }
        turns.removeFirst(next)
        return decisions
    }

    private mutating func decision(for host: Int, at now: ContinuousClock.Instant) -> Decision? {
        hosts[host].isListed = false
        guard let ticket = hosts[host].waiting.first?.ticket else { return nil }
        var action = hosts[host].lane.action(at: now)
        let waitsForServer = action == .go
        if waitsForServer { action = servers[ticket.server].lane.action(at: now) }
        switch action {
        case .waitForEnd(let reason):
            hold(host, for: reason)
            if waitsForServer {
                servers[ticket.server].waiting.append(host)
                hosts[host].isListed = true
            }
            return nil
        case .waitUntil(let moment, let reason):
            hold(host, for: reason)
            hosts[host].isListed = true
            sleepers.insert(host, until: moment)
            return nil
        case .refuse(let outcome):
            takeFirst(of: host, at: now)
            return Decision(ticket: ticket, verdict: .refused(outcome))
        case .go:
            hosts[host].lane.note(.begun(request: ticket.id), at: now)
            servers[ticket.server].lane.note(.begun(request: ticket.id), at: now)
            takeFirst(of: host, at: now)
            return Decision(ticket: ticket, verdict: .go)
        }
    }

    private mutating func hold(_ host: Int, for reason: WaitReason) {
        hosts[host].held = reason
        hosts[host].listedAt = nil
    }

    /// The first ticket leaves; the host goes to the end of the turns with its next one.
    private mutating func takeFirst(of host: Int, at now: ContinuousClock.Instant) {
        let hasWaitedForTurn = hosts[host].listedAt.map { now - $0 >= .milliseconds(1) } ?? false
        let reason = hasWaitedForTurn ? .totalLimit : hosts[host].held ?? .totalLimit
        hosts[host].listedAt = nil
        let first = hosts[host].waiting.removeFirst()
        tally.note(reason, milliseconds: (now - first.since).wholeMilliseconds)
        list(host, at: now)
    }

    private mutating func list(_ host: Int, at now: ContinuousClock.Instant) {
        guard !hosts[host].isListed, !hosts[host].waiting.isEmpty else { return }
        hosts[host].isListed = true
        hosts[host].listedAt = now
        turns.append(host)
    }
}

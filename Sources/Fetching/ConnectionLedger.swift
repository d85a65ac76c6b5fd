/// Which sockets are open to which server address, for whom, and which requests use them: keeps the number of
/// connections per address under its cap. Pure bookkeeping of the transfer thread; times are its milliseconds.
struct ConnectionLedger {
    private struct Entry {
        let address: NetworkAddress
        /// Scheme, name and port: only requests to the same may use the connection again.
        let origin: String
        var users: Set<UInt64>
        var localPort: Int?
        /// Set once the server was told the end; the socket counts until the server has ended too.
        var leavingSince: Int?
        var isIdle: Bool { users.isEmpty && leavingSince == nil }
    }

    private let limit: Int
    private var entries: [Int32: Entry] = [:]
    private var sockets: [NetworkAddress: [Int32]] = [:]
    /// Sockets that were told to end, with the time of it.
    private(set) var leaving: [(socket: Int32, since: Int)] = []

    init(limit: Int) { self.limit = limit }

    /// Open sockets in all.
    var count: Int { entries.count }

    /// New connections that an address may still get.
    func room(at address: NetworkAddress) -> Int { limit - (sockets[address]?.count ?? 0) }

    /// Kept connections that a request to an origin may use.
    func idleCount(at address: NetworkAddress, origin: String) -> Int {
        (sockets[address] ?? []).count { entries[$0]?.isIdle == true && entries[$0]?.origin == origin }
    }

    mutating func noteOpened(_ socket: Int32, to address: NetworkAddress, origin: String, by transfer: UInt64) {
        entries[socket] = Entry(address: address, origin: origin, users: [transfer])
        sockets[address, default: []].append(socket)
    }

    /// Chooses the kept connection that makes way at a full address, oldest first and of another origin; none where one
    /// is leaving already.
    mutating func retire(at address: NetworkAddress, sparing origin: String, now: Int) -> Int32? {
        let here = sockets[address] ?? []
        guard !here.contains(where: { entries[$0]?.leavingSince != nil }),
            let socket = here.first(where: { entries[$0]?.isIdle == true && entries[$0]?.origin != origin })
        else { return nil }
        entries[socket]?.leavingSince = now
        leaving.append((socket, now))
        return socket
    }

    /// The requests that use a socket or wait for its connection.
    func users(of socket: Int32) -> Set<UInt64> { entries[socket]?.users ?? [] }

    /// The sockets that a request uses or waits for.
    func sockets(of transfer: UInt64, at addresses: [NetworkAddress]) -> [Int32] {
        addresses.flatMap { sockets[$0] ?? [] }.filter { entries[$0]?.users.contains(transfer) == true }
    }

    func isLeaving(_ socket: Int32) -> Bool { entries[socket]?.leavingSince != nil }

    /// The socket counts no longer.
    mutating func noteClosed(_ socket: Int32) {
        guard let entry = entries.removeValue(forKey: socket) else { return }
        if entry.leavingSince != nil { leaving.removeAll { $0.socket == socket } }
        sockets[entry.address]?.removeAll { $0 == socket }
        if sockets[entry.address]?.isEmpty == true { sockets[entry.address] = nil }
    }

    /// A request is about to be sent from a local port; `portOf` looks the port of a socket up.
    mutating func noteUse(
        of address: NetworkAddress, localPort: Int, by transfer: UInt64, portOf: (Int32) -> Int?
    ) {
        for socket in sockets[address] ?? [] {
            if entries[socket]?.localPort == nil { entries[socket]?.localPort = portOf(socket) }
            if entries[socket]?.localPort == localPort {
                entries[socket]?.users.insert(transfer)
                return
            }
        }
    }

    mutating func noteFinished(_ transfer: UInt64, at addresses: [NetworkAddress]) {
        for address in addresses {
            for socket in sockets[address] ?? [] { entries[socket]?.users.remove(transfer) }
        }
    }
}

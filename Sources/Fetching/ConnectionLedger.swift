/// Which sockets are open to which server address, and which requests use them: keeps the number of connections per
/// address under its cap. Pure bookkeeping of the transfer thread.
struct ConnectionLedger {
    private struct Entry {
        let address: NetworkAddress
        var users: Set<UInt64>
        var localPort: Int?
    }

    private let limit: Int
    private var entries: [Int32: Entry] = [:]
    private var sockets: [NetworkAddress: [Int32]] = [:]

    init(limit: Int) { self.limit = limit }

    /// Open sockets in all.
    var count: Int { entries.count }

    func hasRoom(at address: NetworkAddress) -> Bool { (sockets[address]?.count ?? 0) < limit }

    mutating func noteOpened(_ socket: Int32, to address: NetworkAddress, by transfer: UInt64) {
        entries[socket] = Entry(address: address, users: [transfer], localPort: nil)
        sockets[address, default: []].append(socket)
    }

    /// The socket was closed, or its end was told to the server: it no longer counts.
    mutating func noteClosed(_ socket: Int32) {
        guard let entry = entries.removeValue(forKey: socket) else { return }
        sockets[entry.address]?.removeAll { $0 == socket }
        if sockets[entry.address]?.isEmpty == true { sockets[entry.address] = nil }
    }

    /// A socket at an address that no request uses, oldest first.
    func idleSocket(at address: NetworkAddress) -> Int32? {
        sockets[address]?.first { entries[$0]?.users.isEmpty == true }
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

import CCurl
import Glibc

// The cap on connections per server address: a kept connection of another host is ended, and a new one is opened only
// after the server has ended its side too, so that the server itself never counts more than the cap.

extension TransferEngine {
    /// Milliseconds between looks at connections that are ending, while a transfer waits for one.
    static let roomPause = 2
    /// After this many milliseconds a connection that does not end counts no longer.
    private static let leavingPatience = 1000

    /// For the socket hook: the last word on a new connection.
    func hasRoom(at address: NetworkAddress, for origin: String) -> Bool {
        if ledger.room(at: address) > 0 { return true }
        retire(at: address, sparing: origin)
        return false
    }

    /// True when a kept connection or room for a new one is left, counting transfers that have not found theirs yet.
    func canPlace(_ transfer: Transfer) -> Bool {
        let address = transfer.request.server
        let origin = transfer.request.origin
        return ledger.room(at: address) + ledger.idleCount(at: address, origin: origin) > searching[address] ?? 0
    }

    /// It has found its connection, or will find none.
    func endSearch(of transfer: Transfer) {
        guard transfer.isSearching else { return }
        transfer.isSearching = false
        let address = transfer.request.server
        let left = (searching[address] ?? 1) - 1
        searching[address] = left > 0 ? left : nil
    }

    func makeRoom(for transfer: Transfer) {
        retire(at: transfer.request.server, sparing: transfer.request.origin)
    }

    /// Forgets the sockets whose server has ended too.
    func endLeaving() {
        guard !ledger.leaving.isEmpty else { return }
        let now = monotonicMilliseconds()
        for (socket, since) in ledger.leaving
        where now - since > TransferEngine.leavingPatience || serverHasEnded(socket) {
            ledger.noteClosed(socket)
            if released.remove(socket) != nil { close(socket) }
        }
    }

    /// For libcurl: closes a socket, or keeps it until the server has ended.
    func closeSocket(_ socket: Int32) -> Int32 {
        if ledger.isLeaving(socket) {
            released.insert(socket)
            return 0
        }
        for id in ledger.users(of: socket) where isConnected(socket) { active[id]?.answer.isConnected = true }
        ledger.noteClosed(socket)
        return close(socket)
    }

    /// libcurl counts a connection only after TLS is agreed; a server that accepts and then says nothing is another
    /// failure than one that cannot be reached.
    func isConnected(_ socket: Int32) -> Bool {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { raw in
            raw.withMemoryRebound(to: sockaddr.self) { getpeername(socket, $0.baseAddress, &length) } == 0
        }
    }

    func placeHeldBack() {
        guard !heldBack.isEmpty else { return }
        for transfer in heldBack {
            if canPlace(transfer) {
                place(transfer)
            } else {
                makeRoom(for: transfer)
            }
        }
        heldBack.removeAll { !$0.isHeldBack }
    }

    /// libcurl finds the end of the stream and gives the socket up by itself.
    private func retire(at address: NetworkAddress, sparing origin: String) {
        guard let socket = ledger.retire(at: address, sparing: origin, now: monotonicMilliseconds()) else { return }
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// The state that Linux keeps for a connection: FIN-WAIT-1 and FIN-WAIT-2 wait for the other side.
    private func serverHasEnded(_ socket: Int32) -> Bool {
        var information = [UInt8](repeating: 0, count: 256)
        var length = socklen_t(information.count)
        guard getsockopt(socket, Int32(IPPROTO_TCP), TCP_INFO, &information, &length) == 0 else { return true }
        return information[0] != 4 && information[0] != 5
    }
}

import Glibc
import Synchronization

/// One connection of the loopback server, served on its own thread.
struct ServedConnection {
    let server: LoopbackServer
    let wire: ServedWire
    let descriptor: Int32

    func serve() {
        var pending: [UInt8] = []
        defer { wire.close() }
        while let request = nextRequest(&pending) {
            server.state.withLock { $0.requests.append(request) }
            let reply = server.script(request)
            for step in reply.steps {
                guard perform(step) else { return }
            }
            guard reply.keepsConnection else { return }
        }
    }

    private func perform(_ step: ServedReply.Step) -> Bool {
        switch step {
        case .send(let bytes): return wire.send(bytes)
        case .sendEndlessly(let bytes):
            while wire.send(bytes) {}
            return false
        case .wait(let milliseconds):
            var stop = pollfd(fd: server.stopReader, events: Int16(POLLIN), revents: 0)
            return poll(&stop, 1, Int32(milliseconds)) == 0
        case .stall:
            while !wire.received().isEmpty {}  // until the end of the stream
            return false
        case .reset:
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
            wire.isAbandoned = true
            return false
        }
    }

    /// Reads up to the empty line; nil at the end of the stream or of the server.
    private func nextRequest(_ pending: inout [UInt8]) -> ServedRequest? {
        while true {
            if let end = headEnd(pending) {
                let head = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeFirst(end + 4)
                var request = request(head)
                request.body = body(request.header("Content-Length").flatMap { Int($0) } ?? 0, &pending)
                return request
            }
            if pending.first == 0x16 {  // a TLS greeting on a plain port: an empty request for the script
                pending = []
                return request("")
            }
            let bytes = wire.received()
            guard !bytes.isEmpty else { return nil }
            pending += bytes
        }
    }

    private func body(_ length: Int, _ pending: inout [UInt8]) -> [UInt8] {
        while pending.count < length {
            let bytes = wire.received()
            if bytes.isEmpty { break }
            pending += bytes
        }
        let body = Array(pending.prefix(max(0, length)))
        pending.removeFirst(body.count)
        return body
    }

    private func headEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...(bytes.count - 4)).first {
            bytes[$0] == 13 && bytes[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10])
        }
    }

    private func request(_ head: String) -> ServedRequest {
        let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
        let start = (lines.first ?? "").split(separator: " ")
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
            return (name: String(parts[0]), value: String(value))
        }
        return ServedRequest(
            method: start.first.map(String.init) ?? "", target: start.count > 1 ? String(start[1]) : "",
            headers: headers)
    }
}

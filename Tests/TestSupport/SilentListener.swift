import Glibc

/// A port of loopback at which connections are never completed: its queue is full and nobody accepts. Whoever connects
/// gets no answer at all, as from a firewall that drops.
public final class SilentListener: Sendable {
    public let port: Int
    private let descriptors: [Int32]

    public init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        func withAddress<Value>(_ body: (UnsafeMutablePointer<sockaddr>) -> Value) -> Value {
            withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
            }
        }
        let isBound = withAddress { target in
            bind(listener, target, length) == 0 && listen(listener, 0) == 0
                && getsockname(listener, target, &length) == 0
        }
        guard isBound else { throw LoopbackError(call: "bind", code: errno) }
        port = Int(UInt16(bigEndian: address.sin_port))
        var descriptors = [listener]
        // A queue of length 0 still holds one connection, and half of a second one.
        for _ in 0..<4 {
            let filler = socket(
                AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
            _ = withAddress { connect(filler, $0, length) }
            descriptors.append(filler)
        }
        self.descriptors = descriptors
    }

    deinit {
        for descriptor in descriptors { close(descriptor) }
    }
}

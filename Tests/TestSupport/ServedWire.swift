import CSSL
import Glibc

/// The bytes of one accepted connection, plain or under TLS; every wait ends when the server stops. One thread only.
final class ServedWire {
    private let server: LoopbackServer
    private let descriptor: Int32
    private let tls: OpaquePointer?
    /// Set where the connection is to break off.
    var isAbandoned = false

    /// Nil when the client does not agree to TLS.
    init?(server: LoopbackServer, descriptor: Int32, context: TLSContext?) {
        self.server = server
        self.descriptor = descriptor
        tls = context?.connection(descriptor)
        guard context != nil else { return }
        guard let tls else { return nil }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        guard performed({ SSL_do_handshake(tls) }) > 0 else { return nil }
    }

    deinit {
        if let tls { SSL_free(tls) }
    }

    /// What has come, at most `count` bytes; empty at the end of the stream or of the server.
    func received(_ count: Int = 8192) -> ArraySlice<UInt8> {
        var buffer = [UInt8](repeating: 0, count: count)
        let got: Int
        if let tls {
            got = performed { SSL_read(tls, &buffer, Int32(count)) }
        } else {
            guard server.canRead(descriptor) else { return [] }
            got = read(descriptor, &buffer, count)
        }
        return buffer[..<max(0, got)]
    }

    /// False when the client is gone or the server stops.
    func send(_ bytes: [UInt8]) -> Bool {
        if let tls {
            return bytes.isEmpty || performed { SSL_write(tls, bytes, Int32(bytes.count)) } > 0
        }
        var sent = 0
        while sent < bytes.count {
            guard server.waits(for: descriptor, Int16(POLLOUT)) else { return false }
            let flags = Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL) | Int(MSG_DONTWAIT))
            let count = bytes.withUnsafeBytes { raw in
                raw.baseAddress.map { Glibc.send(descriptor, $0 + sent, bytes.count - sent, flags) } ?? 0
            }
            if count < 0 {
                guard errno == EAGAIN || errno == EINTR else { return false }
            } else {
                sent += count
            }
        }
        return true
    }

    /// Says goodbye as the protocol asks (without it the client finds the stream cut).
    func close() {
        if let tls, !isAbandoned { SSL_shutdown(tls) }
    }

    /// The result of a TLS call that is repeated whenever the socket is ready; 0 or less for the end.
    private func performed(_ call: () -> Int32) -> Int {
        guard let tls else { return 0 }
        while true {
            ERR_clear_error()
            let result = call()
            if result > 0 { return Int(result) }
            let event: Int32
            switch SSL_get_error(tls, result) {
            case SSL_ERROR_WANT_READ: event = POLLIN
            case SSL_ERROR_WANT_WRITE: event = POLLOUT
            default: return 0
            }
            guard server.waits(for: descriptor, Int16(event)) else { return 0 }
        }
    }
}

import CSSL

/// What a loopback server shows of itself under TLS.
public struct TLSIdentity: Sendable {
    /// File names of PEM texts: the certificates in the order in which they are sent, and the key of the first.
    public var certificates: String
    public var key: String
    /// The latest protocol that the server knows; older than 1.2 only together with the ciphers of that time.
    public var version = Version.newest
    /// Sends HTTP/2 frames (the script writes them as raw bytes) where the client knows HTTP/2.
    public var offersHTTP2 = false

    public enum Version: Sendable {
        case tls10, tls11, newest
    }

    public init(certificates: String, key: String) {
        self.certificates = certificates
        self.key = key
    }
}

/// A configured TLS server.
final class TLSContext: Sendable {
    /// OpenSSL counts and locks by itself; nothing is changed after `init`.
    private nonisolated(unsafe) let pointer: OpaquePointer
    private nonisolated(unsafe) let offer: UnsafeMutablePointer<UInt8>

    init(_ identity: TLSIdentity) throws {
        guard let pointer = SSL_CTX_new(TLS_server_method()) else { throw LoopbackError(call: "SSL_CTX_new", code: 0) }
        self.pointer = pointer
        offer = .allocate(capacity: 3)
        for (index, byte) in [2, UInt8(ascii: "h"), UInt8(ascii: "2")].enumerated() { offer[index] = byte }
        if identity.offersHTTP2 { ssl_shim_offer(pointer, offer) }
        // The server takes any key and signature: what is too weak is for the client to find.
        SSL_CTX_set_cipher_list(pointer, "ALL:@SECLEVEL=0")
        switch identity.version {
        case .tls10: ssl_shim_limit_version(pointer, TLS1_VERSION)
        case .tls11: ssl_shim_limit_version(pointer, TLS1_1_VERSION)
        case .newest: break
        }
        guard ssl_shim_use_chain(pointer, identity.certificates, identity.key) == 1 else {
            throw LoopbackError(call: "SSL_CTX_use_certificate_chain_file", code: 0)
        }
    }

    deinit {
        SSL_CTX_free(pointer)
        offer.deallocate()
    }

    func connection(_ descriptor: Int32) -> OpaquePointer? {
        guard let connection = SSL_new(pointer) else { return nil }
        SSL_set_fd(connection, descriptor)
        SSL_set_accept_state(connection)
        return connection
    }
}

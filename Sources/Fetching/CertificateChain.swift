import CX509

/// The certificates that a server sent and what was added to them, in libcrypto's hands. No pointer leaves this file.
/// Used by one task at a time.
final class CertificateChain {
    /// What a verification found.
    enum Verdict: Equatable {
        case good
        /// An X509_V_ERR code of OpenSSL; `issuerAddress` is where the issuer that is missing can be fetched over http.
        case bad(code: Int, issuerAddress: String?)
    }

    private let leaf: OpaquePointer
    /// Never trusted by themselves.
    private let others: OpaquePointer

    /// `served` are PEM texts, the server's own certificate first; nil when that one cannot be read.
    init?(served: [String]) {
        guard let first = served.first.map({ Array($0.utf8) }), let leaf = x509_shim_read(first, first.count)
        else { return nil }
        guard let others = x509_shim_stack_new() else {
            X509_free(leaf)
            return nil
        }
        self.leaf = leaf
        self.others = others
        for text in served.dropFirst() { add(Array(text.utf8)) }
    }

    deinit {
        x509_shim_stack_free(others)
        X509_free(leaf)
    }

    /// When a certificate (PEM) ends, UTC seconds since 1970; nil when it cannot be read.
    static func end(of text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard let certificate = x509_shim_read(bytes, bytes.count) else { return nil }
        defer { X509_free(certificate) }
        let seconds = x509_shim_end(certificate)
        return seconds == 0 ? nil : Int(seconds)
    }

    /// Adds what was fetched as an issuer: one certificate in DER or PEM, or several in PKCS #7. False when it is neither.
    @discardableResult func add(_ bytes: [UInt8]) -> Bool {
        if let certificate = x509_shim_read(bytes, bytes.count) {
            if x509_shim_stack_push(others, certificate) == 1 { return true }
            X509_free(certificate)
            return false
        }
        return x509_shim_read_pkcs7(others, bytes, bytes.count, 8) > 0
    }

    /// Verifies the chain for a server of this name (ASCII) or address, as strictly as a browser: 2048-bit RSA keys or
    /// better, SHA-2 signatures. Nil when libcrypto has no memory or no issuer could be loaded.
    func verdict(host: String, trustedBy files: [String], folder: String) -> Verdict? {
        guard let store = X509_STORE_new() else { return nil }
        defer { X509_STORE_free(store) }
        for file in files { X509_STORE_load_file(store, file) }
        X509_STORE_load_path(store, folder)
        guard let context = X509_STORE_CTX_new() else { return nil }
        defer { X509_STORE_CTX_free(context) }
        guard X509_STORE_CTX_init(context, store, leaf, others) == 1, let rules = X509_STORE_CTX_get0_param(context)
        else { return nil }
        X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SSL_SERVER)
        // As libcurl does: whatever stands in the store is trusted, also an intermediate.
        X509_VERIFY_PARAM_set_flags(rules, UInt(X509_V_FLAG_PARTIAL_CHAIN) | UInt(X509_V_FLAG_TRUSTED_FIRST))
        X509_VERIFY_PARAM_set_auth_level(rules, 2)
        if NetworkAddress(host) != nil {
            X509_VERIFY_PARAM_set1_ip_asc(rules, host)
        } else {
            let bare = host.hasSuffix(".") ? String(host.dropLast()) : host
            X509_VERIFY_PARAM_set1_host(rules, bare, bare.utf8.count)
        }
        let isGood = X509_verify_cert(context) == 1
        defer { ERR_clear_error() }
        if isGood { return .good }
        let current = X509_STORE_CTX_get_current_cert(context)
        return .bad(
            code: Int(X509_STORE_CTX_get_error(context)),
            issuerAddress: current.flatMap(CertificateChain.issuerAddress))
    }

    private static func issuerAddress(of certificate: OpaquePointer) -> String? {
        var buffer = [CChar](repeating: 0, count: 1024)
        let length = Int(x509_shim_issuer_address(certificate, &buffer, Int32(buffer.count)))
        return length > 0 ? String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}

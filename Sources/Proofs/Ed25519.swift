import CCrypto

/// Signatures of RFC 8032, made and checked by libcrypto.
enum Ed25519 {
    /// 32 secret bytes for a new key, from the system's source of randomness.
    static func newSeed() throws(ProofFault) -> [UInt8] {
        guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil) else { throw fault }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_keygen(context, &key) == 1 else { throw fault }
        defer { EVP_PKEY_free(key) }
        return try raw { EVP_PKEY_get_raw_private_key(key, $0, $1) }
    }

    /// The public key of a secret one.
    static func publicKey(of seed: [UInt8]) throws(ProofFault) -> [UInt8] {
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else { throw fault }
        defer { EVP_PKEY_free(key) }
        return try raw { EVP_PKEY_get_raw_public_key(key, $0, $1) }
    }

    /// 64 bytes.
    static func signature(of message: [UInt8], by seed: [UInt8]) -> [UInt8] {
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count),
            let context = EVP_MD_CTX_new()
        else { preconditionFailure("no memory for a signature") }
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        var signature = [UInt8](repeating: 0, count: 64)
        var length = 64
        let isMade =
            EVP_DigestSignInit(context, nil, nil, nil, key) == 1
            && EVP_DigestSign(context, &signature, &length, message, message.count) == 1 && length == 64
        precondition(isMade, "libcrypto always signs with a key that it has read")
        return signature
    }

    static func isValid(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == 64, publicKey.count == 32,
            let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, publicKey.count),
            let context = EVP_MD_CTX_new()
        else { return false }
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    private static let fault = ProofFault(.content, "libcrypto could not work with this key")

    private static func raw(
        _ read: (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Int>) -> Int32
    ) throws(ProofFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        var length = 32
        guard read(&bytes, &length) == 1, length == 32 else { throw fault }
        return bytes
    }
}

import CCrypto

/// HMAC (RFC 2104) by libcrypto.
enum KeyedDigest {
    /// 64 lower-case hexadecimal digits.
    static func sha256(of message: [UInt8], key: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        let made = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &digest, &length)
        precondition(made != nil && length == 32, "libcrypto always offers HMAC of SHA-256")
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

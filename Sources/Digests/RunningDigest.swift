internal import CCrypto

/// A SHA-256 (FIPS 180-4) of bytes that come in pieces, for what is too large to hold. Not for sharing between tasks.
public final class RunningDigest {
    private let context: OpaquePointer

    /// Of no bytes yet.
    public init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto always offers SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next bytes, which may be none.
    public func update(_ bytes: some Sequence<UInt8>) {
        let isDone =
            bytes.withContiguousStorageIfAvailable { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
            ?? Array(bytes).withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        precondition(isDone == 1, "libcrypto takes every byte")
    }

    /// The digest of all bytes so far; more may follow.
    public var digest: ContentDigest {
        guard let copy = EVP_MD_CTX_new() else { preconditionFailure("no memory for a digest") }
        defer { EVP_MD_CTX_free(copy) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let isDone = EVP_MD_CTX_copy_ex(copy, context) == 1 && EVP_DigestFinal_ex(copy, &bytes, nil) == 1
        precondition(isDone, "libcrypto always finishes a digest")
        return ContentDigest(unchecked: bytes)
    }
}

import CZstd

/// zstd (RFC 8878) with its working memory, which is kept between calls. Belongs to one actor.
final class Compressor {
    private let packing: OpaquePointer
    private let unpacking: OpaquePointer

    init() {
        guard let packing = ZSTD_createCCtx(), let unpacking = ZSTD_createDCtx() else {
            preconditionFailure("no memory for the compressor")
        }
        self.packing = packing
        self.unpacking = unpacking
    }

    deinit {
        ZSTD_freeCCtx(packing)
        ZSTD_freeDCtx(unpacking)
    }

    /// - Parameters:
    ///   - prefix: bytes that must be given again for unpacking; what stands there costs next to nothing.
    ///   - hasChecksum: adds four bytes by which unpacking notices damage of its own accord.
    func packed(_ content: [UInt8], level: Int32, prefix: [UInt8] = [], hasChecksum: Bool = true) -> [UInt8] {
        ZSTD_CCtx_reset(packing, ZSTD_reset_session_and_parameters)
        ZSTD_CCtx_setParameter(packing, ZSTD_c_compressionLevel, level)
        ZSTD_CCtx_setParameter(packing, ZSTD_c_checksumFlag, hasChecksum ? 1 : 0)
        return prefix.withUnsafeBytes { prefix in
            if prefix.count > 0 { ZSTD_CCtx_refPrefix(packing, prefix.baseAddress, prefix.count) }
            return [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(content.count)) { output, count in
                let written = content.withUnsafeBytes {
                    ZSTD_compress2(packing, output.baseAddress, output.count, $0.baseAddress, $0.count)
                }
                precondition(ZSTD_isError(written) == 0, "zstd fails only for want of memory")
                count = written
            }
        }
    }

    /// The content of exactly `size` bytes; nil for anything that is not that. Memory is taken for `size` bytes at most,
    /// and only when the packed bytes can hold so many.
    func unpacked(_ bytes: [UInt8], size: Int, prefix: [UInt8] = []) -> [UInt8]? {
        // A block takes three bytes and gives at most 128 KiB.
        guard size >= 0, size <= (bytes.count / 3 + 1) * 131_072,
            bytes.withUnsafeBytes({ ZSTD_getFrameContentSize($0.baseAddress, $0.count) }) == UInt64(size)
        else { return nil }
        ZSTD_DCtx_reset(unpacking, ZSTD_reset_session_and_parameters)
        return prefix.withUnsafeBytes { prefix in
            if prefix.count > 0 { ZSTD_DCtx_refPrefix(unpacking, prefix.baseAddress, prefix.count) }
            var isWhole = false
            let content = [UInt8](unsafeUninitializedCapacity: size) { output, count in
                let written = bytes.withUnsafeBytes {
                    ZSTD_decompressDCtx(unpacking, output.baseAddress, output.count, $0.baseAddress, $0.count)
                }
                isWhole = ZSTD_isError(written) == 0 && written == size
                count = isWhole ? size : 0
            }
            return isWhole ? content : nil
        }
    }
}

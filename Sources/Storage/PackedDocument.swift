import CZstd
public import WebEvidence

/// A document in the form in which stores hold it, packed lightly: what a run holds of a page that it has read.
public struct EncodedDocument: Sendable {
    let bytes: [UInt8]
    private let document: ExtractedDocument
    private let base: PageAddress

    /// - Parameter base: the final address of the page.
    public init(_ document: ExtractedDocument, base: PageAddress) {
        self.document = document
        self.base = base
        bytes = DocumentCodec.bytes(document, base: base)
    }

    /// The same document in a tenth of the room.
    public func closed() -> ClosedDocument {
        let packed = EncodedDocument.packed(bytes)
        let size = bytes.count
        let base = base
        return ClosedDocument(document) {
            guard let document = DocumentCodec.document(EncodedDocument.unpacked(packed, size: size), base: base) else {
                preconditionFailure("what was written here is read here")
            }
            return document
        }
    }

    /// The fastest level: these bytes live as long as one audit.
    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        let packed = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { output, count in
            let written = bytes.withUnsafeBytes {
                ZSTD_compress(output.baseAddress, output.count, $0.baseAddress, $0.count, 1)
            }
            precondition(ZSTD_isError(written) == 0, "zstd fails only for want of memory")
            count = written
        }
        // Without the room that the worst case would have taken.
        return packed.withUnsafeBufferPointer { [UInt8]($0) }
    }

    private static func unpacked(_ packed: [UInt8], size: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: size) { output, count in
            count = packed.withUnsafeBytes {
                ZSTD_decompress(output.baseAddress, output.count, $0.baseAddress, $0.count)
            }
            precondition(count == size, "what was packed here is unpacked here")
        }
    }
}

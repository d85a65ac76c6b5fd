import WebEvidence

/// Header lines in one block, packed with a list of usual lines as prefix, so that what every server sends costs little.
struct HeaderCodec {
    private let compressor: Compressor
    init(_ compressor: Compressor) { self.compressor = compressor }

    /// The lines as they are sealed and packed.
    static func bytes(_ headers: [HeaderField]) -> [UInt8] {
        var writer = ByteWriter()
        writer.list(headers) { writer, field in
            writer.text(field.name)
            writer.text(field.value)
        }
        return writer.bytes
    }

    /// Nil for no lines at all. The first bytes name the list of usual lines and the size.
    func packed(_ headers: [HeaderField]) -> [UInt8]? {
        guard !headers.isEmpty else { return nil }
        let bytes = HeaderCodec.bytes(headers)
        var writer = ByteWriter()
        writer.count(UsualHeaders.newest)
        writer.count(bytes.count)
        writer.raw(
            compressor.packed(
                bytes, level: CompressionLevel.small, prefix: UsualHeaders.bytes(UsualHeaders.newest) ?? [],
                hasChecksum: false))
        return writer.bytes
    }

    /// Nil for what `packed` never gives.
    func headers(_ packed: [UInt8]?) -> [HeaderField]? {
        guard let packed else { return [] }
        var head = ByteReader(packed)
        let version = head.index(below: .max)
        let size = head.index(below: .max)
        guard !head.hasFailed, let prefix = UsualHeaders.bytes(version),
            let bytes = compressor.unpacked(Array(packed.suffix(head.remaining)), size: size, prefix: prefix)
        else { return nil }
        var reader = ByteReader(bytes)
        let headers = reader.list { reader in
            let name = reader.text()
            return HeaderField(name: name, value: reader.text())
        }
        return reader.isComplete ? headers : nil
    }
}

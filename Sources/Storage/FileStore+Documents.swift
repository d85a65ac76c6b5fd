import WebEvidence

extension FileStore {
    /// Enters a document unless the same one is there.
    /// - Parameter body: key and bytes of the body that it was read of.
    func documentKey(
        _ document: StoredDocument, body: (key: Int64, bytes: [UInt8])?, _ connection: SQLiteConnection
    ) throws(StoreError) -> Int64 {
        let identity: [SQLiteValue] = [
            body.map { .integer($0.key) } ?? .null, .text(document.extractor.text), document.context.value,
        ]
        let known = try connection.number(
            "SELECT key FROM documents WHERE body IS ? AND extractor = ? AND context = ? AND seal = ?",
            identity + [document.seal.value])
        if let known { return known }
        let leans = StoredDocument.leans(onBodyOf: body?.bytes.count ?? 0)
        let content = compressor.packed(
            document.bytes, level: CompressionLevel.small, prefix: leans ? body?.bytes ?? [] : [], hasChecksum: false)
        try connection.run(
            """
            INSERT INTO documents (body, extractor, context, size, leans_on_body, content, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            identity + [.integer(document.bytes.count), .flag(leans), .blob(content), document.seal.value])
        return connection.lastKey
    }

    /// The document of a page that was read with its body; nil when it does not match its seal.
    func document(
        _ key: Int64, of record: FetchRecord, _ connection: SQLiteConnection
    ) throws(StoreError) -> ExtractedDocument? {
        let document = try connection.first(
            "SELECT extractor, size, leans_on_body, content, seal FROM documents WHERE key = ?", [.integer(key)]
        ) { (row) throws(StoreError) -> ExtractedDocument? in
            guard let extractor = row.text(0), let size = row.int(1), let leans = row.flag(2),
                let content = row.bytes(3),
                let bytes = compressor.unpacked(content, size: size, prefix: leans ? record.body : []),
                StoredDocument.seal(extractor, StoredDocument.context(of: record), bytes) == Seal(row.bytes(4))
            else { return nil }
            return DocumentCodec.document(bytes, base: record.final)
        }
        return document ?? nil
    }
}

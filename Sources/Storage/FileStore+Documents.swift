import Digests
public import WebEvidence

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

extension FileStore {
    public func fileDocument(
        ofBody body: [UInt8], sha256: String, readBy extractor: ExtractorVersion
    ) throws(StoreError) -> ExtractedDocument? {
        let digest = ContentDigest(of: body)
        guard digest.hexadecimal == sha256 else { return nil }
        let connection = try connection()
        return try connection.reading { () throws(StoreError) -> ExtractedDocument? in
            var places: [(document: Int64, record: FetchRecord)] = []
            let codec = HeaderCodec(compressor)
            try connection.forEachRow(
                """
                SELECT d.key, f.requested, f.final, f.headers FROM bodies b JOIN documents d ON d.body = b.key
                    JOIN fetches f ON f.document = d.key
                WHERE b.short_digest = ? AND b.sha256 = ? AND d.extractor = ? ORDER BY d.key LIMIT 4
                """,
                [.integer(FetchRow.shortDigest(digest.bytes)), .blob(digest.bytes), .text(extractor.text)]
            ) { (row) throws(StoreError) in
                // What cannot be read is passed over: the file is then read anew.
                guard let key = row.integer(0), let requested = AddressCodec.address(row.value(1)),
                    let final = row.isNull(2) ? requested : AddressCodec.address(row.value(2)),
                    let headers = row.isNull(3) ? [] : row.bytes(3).flatMap({ codec.headers($0) })
                else { return }
                places.append((key, FetchRecord(requested: requested, final: final, headers: headers, outcome: .ok)))
            }
            for place in places {
                var record = place.record
                record.body = body
                let found = try document(place.document, of: record, connection)
                if let found, found.form != .page, !found.isRendered { return found }
            }
            return nil
        }
    }
}

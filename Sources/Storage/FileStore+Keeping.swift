import Digests
import WebEvidence

extension FileStore {
    public func keep(_ page: KeptPage, of run: RunKey) throws(StoreError) {
        let connection = try writer()
        let digest = try bodyDigest(page.record)
        // Packing takes longest, so it is done before others have to wait for us.
        var body: PackedBody?
        if let digest, try bodyKey(digest, connection) == nil { body = packed(page.record.body, digest) }
        let row = FetchRow(page, bodyDigest: digest, documentSeal: nil)
        let headers = HeaderCodec(compressor).packed(page.record.headers)
        try connection.writing { () throws(StoreError) in
            var run = try self.row(of: run, connection)
            var bodyKey: Int64?
            if let digest {
                // Another program may have brought or removed it meanwhile.
                bodyKey = try self.bodyKey(digest, connection)
                if bodyKey == nil { bodyKey = try insert(body ?? packed(page.record.body, digest), connection) }
            }
            if let old = try fetch(of: page.record.requested, run, connection) {
                try connection.run("DELETE FROM fetches WHERE key = ?", [.integer(old.key)])
                run.pagesSeal = run.pagesSeal.toggling(old.seal)
            } else {
                run.pageCount += 1
            }
            try row.insert(
                run: RunKey(run.key), body: bodyKey, document: nil, headers: headers, into: connection)
            run.pagesSeal = run.pagesSeal.toggling(row.seal)
            try run.update(connection)
        }
    }

    /// Nil when there was no answer. The record's own digest must be that of its bytes.
    private func bodyDigest(_ record: FetchRecord) throws(StoreError) -> [UInt8]? {
        if record.sha256.isEmpty, record.body.isEmpty { return nil }
        let digest = ContentDigest(of: record.body)
        guard record.sha256.isEmpty || record.sha256 == digest.hexadecimal else {
            throw StoreError.wrongDigest(record.requested.text, file.path)
        }
        return digest.bytes
    }

    private func packed(_ body: [UInt8], _ digest: [UInt8]) -> PackedBody {
        PackedBody(
            digest: digest, size: body.count, base: nil,
            content: compressor.packed(body, level: CompressionLevel.body))
    }

    private func bodyKey(_ digest: [UInt8], _ connection: SQLiteConnection) throws(StoreError) -> Int64? {
        try connection.number(
            "SELECT key FROM bodies WHERE short_digest = ? AND sha256 = ?",
            [.integer(FetchRow.shortDigest(digest)), .blob(digest)])
    }

    private func insert(_ body: PackedBody, _ connection: SQLiteConnection) throws(StoreError) -> Int64 {
        try connection.run(
            "INSERT INTO bodies (short_digest, sha256, size, base, content) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(FetchRow.shortDigest(body.digest)), .blob(body.digest), .integer(body.size),
                body.base.map { .integer($0) } ?? .null, .blob(body.content),
            ])
        return connection.lastKey
    }

    /// Key and seal of the page that a run already has under an address.
    private func fetch(
        of requested: PageAddress, _ run: RunRow, _ connection: SQLiteConnection
    ) throws(StoreError) -> (key: Int64, seal: Seal)? {
        var found: (key: Int64, seal: Seal)?
        try connection.forEachRow(
            "SELECT key, requested, seal FROM fetches WHERE run = ? AND requested_digest = ?",
            [.integer(run.key), .integer(FetchRow.shortDigest(requested))]
        ) { (row) throws(StoreError) in
            guard let key = row.integer(0), let address = AddressCodec.address(row.value(1)),
                let seal = Seal(row.bytes(2))
            else { throw StoreError.damagedPage(requested.text, file.path) }
            if address == requested { found = (key, seal) }
        }
        return found
    }
}

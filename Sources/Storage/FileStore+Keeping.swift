import Digests
import WebEvidence

extension FileStore {
    public func keep(_ page: KeptPage, of run: RunKey) throws(StoreError) {
        let connection = try writer()
        let page = try PageToKeep(page, digest: digest(of: page.record))
        // Packing takes longest, so it is done before others have to wait for us.
        let packed = try packedWhereNew(page, connection)
        let headers = HeaderCodec(compressor).packed(page.row.record.headers)
        let kept = try connection.writing { () throws(StoreError) in
            var run = try self.row(of: run, connection)
            let body = try key(ofBodyOf: page, packed, connection)
            var document: Int64?
            if let stored = page.document {
                document = try documentKey(stored, body: body.map { ($0, page.body) }, connection)
            }
            if let old = try fetch(of: page.row.record.requested, run, connection) {
                try connection.run("DELETE FROM fetches WHERE key = ?", [.integer(old.key)])
                run.pagesSeal = run.pagesSeal.toggling(old.seal)
            } else {
                run.pageCount += 1
            }
            try page.row.insert(
                run: RunKey(run.key), body: body, document: document, headers: headers, into: connection)
            run.pagesSeal = run.pagesSeal.toggling(page.row.seal)
            try run.update(connection)
            return body
        }
        if let kept, let packed { remember(packed, page, key: kept) }
    }

    /// A page with what is computed of it before anything is written.
    private struct PageToKeep {
        var row: FetchRow
        var body: [UInt8]
        var document: StoredDocument?
        var host: String { row.record.final.host }

        init(_ page: KeptPage, digest: [UInt8]?) {
            document = StoredDocument(page)
            row = FetchRow(page, bodyDigest: digest, documentSeal: document?.seal, extractor: page.extractor)
            body = page.record.body
        }
    }

    /// Nil when there was no answer. The record's own digest must be that of its bytes.
    private func digest(of record: FetchRecord) throws(StoreError) -> [UInt8]? {
        if record.sha256.isEmpty, record.body.isEmpty { return nil }
        let digest = ContentDigest(of: record.body)
        guard record.sha256.isEmpty || record.sha256 == digest.hexadecimal else {
            throw StoreError.wrongDigest(record.requested.text, file.path)
        }
        return digest.bytes
    }

    /// Nil where the body is there already, or there is none.
    private func packedWhereNew(
        _ page: PageToKeep, _ connection: SQLiteConnection
    ) throws(StoreError) -> PackedBody? {
        guard let digest = page.row.bodyDigest, try bodyKey(digest, connection) == nil else { return nil }
        return packed(page.body, digest, host: page.host)
    }

    private func key(
        ofBodyOf page: PageToKeep, _ body: PackedBody?, _ connection: SQLiteConnection
    ) throws(StoreError) -> Int64? {
        guard let digest = page.row.bodyDigest else { return nil }
        // Another program may have brought or removed it meanwhile.
        if let key = try bodyKey(digest, connection) { return key }
        return try insert(
            body ?? packed(page.body, digest, host: page.host), page.body, host: page.host, connection)
    }

    /// For the next pages of the host.
    private func remember(_ body: PackedBody, _ page: PageToKeep, key: Int64) {
        if body.base == nil {
            bases.note(body, page.body, key: key, host: page.host)
        } else {
            bases.noteLeaning(page.host)
        }
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
            if AddressCodec.areSame(address, requested) { found = (key, seal) }
        }
        return found
    }
}

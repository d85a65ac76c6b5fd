import Digests

extension FileStore {
    // MARK: Writing

    /// On another page of the same host where that pays, else alone.
    func packed(_ body: [UInt8], _ digest: [UInt8], host: String) -> PackedBody {
        guard let base = bases.base(of: host, for: body) else { return alone(body, digest) }
        let leaning = compressor.packed(body, level: CompressionLevel.body, prefix: base.bytes)
        // What saves little is not worth depending on another.
        if leaning.count * 100 <= body.count * base.percentAlone * 4 / 5 {
            return PackedBody(digest: digest, size: body.count, base: base.key, content: leaning)
        }
        return alone(body, digest)
    }

    private func alone(_ body: [UInt8], _ digest: [UInt8]) -> PackedBody {
        PackedBody(
            digest: digest, size: body.count, base: nil,
            content: compressor.packed(body, level: CompressionLevel.body))
    }

    func bodyKey(_ digest: [UInt8], _ connection: SQLiteConnection) throws(StoreError) -> Int64? {
        try connection.number(
            "SELECT key FROM bodies WHERE short_digest = ? AND sha256 = ?",
            [.integer(FetchRow.shortDigest(digest)), .blob(digest)])
    }

    /// Enters a body that is new. Its base may have been removed by another program since it was packed.
    func insert(
        _ packed: PackedBody, _ bytes: [UInt8], host: String, _ connection: SQLiteConnection
    ) throws(StoreError) -> Int64 {
        var body = packed
        if let base = body.base {
            let digest = try connection.first(
                "SELECT sha256 FROM bodies WHERE key = ? AND base IS NULL", [.integer(base)]
            ) { (row) throws(StoreError) in row.bytes(0) }
            if digest != bases.base(of: host, for: bytes)?.digest { body = alone(bytes, body.digest) }
        }
        try connection.run(
            "INSERT INTO bodies (short_digest, sha256, size, base, content) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(FetchRow.shortDigest(body.digest)), .blob(body.digest), .integer(body.size),
                body.base.map { .integer($0) } ?? .null, .blob(body.content),
            ])
        return connection.lastKey
    }

    // MARK: Reading

    /// The bytes of a body, by the key of a row of `bodies`; nil when they do not match their digest.
    /// - Parameter bases: bodies that were read for others to lean on.
    func body(
        _ key: Int64, bases: inout [Int64: [UInt8]], _ connection: SQLiteConnection
    ) throws(StoreError) -> (digest: ContentDigest, bytes: [UInt8])? {
        let row = try connection.first(
            "SELECT sha256, size, base, content FROM bodies WHERE key = ?", [.integer(key)]
        ) { (row) throws(StoreError) -> PackedBody? in
            guard let digest = row.bytes(0), let size = row.int(1), row.isNull(2) || row.integer(2) != nil,
                let content = row.bytes(3)
            else { return nil }
            return PackedBody(digest: digest, size: size, base: row.integer(2), content: content)
        }
        guard let row, let row else { return nil }
        var prefix: [UInt8] = []
        if let base = row.base {
            if bases[base] == nil { bases[base] = try standingBody(base, connection) }
            guard let bytes = bases[base] else { return nil }
            prefix = bytes
        }
        guard let bytes = compressor.unpacked(row.content, size: row.size, prefix: prefix) else { return nil }
        let digest = ContentDigest(of: bytes)
        return digest.bytes == row.digest ? (digest, bytes) : nil
    }

    /// A body that leans on no other.
    private func standingBody(_ key: Int64, _ connection: SQLiteConnection) throws(StoreError) -> [UInt8]? {
        let body = try connection.first(
            "SELECT sha256, size, content FROM bodies WHERE key = ? AND base IS NULL", [.integer(key)]
        ) { (row) throws(StoreError) -> [UInt8]? in
            guard let digest = row.bytes(0), let size = row.int(1), let content = row.bytes(2),
                let bytes = compressor.unpacked(content, size: size), ContentDigest(of: bytes).bytes == digest
            else { return nil }
            return bytes
        }
        return body ?? nil
    }
}

import Digests
import WebEvidence

extension FileStore {
    public func pages(of run: RunKey, readBy extractor: ExtractorVersion?) throws(StoreError) -> [KeptPage] {
        let connection = try connection()
        return try connection.reading { () throws(StoreError) in
            let run = try row(of: run, connection)
            do throws(StoreError) { return try pages(of: run, connection) } catch {
                throw error.named(StoreError.damagedRun, run.name)
            }
        }
    }

    private func pages(of run: RunRow, _ connection: SQLiteConnection) throws(StoreError) -> [KeptPage] {
        let key = RunKey(run.key)
        let hops = try FetchRow.hops(of: key, connection)
        let attempts = try FetchRow.attempts(of: key, connection)
        let codec = HeaderCodec(compressor)
        var pages: [(name: [UInt8], page: KeptPage)] = []
        var seal = Seal.none
        try connection.forEachRow(
            """
            SELECT \(FetchRow.columns), f.seal, f.body, b.sha256, b.size, b.content
            FROM fetches f LEFT JOIN bodies b ON b.key = f.body WHERE f.run = ?
            """, [.integer(run.key)]
        ) { (row) throws(StoreError) in
            let name = AddressCodec.address(row.value(1))?.text ?? ""
            let fetch = row.integer(0) ?? 0
            var read = FetchRow(
                row, attempts: attempts[fetch] ?? [], redirects: hops[fetch] ?? [],
                headers: row.isNull(9) ? [] : row.bytes(9).flatMap { codec.headers($0) })
            if !row.isNull(11) { read?.bodyDigest = row.bytes(12) ?? [] }
            guard var read, read.seal == Seal(row.bytes(10)) else {
                throw name.isEmpty
                    ? StoreError.damagedRun(run.name, file.path) : StoreError.damagedPage(name, file.path)
            }
            if let digest = read.bodyDigest {
                guard let size = row.int(13), let packed = row.bytes(14),
                    let body = compressor.unpacked(packed, size: size), ContentDigest(of: body).bytes == digest
                else { throw StoreError.damagedPage(name, file.path, cause: "its body does not match its digest") }
                read.record.body = body
                read.record.sha256 = ContentDigest(of: body).hexadecimal
            }
            seal = seal.toggling(read.seal)
            pages.append((Array(read.record.requested.text.utf8), KeptPage(record: read.record, pass: read.pass)))
        }
        guard pages.count == run.pageCount, seal == run.pagesSeal else {
            throw StoreError.damagedRun(
                run.name, file.path, cause: "\(pages.count) of \(run.pageCount) pages are there")
        }
        return pages.sorted { $0.name.lexicographicallyPrecedes($1.name) }.map(\.page)
    }
}

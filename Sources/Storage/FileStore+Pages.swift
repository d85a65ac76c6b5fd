import Digests
import WebEvidence

/// A page of a run in one store, before its body is read.
public struct PageKey: Sendable {
    let fetch: FileStore.KeptFetch
}

extension FileStore {
    public func pages(of run: RunKey, readBy extractor: ExtractorVersion?) throws(StoreError) -> [KeptPage] {
        let connection = try connection()
        return try connection.reading { () throws(StoreError) in
            let run = try row(of: run, connection)
            do throws(StoreError) { return try pages(of: run, readBy: extractor, connection) } catch {
                throw error.named(StoreError.damagedRun, run.name)
            }
        }
    }

    /// What `pages(of:readBy:)` gives, without bodies and documents: for whoever takes the pages one by one.
    public func pageKeys(of run: RunKey) throws(StoreError) -> [PageKey] {
        let connection = try connection()
        return try connection.reading { () throws(StoreError) in
            let run = try row(of: run, connection)
            return try fetches(of: run, connection)
                .map { (name: Array($0.row.record.requested.text.utf8), key: PageKey(fetch: $0)) }
                .sorted { $0.name.lexicographicallyPrecedes($1.name) }.map(\.key)
        }
    }

    /// One page with its body, verified, without what was read of it. One that was removed since is `damaged`.
    public func page(_ key: PageKey) throws(StoreError) -> KeptPage {
        let connection = try connection()
        var bases: [Int64: [UInt8]] = [:]
        return try connection.reading { () throws(StoreError) in
            try page(key.fetch, readBy: nil, &bases, connection)
        }
    }

    func pages(
        of run: RunRow, readBy extractor: ExtractorVersion?, _ connection: SQLiteConnection
    ) throws(StoreError) -> [KeptPage] {
        var pages: [(name: [UInt8], page: KeptPage)] = []
        var bases: [Int64: [UInt8]] = [:]
        for fetch in try fetches(of: run, connection) {
            let name = fetch.row.record.requested.text
            do throws(StoreError) {
                let page = try page(fetch, readBy: extractor, &bases, connection)
                pages.append((Array(name.utf8), page))
            } catch { throw error.named(StoreError.damagedPage, name) }
        }
        return pages.sorted { $0.name.lexicographicallyPrecedes($1.name) }.map(\.page)
    }

    /// A verified row and the keys of what belongs to it.
    struct KeptFetch: Sendable {
        var row: FetchRow
        var body: Int64?
        var document: Int64?
    }

    /// Every fetch of a run, verified, and none missing.
    private func fetches(of run: RunRow, _ connection: SQLiteConnection) throws(StoreError) -> [KeptFetch] {
        let read = try readFetches(of: run, connection)
        var fetches: [KeptFetch] = []
        for fetch in read { fetches.append(try fetch.get()) }
        try checkNoneMissing(read, of: run)
        return fetches
    }

    /// Every fetch of a run. One that is not what was written is an error in its place.
    func readFetches(
        of run: RunRow, _ connection: SQLiteConnection
    ) throws(StoreError) -> [Result<KeptFetch, StoreError>] {
        let hops = try FetchRow.hops(of: RunKey(run.key), connection)
        let attempts = try FetchRow.attempts(of: RunKey(run.key), connection)
        let codec = HeaderCodec(compressor)
        var fetches: [Result<KeptFetch, StoreError>] = []
        try connection.forEachRow(FetchRow.ofRun, [.integer(run.key)]) { (row) throws(StoreError) in
            let key = row.integer(0) ?? 0
            let read = FetchRow(
                row, attempts: attempts[key] ?? [], redirects: hops[key] ?? [],
                headers: row.isNull(9) ? [] : row.bytes(9).flatMap { codec.headers($0) })
            if let read, read.seal == Seal(row.bytes(10)) {
                fetches.append(.success(KeptFetch(row: read, body: row.integer(11), document: row.integer(13))))
                return
            }
            let cause = "a page does not match its seal"
            let address = AddressCodec.address(row.value(1))
            fetches.append(
                .failure(
                    address.map { StoreError.damagedPage($0.text, file.path, cause: cause) }
                        ?? StoreError.damagedRun(run.name, file.path, cause: cause)))
        }
        return fetches
    }

    /// Nothing can be said of the set where a member is damaged.
    func checkNoneMissing(_ fetches: [Result<KeptFetch, StoreError>], of run: RunRow) throws(StoreError) {
        var seal = Seal.none
        var whole = 0
        for case .success(let fetch) in fetches {
            seal = seal.toggling(fetch.row.seal)
            whole += 1
        }
        guard fetches.count == run.pageCount, whole < fetches.count || seal == run.pagesSeal else {
            throw StoreError.damagedRun(
                run.name, file.path, cause: "\(fetches.count) of \(run.pageCount) pages are there")
        }
    }

    /// A fetch with its body and document.
    func page(
        _ fetch: KeptFetch, readBy extractor: ExtractorVersion?, _ bases: inout [Int64: [UInt8]],
        _ connection: SQLiteConnection
    ) throws(StoreError) -> KeptPage {
        var page = KeptPage(record: fetch.row.record, pass: fetch.row.pass)
        let name = fetch.row.record.requested.text
        if let key = fetch.body {
            guard let body = try body(key, bases: &bases, connection), body.digest.bytes == fetch.row.bodyDigest
            else {
                throw StoreError.damagedPage(name, file.path, cause: "its body does not match its digest")
            }
            page.record.body = body.bytes
            page.record.sha256 = body.digest.hexadecimal
        }
        if let key = fetch.document, let reader = fetch.row.extractor, let extractor {
            guard let document = try document(key, of: page.record, connection) else {
                throw StoreError.damagedPage(name, file.path, cause: "its document does not match its seal")
            }
            // What a browser or another program gave may not be had again.
            if reader == extractor || document.isRendered || document.form != .page {
                page.document = document
                page.extractor = reader
            }
        }
        return page
    }
}

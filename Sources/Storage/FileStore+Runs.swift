import Digests
public import Findings

extension FileStore {
    public func begin(_ draft: RunDraft) throws(StoreError) -> RunKey {
        let connection = try writer()
        let digest = ContentDigest(of: draft.submission).bytes
        return try connection.writing { () throws(StoreError) in
            let agency = try agencyKey(draft.agency, connection)
            let submission = try submissionKey(draft.submission, digest, connection)
            var store = try StoreRow.read(connection)
            let row = RunRow(key: store.lastRun + 1, draft: draft, submissionDigest: digest)
            store.add(row)
            try store.insert(into: connection)
            try row.insert(agency: agency, submission: submission, into: connection)
            return RunKey(row.key)
        }
    }

    private func agencyKey(_ agency: AgencyProfile, _ connection: SQLiteConnection) throws(StoreError) -> Int64 {
        let values: [SQLiteValue] = [agency.name, agency.website, agency.type, agency.province].map { .text($0) }
        let key = try connection.number(
            "SELECT key FROM agencies WHERE name = ? AND website = ? AND type = ? AND province = ?", values)
        if let key { return key }
        try connection.run("INSERT INTO agencies (name, website, type, province) VALUES (?, ?, ?, ?)", values)
        return connection.lastKey
    }

    private func submissionKey(
        _ submission: [UInt8], _ digest: [UInt8], _ connection: SQLiteConnection
    ) throws(StoreError) -> Int64 {
        let key = try connection.number("SELECT key FROM submissions WHERE sha256 = ?", [.blob(digest)])
        if let key { return key }
        try connection.run(
            "INSERT INTO submissions (sha256, size, content) VALUES (?, ?, ?)",
            [
                .blob(digest), .integer(submission.count),
                .blob(compressor.packed(submission, level: CompressionLevel.text)),
            ])
        return connection.lastKey
    }

    public func note(_ progress: RunProgress, of run: RunKey) throws(StoreError) {
        let connection = try writer()
        try connection.writing { () throws(StoreError) in
            var row = try row(of: run, connection)
            row.progress = progress
            try row.update(connection)
        }
    }

    // MARK: Reading

    /// Every run, newest first. `draft.submission` is left empty: `submission(of:)` gives it.
    public func runs() throws(StoreError) -> [StoredRun] {
        let connection = try connection()
        var runs: [StoredRun] = []
        for row in try rows(connection) { runs.append(try row.get().stored()) }
        return runs
    }

    public func unfinished(_ key: ResumeKey) throws(StoreError) -> StoredRun? {
        let connection = try connection()
        for row in try rows(connection) {
            // A damaged run that is newer might be the one.
            let row = try row.get()
            if row.draft.resumeKey == key, row.state != .finished {
                return row.stored(submission: try submission(of: row, connection))
            }
        }
        return nil
    }

    public func run(_ id: RunID, ordinal: Int?) throws(StoreError) -> StoredRun? {
        let connection = try connection()
        var found: [RunRow] = []
        for row in try rows(connection) {
            let row = try row.get()
            guard row.id == id else { continue }
            found.append(row)
            if ordinal == nil { break }
        }
        let ordinal = ordinal ?? found.count
        guard (1...max(1, found.count)).contains(ordinal), !found.isEmpty else { return nil }
        let place = found.count - ordinal
        return found[place].stored(submission: try submission(of: found[place], connection))
    }

    public func submission(of run: RunKey) throws(StoreError) -> [UInt8] {
        let connection = try connection()
        return try connection.reading { () throws(StoreError) in
            try submission(of: try row(of: run, connection), connection)
        }
    }

    func submission(of run: RunRow, _ connection: SQLiteConnection) throws(StoreError) -> [UInt8] {
        let content = try connection.first(
            "SELECT s.size, s.content FROM runs r JOIN submissions s ON s.key = r.submission WHERE r.key = ?",
            [.integer(run.key)]
        ) { (found) throws(StoreError) -> [UInt8]? in
            guard let size = found.int(0), let packed = found.bytes(1) else { return nil }
            return compressor.unpacked(packed, size: size)
        }
        guard let content, let content, ContentDigest(of: content).bytes == run.submissionDigest else {
            throw StoreError.damagedRun(run.name, file.path, cause: "its submission does not match its digest")
        }
        return content
    }

    /// Every row, newest first, and none missing.
    private func rows(_ connection: SQLiteConnection) throws(StoreError) -> [Result<RunRow, StoreError>] {
        let (rows, store) = try connection.reading { () throws(StoreError) in
            (try RunRow.readAll(connection), try StoreRow.read(connection))
        }
        var seal = Seal.none
        for case .success(let row) in rows { seal = seal.toggling(row.identity) }
        let isWhole = rows.allSatisfy { if case .success = $0 { true } else { false } }
        guard rows.count == store.runCount, !isWhole || seal == store.runsSeal else {
            throw StoreError.damagedStore(file.path, cause: "\(rows.count) of \(store.runCount) runs are there")
        }
        return rows
    }
}

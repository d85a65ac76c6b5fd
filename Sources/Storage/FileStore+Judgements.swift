public import Findings

extension FileStore {
    public func conclude(
        _ run: RunKey, id: RunID, isPartial: Bool, judgement: StoredJudgement
    ) throws(StoreError) {
        let connection = try writer()
        try connection.writing { () throws(StoreError) in
            var row = try row(of: run, connection)
            row.id = id
            row.state = isPartial ? .interrupted : .finished
            row.finishedAt = judgement.judgedAt
            try add(judgement, to: &row, connection)
            try row.update(connection)
        }
    }

    public func add(_ judgement: StoredJudgement, to run: RunKey) throws(StoreError) {
        let connection = try writer()
        try connection.writing { () throws(StoreError) in
            var row = try row(of: run, connection)
            guard try add(judgement, to: &row, connection) else { return }
            try row.update(connection)
        }
    }

    public func judgement(of run: RunKey) throws(StoreError) -> StoredJudgement? {
        let connection = try connection()
        return try connection.reading { () throws(StoreError) in
            let row = try row(of: run, connection)
            do throws(StoreError) {
                try checkJudgements(of: row, connection)
                guard let key = try JudgementRow.keys(of: run, connection).first else { return nil }
                guard let newest = try JudgementRow.read(key, run: run, connection, compressor) else {
                    throw StoreError.damagedRun(row.name, file.path, cause: "its judgement does not match its seal")
                }
                return newest.judgement
            } catch { throw error.named(StoreError.damagedRun, row.name) }
        }
    }

    /// False when the newest judgement says the same.
    @discardableResult private func add(
        _ judgement: StoredJudgement, to run: inout RunRow, _ connection: SQLiteConnection
    ) throws(StoreError) -> Bool {
        let row = JudgementRow(judgement, run: RunKey(run.key))
        let newest = try connection.first(
            "SELECT digest FROM judgements WHERE run = ? ORDER BY key DESC LIMIT 1", [.integer(run.key)]
        ) { (found) throws(StoreError) in Seal(found.bytes(0)) }
        if let newest, newest == row.digest { return false }
        try row.insert(connection, compressor)
        run.judgementCount += 1
        run.judgementsSeal = run.judgementsSeal.toggling(row.seal)
        run.score = judgement.score
        return true
    }

    /// None of a run's judgements may be missing: an older one would pass for the newest.
    func checkJudgements(of run: RunRow, _ connection: SQLiteConnection) throws(StoreError) {
        var seal = Seal.none
        var count = 0
        try connection.forEachRow("SELECT seal FROM judgements WHERE run = ?", [.integer(run.key)]) {
            (row) throws(StoreError) in
            count += 1
            if let member = Seal(row.bytes(0)) { seal = seal.toggling(member) }
        }
        guard count == run.judgementCount, seal == run.judgementsSeal else {
            throw StoreError.damagedRun(
                run.name, file.path, cause: "\(count) of \(run.judgementCount) judgements are there")
        }
    }
}

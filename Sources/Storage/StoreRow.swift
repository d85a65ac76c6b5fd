/// What kind of store a file is.
enum StoreKind: String {
    /// Where runs are kept.
    case store
    /// A copy of one run, made to be carried away; the next copy may replace it.
    case export
}

/// The one row that says what the file is and which runs it must hold, so that a lost one is missed.
struct StoreRow {
    var kind: StoreKind
    /// The greatest key that any run ever had: keys are never given twice.
    var lastRun: Int64 = 0
    var runCount = 0
    /// Of the set of identities of all runs.
    var runsSeal = Seal.none

    private var seal: Seal {
        Seal("store") { writer in
            writer.choice(kind)
            writer.int(Int(lastRun))
            writer.count(runCount)
            writer.raw(runsSeal.bytes)
        }
    }

    /// The row of a store; throws where it is not what was written.
    static func read(_ connection: SQLiteConnection, in schema: String = "main") throws(StoreError) -> StoreRow {
        let row = try connection.first(
            "SELECT kind, last_run, run_count, runs_seal, seal FROM \(schema).store WHERE key = 1"
        ) { (row) throws(StoreError) -> StoreRow? in
            guard let kind = row.text(0).flatMap({ StoreKind(rawValue: $0) }), let last = row.integer(1),
                let count = row.int(2), count >= 0, let runs = Seal(row.bytes(3)), let seal = Seal(row.bytes(4))
            else { return nil }
            let read = StoreRow(kind: kind, lastRun: last, runCount: count, runsSeal: runs)
            return read.seal == seal ? read : nil
        }
        guard let row, let row else {
            throw StoreError.damagedStore(connection.path, cause: "the store's own row does not match its seal")
        }
        return row
    }

    func insert(into connection: SQLiteConnection, in schema: String = "main") throws(StoreError) {
        try connection.run(
            """
            INSERT OR REPLACE INTO \(schema).store (key, kind, last_run, run_count, runs_seal, seal)
            VALUES (1, ?, ?, ?, ?, ?)
            """, [.text(kind.rawValue), .integer(lastRun), .integer(runCount), runsSeal.value, seal.value])
    }

    /// Enters a run.
    mutating func add(_ run: RunRow) {
        lastRun = max(lastRun, run.key)
        runCount += 1
        runsSeal = runsSeal.toggling(run.identity)
    }

    /// Takes a run out.
    mutating func remove(_ run: RunRow) {
        runCount -= 1
        runsSeal = runsSeal.toggling(run.identity)
    }
}

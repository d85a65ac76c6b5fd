import GradingCore

extension FileStore {
    /// Looks through the whole store: the structure of the file, every reference, and every digest of every run. What
    /// is damaged is named; only what keeps the file from being read at all is thrown. Takes seconds for a large store.
    public func check() throws(StoreError) -> StoreCheck {
        let connection = try connection()
        return try connection.reading { () throws(StoreError) in
            let damages = Damages()
            try checkStructure(connection, damages)
            let counted = damages.collecting(.file) { () throws(StoreError) in try statistics(connection) }
            let rows = damages.collecting(.file) { () throws(StoreError) in try checkedRuns(connection, damages) }
            var bodies: Set<Int64> = []
            for row in rows ?? [] { check(row, connection, &bodies, damages) }
            damages.collecting(.file) { () throws(StoreError) in
                try checkUnused(connection, except: bodies, damages)
            }
            checkWatches(damages)
            return StoreCheck(statistics: counted ?? StoreStatistics(), damages: damages.found)
        }
    }

    /// What was found so far.
    private final class Damages {
        private(set) var found: [StoreCheck.Damage] = []

        func add(_ kind: StoreCheck.Damage.Kind, _ name: String, _ detail: String) {
            found.append(StoreCheck.Damage(kind: kind, name: name, detail: detail))
        }

        /// A failure becomes a damage.
        @discardableResult func collecting<Value>(
            _ kind: StoreCheck.Damage.Kind, _ name: String = "", _ work: () throws(StoreError) -> Value
        ) -> Value? {
            do throws(StoreError) { return try work() } catch {
                let detail = error.cause.isEmpty ? error.message.en : error.cause
                add(kind, error.subject.isEmpty ? name : error.subject, detail)
                return nil
            }
        }
    }

    /// Watched agencies with their chains, lists and texts, and everything that was told.
    private func checkWatches(_ damages: Damages) {
        let found = damages.collecting(.watch) { () throws(StoreError) -> [StoredWatch] in try self.watches() }
        for watch in found ?? [] {
            damages.collecting(.watch, watch.name) { () throws(StoreError) -> Void in try checkChain(of: watch) }
            damages.collecting(.watch, watch.name) { () throws(StoreError) -> Void in _ = try lists(of: watch) }
            damages.collecting(.watch, watch.name) { () throws(StoreError) -> Void in _ = try texts(of: watch) }
        }
        for table in WatchTable.allCases {
            damages.collecting(.watch, table.rawValue) { () throws(StoreError) -> Void in _ = try rows(table) }
        }
        damages.collecting(.watch) { () throws(StoreError) -> Void in
            for phase in ["waiting", "sent", "given_up"] { _ = try deliveries(phase: phase) }
        }
    }

    private func checkChain(of watch: StoredWatch) throws(StoreError) {
        let records = try checks(of: watch)
        guard records.count == watch.checkCount, (records.last?.digest ?? []) == watch.head else {
            throw StoreError.damagedStore(
                file.path, cause: "\(records.count) of \(watch.checkCount) records are there")
        }
    }

    private func checkStructure(_ connection: SQLiteConnection, _ damages: Damages) throws(StoreError) {
        try connection.forEachRow("PRAGMA integrity_check(100)") { (row) throws(StoreError) in
            let words = row.text(0) ?? ""
            if words != "ok" { damages.add(.file, "", words) }
        }
        try connection.forEachRow("PRAGMA foreign_key_check") { (row) throws(StoreError) in
            let child = "\(row.text(0) ?? "") \(row.integer(1) ?? 0)"
            damages.add(.file, "", "\(child) refers to a row of \(row.text(2) ?? "") that is not there")
        }
    }

    /// The runs whose rows are whole.
    private func checkedRuns(
        _ connection: SQLiteConnection, _ damages: Damages
    ) throws(StoreError) -> [RunRow] {
        let store = damages.collecting(.file) { () throws(StoreError) in try StoreRow.read(connection) }
        var rows: [RunRow] = []
        var seal = Seal.none
        let all = try RunRow.readAll(connection)
        for row in all {
            damages.collecting(.run) { () throws(StoreError) in
                let row = try row.get()
                seal = seal.toggling(row.identity)
                rows.append(row)
            }
        }
        if let store, all.count != store.runCount || (rows.count == all.count && seal != store.runsSeal) {
            damages.add(.file, "", "\(all.count) of \(store.runCount) runs are there")
        }
        return rows
    }

    // MARK: One run

    private func check(
        _ run: RunRow, _ connection: SQLiteConnection, _ bodies: inout Set<Int64>, _ damages: Damages
    ) {
        let key = RunKey(run.key)
        damages.collecting(.submission, run.name) { () throws(StoreError) in
            _ = try submission(of: run, connection)
        }
        let fetches = damages.collecting(.run, run.name) { () throws(StoreError) in
            try readFetches(of: run, connection)
        }
        var bases: [Int64: [UInt8]] = [:]
        for fetch in fetches ?? [] {
            damages.collecting(.page, run.name) { () throws(StoreError) in
                let fetch = try fetch.get()
                _ = try page(fetch, readBy: fetch.row.extractor, &bases, connection)
                if let body = fetch.body { bodies.insert(body) }
            }
        }
        if let fetches {
            damages.collecting(.run, run.name) { () throws(StoreError) in try checkNoneMissing(fetches, of: run) }
        }
        damages.collecting(.judgement, run.name) { () throws(StoreError) in
            try checkJudgements(of: run, connection)
            for number in try JudgementRow.keys(of: key, connection) {
                guard let judgement = try JudgementRow.read(number, run: key, connection, compressor),
                    try JudgementRow.findings(of: number, connection) == judgement.findings
                else {
                    throw StoreError.damagedRun(
                        run.name, file.path, cause: "judgement \(number) does not match its seal")
                }
            }
        }
    }

    /// Bodies that no run uses are damage too: a later run may use them again.
    private func checkUnused(
        _ connection: SQLiteConnection, except known: Set<Int64>, _ damages: Damages
    ) throws(StoreError) {
        var keys: [Int64] = []
        try connection.forEachRow(
            "SELECT key FROM bodies WHERE NOT EXISTS (SELECT 1 FROM fetches WHERE body = bodies.key)"
        ) { (row) throws(StoreError) in
            if let key = row.integer(0) { keys.append(key) }
        }
        var bases: [Int64: [UInt8]] = [:]
        for key in keys where !known.contains(key) {
            damages.collecting(.unused) { () throws(StoreError) in
                guard try body(key, bases: &bases, connection) != nil else {
                    throw StoreError.damagedStore(file.path, cause: "body \(key) does not match its digest")
                }
            }
        }
    }
}

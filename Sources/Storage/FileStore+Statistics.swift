extension FileStore {
    /// Counts what the store holds. Nothing is verified; see `check()`.
    public func statistics() throws(StoreError) -> StoreStatistics {
        let connection = try connection()
        return try connection.reading { () throws(StoreError) in try statistics(connection) }
    }

    func statistics(_ connection: SQLiteConnection) throws(StoreError) -> StoreStatistics {
        var counted = StoreStatistics()
        func count(_ sql: String) throws(StoreError) -> Int { Int(clamping: try connection.number(sql) ?? 0) }
        counted.agencies = try count("SELECT count(*) FROM agencies")
        counted.runs = try count("SELECT count(*) FROM runs")
        counted.unfinishedRuns = try count("SELECT count(*) FROM runs WHERE state <> 'finished'")
        counted.pages = try count("SELECT count(*) FROM fetches")
        counted.bodies = try count("SELECT count(*) FROM bodies")
        counted.bodyBytes = try count("SELECT sum(size) FROM bodies")
        counted.packedBodyBytes = try count("SELECT sum(length(content)) FROM bodies")
        counted.documents = try count("SELECT count(*) FROM documents")
        counted.judgements = try count("SELECT count(*) FROM judgements")
        counted.submissions = try count("SELECT count(*) FROM submissions")
        counted.fileBytes = try count("PRAGMA page_count") * count("PRAGMA page_size")
        try connection.forEachRow("SELECT min(started_at), max(started_at) FROM runs") { (row) throws(StoreError) in
            counted.oldestStart = row.text(0)
            counted.newestStart = row.text(1)
        }
        return counted
    }
}

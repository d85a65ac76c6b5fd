/// Copies the rows of one run into an empty store, under the same keys, so that every seal stays true.
struct RunCopy {
    let row: RunRow
    let draft: String
    let path: String

    func write(from source: SQLiteConnection) throws(StoreError) {
        let run: [SQLiteValue] = [.integer(row.key)]
        // A connection that only reads can attach nothing to write to, so the copy attaches the source.
        let copy = try SQLiteConnection(draft, named: path, access: .writing, busyMilliseconds: 10_000)
        try copy.run("ATTACH ? AS source", [.text(SQLiteConnection.uri(source.path, isReadOnly: true))])
        try copy.writing { () throws(StoreError) in
            for statement in RunCopy.statements { try copy.run(statement, statement.contains("?") ? run : []) }
            var store = StoreRow(kind: .export)
            store.add(row)
            try store.insert(into: copy)
        }
        try copy.run("DETACH source")
    }

    /// In an order in which nothing refers to what is not there yet.
    private static let statements = [
        "INSERT INTO agencies SELECT * FROM source.agencies WHERE key = (SELECT agency FROM source.runs WHERE key = ?)",
        """
        INSERT INTO submissions SELECT * FROM source.submissions
        WHERE key = (SELECT submission FROM source.runs WHERE key = ?)
        """,
        "INSERT INTO runs SELECT * FROM source.runs WHERE key = ?",
        """
        INSERT INTO bodies SELECT * FROM source.bodies WHERE key IN (
            SELECT b.base FROM source.fetches f JOIN source.bodies b ON b.key = f.body
            WHERE f.run = ? AND b.base IS NOT NULL) ORDER BY key
        """,
        """
        INSERT OR IGNORE INTO bodies SELECT * FROM source.bodies
        WHERE key IN (SELECT body FROM source.fetches WHERE run = ?) ORDER BY key
        """,
        """
        INSERT INTO documents SELECT * FROM source.documents
        WHERE key IN (SELECT document FROM source.fetches WHERE run = ?) ORDER BY key
        """,
        "INSERT INTO fetches SELECT * FROM source.fetches WHERE run = ? ORDER BY key",
        """
        INSERT INTO hops SELECT * FROM source.hops WHERE fetch IN (SELECT key FROM source.fetches WHERE run = ?)
        """,
        """
        INSERT INTO attempts SELECT * FROM source.attempts WHERE fetch IN (SELECT key FROM source.fetches WHERE run = ?)
        """,
        "INSERT INTO judgements SELECT * FROM source.judgements WHERE run = ? ORDER BY key",
        """
        INSERT INTO findings SELECT * FROM source.findings
        WHERE judgement IN (SELECT key FROM source.judgements WHERE run = ?)
        """,
    ]
}

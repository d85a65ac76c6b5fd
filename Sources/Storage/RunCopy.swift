/// Copies the rows of one run into an empty store, under the same keys, so that every seal stays true.
struct RunCopy {
    let row: RunRow
    let draft: String
    let path: String

    func write(from source: SQLiteConnection) throws(StoreError) {
        guard let attachable = source.attachable else {
            return try write(source, attaching: SQLiteConnection.uri(draft), from: "main", to: "other")
        }
        // A connection that only reads can attach nothing to write to, so the copy attaches the source.
        let copy = try SQLiteConnection(draft, named: path, access: .writing, busyMilliseconds: 10_000)
        try write(copy, attaching: attachable, from: "other", to: "main")
    }

    private func write(
        _ connection: SQLiteConnection, attaching other: String, from: String, to: String
    ) throws(StoreError) {
        try connection.run("ATTACH ? AS other", [.text(other)])
        defer { connection.detach("other") }
        try connection.writing { () throws(StoreError) in
            for statement in RunCopy.statements {
                let sql = statement.replacing("INTO ", with: "INTO \(to).").replacing("source.", with: "\(from).")
                try connection.run(sql, [.integer(row.key)])
            }
            var store = StoreRow(kind: .export)
            store.add(row)
            try store.insert(into: connection, in: to)
        }
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

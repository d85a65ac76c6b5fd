import Digests

/// The numbered steps that make a store of each version out of the one before. Steps are only ever added; one that was
/// released is never changed.
struct Migrations {
    /// `steps[0]` makes version 1 out of an empty file.
    var steps: [String]
    /// "oitS": tells a store from other files of the same library.
    static let applicationID: Int64 = 0x6F69_7453

    static let released = Migrations(steps: [version1, version2, version3])

    /// The version of a store of this program.
    var version: Int { steps.count }

    /// Brings a store from one version to this program's, inside the caller's transaction.
    func apply(from version: Int, to connection: SQLiteConnection) throws(StoreError) {
        for step in steps.dropFirst(version) { try connection.execute(step) }
        try connection.execute("PRAGMA user_version = \(self.version)")
    }

    /// What the tables of this version look like, as one digest.
    func schemaDigest() throws(StoreError) -> ContentDigest {
        let connection = try SQLiteConnection(":memory:", access: .creating, busyMilliseconds: 0)
        try apply(from: 0, to: connection)
        return try Migrations.schemaDigest(of: connection)
    }

    static func schemaDigest(of connection: SQLiteConnection) throws(StoreError) -> ContentDigest {
        var writer = ByteWriter()
        try connection.forEachRow(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
        ) { (row) throws(StoreError) in
            for column in Int32(0)..<4 { writer.text(row.text(column) ?? "") }
        }
        return ContentDigest(of: writer.bytes)
    }
}

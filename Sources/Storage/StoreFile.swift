import CSQLite
import Digests
import Glibc

/// The file of a store and how it is opened. Whatever is not a whole store of a known version is refused before
/// anything is written to it.
struct StoreFile {
    var folder: String
    var busyMilliseconds: Int32 = 10_000
    var migrations = Migrations.released
    /// A way to the file system other than the usual one; for tests.
    var system: String?

    /// Never taken for an address or a name of the library's own: always with a slash.
    var path: String { "\(folder.isEmpty ? "." : folder)/\(FileStore.fileName)" }

    /// Up to this size a file is looked through before it is written to: some milliseconds.
    static let smallBytes: Int64 = 4 << 20
    /// After an unclean end, up to this size.
    static let recheckedBytes: Int64 = 64 << 20

    // MARK: Opening

    /// For writing; the store is made when there is none.
    func openedForWriting() throws(StoreError) -> SQLiteConnection {
        try makeFolder()
        if size(path) == nil { try create() }
        let endedUncleanly = (size(path + "-wal") ?? 0) > 0
        let connection = try SQLiteConnection(
            path, access: .writing, busyMilliseconds: busyMilliseconds, system: system)
        try StoreHeader(connection).check(connection.path, migrations)
        try prepare(connection)
        try connection.execute("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304")
        try migrate(connection)
        try checkTables(connection)
        let bytes = size(path) ?? 0
        if bytes <= StoreFile.smallBytes || (endedUncleanly && bytes <= StoreFile.recheckedBytes) {
            try quickCheck(connection)
        }
        return connection
    }

    /// For reading. On a disk that cannot be written to, the library cannot make its lock beside the file; then the
    /// file is read as one that nobody changes, which is only right when nothing waits in a journal.
    func openedForReading() throws(StoreError) -> SQLiteConnection {
        guard size(path) != nil else { throw StoreError(systemCall: ENOENT, path: path) }
        let connection: SQLiteConnection
        do throws(StoreError) {
            connection = try reader(isImmutable: false)
        } catch {
            guard error.code == .cannotOpen || error.code == .readOnly else { throw error }
            if hasPendingJournal { throw StoreError(.readOnly, .readOnly(path), path: path, cause: error.cause) }
            connection = try reader(isImmutable: true)
        }
        try checkTables(connection)
        return connection
    }

    private func reader(isImmutable: Bool) throws(StoreError) -> SQLiteConnection {
        let connection = try SQLiteConnection(
            path, access: .reading, isImmutable: isImmutable, busyMilliseconds: busyMilliseconds, system: system)
        try StoreHeader(connection).check(connection.path, migrations)
        try prepare(connection)
        // The first reading meets the journal and its locks.
        let version = try version(connection)
        guard version < migrations.version else { return connection }
        return try migratedCopy(of: connection)
    }

    private var hasPendingJournal: Bool { (size(path + "-wal") ?? 0) > 0 || (size(path + "-journal") ?? 0) > 0 }

    private func prepare(_ connection: SQLiteConnection) throws(StoreError) {
        try connection.execute(
            """
            PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -8192; PRAGMA secure_delete = OFF
            """)
    }

    // MARK: Versions

    private func version(_ connection: SQLiteConnection) throws(StoreError) -> Int {
        let version = Int(try connection.number("PRAGMA user_version") ?? 0)
        guard version <= migrations.version else {
            throw StoreError(
                .newerVersion, .newerVersion(path, found: version, known: migrations.version), path: path)
        }
        guard version > 0, try connection.number("PRAGMA application_id") == Migrations.applicationID else {
            throw StoreError(.notAStore, .notAStore(path), path: path, cause: "no application id or version")
        }
        return version
    }

    /// One transaction: the old version, or the new one whole.
    private func migrate(_ connection: SQLiteConnection) throws(StoreError) {
        guard try version(connection) < migrations.version else { return }
        try connection.writing { () throws(StoreError) in
            // Another program may have done it while we waited.
            try migrations.apply(from: try version(connection), to: connection)
        }
    }

    /// A store of an older program that cannot be written to is read from a copy that vanishes with the connection.
    private func migratedCopy(of connection: SQLiteConnection) throws(StoreError) -> SQLiteConnection {
        let copy = try SQLiteConnection(
            temporaryCopyOf: path, busyMilliseconds: busyMilliseconds, system: system)
        try connection.copyAll(to: copy)
        try prepare(copy)
        try migrate(copy)
        return copy
    }

    private func checkTables(_ connection: SQLiteConnection) throws(StoreError) {
        guard try Migrations.schemaDigest(of: connection) == migrations.schemaDigest() else {
            throw StoreError.damagedStore(path, cause: "the tables are not those of this version")
        }
    }

    private func quickCheck(_ connection: SQLiteConnection) throws(StoreError) {
        let words = try connection.first("PRAGMA quick_check(1)") { (row) throws(StoreError) in row.text(0) ?? "" }
        guard words == "ok" else { throw StoreError.damagedStore(path, cause: words ?? "") }
    }
}

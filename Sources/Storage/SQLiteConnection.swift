import CSQLite

/// One connection to one file. It belongs to one actor, or to one call, and is used by nobody else. Statements are
/// prepared once and kept; every code that the library returns goes through `check`.
final class SQLiteConnection {
    enum Access { case creating, writing, reading }

    /// The store's file, for messages.
    let path: String
    /// How another connection attaches the same file for reading; nil for a file that has no name.
    let attachable: String?
    let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// - Parameters:
    ///   - isImmutable: nobody writes to the file while this connection lives, so no lock is taken and nothing is
    ///     written beside it.
    ///   - system: a registered way to the file system other than the usual one; for tests.
    ///   - name: the store's file for messages, where it is another one.
    init(
        _ path: String, named name: String? = nil, access: Access, isImmutable: Bool = false,
        busyMilliseconds: Int32, system: String? = nil
    ) throws(StoreError) {
        self.path = name ?? path
        attachable =
            path.isEmpty ? nil : SQLiteConnection.uri(path, isImmutable: isImmutable, isReadOnly: true)
        var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI
        switch access {
        case .creating: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .writing: flags |= SQLITE_OPEN_READWRITE
        case .reading: flags |= SQLITE_OPEN_READONLY
        }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(SQLiteConnection.uri(path, isImmutable: isImmutable), &opened, flags, system)
        guard let opened, code == SQLITE_OK else {
            let error = StoreError(result: code, system: opened.map { sqlite3_system_errno($0) } ?? 0, path: self.path)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        sqlite3_busy_timeout(handle, busyMilliseconds)
        // What stands in the file's own schema is data of strangers: it may not call functions or change itself.
        oit_configure(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
        oit_configure(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    }

    deinit {
        forgetStatements()
        sqlite3_close_v2(handle)
    }

    func forgetStatements() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
    }

    /// `file:` with everything escaped that has a meaning there, so that a folder may have any name.
    static func uri(_ path: String, isImmutable: Bool = false, isReadOnly: Bool = false) -> String {
        // A temporary file has no name, and memory a name of its own.
        if path.isEmpty || path == ":memory:" { return path }
        let digits = Array("0123456789ABCDEF".utf8)
        var written: [UInt8] = Array("file:".utf8)
        // An absolute path of two slashes would read as the name of a host.
        for byte in path.hasPrefix("/") ? Array("//".utf8) + Array(path.utf8) : Array(path.utf8) {
            switch byte {
            case 45...57, 65...90, 95, 97...122: written.append(byte)  // - . / digits letters _
            default: written += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        let options = (isImmutable ? ["immutable=1"] : []) + (isReadOnly ? ["mode=ro"] : [])
        return String(decoding: written, as: UTF8.self)
            + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
    }

    // MARK: Codes

    /// The one place where a result of the library becomes an error.
    func check(_ code: Int32) throws(StoreError) {
        guard code & 0xFF != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
        throw StoreError(
            result: code, system: sqlite3_system_errno(handle), path: path,
            words: String(cString: sqlite3_errmsg(handle))
        )
    }

    // MARK: Statements

    /// Carries out statements that give no rows and take no values.
    func execute(_ script: String) throws(StoreError) {
        try check(sqlite3_exec(handle, script, nil, nil, nil))
    }

    /// Carries out one statement and drops its rows.
    func run(_ sql: String, _ values: [SQLiteValue] = []) throws(StoreError) {
        try forEachRow(sql, values) { (_) throws(StoreError) in }
    }

    /// Walks the rows of one statement; the row is only valid inside `body`.
    func forEachRow(
        _ sql: String, _ values: [SQLiteValue] = [], _ body: (SQLiteRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (position, value) in values.enumerated() { try bind(value, Int32(position + 1), statement) }
        while true {
            let code = sqlite3_step(statement)
            guard code == SQLITE_ROW else { return try check(code) }
            try body(SQLiteRow(statement: statement))
        }
    }

    /// What `read` makes of the first row; nil when there is none.
    func first<Value>(
        _ sql: String, _ values: [SQLiteValue] = [], _ read: (SQLiteRow) throws(StoreError) -> Value
    ) throws(StoreError) -> Value? {
        var found: Value?
        try forEachRow(sql, values) { (row) throws(StoreError) in
            if found == nil { found = try read(row) }
        }
        return found
    }

    /// The number in the first column of the first row; nil when there is none.
    func number(_ sql: String, _ values: [SQLiteValue] = []) throws(StoreError) -> Int64? {
        try first(sql, values) { (row) throws(StoreError) in row.integer(0) } ?? nil
    }

    /// The key of the row that was inserted last.
    var lastKey: Int64 { sqlite3_last_insert_rowid(handle) }
    /// How many rows the last statement changed.
    var changes: Int { Int(sqlite3_changes64(handle)) }

    private func prepared(_ sql: String) throws(StoreError) -> OpaquePointer {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
        guard let statement else { preconditionFailure("an empty statement: \(sql)") }
        statements[sql] = statement
        return statement
    }

    private func bind(_ value: SQLiteValue, _ index: Int32, _ statement: OpaquePointer) throws(StoreError) {
        switch value {
        case .null: try check(sqlite3_bind_null(statement, index))
        case .integer(let number): try check(sqlite3_bind_int64(statement, index, number))
        case .text(var text):
            let code = text.withUTF8 { bytes -> Int32 in
                guard let count = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
                // Without bytes there may be no address, and no address would mean NULL.
                guard let start = bytes.baseAddress else { return oit_bind_text(statement, index, "", 0) }
                return UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    oit_bind_text(statement, index, $0, count)
                }
            }
            try check(code)
        case .blob(let bytes):
            guard let count = Int32(exactly: bytes.count) else { return try check(SQLITE_TOOBIG) }
            try check(
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob(statement, index, 0)
                    : bytes.withUnsafeBytes { oit_bind_blob(statement, index, $0.baseAddress, count) })
        }
    }

    // MARK: Transactions

    /// One transaction that writes: all of it, or nothing.
    /// - Parameter keeping: false to undo it all at the end.
    func writing<Value>(
        keeping: Bool = true, _ body: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try transaction("BEGIN IMMEDIATE", keeping ? "COMMIT" : "ROLLBACK", body)
    }

    /// One transaction that reads: everything as of one moment.
    func reading<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
        try transaction("BEGIN", "COMMIT", body)
    }

    private func transaction<Value>(
        _ begin: String, _ end: String, _ body: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try run(begin)
        do throws(StoreError) {
            let value = try body()
            try run(end)
            return value
        } catch {
            // Some failures have ended the transaction already; what cannot be rolled back dies with the connection.
            if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }
}

import CSQLite

extension SQLiteConnection {
    /// The first bytes of the file, padded with zeros where it is shorter, and its size in bytes.
    func firstBytes(_ count: Int32) throws(StoreError) -> (bytes: [UInt8], fileBytes: Int64) {
        var file: UnsafeMutablePointer<sqlite3_file>?
        try check(sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file))
        guard let file, let methods = file.pointee.pMethods?.pointee, let read = methods.xRead,
            let measure = methods.xFileSize
        else { throw StoreError(.failed, .failed(path), path: path, cause: "no file behind the connection") }
        var size: sqlite3_int64 = 0
        try check(measure(file, &size))
        var bytes = [UInt8](repeating: 0, count: Int(count))
        let code = read(file, &bytes, count, 0)
        // A file that ends earlier is no failure here.
        if code != SQLITE_IOERR | (2 << 8) { try check(code) }
        return (bytes, size)
    }

    /// Lets go of an attached file. What was prepared for it goes with it.
    func detach(_ name: String) {
        forgetStatements()
        sqlite3_exec(handle, "DETACH \(name)", nil, nil, nil)
    }

    /// A file of the library's own that nobody else sees and that vanishes with the connection.
    convenience init(
        temporaryCopyOf path: String, busyMilliseconds: Int32, system: String?
    ) throws(StoreError) {
        try self.init("", named: path, access: .creating, busyMilliseconds: busyMilliseconds, system: system)
    }

    /// Copies the whole content over that of another connection.
    /// - Parameter pages: how many at a time; others may use the source between two steps.
    func copyAll(to target: SQLiteConnection, pages: Int32 = -1) throws(StoreError) {
        guard let copying = sqlite3_backup_init(target.handle, "main", handle, "main") else {
            return try target.check(sqlite3_errcode(target.handle))
        }
        var code = SQLITE_OK
        while code & 0xFF == SQLITE_OK { code = sqlite3_backup_step(copying, pages) }
        let ended = sqlite3_backup_finish(copying)
        guard code == SQLITE_DONE else { return try target.check(ended == SQLITE_OK ? code : ended) }
        try target.check(ended)
    }
}

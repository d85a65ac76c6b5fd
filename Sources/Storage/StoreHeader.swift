import CSQLite

/// The first hundred bytes of a file (https://www.sqlite.org/fileformat.html, section 1.3), read before the library
/// acts on them. They are read through the library's own descriptor: closing another one would drop the locks that
/// this process holds on the file.
struct StoreHeader {
    private let bytes: [UInt8]
    private let fileBytes: Int64

    init(_ connection: SQLiteConnection) throws(StoreError) {
        (bytes, fileBytes) = try connection.firstBytes(100)
    }

    /// Throws for what is no store, or one of a newer program. The version may be newer still in the journal.
    func check(_ path: String, _ migrations: Migrations) throws(StoreError) {
        guard fileBytes > 0 else { throw StoreError(.notAStore, .emptyFile(path), path: path) }
        guard fileBytes >= 100, bytes.starts(with: Array("SQLite format 3\0".utf8)),
            number(68) == UInt32(Migrations.applicationID)
        else { throw StoreError(.notAStore, .notAStore(path), path: path) }
        let version = Int(number(60))
        guard version <= migrations.version else {
            throw StoreError(
                .newerVersion, .newerVersion(path, found: version, known: migrations.version), path: path)
        }
    }

    private func number(_ offset: Int) -> UInt32 {
        bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// How watched agencies stand in their table.
enum WatchSQL {
    private static let columns =
        "key, name, due_at, checked_at, is_removed, check_count, head, settings_size, settings, state_size, state, seal"

    /// The watches that a condition picks, by name; one that is not what was written throws.
    static func read(
        where condition: String, _ values: [SQLiteValue], _ connection: SQLiteConnection, _ compressor: Compressor
    ) throws(StoreError) -> [StoredWatch] {
        var found: [StoredWatch] = []
        try connection.forEachRow("SELECT \(columns) FROM watches WHERE \(condition) ORDER BY name", values) {
            (row) throws(StoreError) in
            guard let watch = watch(row, compressor), Seal(row.bytes(11)) == seal(watch) else {
                throw StoreError.damagedStore(
                    connection.path, cause: "the watch \(row.text(1) ?? "") does not match its seal")
            }
            found.append(watch)
        }
        return found
    }

    static func write(
        _ watch: StoredWatch, _ connection: SQLiteConnection, _ compressor: Compressor
    ) throws(StoreError) {
        try connection.run(
            "INSERT OR REPLACE INTO watches (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(watch.key.number), .text(watch.name), .integer(watch.dueAt), .integer(watch.checkedAt),
                .flag(watch.isRemoved), .integer(watch.checkCount), .blob(watch.head),
                .integer(watch.settings.count), .blob(packed(watch.settings, compressor)),
                .integer(watch.state.count), .blob(packed(watch.state, compressor)), seal(watch).value,
            ])
    }

    static func packed(_ content: [UInt8], _ compressor: Compressor) -> [UInt8] {
        compressor.packed(content, level: CompressionLevel.small)
    }

    private static func watch(_ row: SQLiteRow, _ compressor: Compressor) -> StoredWatch? {
        guard let key = row.integer(0), let name = row.text(1), let dueAt = row.int(2), let isRemoved = row.flag(4),
            let checkCount = row.int(5), let head = row.bytes(6), let settingsSize = row.int(7),
            let settings = row.bytes(8).flatMap({ compressor.unpacked($0, size: settingsSize) }),
            let stateSize = row.int(9), let state = row.bytes(10).flatMap({ compressor.unpacked($0, size: stateSize) })
        else { return nil }
        return StoredWatch(
            key: WatchKey(key), name: name, dueAt: dueAt, checkedAt: row.int(3), isRemoved: isRemoved,
            checkCount: checkCount, head: head, settings: settings, state: state)
    }

    private static func seal(_ watch: StoredWatch) -> Seal {
        Seal("watch") { writer in
            writer.int(Int(watch.key.number))
            writer.text(watch.name)
            writer.int(watch.dueAt)
            writer.optional(watch.checkedAt) { $0.int($1) }
            writer.flag(watch.isRemoved)
            writer.count(watch.checkCount)
            writer.block(watch.head)
            writer.block(watch.settings)
            writer.block(watch.state)
        }
    }
}

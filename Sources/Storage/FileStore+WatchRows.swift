extension FileStore {
    /// Rows of a table in the order in which they were written.
    /// - Parameters:
    ///   - watch: of one agency only.
    ///   - isShared: with it those of several agencies, whichever they are.
    ///   - state: in one state only.
    ///   - since: not older than this moment.
    public func rows(
        _ table: WatchTable, of watch: WatchKey? = nil, orShared isShared: Bool = false, state: Int? = nil,
        since: Int? = nil
    ) throws(StoreError) -> [WatchRow] {
        let connection = try connection()
        let conditions = [
            watch.map { (isShared ? "(watch = ? OR watch IS NULL)" : "watch = ?", SQLiteValue.integer($0.number)) },
            state.map { ("state = ?", SQLiteValue.integer($0)) }, since.map { ("at >= ?", SQLiteValue.integer($0)) },
        ].compactMap { $0 }
        let condition = (["1"] + conditions.map(\.0)).joined(separator: " AND ")
        return try read(table, where: condition, conditions.map(\.1), connection)
    }

    /// Rows of a table by their keys; those that are not there are left out.
    public func rows(_ table: WatchTable, keys: [Int64]) throws(StoreError) -> [WatchRow] {
        let connection = try connection()
        var found: [WatchRow] = []
        for key in keys { found += try read(table, where: "key = ?", [.integer(key)], connection) }
        return found
    }

    private func read(
        _ table: WatchTable, where condition: String, _ values: [SQLiteValue], _ connection: SQLiteConnection
    ) throws(StoreError) -> [WatchRow] {
        var found: [WatchRow] = []
        try connection.forEachRow(
            "SELECT key, watch, at, state, size, content, seal FROM \(table.rawValue) WHERE \(condition) ORDER BY key",
            values
        ) { (row) throws(StoreError) in
            guard let key = row.integer(0), let at = row.int(2), let state = row.int(3), let size = row.int(4),
                let content = row.bytes(5).flatMap({ compressor.unpacked($0, size: size) })
            else { throw damagedRow(table) }
            let read = NewWatchRow(watch: row.integer(1).map { WatchKey($0) }, at: at, state: state, content: content)
            guard Seal(row.bytes(6)) == FileStore.rowSeal(read, in: table) else { throw damagedRow(table) }
            found.append(WatchRow(key: key, row: read))
        }
        return found
    }

    /// Adds one row by itself.
    public func add(_ row: NewWatchRow, to table: WatchTable) throws(StoreError) {
        let connection = try writer()
        try connection.writing { () throws(StoreError) in try insert(row, into: table, connection) }
    }

    /// Replaces rows by their keys.
    public func update(_ rows: [WatchRow], in table: WatchTable) throws(StoreError) {
        let connection = try writer()
        try connection.writing { () throws(StoreError) in
            for row in rows { try write(row, in: table, connection) }
        }
    }

    /// Carries out what was decided on events.
    public func settle(_ settlement: WatchSettlement) throws(StoreError) {
        let connection = try writer()
        try connection.writing { () throws(StoreError) in
            for key in settlement.events {
                try connection.run("DELETE FROM watch_events WHERE key = ?", [.integer(key)])
            }
            for row in settlement.newAlarms { try insert(row, into: .alarms, connection) }
            for row in settlement.alarms { try write(row, in: .alarms, connection) }
            for notice in settlement.notices {
                try insert(notice.row, into: .notices, connection)
                let key = connection.lastKey
                for delivery in notice.deliveries { try insert(delivery, of: key, connection) }
            }
        }
    }

    func insert(
        _ row: NewWatchRow, into table: WatchTable, _ connection: SQLiteConnection
    ) throws(StoreError) {
        try connection.run(
            "INSERT INTO \(table.rawValue) (watch, at, state, size, content, seal) VALUES (?, ?, ?, ?, ?, ?)",
            values(row, table))
    }

    private func write(
        _ row: WatchRow, in table: WatchTable, _ connection: SQLiteConnection
    ) throws(StoreError) {
        try connection.run(
            """
            UPDATE \(table.rawValue) SET watch = ?, at = ?, state = ?, size = ?, content = ?, seal = ? WHERE key = ?
            """, values(row.row, table) + [.integer(row.key)])
    }

    private func values(_ row: NewWatchRow, _ table: WatchTable) -> [SQLiteValue] {
        [
            row.watch.map { .integer($0.number) } ?? .null, .integer(row.at), .integer(row.state),
            .integer(row.content.count), .blob(WatchSQL.packed(row.content, compressor)),
            FileStore.rowSeal(row, in: table).value,
        ]
    }

    private static func rowSeal(_ row: NewWatchRow, in table: WatchTable) -> Seal {
        Seal(table.rawValue) { writer in
            writer.optional(row.watch) { $0.int(Int($1.number)) }
            writer.int(row.at)
            writer.int(row.state)
            writer.block(row.content)
        }
    }

    private func damagedRow(_ table: WatchTable) -> StoreError {
        StoreError.damagedStore(file.path, cause: "a row of \(table.rawValue) does not match its seal")
    }

    // MARK: Deliveries

    private func insert(
        _ delivery: StoredDelivery, of notice: Int64, _ connection: SQLiteConnection
    ) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO watch_deliveries
                (notice, channel, target, phase, queued_at, due_at, attempts, cause, is_refused)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(notice), .text(delivery.channel), .text(delivery.target), .text(delivery.phase),
                .integer(delivery.queuedAt), .integer(delivery.dueAt), .integer(delivery.attempts),
                .text(delivery.cause), .flag(delivery.isRefused),
            ])
    }

    /// Deliveries in a phase, oldest first.
    public func deliveries(phase: String) throws(StoreError) -> [StoredDelivery] {
        let connection = try connection()
        var found: [StoredDelivery] = []
        try connection.forEachRow(
            """
            SELECT key, notice, channel, target, phase, queued_at, due_at, attempts, cause, is_refused
            FROM watch_deliveries WHERE phase = ? ORDER BY key
            """, [.text(phase)]
        ) { (row) throws(StoreError) in
            guard let key = row.integer(0), let notice = row.integer(1), let channel = row.text(2),
                let target = row.text(3), let phase = row.text(4), let queuedAt = row.int(5), let dueAt = row.int(6),
                let attempts = row.int(7), let cause = row.text(8), let isRefused = row.flag(9)
            else { throw StoreError.damagedStore(file.path, cause: "a delivery is malformed") }
            found.append(
                StoredDelivery(
                    key: key, notice: notice, channel: channel, target: target, phase: phase, queuedAt: queuedAt,
                    dueAt: dueAt, attempts: attempts, cause: cause, isRefused: isRefused))
        }
        return found
    }

    /// Keeps what became of deliveries.
    public func update(_ deliveries: [StoredDelivery]) throws(StoreError) {
        let connection = try writer()
        try connection.writing { () throws(StoreError) in
            for delivery in deliveries {
                try connection.run(
                    """
                    UPDATE watch_deliveries SET phase = ?, due_at = ?, attempts = ?, cause = ?, is_refused = ?
                    WHERE key = ?
                    """,
                    [
                        .text(delivery.phase), .integer(delivery.dueAt), .integer(delivery.attempts),
                        .text(delivery.cause), .flag(delivery.isRefused), .integer(delivery.key),
                    ])
            }
        }
    }
}

extension FileStore {
    /// Enters an agency to be watched. One of this name that was removed is watched again, its chain goes on.
    /// - Parameter list: the addresses, for `lists(of:)`.
    /// - Returns: nil when the name is taken.
    public func addWatch(
        _ name: String, settings: [UInt8], state: [UInt8], list: [UInt8], dueAt: Int
    ) throws(StoreError) -> WatchKey? {
        let connection = try writer()
        return try connection.writing { () throws(StoreError) in
            let known = try watch(name, connection)
            if let known, !known.isRemoved { return nil }
            let next = try connection.number("SELECT ifnull(max(key), 0) + 1 FROM watches") ?? 1
            var watch =
                known
                ?? StoredWatch(
                    key: WatchKey(next), name: name, dueAt: dueAt, checkedAt: nil, isRemoved: false, checkCount: 0,
                    head: [], settings: settings, state: state)
            watch.isRemoved = false
            watch.dueAt = dueAt
            watch.settings = settings
            watch.state = state
            try WatchSQL.write(watch, connection, compressor)
            try addList(list, of: watch.key, connection)
            return watch.key
        }
    }

    /// Every agency that was ever watched, by name.
    public func watches() throws(StoreError) -> [StoredWatch] {
        try WatchSQL.read(where: "1", [], try connection(), compressor)
    }

    /// The agency of a name, removed ones included; nil when there is none.
    public func watch(named name: String) throws(StoreError) -> StoredWatch? { try watch(name, try connection()) }

    /// Agencies for which something is to be done by a moment, and those whose newest check lies after `latest`: the
    /// clock was set back, and what was planned by it means nothing.
    public func watches(dueBy now: Int, checkedAfter latest: Int) throws(StoreError) -> [StoredWatch] {
        try WatchSQL.read(
            where: "is_removed = 0 AND (due_at <= ? OR checked_at > ?)", [.integer(now), .integer(latest)],
            try connection(), compressor)
    }

    /// Changes one agency, as it is at this moment. Gives what it is then; nil when there is none.
    @discardableResult public func changeWatch(
        _ name: String, list: [UInt8]? = nil, _ change: @Sendable (inout StoredWatch) -> Void
    ) throws(StoreError) -> StoredWatch? {
        let connection = try writer()
        return try connection.writing { () throws(StoreError) in
            guard var watch = try watch(name, connection) else { return nil }
            change(&watch)
            try WatchSQL.write(watch, connection, compressor)
            if let list { try addList(list, of: watch.key, connection) }
            return watch
        }
    }

    /// Keeps what a check found.
    public func commit(_ commit: WatchCommit) throws(StoreError) {
        let connection = try writer()
        try connection.writing { () throws(StoreError) in
            guard
                var watch = try WatchSQL.read(
                    where: "key = ?", [.integer(commit.watch.number)], connection, compressor
                ).first
            else { throw StoreError.damagedStore(file.path, cause: "there is no watch \(commit.watch.number)") }
            watch.state = commit.state
            watch.dueAt = commit.dueAt
            if let check = commit.check { try add(check, to: &watch, connection) }
            try WatchSQL.write(watch, connection, compressor)
            for (address, text) in commit.texts {
                try keep(text, address: address, of: commit.watch, connection)
            }
            for event in commit.events { try insert(event, into: .events, connection) }
        }
    }

    private func add(
        _ check: StoredCheck, to watch: inout StoredWatch, _ connection: SQLiteConnection
    ) throws(StoreError) {
        guard check.number == watch.checkCount else {
            throw StoreError(
                .locked, .locked(file.path), path: file.path,
                cause: "another program has written record \(check.number) of \(watch.name)")
        }
        let content = CheckCodec.bytes(check.content)
        try connection.run(
            "INSERT INTO watch_checks (watch, number, at, content, digest, seal) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(watch.key.number), .integer(check.number), .integer(check.at), .blob(content),
                .blob(check.digest),
                FileStore.checkSeal(watch.key.number, check.number, check.at, content, check.digest).value,
            ])
        watch.checkCount += 1
        watch.checkedAt = check.at
        watch.head = check.digest
    }

    static func checkSeal(
        _ watch: Int64, _ number: Int, _ at: Int, _ content: [UInt8], _ digest: [UInt8]
    ) -> Seal {
        Seal("watch check") { writer in
            writer.int(Int(watch))
            writer.count(number)
            writer.int(at)
            writer.block(content)
            writer.block(digest)
        }
    }

    private func watch(_ name: String, _ connection: SQLiteConnection) throws(StoreError) -> StoredWatch? {
        try WatchSQL.read(where: "name = ?", [.text(name)], connection, compressor).first
    }

    private func addList(_ list: [UInt8], of watch: WatchKey, _ connection: SQLiteConnection) throws(StoreError) {
        let version =
            try connection.number(
                "SELECT ifnull(max(version), -1) + 1 FROM watch_lists WHERE watch = ?", [.integer(watch.number)]) ?? 0
        try connection.run(
            "INSERT INTO watch_lists (watch, version, size, content, seal) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(watch.number), .integer(version), .integer(list.count),
                .blob(WatchSQL.packed(list, compressor)),
                FileStore.textSeal(watch.number, "\(version)", list).value,
            ])
    }

    static func textSeal(_ watch: Int64, _ name: String, _ content: [UInt8]) -> Seal {
        Seal("watch text") { writer in
            writer.int(Int(watch))
            writer.text(name)
            writer.block(content)
        }
    }
}

extension FileStore {
    /// The records of an agency's chain from a place on, in order; throws where one is missing or was changed.
    public func checks(of watch: StoredWatch, from first: Int = 0) throws(StoreError) -> [StoredCheck] {
        let connection = try connection()
        var checks: [StoredCheck] = []
        try connection.forEachRow(
            "SELECT number, at, content, digest, seal FROM watch_checks WHERE watch = ? AND number >= ? ORDER BY number",
            [.integer(watch.key.number), .integer(first)]
        ) { (row) throws(StoreError) in
            guard let number = row.int(0), number == first + checks.count, let at = row.int(1),
                let content = row.bytes(2), let digest = row.bytes(3), digest.count == 32,
                let read = CheckCodec.content(content),
                Seal(row.bytes(4)) == FileStore.checkSeal(watch.key.number, number, at, content, digest)
            else { throw damaged(watch, "record \(first + checks.count) does not match its seal") }
            checks.append(StoredCheck(number: number, at: at, content: read, digest: digest))
        }
        // More may have come since `watch` was read.
        guard first + checks.count >= watch.checkCount else {
            throw damaged(watch, "\(first + checks.count) of \(watch.checkCount) records are there")
        }
        return checks
    }

    /// The lists of addresses that an agency had, by version.
    public func lists(of watch: StoredWatch) throws(StoreError) -> [[UInt8]] {
        let connection = try connection()
        var lists: [[UInt8]] = []
        try connection.forEachRow(
            "SELECT version, size, content, seal FROM watch_lists WHERE watch = ? ORDER BY version",
            [.integer(watch.key.number)]
        ) { (row) throws(StoreError) in
            guard row.int(0) == lists.count, let size = row.int(1),
                let content = row.bytes(2).flatMap({ compressor.unpacked($0, size: size) }),
                Seal(row.bytes(3)) == FileStore.textSeal(watch.key.number, "\(lists.count)", content)
            else { throw damaged(watch, "its list \(lists.count) does not match its seal") }
            lists.append(content)
        }
        guard !lists.isEmpty else { throw damaged(watch, "its list of addresses is not there") }
        return lists
    }

    /// What is kept of the texts of an agency's pages, by address.
    public func texts(of watch: StoredWatch) throws(StoreError) -> [String: [UInt8]] {
        let connection = try connection()
        var texts: [String: [UInt8]] = [:]
        try connection.forEachRow(
            "SELECT address, size, content, seal FROM watch_texts WHERE watch = ?", [.integer(watch.key.number)]
        ) { (row) throws(StoreError) in
            guard let address = row.text(0), let size = row.int(1),
                let content = row.bytes(2).flatMap({ compressor.unpacked($0, size: size) }),
                Seal(row.bytes(3)) == FileStore.textSeal(watch.key.number, address, content)
            else { throw damaged(watch, "a text does not match its seal") }
            texts[address] = content
        }
        return texts
    }

    func keep(
        _ text: [UInt8]?, address: String, of watch: WatchKey, _ connection: SQLiteConnection
    ) throws(StoreError) {
        guard let text else {
            try connection.run(
                "DELETE FROM watch_texts WHERE watch = ? AND address = ?", [.integer(watch.number), .text(address)])
            return
        }
        try connection.run(
            "INSERT OR REPLACE INTO watch_texts (watch, address, size, content, seal) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(watch.number), .text(address), .integer(text.count),
                .blob(WatchSQL.packed(text, compressor)), FileStore.textSeal(watch.number, address, text).value,
            ])
    }

    private func damaged(_ watch: StoredWatch, _ cause: String) -> StoreError {
        StoreError.damagedStore(file.path, cause: "the watch \(watch.name): \(cause)")
    }

    /// When somebody looked last, and from now on; nil the first time. UTC seconds since 1970.
    public func lastLook(by viewer: String) throws(StoreError) -> Int? {
        try connection().number("SELECT at FROM watch_looks WHERE viewer = ?", [.text(viewer)]).map { Int($0) }
    }

    /// Remembers that somebody looks at a moment.
    public func noteLook(by viewer: String, at now: Int) throws(StoreError) {
        try writer().run(
            "INSERT OR REPLACE INTO watch_looks (viewer, at) VALUES (?, ?)", [.text(viewer), .integer(now)])
    }
}

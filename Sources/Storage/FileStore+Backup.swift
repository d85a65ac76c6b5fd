import Glibc

extension FileStore {
    /// Copies the whole store into one new file, as of this moment, while others go on using it. The copy is looked
    /// through before it gets its name; an existing file is never touched. To use it, put it into a folder of its own
    /// under the name `oit.sqlite`.
    public func backup(to path: String) throws(StoreError) {
        let source = try connection()
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        var target = file
        target.folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/." : "."
        guard target.size(path) == nil else {
            throw StoreError(.cannotOpen, .fileExists(path), path: path)
        }
        let draft = "\(path).writing-\(getpid())-\(UInt32.random(in: .min ... .max))"
        defer { target.removeDraft(draft) }
        try target.makeEmptyFile(draft, named: path)
        try write(source, to: draft, named: path)
        guard link(draft, path) != 0 else { return target.syncFolder() }
        if errno == EEXIST { throw StoreError(.cannotOpen, .fileExists(path), path: path) }
        guard target.size(path) == nil, rename(draft, path) == 0 else {
            throw StoreError(systemCall: errno, path: path)
        }
        target.syncFolder()
    }

    private func write(_ source: SQLiteConnection, to draft: String, named path: String) throws(StoreError) {
        let copy = try SQLiteConnection(
            draft, named: path, access: .writing, busyMilliseconds: file.busyMilliseconds, system: file.system)
        // Inside a transaction the source stays as it is; its writers do not wait for that.
        try source.reading { () throws(StoreError) in try source.copyAll(to: copy) }
        var words: [String] = []
        try copy.forEachRow("PRAGMA integrity_check(1)") { (row) throws(StoreError) in words.append(row.text(0) ?? "") }
        guard words == ["ok"] else {
            throw StoreError.damagedStore(file.path, cause: words.first ?? "")
        }
        let (mine, copied) = (try StoreRow.read(source), try StoreRow.read(copy))
        guard mine.runsSeal == copied.runsSeal, mine.runCount == copied.runCount else {
            throw StoreError(.failed, .failed(path), path: path, cause: "the copy has other runs")
        }
    }
}

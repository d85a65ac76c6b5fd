import Glibc

extension FileStore {
    /// Copies one run with its evidence and judgements into a folder, as a store of its own that can be read from any
    /// disk. A copy of a run that lies there is replaced once the new one is whole; any other store is left alone.
    public func exportRun(_ run: RunKey, to folder: String) throws(StoreError) {
        let source = try connection()
        let row = try row(of: run, source)
        var target = file
        target.folder = folder
        try target.makeFolder()
        if target.size(target.path) != nil {
            if try target.isSameFile(as: file) { return try checkHoldsOnly(row, source) }
            try target.settleForReplacing()
        }
        let draft = target.draftPath("writing")
        defer { target.removeDraft(draft) }
        try target.create(draft, kind: .export, journal: "DELETE")
        try RunCopy(row: row, draft: draft, path: target.path).write(from: source)
        try checkExport(draft, of: row)
        guard rename(draft, target.path) == 0 else { throw StoreError(systemCall: errno, path: target.path) }
        target.syncFolder()
    }

    /// Reads the copy back before it takes its place.
    private func checkExport(_ draft: String, of run: RunRow) throws(StoreError) {
        let copy = try SQLiteConnection(
            draft, named: file.path, access: .reading, busyMilliseconds: file.busyMilliseconds, system: file.system)
        let copied = try row(of: RunKey(run.key), copy)
        guard copied.seal == run.seal, try StoreRow.read(copy).runCount == 1 else {
            throw StoreError.damagedRun(run.name, file.path)
        }
        _ = try pages(of: copied, readBy: nil, copy)
    }

    /// A copy into the folder where it lies already has nothing to do; a store must not become a copy of one run.
    private func checkHoldsOnly(_ run: RunRow, _ connection: SQLiteConnection) throws(StoreError) {
        let store = try StoreRow.read(connection)
        guard store.kind == .export, store.runCount == 1 else {
            throw StoreError(.cannotOpen, .wouldReplaceStore(file.path), path: file.path)
        }
    }
}

extension StoreFile {
    func isSameFile(as other: StoreFile) throws(StoreError) -> Bool {
        var mine = stat()
        var others = stat()
        guard stat(path, &mine) == 0, stat(other.path, &others) == 0 else {
            throw StoreError(systemCall: errno, path: path)
        }
        return mine.st_dev == others.st_dev && mine.st_ino == others.st_ino
    }

    /// Makes sure that what lies there may be replaced: a copy of a run of which nothing waits in a journal, because a
    /// journal that stays behind would be taken for one of the new file.
    func settleForReplacing() throws(StoreError) {
        do {
            let existing = try SQLiteConnection(
                path, access: .writing, busyMilliseconds: busyMilliseconds, system: system)
            try StoreHeader(existing).check(path, migrations)
            guard try StoreRow.read(existing).kind == .export else {
                throw StoreError(.cannotOpen, .wouldReplaceStore(path), path: path)
            }
        }
        guard size(path + "-wal") ?? 0 == 0, size(path + "-journal") ?? 0 == 0 else {
            throw StoreError(.locked, .locked(path), path: path, cause: "its journal is in use")
        }
    }
}

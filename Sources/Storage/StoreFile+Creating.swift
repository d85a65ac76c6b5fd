import Glibc

extension StoreFile {
    /// Size in bytes of what lies under a path; nil when nothing does.
    func size(_ path: String) -> Int64? {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : nil
    }

    /// Makes the folder and those above it, each only for its owner.
    func makeFolder() throws(StoreError) {
        var made = folder.hasPrefix("/") ? "/" : ""
        for part in folder.split(separator: "/") {
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            if mkdir(made, 0o700) != 0, errno != EEXIST {
                // What is there already may lie under a folder that cannot be looked into or written.
                let cause = errno
                var status = stat()
                guard stat(made, &status) == 0 else { throw StoreError(systemCall: cause, path: path) }
            }
        }
    }

    /// Makes a whole empty store beside the place and moves it there unless another program was faster: so there is
    /// never a half-made one.
    func create() throws(StoreError) {
        let draft = draftPath("new")
        defer { removeDraft(draft) }
        try create(draft, kind: .store, journal: "WAL")
        defer { syncFolder() }
        guard link(draft, path) != 0 else { return }
        let cause = errno
        if cause == EEXIST { return }
        // Some disks know no second name for a file.
        guard size(path) == nil else { return }
        guard rename(draft, path) == 0 else { throw StoreError(systemCall: errno, path: path) }
    }

    /// An empty store under a path where nothing lies.
    func create(_ draft: String, kind: StoreKind, journal: String) throws(StoreError) {
        try makeEmptyFile(draft, named: path)
        let connection = try SQLiteConnection(
            draft, access: .writing, busyMilliseconds: busyMilliseconds, system: system)
        try connection.execute(
            """
            PRAGMA page_size = 1024; PRAGMA auto_vacuum = INCREMENTAL;
            PRAGMA application_id = \(Migrations.applicationID); PRAGMA journal_mode = \(journal);
            PRAGMA synchronous = FULL
            """)
        try connection.writing { () throws(StoreError) in
            try migrations.apply(from: 0, to: connection)
            try StoreRow(kind: kind).insert(into: connection)
        }
    }

    /// A new file that only its owner may read.
    func makeEmptyFile(_ draft: String, named name: String) throws(StoreError) {
        let descriptor = open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemCall: errno, path: name) }
        close(descriptor)
    }

    /// Makes sure that the names in the folder survive a loss of power; some disks cannot, and need not.
    func syncFolder() {
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// A name beside the store for a file that is being made.
    func draftPath(_ purpose: String) -> String {
        "\(path).\(purpose)-\(getpid())-\(UInt32.random(in: .min ... .max))"
    }

    /// Removes a file that was being made, and what the library may have left beside it.
    func removeDraft(_ draft: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
    }
}

/// A store of runs in one folder, kept by SQLite in the file `oit.sqlite`.
///
/// What a call has returned survives the end of the program and a loss of power. Several programs may use one store at
/// once: writers wait for each other, readers wait for nobody. All calls of one value are carried out one after the
/// other on a thread of their own.
public actor FileStore: RunStore {
    /// What a store is opened for.
    public enum Mode: Sendable, Hashable, CaseIterable {
        /// Makes the store when there is none.
        case writing
        /// Works from a disk that cannot be written to as well.
        case reading
    }

    /// The name of the file inside its folder.
    public static let fileName = "oit.sqlite"

    /// The folder that holds the store, as it was given.
    public nonisolated let folder: String
    public nonisolated let mode: Mode
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    nonisolated let file: StoreFile
    private nonisolated let executor = StoreExecutor()
    private var opened: SQLiteConnection?
    let compressor = Compressor()
    var bases = BodyBases()

    private init(_ file: StoreFile, _ mode: Mode) {
        folder = file.folder
        self.file = file
        self.mode = mode
    }

    /// Opens the store in a folder.
    /// - Parameter waiting: how long to wait for another program that is writing before `locked` is thrown.
    public static func open(
        _ folder: String, mode: Mode, waiting: Duration = .seconds(10)
    ) async throws(StoreError) -> FileStore {
        let milliseconds =
            waiting.components.seconds.multipliedReportingOverflow(by: 1000).partialValue
            + waiting.components.attoseconds / 1_000_000_000_000_000
        return try await open(
            StoreFile(folder: folder, busyMilliseconds: Int32(clamping: max(0, milliseconds))), mode: mode)
    }

    static func open(_ file: StoreFile, mode: Mode) async throws(StoreError) -> FileStore {
        let store = FileStore(file, mode)
        try await store.connect()
        return store
    }

    private func connect() throws(StoreError) {
        opened = mode == .writing ? try file.openedForWriting() : try file.openedForReading()
    }

    /// Ends the connection at once and not only when the last use is gone. Later calls throw.
    public func close() { opened = nil }

    /// The connection, for the parts of this type.
    func connection() throws(StoreError) -> SQLiteConnection {
        guard let opened else { throw StoreError(systemCall: 0, path: file.path) }
        return opened
    }

    /// The connection of a store that may be written to.
    func writer() throws(StoreError) -> SQLiteConnection {
        guard mode == .writing else { throw StoreError(.readOnly, .readOnly(file.path), path: file.path) }
        return try connection()
    }

    /// The run of a key; throws where there is none or it is not what was written.
    func row(of run: RunKey, _ connection: SQLiteConnection) throws(StoreError) -> RunRow {
        guard let row = try RunRow.read(run, connection) else { throw StoreError.unknownRun(run, file.path) }
        return row
    }
}

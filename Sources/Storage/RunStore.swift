public import Findings
public import WebEvidence

/// Where runs and their evidence are kept. `FileStore` keeps them in SQLite; a store for fleets implements the same.
///
/// Every call is one transaction: what returned is kept, what threw left no trace. Calls may come from any task; they
/// are carried out one after the other. Nothing that stands in a store is trusted on reading: every body, document,
/// page and judgement carries a digest, and what does not match throws `damaged` and names itself.
public protocol RunStore: Sendable {
    /// Opens a new run. Agency and submission are entered when they are new.
    func begin(_ draft: RunDraft) async throws(StoreError) -> RunKey

    /// The newest run with this key that was not finished; nil when there is none.
    func unfinished(_ key: ResumeKey) async throws(StoreError) -> StoredRun?

    /// Keeps one page of a run with hops, attempts, headers and body, and what was read of it. A page that the run
    /// already has under the same requested address is replaced.
    func keep(_ page: KeptPage, of run: RunKey) async throws(StoreError)

    /// Tells how far a run has come.
    func note(_ progress: RunProgress, of run: RunKey) async throws(StoreError)

    /// Ends a run with its id and judgement. `isPartial`: interrupted, and may still be resumed.
    func conclude(_ run: RunKey, id: RunID, isPartial: Bool, judgement: StoredJudgement) async throws(StoreError)

    /// Adds a later judgement of the same evidence. One with the digest of the newest adds nothing.
    func add(_ judgement: StoredJudgement, to run: RunKey) async throws(StoreError)

    /// The newest run of an id; `ordinal` counts the runs of that id from 1, oldest first. Nil when there is none.
    func run(_ id: RunID, ordinal: Int?) async throws(StoreError) -> StoredRun?

    /// Every run, newest first; of one agency when its key is given.
    func runs() async throws(StoreError) -> [StoredRun]

    /// The pages of a run in the order of their requested addresses, each verified against its digests.
    /// With `readBy` documents of that extractor are given with them where they are kept, and those that other
    /// programs gave (rendered pages, files) by whichever extractor.
    func pages(of run: RunKey, readBy extractor: ExtractorVersion?) async throws(StoreError) -> [KeptPage]

    /// What was read of a file (no page) with this body, in any run; nil where none was read by this extractor. It may
    /// hold the dates of the server that it came from (source `header Last-Modified`).
    func fileDocument(
        ofBody body: [UInt8], sha256: String, readBy extractor: ExtractorVersion
    ) async throws(StoreError) -> ExtractedDocument?

    /// The newest judgement of a run; nil when it was never judged.
    func judgement(of run: RunKey) async throws(StoreError) -> StoredJudgement?

    /// The submission of a run, byte for byte as it was given to `begin`.
    func submission(of run: RunKey) async throws(StoreError) -> [UInt8]
}

/// The key of a run inside one store. It means nothing in another.
public struct RunKey: Sendable, Hashable {
    public let number: Int64
    public init(_ number: Int64) { self.number = number }
}

/// What must be equal for one command line to continue what another began.
public struct ResumeKey: Sendable, Hashable {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one way of reading bytes: documents of another version are not used.
public struct ExtractorVersion: Sendable, Hashable {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// One fetched page and what was read of it.
public struct KeptPage: Sendable {
    /// With the whole body; `requested` is its key inside the run.
    public var record: FetchRecord
    /// 1, or 2 when the second pass has tried it again.
    public var pass: Int
    /// What was read of the body; nil for what is not read, or not kept by this extractor.
    public var document: ExtractedDocument?
    /// By whom; nil without document.
    public var extractor: ExtractorVersion?
    /// `document` as stores hold it, where that was made already.
    public var encoded: EncodedDocument?

    public init(
        record: FetchRecord, pass: Int = 1, document: ExtractedDocument? = nil, extractor: ExtractorVersion? = nil,
        encoded: EncodedDocument? = nil
    ) {
        self.record = record
        self.pass = pass
        self.document = document
        self.extractor = extractor
        self.encoded = encoded
    }
}

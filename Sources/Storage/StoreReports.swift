public import GradingCore

/// How much a store holds.
public struct StoreStatistics: Sendable, Hashable {
    public var agencies = 0
    public var runs = 0
    /// Of these, begun and not ended, or stopped by a person.
    public var unfinishedRuns = 0
    /// Fetched pages over all runs.
    public var pages = 0
    /// Different bodies.
    public var bodies = 0
    /// Bytes of the different bodies, as they were received.
    public var bodyBytes = 0
    /// Bytes that they take.
    public var packedBodyBytes = 0
    public var documents = 0
    public var judgements = 0
    public var submissions = 0
    /// Bytes of the file, without its journal.
    public var fileBytes = 0
    /// Beginnings of the first and last run, UTC, ISO 8601 with `Z`; nil in an empty store.
    public var oldestStart: String?
    public var newestStart: String?

    public init() {}
}

/// What looking through a whole store found.
public struct StoreCheck: Sendable, Hashable {
    /// One thing that is not what was written.
    public struct Damage: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// The structure of the file, or the store's own row.
            case file
            case run, page, judgement, submission
            /// A body or document that no run uses any more.
            case unused
            /// A watched agency, or what is kept of it.
            case watch
        }
        public var kind: Kind
        /// The run's id or the page's address; empty for the file.
        public var name: String
        /// One English sentence for the technical reader.
        public var detail: String

        public init(kind: Kind, name: String, detail: String) {
            self.kind = kind
            self.name = name
            self.detail = detail
        }
    }

    public var statistics: StoreStatistics
    /// In the order in which they were met; newest runs first.
    public var damages: [Damage]
    public var isWhole: Bool { damages.isEmpty }

    public init(statistics: StoreStatistics, damages: [Damage]) {
        self.statistics = statistics
        self.damages = damages
    }
}

/// Which runs are removed: those that began longer ago than so many days. The newest finished run of each agency and
/// fiscal year always stays.
public struct PruneRule: Sendable, Hashable {
    /// At least 0.
    public var olderThanDays: Int
    /// The day from which is counted.
    public var asOf: CivilDate
    /// Years whose runs stay however old they are: objections to their results can still be made.
    public var keptYears: Set<FiscalYear>

    public init(olderThanDays: Int, asOf: CivilDate, keptYears: Set<FiscalYear> = []) {
        self.olderThanDays = max(0, olderThanDays)
        self.asOf = asOf
        self.keptYears = keptYears
    }
}

/// What pruning removed, or would remove.
public struct PruneReport: Sendable, Hashable {
    /// Newest first.
    public var runs: [StoredRun] = []
    /// Pages, bodies and the like that went with them or were unused before.
    public var pages = 0
    public var bodies = 0
    public var documents = 0
    public var submissions = 0
    /// By how much the file shrinks, in bytes.
    public var freedBytes = 0

    public init() {}
}

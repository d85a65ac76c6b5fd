public import Findings
public import GradingCore

/// A run before its first page.
public struct RunDraft: Sendable, Hashable {
    public var agency: AgencyProfile
    /// JSON of the submission as it is judged (contract section 3).
    public var submission: [UInt8]
    public var fiscalYear: FiscalYear
    public var asOf: CivilDate
    /// A draft: items without a row are unknown.
    public var isDraft: Bool
    public var resumeKey: ResumeKey
    public var toolVersion: String
    public var checklistDigest: String
    /// UTC, ISO 8601 with `Z`.
    public var startedAt: String
    /// Warnings about the submission file, for the report.
    public var warnings: [BilingualText]
    /// Limits on following that the run has, so that it can be judged again as it was: `hops=2` and the like.
    public var settings: [String: Int]

    public init(
        agency: AgencyProfile, submission: [UInt8], fiscalYear: FiscalYear, asOf: CivilDate, isDraft: Bool,
        resumeKey: ResumeKey, toolVersion: String, checklistDigest: String, startedAt: String,
        warnings: [BilingualText] = [], settings: [String: Int] = [:]
    ) {
        self.agency = agency
        self.submission = submission
        self.fiscalYear = fiscalYear
        self.asOf = asOf
        self.isDraft = isDraft
        self.resumeKey = resumeKey
        self.toolVersion = toolVersion
        self.checklistDigest = checklistDigest
        self.startedAt = startedAt
        self.warnings = warnings
        self.settings = settings
    }
}

/// How far a run has come.
public struct RunProgress: Sendable, Hashable {
    /// True when failures that may pass were tried once more.
    public var didSecondPass: Bool
    /// Rounds of following that were begun.
    public var followRounds: Int
    public init(didSecondPass: Bool = false, followRounds: Int = 0) {
        self.didSecondPass = didSecondPass
        self.followRounds = followRounds
    }
}

/// A run as the store lists it.
public struct StoredRun: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Begun and not ended: it goes on, or it was killed.
        case open
        /// Stopped by a person; a partial report was made.
        case interrupted
        case finished
    }
    public var key: RunKey
    /// Nil before a run has ended for the first time.
    public var id: RunID?
    public var state: State
    /// In a list of runs without the bytes of the submission, which `submission(of:)` gives.
    public var draft: RunDraft
    public var progress: RunProgress
    /// UTC, ISO 8601 with `Z`; nil while open.
    public var finishedAt: String?
    public var pageCount: Int
    /// Of the newest judgement.
    public var score: HundredthsInterval?

    public init(
        key: RunKey, id: RunID?, state: State, draft: RunDraft, progress: RunProgress, finishedAt: String?,
        pageCount: Int, score: HundredthsInterval?
    ) {
        self.key = key
        self.id = id
        self.state = state
        self.draft = draft
        self.progress = progress
        self.finishedAt = finishedAt
        self.pageCount = pageCount
        self.score = score
    }
}

/// One judgement of a run's evidence.
public struct StoredJudgement: Sendable, Hashable {
    /// UTC, ISO 8601 with `Z`.
    public var judgedAt: String
    public var toolVersion: String
    public var checklistDigest: String
    public var items: [ItemFinding]
    /// OIT score, lowest and highest, published.
    public var score: HundredthsInterval
    /// `report.json` of this judgement, byte for byte: it holds everything that reports show.
    public var report: [UInt8]

    public init(
        judgedAt: String, toolVersion: String, checklistDigest: String, items: [ItemFinding], score: HundredthsInterval,
        report: [UInt8]
    ) {
        self.judgedAt = judgedAt
        self.toolVersion = toolVersion
        self.checklistDigest = checklistDigest
        self.items = items
        self.score = score
        self.report = report
    }
}

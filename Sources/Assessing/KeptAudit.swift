public import Checklists
public import Fetching
public import Findings
public import GradingCore
import Judging
import Planning
import Reporting
public import Storage
import Submissions
import WebEvidence

/// Where and how one audit is kept.
public struct RunKeeping: Sendable {
    public var store: any RunStore
    /// What an audit must share with a broken one to continue it.
    public var resumeKey: ResumeKey
    /// Continues a broken run where there is one.
    public var resumes: Bool

    public init(store: any RunStore, resumeKey: ResumeKey, resumes: Bool) {
        self.store = store
        self.resumeKey = resumeKey
        self.resumes = resumes
    }
}

/// An assessment and the run that keeps what it rests on.
public struct KeptAssessment: Sendable {
    public var assessment: Assessment
    public var run: RunKey
    /// Pages that a broken run had and that were not asked for again.
    public var resumedPages: Int

    public init(assessment: Assessment, run: RunKey, resumedPages: Int) {
        self.assessment = assessment
        self.run = run
        self.resumedPages = resumedPages
    }
}

/// Audits one submission as `audited(_:fetcher:report:)` does and keeps the run: every page is stored before anything
/// is concluded from it. A run that was killed or stopped can be continued; it then has the date of its beginning.
public func audited(
    _ request: AuditRequest, fetcher: Fetcher, keeping: RunKeeping,
    report: @escaping @Sendable (AuditEvent) -> Void = { _ in }
) async throws(StoreError) -> KeptAssessment {
    var request = request
    let bodies = request.bodies(store: keeping.store)
    let broken = keeping.resumes ? try await keeping.store.unfinished(keeping.resumeKey) : nil
    let key: RunKey
    var startedAt = AuditClock.now()
    var kept: [PageAddress: FetchedPage] = [:]
    var progress = RunProgress()
    if let broken {
        key = broken.key
        startedAt = broken.draft.startedAt
        request.asOf = broken.draft.asOf
        progress = broken.progress
        let pages = try await keeping.store.pages(of: key, readBy: extractorVersion)
        kept = await pages.filter { !$0.record.wasStopped && !$0.record.wasCutOff }.fetched(bodies)
    } else {
        key = try await keeping.store.begin(request.draft(resumeKey: keeping.resumeKey, startedAt: startedAt))
    }
    let keeper = RunKeeper(store: keeping.store, key: key)
    var run = AuditRun(
        request: request,
        origin: .network(fetcher.heeding(request.robots), kept: kept, keeper: keeper),
        bodies: bodies, progress: progress, report: report)
    let judgement = try await run.judgement()
    let assessment = run.assembled(judgement, startedAt: startedAt, finishedAt: AuditClock.now())
    if let stored = StoredJudgement(assessment, list: request.list, at: assessment.finishedAt) {
        try await keeping.store.conclude(
            key, id: assessment.run, isPartial: assessment.isPartial, judgement: stored)
    }
    return KeptAssessment(assessment: assessment, run: key, resumedPages: kept.count)
}

/// Judges what a run has kept again, without network. The same program and checklist give the same assessment, to the
/// byte of its report; another one gives today's verdicts on the evidence of then. Links that only today's rules would
/// follow are listed as not checked.
/// - Parameter request: made from the stored submission, with the date of the run.
public func judgedAgain(
    _ run: StoredRun, in store: any RunStore, request: AuditRequest
) async throws(StoreError) -> Assessment {
    var again = try await repeated(run, in: store, request: request)
    let judgement = try await again.judgement()
    return again.assembled(
        judgement, startedAt: run.draft.startedAt, finishedAt: run.finishedAt ?? run.draft.startedAt)
}

/// What spoke for and against one item of a kept run by today's rules, and what would change its verdict. Personal data
/// is hidden in it. With the assessment as it is today. Nil for an item that the list does not have.
public func explained(
    _ item: ItemID, of run: StoredRun, in store: any RunStore, request: AuditRequest
) async throws(StoreError) -> (explanation: ItemExplanation, assessment: Assessment)? {
    var again = try await repeated(run, in: store, request: request)
    let judgement = try await again.judgement()
    guard let explanation = again.explanation(of: item) else { return nil }
    let assessment = again.assembled(
        judgement, startedAt: run.draft.startedAt, finishedAt: run.finishedAt ?? run.draft.startedAt)
    return (explanation, assessment)
}

/// A kept run, ready to be judged again.
func repeated(
    _ run: StoredRun, in store: any RunStore, request: AuditRequest
) async throws(StoreError) -> AuditRun {
    let kept = try await store.pages(of: run.key, readBy: extractorVersion)
    let bodies = request.bodies(store: nil)
    let pages = await kept.fetched(bodies)
    let past = AuditRun.PastRun(id: run.id, wasStopped: run.state == .interrupted, progress: run.progress)
    var request = request
    request.asOf = run.draft.asOf
    request.isDraft = run.draft.isDraft
    request.caps = CrawlCaps(stored: run.draft.settings)
    request.submissionWarnings = run.draft.warnings
    return AuditRun(request: request, origin: .kept(pages), bodies: bodies, past: past) { _ in }
}

extension StoredJudgement {
    /// What the store keeps of an assessment; nil when its list has nothing to score.
    public init?(_ assessment: Assessment, list: YearList, at time: String) {
        guard let report = Report(assessment, frame: ReportFrame(list)) else { return nil }
        self.init(
            judgedAt: time, toolVersion: assessment.toolVersion, checklistDigest: assessment.checklistDigest,
            items: assessment.items, score: report.score.oit.published, report: report.json())
    }
}

extension AuditRequest {
    /// What the store enters before the first page.
    func draft(resumeKey: ResumeKey, startedAt: String) -> RunDraft {
        RunDraft(
            agency: agencyProfile, submission: written(submission, as: .json),
            fiscalYear: FiscalYear(list.year), asOf: asOf, isDraft: isDraft, resumeKey: resumeKey,
            toolVersion: toolVersion, checklistDigest: checklistDigest, startedAt: startedAt,
            warnings: submissionWarnings, settings: caps.stored)
    }
}

extension CrawlCaps {
    /// By name, as a store keeps them.
    var stored: [String: Int] {
        [
            "followed_per_item": followedPerItem, "followed_per_monthly_item": followedPerMonthlyItem, "hops": hops,
            "followed_per_run": followedPerRun, "siblings_per_host": siblingsPerHost,
        ]
    }

    init(stored: [String: Int]) {
        let usual = CrawlCaps()
        self.init(
            followedPerItem: stored["followed_per_item"] ?? usual.followedPerItem,
            followedPerMonthlyItem: stored["followed_per_monthly_item"] ?? usual.followedPerMonthlyItem,
            hops: stored["hops"] ?? usual.hops, followedPerRun: stored["followed_per_run"] ?? usual.followedPerRun,
            siblingsPerHost: stored["siblings_per_host"] ?? usual.siblingsPerHost)
    }
}

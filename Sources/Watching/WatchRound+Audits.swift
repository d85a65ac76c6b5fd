import Assessing
import Findings
import GradingCore
import Reporting
import Storage

extension WatchRound {
    /// Least time between two audits of an agency, however often its pages change.
    private static let auditRest = 1800
    /// After an audit that came to nothing.
    private static let auditRetry = 3600

    func audit(_ names: [String]) async throws -> Bool {
        var didAudit = false
        for name in names {
            guard !Task.isCancelled, ContinuousClock.now - began < tools.auditBudget else { break }
            let now = clock.now
            guard let agency = try await read(name),
                schedule(of: agency, at: now).isAuditDue(agency.state, at: now.seconds)
            else { continue }
            try await audit(agency, at: now)
            didAudit = true
        }
        return didAudit
    }

    func audit(_ agency: WatchedAgency, at now: Moment) async throws {
        var agency = agency
        var events: [WatchEvent] = []
        let failing = agency.state.links.values.count(where: \.isFailing)
        if failing * 2 > agency.list.links.count {
            // A website that is down would be judged by nothing.
            agency.state.auditNotBefore = now.seconds + WatchRound.auditRetry
        } else if let first = await judged(agency, at: now) {
            report.audits += 1
            // What varies from one reading to the next is no change.
            let again = VerdictMoves.has(first.assessment, news: agency) ? await judged(agency, at: now) : nil
            let moves = VerdictMoves.take(
                (again ?? first).assessment, confirming: again == nil ? nil : first.assessment, into: &agency, at: now)
            if let moves { events.append(moves) }
            if let score = (again ?? first).score { agency.state.add(score, at: now.seconds) }
            agency.state.auditNotBefore = now.seconds + WatchRound.auditRest
            events += Reminders.due(&agency, calendar: calendar(of: agency), at: now)
        } else {
            agency.state.auditNotBefore = now.seconds + WatchRound.auditRetry
        }
        var update = AgencyUpdate(agency, schedule: schedule(of: agency, at: now), now: now)
        update.add(events)
        try await tools.store.commit(try update.commit(withRecord: false))
    }

    /// Nil when it was stopped or failed; the log says why.
    func judged(
        _ agency: WatchedAgency, at now: Moment
    ) async -> (assessment: Assessment, score: HundredthsInterval?)? {
        let month = now.day.iso.prefix(7)
        do {
            let request = try tools.request(agency.settings, now.day)
            let keeping = RunKeeping(
                store: tools.store,
                resumeKey: ResumeKey("watch \(agency.name) \(month) \(request.checklistDigest)"), resumes: true)
            let result = try await audited(request, fetcher: tools.fetcher, keeping: keeping)
            guard !result.assessment.isPartial else { return nil }
            let report = Report(result.assessment, frame: ReportFrame(request.list))
            return (result.assessment, report?.score.oit.published)
        } catch {
            tools.note("\(agency.name): the audit failed: \(error)")
            return nil
        }
    }
}

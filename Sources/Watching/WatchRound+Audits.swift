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
        let update = try booked(await readings(of: agency, at: now), of: agency, at: now)
        try await tools.store.commit(try update.commit(withRecord: false))
    }

    /// One reading of the agency, and a second one where the first brings news: what varies from one reading to the
    /// next is no change. Empty when nothing could be judged.
    private func readings(of agency: WatchedAgency, at now: Moment) async -> [JudgedAudit] {
        let failing = agency.state.links.values.count(where: \.isFailing)
        // A website that is down would be judged by nothing.
        guard failing * 2 <= agency.list.links.count, let first = await judged(agency, at: now) else { return [] }
        guard VerdictMoves.has(first.assessment, news: agency), let again = await judged(agency, at: now) else {
            return [first]
        }
        return [first, again]
    }

    private func booked(
        _ readings: [JudgedAudit], of agency: WatchedAgency, at now: Moment
    ) throws -> AgencyUpdate {
        var agency = agency
        var events: [WatchEvent] = []
        if let last = readings.last {
            report.audits += 1
            let moves = VerdictMoves.take(
                last.assessment, confirming: readings.dropLast().last?.assessment, into: &agency, at: now)
            if let moves { events.append(moves) }
            if let score = last.score { agency.state.add(score, at: now.seconds) }
            events += Reminders.due(&agency, calendar: calendar(of: agency), at: now)
        }
        agency.state.auditNotBefore = now.seconds + (readings.isEmpty ? WatchRound.auditRetry : WatchRound.auditRest)
        var update = AgencyUpdate(agency, schedule: schedule(of: agency, at: now), now: now)
        update.add(events)
        return update
    }

    /// Nil when it was stopped or failed; the log says why.
    func judged(
        _ agency: WatchedAgency, at now: Moment
    ) async -> JudgedAudit? {
        let month = now.day.iso.prefix(7)
        do {
            let request = try tools.request(agency.settings, now.day)
            let keeping = RunKeeping(
                store: tools.store,
                resumeKey: ResumeKey("watch \(agency.name) \(month) \(request.checklistDigest)"), resumes: true)
            let result = try await audited(request, fetcher: tools.fetcher, keeping: keeping)
            guard !result.assessment.isPartial else { return nil }
            let report = Report(result.assessment, frame: ReportFrame(request.list))
            return JudgedAudit(assessment: result.assessment, score: report?.score.oit.published)
        } catch {
            tools.note("\(agency.name): the audit failed: \(error)")
            return nil
        }
    }
}

/// What one audit of a watched agency came to.
struct JudgedAudit {
    let assessment: Assessment
    let score: HundredthsInterval?
}

public import Assessing
public import Fetching
import Findings
public import GradingCore
import Notifying
import Reporting
public import Storage
import WebEvidence

/// The clock of a round: the wall's, or one moment that somebody gave.
public enum WatchClock: Sendable {
    /// Asked whenever a time is noted.
    case running(@Sendable () -> Moment)
    /// Stands still; nothing is waited for either.
    case standing(Moment)

    public var now: Moment {
        switch self {
        case .running(let clock): clock()
        case .standing(let moment): moment
        }
    }

    var isStanding: Bool {
        if case .standing = self { true } else { false }
    }
}

/// What a round works with.
public struct WatchTools: Sendable {
    public var store: FileStore
    public var fetcher: Fetcher
    public var observer: PageObserver
    public var calendars: AssessmentCalendars
    public var counters: CounterWords
    /// How an agency is audited at a day.
    public var request: @Sendable (WatchSettings, CivilDate) throws -> AuditRequest
    /// What went wrong without ending the round, in English, for the log.
    public var note: @Sendable (String) -> Void
    /// Wait before a page that seems to have changed is read once more, when the clock runs.
    public var secondLook: Duration = .seconds(60)
    /// No audit is begun later than so long after the round began.
    public var auditBudget: Duration = .seconds(240)
    /// Agencies whose links are asked at the same time.
    public var agenciesAtOnce = 24

    public init(
        store: FileStore, fetcher: Fetcher, observer: PageObserver, calendars: AssessmentCalendars,
        counters: CounterWords, request: @escaping @Sendable (WatchSettings, CivilDate) throws -> AuditRequest,
        note: @escaping @Sendable (String) -> Void
    ) {
        self.store = store
        self.fetcher = fetcher
        self.observer = observer
        self.calendars = calendars
        self.counters = counters
        self.request = request
        self.note = note
    }
}

/// What a round did.
public struct RoundReport: Sendable, Hashable {
    /// Agencies for which something was due.
    public var agencies = 0
    /// Links that were asked, those of neighbours of a server that fails included.
    public var links = 0
    /// Of these, answered "not modified", or by the same bytes.
    public var unmodified = 0
    /// Of these, not open.
    public var failing = 0
    /// Of these, not known because our own network was down.
    public var cutOff = 0
    public var audits = 0
    /// Notices that were made.
    public var notices: [String] = []

    public init() {}
}

/// One round: whatever is due is done once, then it ends.
public actor WatchRound {
    private let tools: WatchTools
    private let clock: WatchClock
    private let began = ContinuousClock.now
    private var report = RoundReport()
    private var suspicious: [(agency: WatchedAgency, suspects: [AgencyUpdate.Suspect])] = []
    /// Machines on which a whole website began to fail in this round.
    private var failingEndpoints: Set<String> = []
    /// Links that were asked, by agency.
    private var asked: [String: Set<Int>] = [:]

    public init(_ tools: WatchTools, clock: WatchClock) {
        self.tools = tools
        self.clock = clock
    }

    /// Does what is due. What is told, is told between the parts, so that a slow audit delays no alarm.
    /// - Parameter deliver: brings what is waiting to its receivers.
    public func carriedOut(deliver: @Sendable () async throws -> Void) async throws -> RoundReport {
        let agencies = try await due()
        report.agencies = agencies.count
        try await look(at: agencies) { schedule, agency, now in schedule.due(agency.state, at: now) }
        try await lookAtNeighbours()
        try await settle()
        try await deliver()
        try await lookAgain()
        try await settle()
        try await deliver()
        let audited = try await audit(agencies.map(\.name))
        if audited {
            try await settle()
            try await deliver()
        }
        return report
    }

    // MARK: Agencies

    private func due() async throws -> [WatchedAgency] {
        let now = clock.now
        var agencies: [WatchedAgency] = []
        for stored in try await tools.store.watches(dueBy: now.seconds, checkedAfter: now.seconds + Pace.afterFailure) {
            guard let agency = try await read(stored) else { continue }
            if agency.settings.isPaused(at: now) {
                let until = min(agency.settings.pausedUntil ?? .max, now.seconds + 86_400)
                _ = try await tools.store.changeWatch(stored.name) { $0.dueAt = until }
                continue
            }
            agencies.append(agency)
        }
        return agencies
    }

    private func read(_ stored: StoredWatch) async throws -> WatchedAgency? {
        let lists = try await tools.store.lists(of: stored)
        guard let list = lists.last else { return nil }
        var state = try JSONContent.value(AgencyState.self, stored.state)
        state.list = lists.count - 1
        return WatchedAgency(
            stored: stored, settings: try JSONContent.value(WatchSettings.self, stored.settings), state: state,
            list: try JSONContent.value(WatchList.self, list))
    }

    private func read(_ name: String) async throws -> WatchedAgency? {
        guard let stored = try await tools.store.watch(named: name), !stored.isRemoved else { return nil }
        return try await read(stored)
    }

    private func calendar(of agency: WatchedAgency) -> AssessmentCalendar? {
        tools.calendars.calendar(of: FiscalYear(agency.settings.fiscalYear))
    }

    private func schedule(of agency: WatchedAgency, at now: Moment) -> Schedule {
        Schedule(agency.settings, list: agency.list, calendar: calendar(of: agency), at: now)
    }

    // MARK: Looking

    private struct Taken: Sendable {
        var agency: WatchedAgency
        var look: AgencyLook
        var at: Moment
    }

    private func look(
        at agencies: [WatchedAgency], places: (Schedule, WatchedAgency, Int) -> [Int]
    ) async throws {
        var waiting: [Taken] = []
        var records: [FetchRecord] = []
        var reached: Set<String> = []
        var rest = agencies[...]
        try await withThrowingTaskGroup(of: Taken.self) { group in
            func begin() {
                guard let agency = rest.popFirst() else { return }
                let now = clock.now
                let schedule = schedule(of: agency, at: now)
                let places = places(schedule, agency, now.seconds)
                asked[agency.name, default: []].formUnion(places)
                let observer = tools.observer
                group.addTask {
                    Taken(
                        agency: agency,
                        look: await AgencyLook.taken(
                            agency, places: places, schedule: schedule, observer: observer, now: now.seconds),
                        at: now)
                }
            }
            for _ in 0..<tools.agenciesAtOnce { begin() }
            for try await taken in group {
                begin()
                for observation in taken.look.observations.values {
                    // One answer of a server a second is enough to know that it was reached then.
                    let record = observation.record
                    if record.status == nil || reached.insert("\(record.server) \(record.fetchedAt)").inserted {
                        records.append(record)
                    }
                }
                // What could not be reached may be our own network's fault: that shows at the end.
                if taken.look.lostRecords.isEmpty { try await take(taken) } else { waiting.append(taken) }
            }
        }
        let verdict = UplinkVerdict(of: records, facts: .present())
        for var taken in waiting {
            taken.look.cutOff(verdict)
            try await take(taken)
        }
    }

    private func take(_ taken: Taken) async throws {
        guard !Task.isCancelled else { return }
        count(taken.look)
        var update = AgencyUpdate(taken.agency, schedule: schedule(of: taken.agency, at: taken.at), now: taken.at)
        let isRead = taken.look.observations.values.contains { !$0.isUnmodified }
        let memories = isRead ? try await memories(of: taken.agency) : [:]
        try update.take(taken.look, memories: memories, counters: tools.counters)
        var agency = update.agency
        let reminders = Reminders.due(&agency, calendar: calendar(of: agency), at: taken.at)
        update.changeState { $0 = agency.state }
        update.add(reminders)
        try await tools.store.commit(try update.commit(withRecord: true))
        if !update.suspects.isEmpty { suspicious.append((update.agency, update.suspects)) }
        for state in update.agency.state.links.values
        where state.failures == 1 && !state.endpoint.isEmpty
            && Outcome(rawValue: state.outcome).map({ $0.isOfServer || $0 == .http5xx }) == true
        {
            failingEndpoints.insert(state.endpoint)
        }
    }

    private func count(_ look: AgencyLook) {
        report.links += look.observations.count + look.faults.count
        report.unmodified += look.observations.values.count(where: \.isUnmodified)
        report.cutOff += look.observations.values.count(where: \.record.wasCutOff)
        report.failing +=
            look.faults.count
            + look.observations.values.count {
                LinkLook($0.outcome, status: $0.record.status, isContentRead: $0.record.relaxed?.content == .ok) == .down
            }
    }

    private func memories(of agency: WatchedAgency) async throws -> [String: ContentMemory] {
        var memories: [String: ContentMemory] = [:]
        for (url, bytes) in try await tools.store.texts(of: agency.stored) {
            memories[url] = try JSONContent.value(ContentMemory.self, bytes)
        }
        return memories
    }

    /// A machine that fails for one agency is asked for all others that live on it, whatever their turn: so what has one
    /// cause comes up together and is told once.
    private func lookAtNeighbours() async throws {
        guard !failingEndpoints.isEmpty else { return }
        let endpoints = failingEndpoints
        let now = clock.now
        var neighbours: [WatchedAgency] = []
        for stored in try await tools.store.watches() where !stored.isRemoved {
            guard let agency = try await read(stored), !agency.settings.isPaused(at: now) else { continue }
            if !places(on: endpoints, agency).isEmpty { neighbours.append(agency) }
        }
        try await look(at: neighbours) { _, agency, _ in places(on: endpoints, agency) }
    }

    /// Links of an agency that live on machines and were not asked in this round.
    private func places(on endpoints: Set<String>, _ agency: WatchedAgency) -> [Int] {
        let known = asked[agency.name] ?? []
        return agency.list.links.indices.filter { place in
            guard !known.contains(place), let state = agency.state.links[agency.list.links[place].url] else {
                return false
            }
            return endpoints.contains(state.endpoint)
        }
    }

    // MARK: Looking again

    /// Reads pages that seem to have changed once more, a minute later (at once where the clock stands): what differs
    /// between the two readings varies by itself.
    private func lookAgain() async throws {
        guard !suspicious.isEmpty, !Task.isCancelled else { return }
        if !clock.isStanding { try await Task.sleep(for: tools.secondLook) }
        for (before, suspects) in suspicious {
            guard let agency = try await read(before.name) else { continue }
            let second = await secondLook(at: suspects, of: agency)
            // Banners that rotate may by chance be the same twice.
            let third = await secondLook(at: suspects, of: agency, unless: \.isFirst)
            try await take(second, third, of: agency, suspects: suspects)
        }
        suspicious = []
    }

    private func secondLook(
        at suspects: [AgencyUpdate.Suspect], of agency: WatchedAgency,
        unless isEnough: (AgencyUpdate.Suspect) -> Bool = { _ in false }
    ) async -> [PageObservation?] {
        let observer = tools.observer
        let website = agency.website
        return await withTaskGroup(of: (Int, PageObservation?).self) { group in
            for (number, suspect) in suspects.enumerated() where !isEnough(suspect) {
                let address = WatchedAgency.address(agency.list.links[suspect.place].url)
                group.addTask {
                    guard let address else { return (number, nil) }
                    return (number, await observer.observation(of: address, website: website, known: nil))
                }
            }
            var found: [PageObservation?] = Array(repeating: nil, count: suspects.count)
            for await (number, observation) in group { found[number] = observation }
            return found
        }
    }

    private func take(
        _ second: [PageObservation?], _ third: [PageObservation?], of agency: WatchedAgency,
        suspects: [AgencyUpdate.Suspect]
    ) async throws {
        let now = clock.now
        var update = AgencyUpdate(agency, schedule: schedule(of: agency, at: now), now: now)
        let memories = try await memories(of: agency)
        var news: [(link: WatchList.Link, blocks: [ContentMemory.Change])] = []
        for (number, suspect) in suspects.enumerated() {
            // What cannot be opened now is compared when it can.
            let seen = [second[number], third[number]].compactMap { $0 }
            guard let observation = seen.last, seen.allSatisfy({ $0.outcome == .ok || $0.lines != nil }) else { continue }
            let link = agency.list.links[suspect.place]
            if var memory = memories[link.url], observation.lines != nil {
                let blocks = memory.take(
                    suspect.lines, later: seen.compactMap(\.lines), at: now.seconds, counters: tools.counters)
                update.keep(text: try JSONContent.bytes(memory), of: link.url)
                if !blocks.isEmpty, !suspect.isFirst { news.append((link, blocks)) }
            } else if observation.lines == nil, !suspect.isFirst, observation.digest == suspect.observation.digest {
                news.append((link, []))
            }
            update.keepVersion(suspect.place, observation)
        }
        let events = ContentNews.events(news, of: agency, at: now.seconds)
        update.add(events)
        if !events.isEmpty { update.wantAudit() }
        try await tools.store.commit(try update.commit(withRecord: false))
    }

    // MARK: Audits

    /// Least time between two audits of an agency, however often its pages change.
    private static let auditRest = 1800
    /// After an audit that came to nothing.
    private static let auditRetry = 3600

    private func audit(_ names: [String]) async throws -> Bool {
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

    private func audit(_ agency: WatchedAgency, at now: Moment) async throws {
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
    private func judged(
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

    // MARK: Telling

    /// Makes alarms and notices of everything that happened and was not told.
    private func settle() async throws {
        let store = tools.store
        let rows = try await store.rows(.events)
        guard !rows.isEmpty else { return }
        let now = clock.now
        var agencies: [String: Settling.Agency] = [:]
        for stored in try await store.watches() where !stored.isRemoved {
            let settings = try JSONContent.value(WatchSettings.self, stored.settings)
            agencies[stored.name] = Settling.Agency(
                key: stored.key, name: stored.name, settings: settings, isPaused: settings.isPaused(at: now))
        }
        let settlement = try Settling.settled(
            rows.map { ($0.key, try JSONContent.value(WatchEvent.self, $0.row.content)) }, agencies: agencies,
            alarms: try await store.rows(.alarms, state: 0).map { ($0, try JSONContent.value(Alarm.self, $0.row.content)) },
            now: now)
        for notice in settlement.notices {
            report.notices.append(try Notice(json: notice.row.content).kind.rawValue)
        }
        try await store.settle(settlement)
    }
}

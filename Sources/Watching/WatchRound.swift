public import Assessing
public import Checklists
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
    let tools: WatchTools
    let clock: WatchClock
    let began = ContinuousClock.now
    var report = RoundReport()
    var suspicious: [(agency: WatchedAgency, suspects: [AgencyUpdate.Suspect])] = []
    /// Machines on which a whole website began to fail in this round.
    var failingEndpoints: Set<String> = []
    /// Links that were asked, by agency.
    var asked: [String: Set<Int>] = [:]

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

    func due() async throws -> [WatchedAgency] {
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

    func read(_ stored: StoredWatch) async throws -> WatchedAgency? {
        let lists = try await tools.store.lists(of: stored)
        guard let list = lists.last else { return nil }
        var state = try JSONContent.value(AgencyState.self, stored.state)
        state.list = lists.count - 1
        return WatchedAgency(
            stored: stored, settings: try JSONContent.value(WatchSettings.self, stored.settings), state: state,
            list: try JSONContent.value(WatchList.self, list))
    }

    func read(_ name: String) async throws -> WatchedAgency? {
        guard let stored = try await tools.store.watch(named: name), !stored.isRemoved else { return nil }
        return try await read(stored)
    }

    func calendar(of agency: WatchedAgency) -> AssessmentCalendar? {
        tools.calendars.calendar(of: FiscalYear(agency.settings.fiscalYear))
    }

    func schedule(of agency: WatchedAgency, at now: Moment) -> Schedule {
        Schedule(agency.settings, list: agency.list, calendar: calendar(of: agency), at: now)
    }

    // MARK: Telling

    /// Makes alarms and notices of everything that happened and was not told.
    func settle() async throws {
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
            alarms: try await store.rows(.alarms, state: 0).map {
                ($0, try JSONContent.value(Alarm.self, $0.row.content))
            },
            now: now)
        for notice in settlement.notices {
            report.notices.append(try Notice(json: notice.row.content).kind.rawValue)
        }
        try await store.settle(settlement)
    }
}

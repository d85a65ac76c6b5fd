public import Checklists
public import GradingCore
public import Notifying
import Planning
public import Storage
public import Submissions
import WebEvidence

/// The watched agencies of a store, as their operator sees and changes them.
public struct WatchBook: Sendable {
    let store: FileStore

    public init(_ store: FileStore) { self.store = store }

    // MARK: Changing

    /// The addresses of a submission, each once, in its order.
    public static func list(of submission: Submission, _ list: YearList) -> WatchList {
        var links: [WatchList.Link] = []
        var places: [String: Int] = [:]
        for planned in CrawlPlan(submission: submission, list: list).addresses {
            if let place = places[planned.verbatim] {
                if !links[place].items.contains(planned.item.text) { links[place].items.append(planned.item.text) }
            } else {
                places[planned.verbatim] = links.count
                links.append(
                    WatchList.Link(
                        url: planned.verbatim, items: [planned.item.text], fault: planned.fault?.rawValue))
            }
        }
        return WatchList(links: links)
    }

    /// Begins to watch an agency; it is due at once, whatever the clock of the next round says. False when the name is
    /// taken.
    public func add(_ name: String, settings: WatchSettings, list: WatchList) async throws -> Bool {
        try await store.addWatch(
            name, settings: try JSONContent.bytes(settings), state: try JSONContent.bytes(AgencyState()),
            list: try JSONContent.bytes(list), dueAt: 0) != nil
    }

    /// Changes how an agency is watched; it is due at once. Nil when there is none of this name.
    public func change(
        _ name: String, at now: Moment, _ change: (inout WatchSettings) -> Void
    ) async throws -> WatchSettings? {
        guard let stored = try await store.watch(named: name), !stored.isRemoved else { return nil }
        var settings = try JSONContent.value(WatchSettings.self, stored.settings)
        change(&settings)
        let bytes = try JSONContent.bytes(settings)
        _ = try await store.changeWatch(name) { watch in
            watch.settings = bytes
            watch.dueAt = min(watch.dueAt, now.seconds)
        }
        return settings
    }

    /// Watches an agency no longer; its history stays. False when there is none of this name.
    public func remove(_ name: String, at now: Moment) async throws -> Bool {
        guard let stored = try await store.watch(named: name), !stored.isRemoved else { return false }
        _ = try await store.changeWatch(name) { $0.isRemoved = true }
        var changed: [WatchRow] = []
        for var row in try await store.rows(.alarms, state: 0) {
            var alarm = try JSONContent.value(Alarm.self, row.row.content)
            for place in alarm.places.indices where alarm.places[place].agency == name {
                alarm.places[place].over = alarm.places[place].over ?? now.seconds
            }
            guard alarm.openPlaces.isEmpty else { continue }
            alarm.over = now.seconds
            row.row.content = try JSONContent.bytes(alarm)
            row.row.state = 1
            changed.append(row)
        }
        try await store.update(changed, in: .alarms)
        return true
    }

    /// Notes that somebody knows of the open alarms of an agency, of some items or all.
    /// - Returns: how many alarms were meant.
    public func acknowledge(_ name: String, items: [String], by person: String, at now: Moment) async throws -> Int {
        var changed: [WatchRow] = []
        for var row in try await store.rows(.alarms, state: 0) {
            var alarm = try JSONContent.value(Alarm.self, row.row.content)
            let isMeant = alarm.openPlaces.contains { place in
                place.agency == name && (items.isEmpty || place.items.contains { items.contains($0) })
            }
            guard isMeant, alarm.acknowledgedAt == nil else { continue }
            alarm.acknowledgedAt = now.seconds
            alarm.acknowledgedBy = person
            row.row.content = try JSONContent.bytes(alarm)
            changed.append(row)
        }
        try await store.update(changed, in: .alarms)
        return changed.count
    }

    // MARK: Looking

    /// Everything of the agencies that are watched, by name.
    public func entries() async throws -> [WatchEntry] {
        var entries: [WatchEntry] = []
        for stored in try await store.watches() where !stored.isRemoved {
            let state = try JSONContent.value(AgencyState.self, stored.state)
            entries.append(
                WatchEntry(stored, settings: try JSONContent.value(WatchSettings.self, stored.settings), state: state))
        }
        return entries
    }

    /// Alarms that are not over, oldest first.
    public func openAlarms() async throws -> [Alarm] {
        try await store.rows(.alarms, state: 0).map { try JSONContent.value(Alarm.self, $0.row.content) }
    }

    /// Notices from a moment on, oldest first.
    public func notices(since: Moment) async throws -> [(at: Moment, notice: Notice)] {
        try await store.rows(.notices, since: since.seconds).map {
            (Moment(seconds: $0.row.at), try Notice(json: $0.row.content))
        }
    }

    /// Notices that wait for their receivers or were given up: by channel.
    public func undelivered() async throws -> [UndeliveredNotices] {
        let phases = [DeliveryState.Phase.waiting, .givenUp]
        var found: [StoredDelivery] = []
        for phase in phases { found += try await store.deliveries(phase: phase.rawValue) }
        return Dictionary(grouping: found) { [$0.channel, $0.target] }.values.compactMap { deliveries in
            guard let first = deliveries.first, let channel = Channel(kind: first.channel, target: first.target) else {
                return nil
            }
            let last = deliveries.max { $0.attempts < $1.attempts }
            return UndeliveredNotices(
                channel: channel, count: deliveries.count, attempts: last?.attempts ?? 0, cause: last?.cause ?? "",
                isGivenUp: deliveries.contains { $0.phase == DeliveryState.Phase.givenUp.rawValue })
        }.sorted { ($0.channel.kind, $0.channel.target) < ($1.channel.kind, $1.channel.target) }
    }
}

/// An agency that is watched, as a list shows it.
public struct WatchEntry: Sendable {
    public var key: String
    public var settings: WatchSettings
    /// Links by their phase.
    public var phases: [LinkState.Phase: Int]
    /// Verdicts of the last audit by their raw value; empty before the first.
    public var verdicts: [String: Int]
    /// The run of the last audit; empty before the first.
    public var run: String
    public var checkedAt: Moment?
    public var auditedAt: Moment?
    public var dueAt: Moment
    public var checks: Int
    /// Links that are not open, as submitted, with items, outcome and since when.
    public var failing: [(url: String, items: [String], state: LinkState)]

    init(_ stored: StoredWatch, settings: WatchSettings, state: AgencyState) {
        key = stored.name
        self.settings = settings
        phases = state.links.values.reduce(into: [:]) { $0[$1.phase, default: 0] += 1 }
        verdicts = state.items.values.reduce(into: [:]) { $0[$1.verdict, default: 0] += 1 }
        run = state.run
        checkedAt = stored.checkedAt.map { Moment(seconds: $0) }
        auditedAt = state.auditedAt.map { Moment(seconds: $0) }
        dueAt = Moment(seconds: stored.dueAt)
        checks = stored.checkCount
        failing = state.links.filter { $0.value.isFailing || $0.value.phase == .flapping }
            .sorted { $0.key < $1.key }.map { ($0.key, [], $0.value) }
    }
}

/// Notices that one receiver does not have yet.
public struct UndeliveredNotices: Sendable {
    public var channel: Channel
    public var count: Int
    public var attempts: Int
    /// Why the last attempt failed; empty when none was made.
    public var cause: String
    public var isGivenUp: Bool
}

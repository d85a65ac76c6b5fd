import Digests
import GradingCore
import Notifying
import Storage

/// Turns events into alarms and notices: one for each cause and circle of receivers.
struct Settling {
    /// A watched agency as far as telling is concerned.
    struct Agency {
        var key: WatchKey
        var name: String
        var settings: WatchSettings
        var isPaused: Bool
    }

    let agencies: [String: Agency]
    let now: Moment
    /// The failures of a cause are told urgently.
    private var settlement = WatchSettlement()
    private var alarms: [(row: WatchRow, alarm: Alarm)]
    private var changedAlarms: Set<Int> = []

    init(agencies: [String: Agency], alarms: [(row: WatchRow, alarm: Alarm)], now: Moment) {
        self.agencies = agencies
        self.alarms = alarms
        self.now = now
    }

    /// What becomes of events, which are those of rows.
    static func settled(
        _ events: [(key: Int64, event: WatchEvent)], agencies: [String: Agency],
        alarms: [(row: WatchRow, alarm: Alarm)], now: Moment
    ) throws -> WatchSettlement {
        var settling = Settling(agencies: agencies, alarms: alarms, now: now)
        settling.settlement.events = events.map(\.key)
        // What was removed or is paused meanwhile is told to nobody.
        // Agencies are checked in no order: the order of what is told must not depend on that.
        let known = events.map(\.event).filter { agencies[$0.agency]?.isPaused == false }
            .sorted { $0.agency < $1.agency }
        try settling.settleRecovered(known.filter { $0.kind == Notice.Kind.recovered.rawValue })
        for group in CauseGrouping.groups(known.filter { $0.kind == Notice.Kind.broke.rawValue }) {
            try settling.settle(group)
        }
        try settling.settleCertificates(known.filter { $0.kind == Notice.Kind.certificate.rawValue })
        let together = [Notice.Kind.broke, .recovered, .certificate].map(\.rawValue)
        for event in known where !together.contains(event.kind) {
            try settling.tell([event], cause: NoticeTexts.cause(of: event))
        }
        for place in settling.changedAlarms.sorted() {
            var row = settling.alarms[place].row
            row.row.content = try JSONContent.bytes(settling.alarms[place].alarm)
            row.row.state = settling.alarms[place].alarm.over == nil ? 0 : 1
            settling.settlement.alarms.append(row)
        }
        return settling.settlement
    }

    // MARK: Failures

    private mutating func settle(_ group: CauseGroup) throws {
        var group = group
        if group.isWhole { group.events = joinOpenAlarm(group.events) }
        guard let first = group.events.first else { return }
        let alarm = Alarm(
            cause: group.cause, detail: group.detail, endpoint: first.endpoint, host: first.host,
            isWhole: group.isWhole, since: group.events.map(\.since).min() ?? now.seconds,
            places: group.events.flatMap(\.places))
        let keys = group.agencies.compactMap { agencies[$0]?.key }
        settlement.newAlarms.append(
            NewWatchRow(
                watch: keys.count == 1 ? keys[0] : nil, at: now.seconds, content: try JSONContent.bytes(alarm)))
        try tell(group.events, cause: (group.cause, group.detail))
    }

    /// A website that people were told is down may lose a further link: that is no news. Gives the events that are.
    private mutating func joinOpenAlarm(_ events: [WatchEvent]) -> [WatchEvent] {
        events.filter { event in
            let place = alarms.firstIndex { entry in
                entry.alarm.over == nil && entry.alarm.isWhole
                    && entry.alarm.endpoint == event.endpoint
                    && (!event.endpoint.isEmpty || entry.alarm.host == event.host)
                    && entry.alarm.openPlaces.contains { $0.agency == event.agency }
            }
            guard let place else { return true }
            alarms[place].alarm.places += event.places
            changedAlarms.insert(place)
            return false
        }
    }

    private mutating func settleRecovered(_ events: [WatchEvent]) throws {
        var groups: [Int: [WatchEvent]] = [:]
        for event in events {
            for index in alarms.indices where alarms[index].alarm.over == nil {
                var isConcerned = false
                for place in alarms[index].alarm.places.indices {
                    let entry = alarms[index].alarm.places[place]
                    guard entry.agency == event.agency, entry.over == nil, event.urls.contains(entry.url) else {
                        continue
                    }
                    alarms[index].alarm.places[place].over = event.since
                    isConcerned = true
                }
                guard isConcerned else { continue }
                if alarms[index].alarm.openPlaces.isEmpty { alarms[index].alarm.over = event.since }
                changedAlarms.insert(index)
                groups[index, default: []].append(event)
            }
        }
        for (index, events) in groups.sorted(by: { $0.key < $1.key }) {
            try tell(events, cause: (alarms[index].alarm.cause, alarms[index].alarm.detail))
        }
    }

    /// One certificate may serve many websites: the same end on the same machine is one.
    private mutating func settleCertificates(_ events: [WatchEvent]) throws {
        let groups = Dictionary(grouping: events) {
            [$0.endpoint.isEmpty ? $0.host : $0.endpoint, $0.day ?? "", $0.detail]
        }
        for (_, events) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let hosts = events.map(\.host).unique.joined(separator: " ")
            try tell(events, cause: (events[0].outcome.isEmpty ? events[0].detail : events[0].outcome, hosts))
        }
    }

    // MARK: Telling

    /// A notice for each circle of receivers: nobody is told of agencies that are not theirs.
    private mutating func tell(_ events: [WatchEvent], cause: (kind: String, detail: String)) throws {
        var circles: [WatchSettings.Contact: Set<String>] = [:]
        for key in events.map(\.agency).unique {
            for contact in agencies[key]?.settings.contacts ?? [] { circles[contact, default: []].insert(key) }
        }
        var receivers = Dictionary(grouping: circles.keys) { circles[$0] ?? [] }
        // What nobody is told by a channel stands in status and history all the same.
        let all = Set(events.map(\.agency))
        if receivers.isEmpty { receivers = [all: []] }
        for (circle, contacts) in receivers.sorted(by: { $0.key.sorted().lexicographicallyPrecedes($1.key.sorted()) }) {
            let own = events.filter { circle.contains($0.agency) }
            let notice = try NoticeTexts.notice(own, cause: cause, at: now)
            let watches = own.map(\.agency).unique.compactMap { agencies[$0]?.key }
            settlement.notices.append(
                (
                    NewWatchRow(
                        watch: watches.count == 1 ? watches[0] : nil, at: now.seconds, content: notice.json),
                    contacts.sorted { ($0.kind, $0.target) < ($1.kind, $1.target) }.map { contact in
                        delivery(of: notice, to: contact, of: own)
                    }
                ))
        }
    }

    private func delivery(
        of notice: Notice, to contact: WatchSettings.Contact, of events: [WatchEvent]
    ) -> StoredDelivery {
        let settings = events.lazy.compactMap { agencies[$0.agency]?.settings }.first
        let isForPeople = Channel(kind: contact.kind, target: contact.target)?.isForPeople ?? true
        let dueAt =
            isForPeople
            ? Quietness(settings).next(notice.isUrgent, from: now) : now
        return StoredDelivery(
            channel: contact.kind, target: contact.target, phase: DeliveryState.Phase.waiting.rawValue,
            queuedAt: now.seconds, dueAt: dueAt.seconds)
    }
}

extension WatchEvent {
    fileprivate var places: [Alarm.Place] {
        urls.map { Alarm.Place(agency: agency, agencyName: agencyName, url: $0, items: items, over: nil) }
    }
}

/// When people may be told.
struct Quietness {
    private let quietHours: WatchSettings.QuietHours?
    private let digestMinute: Int

    init(_ settings: WatchSettings?) {
        quietHours = settings?.quietHours
        digestMinute = settings?.digestMinute ?? 8 * 60
    }

    /// The next moment: at once for what is urgent, outside the quiet hours; else the next digest.
    func next(_ isUrgent: Bool, from now: Moment) -> Moment {
        let at = isUrgent ? now : digest(after: now)
        guard let quietHours, quietHours.contains(at.minuteOfDay) else { return at }
        let end = Moment(day: at.day, minuteOfDay: quietHours.to)
        return end > at ? end : end.adding(seconds: 86_400)
    }

    private func digest(after now: Moment) -> Moment {
        let today = Moment(day: now.day, minuteOfDay: digestMinute)
        return today > now ? today : today.adding(seconds: 86_400)
    }
}

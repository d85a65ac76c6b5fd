public import GradingCore
import Notifying
import Storage
public import WatchPages
import WebEvidence

/// Reads the history of an agency out of its chain and what was told.
struct HistoryReading {
    /// What the checks of one day said of one address.
    private struct DayLink {
        var opened = 0
        var failed = 0
        /// Opened, but not at the first try, or with a fault of the certificate.
        var flawed = 0
    }

    private let lists: [WatchList]
    private let period: CivilPeriod
    private var days: [CivilDate: [String: DayLink]] = [:]
    private var times: [CivilDate: [Int]] = [:]

    init(_ checks: [StoredCheck], lists: [WatchList], period: CivilPeriod) {
        self.lists = lists
        self.period = period
        var day: (date: CivilDate, range: Range<Int>)?
        for check in checks {
            // Checks of a day follow each other: its bounds are reckoned once.
            if day?.range.contains(check.at) != true {
                let date = Moment(seconds: check.at).day
                let begin = Moment(day: date).seconds
                day = (date, begin..<begin + 86_400)
            }
            guard let date = day?.date, period.contains(date), lists.indices.contains(check.content.list) else {
                continue
            }
            take(check, date)
        }
    }

    private mutating func take(_ check: StoredCheck, _ date: CivilDate) {
        let links = lists[check.content.list].links
        for (link, entry) in zip(links, check.content.entries) {
            guard let entry else { continue }
            switch LinkLook(entry.outcome, status: entry.status, isContentRead: entry.status != nil) {
            case .up:
                days[date, default: [:]][link.url, default: DayLink()].opened += 1
                if entry.attempts > 1 || entry.outcome != .ok { days[date]?[link.url]?.flawed += 1 }
                times[date, default: []].append(entry.milliseconds)
            case .down: days[date, default: [:]][link.url, default: DayLink()].failed += 1
            case .refused: days[date, default: [:]][link.url, default: DayLink()].flawed += 1
            case .unknown: break
            }
        }
    }

    /// - Parameter titles: of the items of the year, in the order of its list.
    func items(_ titles: [(item: ItemID, title: BilingualText)]) -> [WatchHistory.ItemDays] {
        var links: [String: Set<String>] = [:]
        for link in lists.flatMap(\.links) { for item in link.items { links[item, default: []].insert(link.url) } }
        return titles.compactMap { entry in
            guard let urls = links[entry.item.text] else { return nil }
            var states: [CivilDate: WatchHistory.DayState] = [:]
            for (day, found) in days {
                let own = urls.compactMap { found[$0] }
                if let state = HistoryReading.state(own) { states[day] = state }
            }
            return WatchHistory.ItemDays(item: entry.item, title: entry.title, days: states)
        }
    }

    private static func state(_ links: [DayLink]) -> WatchHistory.DayState? {
        guard !links.isEmpty else { return nil }
        let (opened, failed) = (links.reduce(0) { $0 + $1.opened }, links.reduce(0) { $0 + $1.failed })
        let flawed = links.reduce(0) { $0 + $1.flawed }
        if opened == 0 { return failed > 0 ? .down : .degraded }
        return failed > 0 || flawed > 0 ? .degraded : .up
    }

    var answerTimes: [WatchHistory.AnswerTime] {
        times.sorted { $0.key < $1.key }.map { day, times in
            let sorted = times.sorted()
            return WatchHistory.AnswerTime(
                day: day, medianMilliseconds: sorted[sorted.count / 2], slowMilliseconds: sorted[sorted.count * 19 / 20]
            )
        }
    }
}

extension WatchBook {
    /// What happened to an agency. Nil when there is none of this name.
    /// - Parameters:
    ///   - from: nil for the first check.
    ///   - titles: of the items of its year, in the order of the list.
    public func history(
        _ name: String, from: CivilDate?, to: CivilDate?, at now: Moment,
        titles: (Int, String?) throws -> [(item: ItemID, title: BilingualText)]
    ) async throws -> WatchHistory? {
        guard let stored = try await store.watch(named: name) else { return nil }
        let settings = try JSONContent.value(WatchSettings.self, stored.settings)
        let state = try JSONContent.value(AgencyState.self, stored.state)
        let checks = try await store.checks(of: stored)
        let last = to ?? now.day
        let first = min(from ?? checks.first.map { Moment(seconds: $0.at).day } ?? last, last)
        guard let period = CivilPeriod(from: first, to: last) else { return nil }
        let lists = try await store.lists(of: stored).map { try JSONContent.value(WatchList.self, $0) }
        let reading = HistoryReading(checks, lists: lists, period: period)
        return WatchHistory(
            key: name, agency: settings.agency, from: first, to: last, madeAt: now,
            scores: state.scores.map { score in
                WatchHistory.ScorePoint(
                    day: Moment(seconds: score.at).day,
                    interval: HundredthsInterval(Hundredths(score.lowest), Hundredths(score.highest)))
            }.filter { period.contains($0.day) },
            items: reading.items(try titles(settings.fiscalYear, settings.checklist)),
            answerTimes: reading.answerTimes, expiries: WatchBook.expiries(state),
            alarms: try await alarms(of: stored, in: period))
    }

    private static func expiries(_ state: AgencyState) -> [WatchHistory.Expiry] {
        let ends = Dictionary(grouping: state.links.values.filter { $0.certificateEnds != nil }) { $0.host }
        return ends.compactMap { host, links in
            links.compactMap(\.certificateEnds).max().map {
                WatchHistory.Expiry(kind: .certificate, host: host, on: Moment(seconds: $0).day)
            }
        }
    }

    private func alarms(of watch: StoredWatch, in period: CivilPeriod) async throws -> [WatchHistory.Alarm] {
        let rows = try await store.rows(.notices, of: watch.key, orShared: true)
        let alarms = try await store.rows(.alarms, of: watch.key, orShared: true)
            .map { (row: $0.row, alarm: try JSONContent.value(Alarm.self, $0.row.content)) }
        var seen: Set<String> = []
        var found: [WatchHistory.Alarm] = []
        for row in rows where period.contains(Moment(seconds: row.row.at).day) {
            let notice = try Notice(json: row.row.content)
            // The same was told to several circles of receivers.
            guard notice.cause.agencies.contains(watch.name),
                seen.insert("\(row.row.at) \(notice.kind.rawValue) \(notice.items) \(notice.urls)").inserted
            else { continue }
            let alarm = alarms.first { entry in
                notice.kind == .broke && entry.row.at == row.row.at && entry.alarm.cause == notice.cause.kind
                    && entry.alarm.detail == notice.cause.detail
            }?.alarm
            found.append(
                WatchHistory.Alarm(
                    notice: notice, at: Moment(seconds: row.row.at), ended: alarm?.over.map { Moment(seconds: $0) },
                    acknowledged: alarm?.acknowledgedAt.map { Moment(seconds: $0) }))
        }
        return found
    }
}

public import Checklists
public import GradingCore
import Notifying
import Storage

/// Local files that a feed reader or a calendar program follows: one of each for every agency.
extension WatchBook {
    /// What was told of an agency, as a feed. Nil when there is none of this name.
    public func feed(_ name: String, language: ReportLanguage, at now: Moment) async throws -> [UInt8]? {
        guard let stored = try await store.watch(named: name) else { return nil }
        let settings = try JSONContent.value(WatchSettings.self, stored.settings)
        var entries: [AtomFeed.Entry] = []
        for row in try await store.rows(.notices, of: stored.key, orShared: true) {
            let notice = try Notice(json: row.row.content)
            guard notice.cause.agencies.contains(name), !entries.contains(where: { $0.notice.id == notice.id }) else {
                continue
            }
            entries.append(AtomFeed.Entry(notice, at: Moment(seconds: row.row.at)))
        }
        return AtomFeed(
            key: name, name: settings.agency.isEmpty ? name : settings.agency, entries: entries, language: language,
            madeAt: now
        ).bytes
    }

    /// The days of an agency's assessment: deadlines, days on which content goes out of date, ends of certificates.
    public func calendarFile(
        _ name: String, calendars: AssessmentCalendars, language: ReportLanguage, at now: Moment
    ) async throws -> [UInt8]? {
        guard let stored = try await store.watch(named: name) else { return nil }
        let settings = try JSONContent.value(WatchSettings.self, stored.settings)
        let state = try JSONContent.value(AgencyState.self, stored.state)
        let calendar = calendars.calendar(of: FiscalYear(settings.fiscalYear))
        return CalendarFile(
            name: settings.agency.isEmpty ? name : settings.agency,
            events: (calendar.map { WatchBook.events(of: $0, name) } ?? []) + WatchBook.events(of: state, name),
            language: language, madeAt: now
        ).bytes
    }

    private static func events(of calendar: AssessmentCalendar, _ name: String) -> [CalendarFile.Event] {
        func event(_ id: String, _ period: CivilPeriod, _ title: BilingualText) -> CalendarFile.Event {
            CalendarFile.Event(
                id: "\(name) \(calendar.fiscalYear.year) \(id)", from: period.from, to: period.to, title: title,
                details: calendar.isKnown
                    ? BilingualText(th: "", en: "")
                    : BilingualText(th: "วันที่ของปีทั่วไป โปรดตรวจกับปฏิทินของปีนี้", en: "Dates of ordinary years; check them."))
        }
        var events = [
            event("submission", calendar.submission, BilingualText(th: "ช่วงส่งแบบ OIT", en: "OIT submission")),
            event("inspection", calendar.inspection, BilingualText(th: "ช่วงตรวจเว็บไซต์", en: "Websites are inspected")),
            event("objections", calendar.objections, BilingualText(th: "ช่วงอุทธรณ์ผล", en: "Objections")),
        ]
        for deadline in calendar.deadlines {
            let title =
                deadline.kind == .submission
                ? BilingualText(th: "วันสุดท้ายของการส่งแบบ OIT", en: "OIT submission closes")
                : BilingualText(th: "วันสุดท้ายของการอุทธรณ์", en: "Objections close")
            events.append(
                CalendarFile.Event(
                    id: "\(name) \(calendar.fiscalYear.year) \(deadline.kind.rawValue) closes", from: deadline.day,
                    title: title, remindedDaysBefore: calendar.reminders))
        }
        return events
    }

    private static func events(of state: AgencyState, _ name: String) -> [CalendarFile.Event] {
        var events: [CalendarFile.Event] = []
        for (item, standing) in state.items.sorted(by: { ItemID($0.key) < ItemID($1.key) }) {
            guard let day = standing.staleFrom.flatMap({ CivilDate(iso: $0) }) else { continue }
            events.append(
                CalendarFile.Event(
                    id: "\(name) stale \(item)", from: day,
                    title: BilingualText(th: "ข้อ \(item) ไม่เป็นปัจจุบันตั้งแต่วันนี้", en: "\(item) is out of date from today"),
                    remindedDaysBefore: [30, 7]))
        }
        for (host, links) in Dictionary(grouping: state.links.values, by: \.host).sorted(by: { $0.key < $1.key }) {
            guard let ends = links.compactMap(\.certificateEnds).max() else { continue }
            events.append(
                CalendarFile.Event(
                    id: "\(name) certificate \(host)", from: Moment(seconds: ends).day,
                    title: BilingualText(
                        th: "ใบรับรองความปลอดภัยของ \(host) หมดอายุ", en: "The certificate of \(host) runs out"),
                    remindedDaysBefore: [21, 7]))
        }
        return events
    }
}

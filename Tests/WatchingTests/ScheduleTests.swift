import Checklists
import Foundation
import GradingCore
import Testing

@testable import Watching

@Suite struct ScheduleTests {
    private let list = WatchList(links: [
        WatchList.Link(url: "http://a.example/1", items: ["o1"]),
        WatchList.Link(url: "http://a.example/2", items: ["o2"]),
    ])

    private func settings(_ interval: Int?) -> WatchSettings {
        var settings = WatchSettings(agency: "", website: "", fiscalYear: 2566, submission: "")
        settings.linkInterval = interval
        return settings
    }

    private func calendars() throws -> AssessmentCalendars {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "checklists/calendars/usual.json")
        return try ChecklistLibrary(files: ["calendars/usual.json": [UInt8](try Data(contentsOf: file))]).calendars
    }

    private func state(_ phases: [(LinkState.Phase, askedAt: Int)]) -> AgencyState {
        var state = AgencyState()
        for (link, entry) in zip(list.links, phases) {
            var known = LinkState()
            known.phase = entry.0
            known.askedAt = entry.askedAt
            state.links[link.url] = known
        }
        return state
    }

    @Test("a failed link is due after five minutes, the others keep their turn")
    func failed() {
        let schedule = Schedule(settings(3600), list: list, calendar: nil, at: Moment(seconds: 0))
        let state = state([(.up, 0), (.failing, 0)])
        #expect(schedule.due(state, at: 200).isEmpty)
        #expect(schedule.due(state, at: 300) == [1])
        #expect(schedule.due(state, at: 3600) == [0, 1])
    }

    @Test("links that were asked at different times come together again")
    func together() {
        let schedule = Schedule(settings(3600), list: list, calendar: nil, at: Moment(seconds: 0))
        #expect(schedule.due(state([(.up, 0), (.up, 300)]), at: 3600) == [0, 1])
        #expect(schedule.due(state([(.up, 0), (.up, 3000)]), at: 3600) == [0])
    }

    @Test("what was missed is caught up once")
    func missed() {
        let schedule = Schedule(settings(3600), list: list, calendar: nil, at: Moment(seconds: 0))
        var late = state([(.up, 0), (.up, 0)])
        #expect(schedule.due(late, at: 400_000) == [0, 1])
        late = state([(.up, 400_000), (.up, 400_000)])
        #expect(schedule.due(late, at: 400_060).isEmpty)
    }

    @Test("what was planned by a clock that is set back is due at once")
    func clockSetBack() {
        let schedule = Schedule(settings(3600), list: list, calendar: nil, at: Moment(seconds: 0))
        #expect(schedule.due(state([(.up, 1_000_000), (.up, 1_000_000)]), at: 500_000) == [0, 1])
    }

    @Test("the guard window raises the pace, but not above what was asked for in so many words")
    func guardWindow() throws {
        let calendar = try #require(try calendars().calendar(of: FiscalYear(2566)))
        let (may, july) = try (#require(CivilDate(iso: "2023-05-15")), #require(CivilDate(iso: "2023-07-15")))
        #expect(Pace(settings(nil), calendar: calendar, at: Moment(day: may)).link == 1800)
        #expect(Pace(settings(nil), calendar: calendar, at: Moment(day: july)).link == 3600)
        #expect(Pace(settings(86_400), calendar: calendar, at: Moment(day: may)).link == 3600)
        #expect(Pace(settings(86_400), calendar: calendar, at: Moment(day: july)).link == 86_400)
        #expect(Pace(settings(900), calendar: calendar, at: Moment(day: may)).link == 900)
    }

    @Test("quiet hours over midnight put off what is urgent, and a digest comes at its hour")
    func quietHours() throws {
        var settings = settings(nil)
        settings.quietHours = WatchSettings.QuietHours(from: 22 * 60, to: 6 * 60)
        let day = try #require(CivilDate(iso: "2023-05-15"))
        func next(_ minute: Int, _ isUrgent: Bool) -> String {
            Quietness(settings).next(isUrgent, from: Moment(day: day, minuteOfDay: minute)).bangkok
        }
        #expect(next(12 * 60, true) == "2023-05-15T12:00:00+07:00")
        #expect(next(23 * 60, true) == "2023-05-16T06:00:00+07:00")
        #expect(next(5 * 60, true) == "2023-05-15T06:00:00+07:00")
        #expect(next(7 * 60, false) == "2023-05-15T08:00:00+07:00")
        #expect(next(9 * 60, false) == "2023-05-16T08:00:00+07:00")
        settings.digestMinute = 23 * 60
        #expect(next(9 * 60, false) == "2023-05-16T06:00:00+07:00")
    }
}

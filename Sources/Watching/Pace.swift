public import Checklists
public import GradingCore

/// How often an agency is looked at, in seconds.
public struct Pace: Sendable, Hashable {
    public var link: Int
    public var content: Int
    public var audit: Int

    /// Without any wish of the operator, outside the guard window.
    public static let usual = Pace(link: 3600, content: 7 * 86_400, audit: 30 * 86_400)
    /// A failed check is due again after so many seconds, whatever the interval.
    public static let afterFailure = 300
    /// No link is asked more often.
    public static let least = 60

    public init(link: Int, content: Int, audit: Int) {
        self.link = link
        self.content = content
        self.audit = audit
    }

    /// What the operator asked for, raised in the guard window of the year.
    public init(_ settings: WatchSettings, calendar: AssessmentCalendar?, at now: Moment) {
        let usual = Pace.usual
        self.init(
            link: settings.linkInterval ?? usual.link, content: settings.contentInterval ?? usual.content,
            audit: settings.auditInterval ?? usual.audit)
        guard let calendar, calendar.guardWindow.contains(now.day) else { return }
        // What somebody asked for in so many words is only raised to what the window needs at least.
        link = min(link, settings.linkInterval == nil ? calendar.pace.link : Pace.usual.link)
        content = min(content, settings.contentInterval == nil ? calendar.pace.content : content)
        audit = min(audit, settings.auditInterval == nil ? calendar.pace.audit : audit)
    }

    /// The interval of one link: the shortest that its items have.
    func interval(of link: WatchList.Link, _ settings: WatchSettings) -> Int {
        let own = link.items.compactMap { settings.itemIntervals[$0] }.min()
        return max(Pace.least, own ?? self.link)
    }

    /// Timers come some seconds early or late: what is due so soon is due.
    static func tolerance(of interval: Int) -> Int { min(30, interval / 20) }
}

public import GradingCore
public import Notifying

/// What happened to a watched agency over a period: what its page of history shows.
public struct WatchHistory: Sendable {
    /// The score of one full audit.
    public struct ScorePoint: Sendable, Hashable {
        public var day: CivilDate
        /// The OIT scores that were possible then.
        public var interval: HundredthsInterval

        /// From its parts.
        public init(day: CivilDate, interval: HundredthsInterval) {
            self.day = day
            self.interval = interval
        }
    }

    /// How the addresses of an item stood on a day.
    public enum DayState: String, Sendable, Hashable, CaseIterable {
        /// All opened at every check.
        case up
        /// Some did, or only at some checks, or not in good order.
        case degraded
        /// None did at any check that could tell.
        case down
        /// No check, or none that could tell.
        case notChecked = "not_checked"
    }

    /// One item over the days of the period.
    public struct ItemDays: Sendable, Hashable {
        public var item: ItemID
        public var title: BilingualText
        /// Days that are missing were not checked.
        public var days: [CivilDate: DayState]

        /// From its parts.
        public init(item: ItemID, title: BilingualText, days: [CivilDate: DayState]) {
            self.item = item
            self.title = title
            self.days = days
        }
    }

    /// How long answers took on a day, over all addresses that opened.
    public struct AnswerTime: Sendable, Hashable {
        public var day: CivilDate
        /// Half of the answers were faster.
        public var medianMilliseconds: Int
        /// Nineteen of twenty were faster.
        public var slowMilliseconds: Int

        /// From its parts.
        public init(day: CivilDate, medianMilliseconds: Int, slowMilliseconds: Int) {
            self.day = day
            self.medianMilliseconds = medianMilliseconds
            self.slowMilliseconds = slowMilliseconds
        }
    }

    /// A certificate or a domain name that runs out.
    public struct Expiry: Sendable, Hashable {
        public enum Kind: Sendable, Hashable { case certificate, domain }
        public var kind: Kind
        public var host: String
        public var on: CivilDate

        /// From its parts.
        public init(kind: Kind, host: String, on: CivilDate) {
            self.kind = kind
            self.host = host
            self.on = on
        }
    }

    /// A notice, when it was told, and what became of it.
    public struct Alarm: Sendable, Hashable {
        public var notice: Notice
        public var at: Moment
        /// When it was over; nil when it still is, or for kinds that do not end.
        public var ended: Moment?
        public var acknowledged: Moment?

        /// From its parts.
        public init(notice: Notice, at: Moment, ended: Moment? = nil, acknowledged: Moment? = nil) {
            self.notice = notice
            self.at = at
            self.ended = ended
            self.acknowledged = acknowledged
        }
    }

    public var key: String
    public var agency: String
    /// The period, both days included.
    public var from: CivilDate
    public var to: CivilDate
    public var madeAt: Moment
    public var scores: [ScorePoint]
    /// In the order of the list.
    public var items: [ItemDays]
    public var answerTimes: [AnswerTime]
    public var expiries: [Expiry]
    public var alarms: [Alarm]

    /// From its parts; an end before the beginning counts as the beginning.
    public init(
        key: String, agency: String, from: CivilDate, to: CivilDate, madeAt: Moment, scores: [ScorePoint] = [],
        items: [ItemDays] = [], answerTimes: [AnswerTime] = [], expiries: [Expiry] = [], alarms: [Alarm] = []
    ) {
        self.key = key
        self.agency = agency
        self.from = from
        self.to = max(from, to)
        self.madeAt = madeAt
        self.scores = scores
        self.items = items
        self.answerTimes = answerTimes
        self.expiries = expiries
        self.alarms = alarms
    }
}

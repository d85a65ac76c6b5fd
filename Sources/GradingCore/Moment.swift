/// A moment of the world's clock to the second, in the years 1...9999. Its civil side is the clock of Bangkok, which is
/// seven hours ahead of UTC and knows no summer time.
public struct Moment: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
    public let seconds: Int

    private static let bangkokAhead = 7 * 3600
    private static let epochDay = 719_162  // `dayNumber` of 1 January 1970
    private static let possible = (-epochDay * 86_400)...(2_932_896 * 86_400 + 86_399 - bangkokAhead)

    /// From seconds since 1970; what lies outside the years 1...9999 becomes the nearest end.
    public init(seconds: Int) {
        self.seconds = min(max(seconds, Moment.possible.lowerBound), Moment.possible.upperBound)
    }

    /// A day and a minute of Bangkok's clock, 0...1439; more minutes run into the following days.
    public init(day: CivilDate, minuteOfDay: Int = 0) {
        self.init(
            seconds: (day.dayNumber - Moment.epochDay) * 86_400 + minuteOfDay * 60 - Moment.bangkokAhead)
    }

    /// Reads RFC 3339: `2023-05-15T08:00:00+07:00` or `2023-05-15T01:00:00Z`; seconds may be missing, parts of a second
    /// are dropped, a year over 2400 is taken as Buddhist era. Nil for anything else.
    public init?(iso text: some StringProtocol) {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let day = CivilDate(iso: halves[0]) else { return nil }
        var clock = halves[1].utf8[...]
        func number(_ count: Int, _ range: ClosedRange<Int>) -> Int? {
            guard clock.count >= count, clock.prefix(count).allSatisfy({ (48...57).contains($0) }) else { return nil }
            let value = clock.prefix(count).reduce(0) { $0 * 10 + Int($1) - 48 }
            clock = clock.dropFirst(count)
            return range.contains(value) ? value : nil
        }
        func takes(_ byte: UInt8) -> Bool {
            guard clock.first == byte else { return false }
            clock = clock.dropFirst()
            return true
        }
        guard let hour = number(2, 0...23), takes(58), let minute = number(2, 0...59) else { return nil }
        var second = 0
        if takes(58) {
            guard let read = number(2, 0...59) else { return nil }
            second = read
            if takes(46) {
                guard number(1, 0...9) != nil else { return nil }
                while number(1, 0...9) != nil {}
            }
        }
        var ahead = 0
        if !takes(90) {
            let isBehind = takes(45)
            guard isBehind || takes(43), let hours = number(2, 0...23), takes(58), let minutes = number(2, 0...59)
            else { return nil }
            ahead = (hours * 60 + minutes) * (isBehind ? -60 : 60)
        }
        guard clock.isEmpty else { return nil }
        self.init(
            seconds: (day.dayNumber - Moment.epochDay) * 86_400 + hour * 3600 + minute * 60 + second - ahead)
    }

    /// `2023-05-15T01:00:00Z`.
    public var utc: String { "\(Moment.text(seconds))Z" }
    /// `2023-05-15T08:00:00+07:00`.
    public var bangkok: String { "\(Moment.text(seconds + Moment.bangkokAhead))+07:00" }
    /// The day in Bangkok.
    public var day: CivilDate { Moment.day(seconds + Moment.bangkokAhead) }
    /// The minute of the day in Bangkok, 0...1439.
    public var minuteOfDay: Int { Moment.secondOfDay(seconds + Moment.bangkokAhead) / 60 }
    /// `08:00`, the clock of Bangkok.
    public var clock: String { "\(Moment.padded(minuteOfDay / 60)):\(Moment.padded(minuteOfDay % 60))" }

    /// So many seconds later, or earlier where negative.
    public func adding(seconds more: Int) -> Moment {
        let (sum, overflows) = seconds.addingReportingOverflow(more)
        return Moment(seconds: overflows ? (more > 0 ? Int.max : Int.min) : sum)
    }

    /// Seconds from an earlier moment to this one; negative when it was later.
    public func seconds(since other: Moment) -> Int { seconds - other.seconds }

    /// By time.
    public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

    private static func secondOfDay(_ seconds: Int) -> Int { (seconds % 86_400 + 86_400) % 86_400 }

    private static func day(_ seconds: Int) -> CivilDate {
        let number = epochDay + (seconds - secondOfDay(seconds)) / 86_400
        // Always a day of the calendar: `possible` bounds it.
        guard let day = CivilDate(dayNumber: number) else { preconditionFailure("a moment outside the calendar") }
        return day
    }

    private static func text(_ seconds: Int) -> String {
        let second = secondOfDay(seconds)
        return "\(day(seconds).iso)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

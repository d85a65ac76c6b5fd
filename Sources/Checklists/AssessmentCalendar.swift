public import GradingCore

/// When submissions are open (`calendar.json`).
public struct AssessmentCalendar: Sendable, Hashable {
    /// The days of one year's submission.
    public struct Window: Sendable, Hashable {
        /// First and last day.
        public var period: CivilPeriod
        /// False where the year's own days are not known and the usual ones stand in.
        public var isKnown: Bool
    }

    private var known: [Int: CivilPeriod] = [:]
    /// Month and day of the first and the last day, where a year has none of its own.
    private var usual: UsualDays?

    private struct MonthDay: Hashable {
        var month: Int
        var day: Int
    }
    private struct UsualDays: Hashable {
        var from: MonthDay
        var to: MonthDay
    }

    /// A calendar without any day.
    public init() {}

    /// The days in which answers of a fiscal year are handed in; nil where nothing is known.
    public func submission(of year: FiscalYear) -> Window? {
        if let period = known[year.year] { return Window(period: period, isKnown: true) }
        guard let usual,
            let from = CivilDate(year: year.commonEra, month: usual.from.month, day: usual.from.day),
            let to = CivilDate(year: year.commonEra, month: usual.to.month, day: usual.to.day)
        else { return nil }
        return CivilPeriod(from: from, to: to).map { Window(period: $0, isKnown: false) }
    }
}

extension AssessmentCalendar {
    /// Reads `calendar.json`.
    init(_ bytes: [UInt8], file: String, problems: inout [ChecklistProblem]) {
        guard let node = JSONNode.read(bytes, file: file, problems: &problems) else { return }
        var reader = NodeReader(node, file: file, path: "$", problems: &problems)
        _ = reader.string("why", problems: &problems)
        if var usual = reader.object("usual", problems: &problems) {
            if var days = usual.object("submission", problems: &problems) {
                let from = AssessmentCalendar.monthDay(days.string("from", problems: &problems))
                let to = AssessmentCalendar.monthDay(days.string("to", problems: &problems))
                if let from, let to {
                    self.usual = UsualDays(from: from, to: to)
                } else {
                    problems.append(days.problem("must be days such as 03-01"))
                }
                days.finish(problems: &problems)
            }
            usual.finish(problems: &problems)
        }
        for var entry in reader.objects("years", problems: &problems) {
            let year = entry.integer("year", default: nil, problems: &problems)
            if var days = entry.object("submission", problems: &problems) {
                let from = CivilDate(iso: days.string("from", problems: &problems))
                let to = CivilDate(iso: days.string("to", problems: &problems))
                if let from, let to, let period = CivilPeriod(from: from, to: to) {
                    known[year] = period
                } else {
                    problems.append(days.problem("must be two days such as 2023-03-01, the earlier first"))
                }
                days.finish(problems: &problems)
            }
            entry.finish(problems: &problems)
        }
        reader.finish(problems: &problems)
    }

    /// Nil for anything but `03-01`; 29 February is no day of every year.
    private static func monthDay(_ text: String) -> MonthDay? {
        guard let date = CivilDate(iso: "2023-" + text) else { return nil }
        return MonthDay(month: date.month, day: date.day)
    }
}

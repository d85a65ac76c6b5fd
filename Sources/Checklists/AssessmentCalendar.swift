public import GradingCore

/// The days of one year's assessment, from `calendars/`.
public struct AssessmentCalendar: Sendable, Hashable {
    /// A date that the agency must keep.
    public struct Deadline: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable {
            case submission, objections
        }
        public var kind: Kind
        public var day: CivilDate
    }

    /// How often watched links, contents and items are looked at, in seconds, all greater than 0.
    public struct GuardPace: Sendable, Hashable {
        public var link: Int
        public var content: Int
        public var audit: Int
    }

    public var fiscalYear: FiscalYear
    /// Agencies submit their answers.
    public var submission: CivilPeriod
    /// The addresses are read.
    public var inspection: CivilPeriod
    /// Results can be objected to.
    public var objections: CivilPeriod
    /// For the guard window.
    public var pace: GuardPace
    /// Days before a deadline on which people are reminded, descending.
    public var reminders: [Int]
    /// False where the days of this very year are not known and the usual ones stand in.
    public var isKnown: Bool

    /// From the first day of submission to the last of objections.
    public var guardWindow: CivilPeriod {
        CivilPeriod(from: submission.from, to: max(submission.to, objections.to)) ?? submission
    }

    public var deadlines: [Deadline] {
        [Deadline(kind: .submission, day: submission.to), Deadline(kind: .objections, day: objections.to)]
    }
}

/// The calendars of all years.
public struct AssessmentCalendars: Sendable, Hashable {
    private var years: [Int: AssessmentCalendar] = [:]
    private var usual: CalendarDays?

    /// No year's.
    public init() {}

    /// Of one year; nil where neither its own days nor usual ones are known.
    public func calendar(of year: FiscalYear) -> AssessmentCalendar? {
        years[year.year] ?? usual?.calendar(year, isKnown: false)
    }

    /// Reads `calendars/usual.json`, whose days are `03-01`, and `calendars/2566.json`, whose days are `2023-03-01`.
    init(files: [String: [UInt8]], problems: inout [ChecklistProblem]) {
        for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
            guard file.hasPrefix("calendars/"), file.hasSuffix(".json") else { continue }
            let name = file.dropFirst(10).dropLast(5)
            let year = name == "usual" ? nil : Int(name)
            guard name == "usual" || year.map({ (2400...2700).contains($0) }) == true else {
                problems.append(
                    ChecklistProblem(file: file, path: "$", message: "the name must be usual or a fiscal year"))
                continue
            }
            guard let days = CalendarDays(bytes, file: file, isUsual: year == nil, problems: &problems) else {
                continue
            }
            if let year {
                years[year] = days.calendar(FiscalYear(year), isKnown: true)
            } else {
                usual = days
            }
        }
    }
}

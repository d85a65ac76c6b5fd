import FoundationEssentials
public import GradingCore

/// The dates of one year's assessment, from `checklists/calendars`.
public struct AssessmentCalendar: Sendable, Hashable {
    /// A date that the agency must keep.
    public struct Deadline: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable {
            case submission, objections
        }
        public var kind: Kind
        public var day: CivilDate
    }

    public var fiscalYear: FiscalYear
    /// Agencies submit their addresses.
    public var submission: CivilPeriod
    /// The addresses are read.
    public var inspection: CivilPeriod
    /// Results can be objected to.
    public var objections: CivilPeriod
    /// How often links are looked at from the beginning of submission to the end of objections.
    public var pace: Pace
    /// Days before a deadline on which people are reminded, descending.
    public var reminders: [Int]
    /// True when the dates of this very year are known; else they are those of other years.
    public var isOfItsYear: Bool

    /// From the first day of submission to the last of objections.
    public var guardWindow: CivilPeriod {
        CivilPeriod(from: submission.from, to: max(submission.to, objections.to)) ?? submission
    }

    public var deadlines: [Deadline] {
        [Deadline(kind: .submission, day: submission.to), Deadline(kind: .objections, day: objections.to)]
    }
}

/// Why a calendar cannot be used.
public struct CalendarFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
}

/// All calendars of a data folder.
public struct AssessmentCalendars: Sendable {
    private var years: [Int: CalendarDocument] = [:]
    private var usual: CalendarDocument?

    /// None.
    public init() {}

    /// From the files by name: `2566.json` holds dates, `usual.json` days of the year (`03-01`) for all others.
    public init(files: [String: [UInt8]]) throws(CalendarFault) {
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".json") {
            let document: CalendarDocument
            do { document = try JSONDecoder().decode(CalendarDocument.self, from: Data(bytes)) } catch {
                throw CalendarFault(description: "calendars/\(name): \(error)")
            }
            let year = FiscalYear(document.fiscalYear ?? 2566)
            guard document.calendar(year) != nil else {
                throw CalendarFault(
                    description: "calendars/\(name): a day is none, or a span ends before it begins")
            }
            if name == "usual.json" { usual = document } else { years[year.year] = document }
        }
    }

    /// Of one year; nil where neither its own dates nor usual ones are there.
    public func calendar(of year: FiscalYear) -> AssessmentCalendar? {
        (years[year.year] ?? usual)?.calendar(year)
    }
}

/// A calendar as its file has it. Days are `2023-03-01`, or `03-01` of the year in which the fiscal year ends.
private struct CalendarDocument: Decodable {
    struct Span: Decodable {
        var from: String
        var to: String
    }
    struct Intervals: Decodable {
        var link: Int
        var content: Int
        var audit: Int

        private enum CodingKeys: String, CodingKey {
            case link = "link_seconds"
            case content = "content_seconds"
            case audit = "audit_seconds"
        }
    }
    var fiscalYear: Int?
    var submission: Span
    var inspection: Span
    var objections: Span
    var pace: Intervals
    var reminders: [Int]

    private enum CodingKeys: String, CodingKey {
        case fiscalYear = "fiscal_year"
        case reminders = "reminder_days"
        case pace = "guard_pace"
        case submission, inspection, objections
    }

    func calendar(_ year: FiscalYear) -> AssessmentCalendar? {
        func day(_ text: String) -> CivilDate? {
            CivilDate(iso: text.utf8.count == 5 ? "\(year.commonEra)-\(text)" : text)
        }
        func period(_ span: Span) -> CivilPeriod? {
            guard let from = day(span.from), let to = day(span.to) else { return nil }
            return CivilPeriod(from: from, to: to)
        }
        guard let submission = period(submission), let inspection = period(inspection),
            let objections = period(objections), pace.link >= Pace.least, pace.content > 0, pace.audit > 0
        else { return nil }
        return AssessmentCalendar(
            fiscalYear: year, submission: submission, inspection: inspection, objections: objections,
            pace: Pace(link: pace.link, content: pace.content, audit: pace.audit),
            reminders: reminders.filter { $0 >= 0 }.sorted(by: >), isOfItsYear: fiscalYear != nil)
    }
}

import GradingCore

/// One file of `calendars/`, checked: its days belong to a year, or to every year.
struct CalendarDays: Sendable, Hashable {
    private struct Span: Sendable, Hashable {
        var from: CivilDate
        var to: CivilDate
    }

    private var submission: Span
    private var inspection: Span
    private var objections: Span
    private var pace: AssessmentCalendar.GuardPace
    private var reminders: [Int]

    /// The year in which days of every year are kept; it has no 29 February, as most years have none.
    private static let anyYear = 2023

    /// Nil with a problem for everything that is missing or cannot be.
    init?(_ bytes: [UInt8], file: String, isUsual: Bool, problems: inout [ChecklistProblem]) {
        guard let node = JSONNode.read(bytes, file: file, problems: &problems) else { return nil }
        let before = problems.count
        var reader = NodeReader(node, file: file, path: "$", problems: &problems)
        _ = reader.string("why", problems: &problems)
        let spans = ["submission", "inspection", "objections"].map {
            CalendarDays.span($0, of: &reader, isUsual: isUsual, problems: &problems)
        }
        pace = CalendarDays.pace(of: &reader, problems: &problems)
        reminders = reader.list("reminder_days", required: true, problems: &problems).compactMap { entry in
            if case .integer(let days) = entry, days >= 0 { return days }
            problems.append(reader.problem("must be days, 0 or more", at: "reminder_days"))
            return nil
        }.sorted(by: >)
        reader.finish(problems: &problems)
        guard problems.count == before, let submission = spans[0], let inspection = spans[1], let objections = spans[2]
        else { return nil }
        (self.submission, self.inspection, self.objections) = (submission, inspection, objections)
    }

    /// The days in the year in which a fiscal year ends.
    func calendar(_ year: FiscalYear, isKnown: Bool) -> AssessmentCalendar? {
        func period(_ span: Span) -> CivilPeriod? {
            if isKnown { return CivilPeriod(from: span.from, to: span.to) }
            guard let from = CivilDate(year: year.commonEra, month: span.from.month, day: span.from.day),
                let to = CivilDate(year: year.commonEra, month: span.to.month, day: span.to.day)
            else { return nil }
            return CivilPeriod(from: from, to: to)
        }
        guard let submission = period(submission), let inspection = period(inspection),
            let objections = period(objections)
        else { return nil }
        return AssessmentCalendar(
            fiscalYear: year, submission: submission, inspection: inspection, objections: objections, pace: pace,
            reminders: reminders, isKnown: isKnown)
    }

    private static func span(
        _ name: String, of reader: inout NodeReader, isUsual: Bool, problems: inout [ChecklistProblem]
    ) -> Span? {
        guard var days = reader.object(name, problems: &problems) else { return nil }
        func day(_ text: String) -> CivilDate? { CivilDate(iso: isUsual ? "\(anyYear)-\(text)" : text) }
        let from = day(days.string("from", problems: &problems))
        let to = day(days.string("to", problems: &problems))
        days.finish(problems: &problems)
        guard let from, let to, from <= to else {
            let shape = isUsual ? "03-01" : "2023-03-01"
            problems.append(days.problem("must be two days such as \(shape), the earlier first"))
            return nil
        }
        return Span(from: from, to: to)
    }

    private static func pace(
        of reader: inout NodeReader, problems: inout [ChecklistProblem]
    ) -> AssessmentCalendar.GuardPace {
        guard var pace = reader.object("guard_pace", problems: &problems) else {
            return AssessmentCalendar.GuardPace(link: 0, content: 0, audit: 0)
        }
        let read = AssessmentCalendar.GuardPace(
            link: pace.integer("link_seconds", default: nil, problems: &problems),
            content: pace.integer("content_seconds", default: nil, problems: &problems),
            audit: pace.integer("audit_seconds", default: nil, problems: &problems))
        pace.finish(problems: &problems)
        if read.link < 60 || read.content < 60 || read.audit < 60 {
            problems.append(pace.problem("must be seconds, 60 at least"))
        }
        return read
    }
}

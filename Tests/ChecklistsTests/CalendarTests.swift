import Checklists
import GradingCore
import Testing

@Suite struct CalendarTests {
    private static let rest =
        #""inspection": {"from": "05-01", "to": "05-31"}, "objections": {"from": "06-01", "to": "06-30"}, "guard_pace": {"link_seconds": 1800, "content_seconds": 86400, "audit_seconds": 604800}, "reminder_days": [1, 14]"#
    private static let usual = #"{"why": "x", "submission": {"from": "03-01", "to": "04-30"}, \#(rest)}"#

    private func calendars(_ files: [String: String]) throws(ChecklistProblems) -> AssessmentCalendars {
        try ChecklistLibrary(files: files.mapValues { Array($0.utf8) }).calendars
    }

    @Test func `the usual days serve every year, and say that they are the usual ones`() throws {
        let calendars = try calendars(["calendars/usual.json": Self.usual])
        for year in 2562...2575 {
            let calendar = try #require(calendars.calendar(of: FiscalYear(year)))
            #expect(!calendar.isKnown && calendar.fiscalYear.year == year && calendar.reminders == [14, 1])
            #expect(calendar.submission.from.iso == "\(year - 543)-03-01")
            #expect(calendar.guardWindow.to == calendar.objections.to)
        }
        #expect(try self.calendars([:]).calendar(of: FiscalYear(2566)) == nil)
    }

    @Test func `a year's own days come before the usual ones`() throws {
        let own = Self.usual.replacing("03-01", with: "2023-02-01").replacing("04-30", with: "2566-03-15")
            .replacing("05-", with: "2023-05-").replacing("06-", with: "2023-06-")
        let calendars = try calendars(["calendars/usual.json": Self.usual, "calendars/2566.json": own])
        let calendar = try #require(calendars.calendar(of: FiscalYear(2566)))
        #expect(calendar.isKnown && calendar.submission.from.iso == "2023-02-01")
        #expect(calendar.submission.to.iso == "2023-03-15")
        #expect(calendars.calendar(of: FiscalYear(2567))?.submission.to.iso == "2024-04-30")
    }

    @Test(arguments: [
        ("usual", "{}"), ("usual", "[]"), ("usual", "{"), ("2566", usual), ("spring", usual), ("12", usual),
        ("usual", usual.replacing("03-01", with: "3-1")), ("usual", usual.replacing("03-01", with: "02-29")),
        ("usual", usual.replacing("03-01", with: "04-31")), ("usual", usual.replacing("03-01", with: "05-01")),
        ("usual", usual.replacing("1800", with: "0")), ("usual", usual.replacing("[1, 14]", with: "[-1]")),
        ("usual", usual.replacing("inspection", with: "inspektion")),
    ])
    func `a calendar that cannot be is a problem of its file`(name: String, text: String) {
        let file = "calendars/\(name).json"
        let problems = #expect(throws: ChecklistProblems.self) { try self.calendars([file: text]) }
        #expect(problems?.problems.allSatisfy { $0.description.contains(file) } == true)
    }
}

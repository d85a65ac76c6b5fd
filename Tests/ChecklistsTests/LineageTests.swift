import Checklists
import GradingCore
import Testing

@Suite struct LineageTests {
    private func problems(_ name: String, _ text: String) -> [String] {
        let files = [
            "topics/contact/topic.json": Array(ProblemTests.topic.utf8),
            "years/2566.json": Array(ProblemTests.year.utf8),
            name: Array(text.utf8),
        ]
        do {
            _ = try ChecklistLibrary(files: files)
            return []
        } catch { return error.problems.map(\.description) }
    }

    @Test(arguments: [
        (#"{"why": "x", "wholes": [{"topic": "contact", "parts": ["gone"]}]}"#, "gone"),
        (#"{"why": "x", "wholes": [{"topic": "contact", "parts": ["contact"], "asks": ["fax"]}]}"#, "fax"),
        (#"{"why": "x", "holes": []}"#, "holes"), (#"{"why": "x", "wholes": [{"topic": "contact"}]}"#, "parts"),
    ])
    func `a relation that names what is not there is a problem of its file`(text: String, named: String) {
        let found = problems("lineage.json", text)
        #expect(
            !found.isEmpty && found.allSatisfy { $0.contains("lineage.json") } && found.contains { $0.contains(named) })
    }

    @Test(arguments: [
        #"{"why": "x", "usual": {"submission": {"from": "3-1", "to": "04-30"}}}"#,
        #"{"why": "x", "usual": {"submission": {"from": "02-29", "to": "04-30"}}}"#,
        #"{"why": "x", "usual": {"submission": {"from": "03-01", "to": "04-30"}}, "years": [{"year": 2566, "submission": {"from": "2023-04-30", "to": "2023-03-01"}}]}"#,
        #"{"why": "x"}"#,
    ])
    func `a calendar without days is a problem of its file`(text: String) {
        let found = problems("calendar.json", text)
        #expect(!found.isEmpty && found.allSatisfy { $0.contains("calendar.json") })
    }

    @Test func `a year's own days come before the usual ones`() throws {
        let files = [
            "topics/contact/topic.json": Array(ProblemTests.topic.utf8),
            "years/2566.json": Array(ProblemTests.year.utf8),
            "calendar.json": Array(
                #"{"why": "x", "usual": {"submission": {"from": "03-01", "to": "04-30"}}, "years": [{"year": 2566, "submission": {"from": "2566-02-01", "to": "2566-03-15"}}]}"#
                    .utf8),
        ]
        let calendar = try ChecklistLibrary(files: files).calendar
        let own = try #require(calendar.submission(of: FiscalYear(2566)))
        #expect(own.isKnown && own.period.from.iso == "2023-02-01" && own.period.to.iso == "2023-03-15")
        let usual = try #require(calendar.submission(of: FiscalYear(2567)))
        #expect(!usual.isKnown && usual.period.to.iso == "2024-04-30")
    }
}

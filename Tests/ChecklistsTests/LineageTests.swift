import Checklists
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
}

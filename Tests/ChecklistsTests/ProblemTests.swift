import Checklists
import GradingCore
import Testing

@Suite struct ProblemTests {
    static let topic = """
        {"topic": "contact", "title": {"th": "ข้อมูลการติดต่อ", "en": "Contact"}, "names": ["ข้อมูลการติดต่อ"], "accepts": ["page"],
         "elements": [{"id": "phone", "title": {"th": "โทรศัพท์", "en": "Telephone"}, "confidence": "high", "match": {"pattern": "phone"}}],
         "advice": {"th": "ลงเบอร์โทร", "en": "Publish a number."}}
        """
    static let year = """
        {"year": 2566, "title": {"th": "ก", "en": "a"}, "provenance": "verified", "notes": [],
         "scoring": {"rounding": "half-up-cascade", "pass_mark": "85.00", "instruments": [
            {"id": "OIT", "weight_percent": 100, "indicators": ["9"]}],
            "levels": {"kind": "bands", "bands": [{"name": "A", "from": "0.00"}]}},
         "indicators": [{"id": "9", "title": {"th": "ก", "en": "a"}, "sub_indicators": [{"id": "9.1", "title": {"th": "ก", "en": "a"},
            "items": [{"id": "o1", "topic": "contact", "title": {"th": "ก", "en": "a"}, "currency": "current-state",
                       "elements": ["phone"], "confidence": "high", "evidence": [], "sources": ["s"]}]}]}]}
        """

    private func problems(topic: String = topic, year: String = year) -> [String] {
        let files = ["topics/contact/topic.json": Array(topic.utf8), "years/2566.json": Array(year.utf8)]
        do {
            _ = try ChecklistLibrary(files: files)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test("a sound topic and year load without problems")
    func sound() { #expect(problems().isEmpty) }

    @Test(
        "a mistake is named with its file and path",
        arguments: [
            ("\"pattern\": \"phone\"", "\"pattern\": \"fone\"", "$.elements[0].match.pattern"),
            ("\"confidence\": \"high\"", "\"confidence\": \"sure\"", "$.elements[0].confidence"),
            ("\"names\": [\"ข้อมูลการติดต่อ\"]", "\"names\": []", "$.names"),
            ("\"accepts\": [\"page\"]", "\"acepts\": [\"page\"]", "$.acepts"),
            ("\"topic\": \"contact\"", "\"topic\": \"kontakt\"", "$.topic"),
            ("{\"pattern\": \"phone\"}", "{\"phrase\": [\"ก\"], \"at_least\": 2}", "$.elements[0].match.at_least"),
            ("{\"pattern\": \"phone\"}", "{\"any\": []}", "$.elements[0].match.any"),
            (
                "{\"pattern\": \"phone\"}", "{\"all\": [{\"table\": {\"heads\": [[]]}}]}",
                "$.elements[0].match.all[0].table.heads[0]"
            ),
        ])
    func topicProblems(sound: String, broken: String, path: String) {
        let found = problems(topic: Self.topic.replacing(sound, with: broken))
        #expect(found.contains { $0.hasPrefix("topics/contact/topic.json: \(path): ") }, "\(found)")
    }

    @Test(
        "a mistake in a year is named with its file and path",
        arguments: [
            (
                "\"currency\": \"current-state\"", "\"currency\": \"sometimes\"",
                "$.indicators[0].sub_indicators[0].items[0].currency"
            ),
            (
                "\"elements\": [\"phone\"]", "\"elements\": [\"fax\"]",
                "$.indicators[0].sub_indicators[0].items[0].elements[0]"
            ),
            ("\"weight_percent\": 100", "\"weight_percent\": 40", "$.scoring.instruments"),
            ("\"pass_mark\": \"85.00\"", "\"pass_mark\": \"85\"", "$.scoring.pass_mark"),
            ("\"year\": 2566", "\"year\": 2023", "$.year"),
            ("\"topic\": \"contact\"", "\"topic\": \"none\"", "$.indicators[0].sub_indicators[0].items[0].topic"),
        ])
    func yearProblems(sound: String, broken: String, path: String) {
        let found = problems(year: Self.year.replacing(sound, with: broken))
        #expect(found.contains { $0.hasPrefix("years/2566.json: \(path): ") }, "\(found)")
    }

    @Test("all problems are reported together")
    func together() {
        let broken = Self.topic.replacing("\"pattern\": \"phone\"", with: "\"pattern\": \"fone\"")
            .replacing("\"accepts\": [\"page\"]", with: "\"accepts\": [\"parchment\"]")
        #expect(problems(topic: broken, year: Self.year.replacing("\"year\": 2566", with: "\"year\": 1")).count >= 3)
    }

    @Test("bytes that are no JSON are a problem, not a crash", arguments: ["", "{", "[1,2", "\u{0}", "nul"])
    func noJSON(text: String) { #expect(problems(topic: text).contains { $0.contains("not valid JSON") }) }

    @Test("a list of another assessment, with one indicator and other ids, is just data")
    func otherAssessment() throws {
        let school = Self.year.replacing("\"o1\"", with: "\"MOIT 1\"").replacing("\"9\"", with: "\"M\"")
        let library = try ChecklistLibrary(
            files: ["topics/contact/topic.json": Array(Self.topic.utf8), "years/2566.json": Array(school.utf8)])
        #expect(library.year(2566)?.items.map(\.id) == [ItemID("MOIT 1")])
        #expect(library.year(2566)?.framework.instruments.first?.indicators.map(\.id) == ["M"])
    }
}

import Checklists
import Foundation
import GradingCore
import TestSupport
import Testing

/// The published schemas, applied by a validator that is not ours: Python's jsonschema (Debian package
/// python3-jsonschema). Without it these tests fail; they are never skipped.
@Suite struct ChecklistSchemaTests {
    private static let checklists = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "checklists")

    /// Exit 0: all valid, 3: some not, anything else: not validated. One line for each error: file, path, message.
    private static let script = """
        import json, sys
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            sys.exit("python3-jsonschema is missing: apt-get install python3-jsonschema")
        schema = json.load(open(sys.argv[1], encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        bad = 0
        for name in sys.argv[2:]:
            for error in Draft202012Validator(schema).iter_errors(json.load(open(name, encoding="utf-8"))):
                bad += 1
                print(name, error.json_path + ":", error.message[:300])
        sys.exit(3 if bad else 0)
        """

    private static func schema(_ kind: String) -> URL { checklists.appending(path: "schema/\(kind).schema.json") }

    private static func validation(
        _ kind: String, of files: [String], options: [String] = []
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = options + ["-c", script, schema(kind).path] + files
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private static func validation(
        _ kind: String, ofText text: String
    ) async throws -> (status: Int32, output: String) {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "\(kind).json")
            try Data(text.utf8).write(to: file)
            return try validation(kind, of: [file.path])
        }
    }

    private static func files(_ kind: String) throws -> [String] {
        func names(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: checklists.appending(path: folder).path)
                .filter { !$0.hasPrefix(".") }.sorted().map { checklists.appending(path: "\(folder)/\($0)").path }
        }
        switch kind {
        case "topic": return try names("topics").map { "\($0)/topic.json" }
        case "cases": return try names("topics").map { "\($0)/cases/cases.json" }
        default: return try names("years").filter { $0.hasSuffix(".json") }
        }
    }

    @Test("every topic, year and case file validates", arguments: ["topic", "year", "cases"])
    func bundled(kind: String) throws {
        let files = try Self.files(kind)
        try #require(!files.isEmpty)
        let result = try Self.validation(kind, of: files)
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output == "")
    }

    private static let cases = """
        [{"file": "satisfied-number-and-map.html", "year": 2566, "as_of": "2023-05-15",
          "agency": {"name": "องค์การบริหารส่วนตำบลตัวอย่าง", "type": "sao"}, "url": "http://www.tuayang.example/contact.php",
          "expected": "satisfied", "reason": "satisfied", "why": "a number and a map"}]
        """

    @Test("the smallest sound files validate", arguments: ["topic", "year", "cases"])
    func sound(kind: String) async throws {
        let result = try await Self.validation(kind, ofText: Self.soundText(kind))
        #expect(result.status == 0, "\(result.output)")
    }

    private static func soundText(_ kind: String) -> String {
        switch kind {
        case "topic": ProblemTests.topic
        case "year": ProblemTests.year
        default: cases
        }
    }

    /// Kind, sound text, what stands there instead, and where the validator finds fault.
    private static let broken: [(kind: String, sound: String, broken: String, path: String)] = [
        ("topic", #""topic": "contact""#, #""topic": "Contact Us""#, "$.topic"),
        ("topic", #""accepts": ["page"]"#, #""acepts": ["page"]"#, "$"),
        ("topic", #""accepts": ["page"]"#, #""accepts": ["parchment"]"#, "$.accepts[0]"),
        ("topic", #""accepts""#, #""signals": [{"phrase": "ก", "weight": 4}], "accepts""#, "$.signals[0].weight"),
        ("topic", #""accepts""#, #""against": [{"phrase": "ก", "in": ["menu"]}], "accepts""#, "$.against[0].in[0]"),
        ("topic", #""names": ["ข้อมูลการติดต่อ"]"#, #""names": []"#, "$.names"),
        ("topic", #", "en": "Contact"}"#, "}", "$.title"),
        ("topic", #""confidence": "high""#, #""confidence": "sure""#, "$.elements[0].confidence"),
        ("topic", #""match":"#, #""owed_by": ["temple"], "match":"#, "$.elements[0].owed_by[0]"),
        ("topic", #""match":"#, #""fails_as": "outdated", "match":"#, "$.elements[0].fails_as"),
        ("topic", #"{"pattern": "phone"}"#, #"{"pattern": "fone"}"#, "$.elements[0].match"),
        ("topic", #"{"pattern": "phone"}"#, #"{"pattern": "phone", "image": {}}"#, "$.elements[0].match"),
        ("topic", #"{"pattern": "phone"}"#, #"{"all": [{"any": [{"none": []}]}]}"#, "$.elements[0].match"),
        ("topic", #"{"pattern": "phone"}"#, #"{"any": [{"table": {"heads": [[]]}}]}"#, "$.elements[0].match"),
        ("topic", #"{"pattern": "phone"}"#, #"{"link": {"furniture": true}}"#, "$.elements[0].match"),
        ("year", #""year": 2566"#, #""year": 2023"#, "$.year"),
        ("year", #""provenance": "verified""#, #""provenance": "rumoured""#, "$.provenance"),
        ("year", #""pass_mark": "85.00""#, #""pass_mark": "85""#, "$.scoring.pass_mark"),
        ("year", #""from": "0.00""#, #""from": "0.00", "each_instrument_from": "0.00""#, "$.scoring.levels"),
        ("year", #""kind": "bands""#, #""kind": "instrument-bands""#, "$.scoring.levels"),
        ("year", #""current-state""#, #""no-date+sometimes""#, "$.indicators[0].sub_indicators[0].items[0].currency"),
        ("year", #""sources": ["s"]"#, #""sources": []"#, "$.indicators[0].sub_indicators[0].items[0].sources"),
        ("year", #", "sources": ["s"]"#, "", "$.indicators[0].sub_indicators[0].items[0]"),
        ("year", #""elements": ["phone"]"#, #""elements": []"#, "$.indicators[0].sub_indicators[0].items[0].elements"),
        ("cases", #""expected": "satisfied""#, #""expected": "passed""#, "$[0].expected"),
        ("cases", #""expected": "satisfied""#, #""expected": "unsatisfied""#, "$[0]"),
        ("cases", #""reason": "satisfied""#, #""reason": "old""#, "$[0].reason"),
        ("cases", #""reason": "satisfied""#, #""reason": "outdated""#, "$[0]"),
        ("cases", #""type": "sao""#, #""type": "temple""#, "$[0].agency.type"),
        ("cases", #""as_of": "2023-05-15""#, #""as_of": "2566-05-15""#, "$[0].as_of"),
        ("cases", ".example/", ".go.th/", "$[0].url"),
        ("cases", #", "why": "a number and a map""#, "", "$[0]"),
    ]

    @Test("a broken file is refused where it is broken", arguments: broken)
    func refused(kind: String, sound: String, broken: String, path: String) async throws {
        let text = Self.soundText(kind)
        let changed = text.replacing(sound, with: broken, maxReplacements: 1)
        try #require(changed != text)
        let result = try await Self.validation(kind, ofText: changed)
        #expect(result.status == 3, "\(result.output)")
        #expect(result.output.contains(" \(path): "), "\(result.output)")
    }

    @Test("a missing validator is a failure, never a pass")
    func missingValidator() throws {
        // -I -S hides every installed package from Python.
        let result = try Self.validation("year", of: Self.files("year"), options: ["-I", "-S"])
        #expect(result.status != 0 && result.status != 3)
        #expect(result.output.contains("python3-jsonschema is missing"))
    }

    // MARK: The schemas and the program know the same words

    /// The `enum` of each definition of a schema, by name.
    private static func words(_ file: URL) throws -> [String: [String]] {
        let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let definitions = try #require(schema?["$defs"] as? [String: [String: Any]])
        return definitions.compactMapValues { $0["enum"] as? [String] }
    }

    private static func raw<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> [String]
    where Word.RawValue == String { Word.allCases.map(\.rawValue) }

    @Test("words of topics are those of the program")
    func topicWords() throws {
        let words = try Self.words(Self.schema("topic"))
        #expect(words["place"] == Self.raw(Place.self))
        #expect(words["evidenceKind"] == Self.raw(EvidenceKind.self))
        #expect(words["confidence"] == Self.raw(ClaimConfidence.self))
        #expect(words["agencyType"] == Self.raw(AgencyType.self))
        #expect(words["missingReason"] == Self.raw(MissingReason.self))
        let patterns = try #require(words["textPattern"]).joined(separator: ", ")
        let topic = ProblemTests.topic.replacing(#""pattern": "phone""#, with: #""pattern": "fone""#)
        let problems = #expect(throws: ChecklistProblems.self) {
            try ChecklistLibrary(files: ["topics/contact/topic.json": Array(topic.utf8)])
        }
        #expect(problems?.problems.contains { $0.message.hasSuffix("is not one of: \(patterns)") } == true)
    }

    @Test("words of years are those of the program")
    func yearWords() throws {
        let words = try Self.words(Self.schema("year"))
        let codes = Self.raw(CurrencyCode.self)
        #expect(words["currencyCode"] == codes)
        #expect(words["confidence"] == Self.raw(ClaimConfidence.self))
        #expect(words["agencyType"] == Self.raw(AgencyType.self))
        let text = try String(contentsOf: Self.schema("year"), encoding: .utf8)
        let choice = "(\(codes.joined(separator: "|")))"
        #expect(text.contains(#""pattern": "^\#(choice)(\\+\#(choice))*$""#))
    }

    @Test("verdicts, reasons and agency types of cases are those of reports and topics")
    func caseWords() throws {
        let words = try Self.words(Self.schema("cases"))
        let report = try Self.words(Self.checklists.appending(path: "../reports/schema/oit-report-1.json"))
        #expect(words["verdict"] == report["verdict"])
        #expect(words["reason"] == report["reason_code"])
        #expect(words["agencyType"] == Self.raw(AgencyType.self))
    }
}

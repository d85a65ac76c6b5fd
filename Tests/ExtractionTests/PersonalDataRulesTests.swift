import Foundation
import Testing
import ThaiText

@testable import Extraction

/// The vocabulary of the program.
func bundledPersonalDataRules() throws -> PersonalDataRules {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try PersonalDataRules(json: Array(try Data(contentsOf: root.appending(path: "rules/personal-data.json"))))
}

@Suite("words for personal data") struct PersonalDataRulesTests {
    private func problems(_ json: String) -> [String] {
        do {
            _ = try PersonalDataRules(json: Array(json.utf8))
            return []
        } catch {
            return error.problems.map { "\($0.path) \($0.message)" }
        }
    }

    /// A file with every list, of which some are replaced.
    private func file(_ replaced: [String: String] = [:], without: String = "") -> String {
        let lists = PersonalDataWord.allCases.map(\.rawValue).filter { $0 != without }.map { id in
            replaced[id] ?? #"{"id": "\#(id)", "why": "test", "words": ["คำ \#(id)"]}"#
        }
        return #"{"schema": "oit-personal-data/1", "why": "test", "lists": [\#(lists.joined(separator: ","))]}"#
    }

    @Test("the bundled words are valid")
    func bundled() throws { _ = try bundledPersonalDataRules() }

    @Test("a file with every list is valid")
    func complete() { #expect(problems(file()) == []) }

    @Test("what is no JSON, no object or of another schema is refused")
    func shape() {
        #expect(problems("{").first?.hasPrefix("$ The file is not valid JSON") == true)
        #expect(problems("[]") == ["$ The file must hold an object."])
        #expect(problems(#"{"schema": "oit-personal-data/2", "why": "x", "lists": 1}"#).count == 2)
    }

    @Test("all problems are told at once, each with its path")
    func allProblems() {
        let bad = #"{"id": "banks", "words": ["ธนาคาร", "ธนา คาร", "ก", "", 5], "note": 1}"#
        let found = problems(file(["banks": bad], without: "works"))
        let path = "$.lists[\(PersonalDataWord.allCases.firstIndex(of: .bank) ?? 0)]"
        #expect(
            found == [
                "\(path).note Unknown key; known are id, why, words.",
                "\(path).why Must be a text that is not empty.",
                "\(path).words[1] The word ธนา คาร is there twice.",
                "\(path).words[3] Must be a text that is not empty.",
                "\(path).words[4] Must be a text that is not empty.",
                "$.lists The list works is missing.",
            ])
    }

    @Test("a list under an unknown or a second name is refused")
    func names() {
        let unknown = #"{"id": "bankers", "why": "test", "words": ["นายธนาคาร"]}"#
        #expect(problems(file(["banks": unknown])).contains { $0.contains("Must be one of citizen_number_labels") })
        let twice = #"{"id": "vendors", "why": "test", "words": ["ร้าน"]}"#
        #expect(problems(file(["banks": twice])).contains { $0.hasSuffix("The list vendors is there twice.") })
        let short = #"{"id": "banks", "why": "test", "words": ["."]}"#
        #expect(problems(file(["banks": short])).contains { $0.hasSuffix("The word is too short to tell anything.") })
    }
}

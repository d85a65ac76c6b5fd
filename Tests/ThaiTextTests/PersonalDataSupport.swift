import Foundation
import Testing
import ThaiText

/// The vocabulary of the program, read without the program's own reader.
enum PersonalDataSupport {
    private struct File: Decodable {
        struct List: Decodable {
            var id: String
            var words: [String]
        }
        var lists: [List]
    }

    static let rules: PersonalDataRules = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var words: [PersonalDataWord: [String]] = [:]
        do {
            let data = try Data(contentsOf: root.appending(path: "rules/personal-data.json"))
            for list in try JSONDecoder().decode(File.self, from: data).lists {
                if let kind = PersonalDataWord(rawValue: list.id) { words[kind] = list.words }
            }
        } catch {
            Issue.record("rules/personal-data.json: \(error)")
        }
        return PersonalDataRules(words: words)
    }()

    /// What is found in one text: kind and canonical digits.
    static func found(_ text: String) -> [String] {
        personalData(in: NormalisedText(text), rules: rules).map { "\($0.kind) \($0.key)" }
    }

    /// What is found in the cells of one row under their heads.
    static func found(_ cells: [String], heads: [String] = [], isRoster: Bool = false) -> [String] {
        let parts = cells.enumerated().map { column, text in
            PersonalDataPart(
                text: NormalisedText(text), head: column < heads.count ? rules.words(in: heads[column]) : [])
        }
        return personalData(in: parts, context: PersonalDataContext(isRoster: isRoster), rules: rules)
            .map { "\($0.kind) \($0.key)" }
    }

    /// A citizen's number of twelve given digits.
    static func citizenNumber(_ twelve: [Int]) -> String {
        let sum = twelve.enumerated().reduce(0) { $0 + $1.element * (13 - $1.offset) }
        return twelve.map(String.init).joined() + String((11 - sum % 11) % 10)
    }
}

import FoundationEssentials
import Reporting

/// Words beside which a number counts visitors or tells the time (`rules/watch.json`): such a number is no content.
public struct CounterWords: Sendable {
    private let words: [String]

    /// No words: only what is seen to vary is set aside.
    public static let none = CounterWords(words: [])

    private init(words: [String]) { self.words = words }

    /// From the rules file; throws where it is none.
    public init(json: [UInt8]) throws {
        struct Document: Decodable {
            struct Entry: Decodable {
                var words: [String]
            }
            var counters: [Entry]
        }
        let document = try JSONDecoder().decode(Document.self, from: Data(json))
        words = document.counters.flatMap(\.words).map { $0.lowercased() }.filter { !$0.isEmpty }
    }

    /// True for two lines that differ in nothing but numbers beside such words, or in the time of day.
    func explain(_ older: String, _ newer: String) -> Bool {
        guard TextDifference(from: [older], to: [newer]).differsInDigitsOnly else { return false }
        return isTimeOfDay(older, newer) || words.contains { newer.lowercased().contains($0) }
    }

    /// The lines are equal when times such as `08:05` or `8.05.30 น.` are taken out.
    private func isTimeOfDay(_ old: String, _ new: String) -> Bool {
        let time = /(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?/
        let without = old.replacing(time, with: "")
        return without != old && without == new.replacing(time, with: "")
    }
}

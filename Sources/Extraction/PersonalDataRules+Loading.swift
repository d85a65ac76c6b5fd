import FoundationEssentials
public import ThaiText

/// What is wrong with a file of words for personal data: every problem at once, each with its JSON path.
public struct PersonalDataRulesError: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Problem: Sendable, Hashable {
        /// For example `$.lists[3].words[0]`.
        public var path: String
        /// One English sentence that says what to do.
        public var message: String
    }

    public var problems: [Problem]

    public var description: String { problems.map { "\($0.path): \($0.message)" }.joined(separator: "\n") }
}

extension PersonalDataRules {
    /// Reads and validates `rules/personal-data.json`.
    ///
    /// - Throws: all problems together, each with its JSON path.
    public init(json: [UInt8]) throws(PersonalDataRulesError) {
        let root: JSONValue
        do {
            root = try JSONDecoder().decode(JSONValue.self, from: Data(json))
        } catch {
            throw PersonalDataRulesError(problems: [
                .init(path: "$", message: "The file is not valid JSON: \(error).")
            ])
        }
        var reader = PersonalDataRulesReader()
        let words = reader.words(root)
        guard reader.problems.isEmpty else { throw PersonalDataRulesError(problems: reader.problems) }
        self.init(words: words)
    }
}

/// Gathers lists and problems side by side.
private struct PersonalDataRulesReader {
    var problems: [PersonalDataRulesError.Problem] = []

    private static let keys: Set<String> = ["schema", "why", "lists"]
    private static let listKeys: Set<String> = ["id", "why", "words"]

    mutating func words(_ root: JSONValue) -> [PersonalDataWord: [String]] {
        guard case .object(let members) = root else {
            report("$", "The file must hold an object.")
            return [:]
        }
        refuseUnknown(members, known: PersonalDataRulesReader.keys, "$")
        if members["schema"] != .text("oit-personal-data/1") { report("$.schema", "Must be \"oit-personal-data/1\".") }
        _ = text(members["why"], "$.why")
        guard case .array(let lists)? = members["lists"] else {
            report("$.lists", "Must be a list of word lists.")
            return [:]
        }
        var words: [PersonalDataWord: [String]] = [:]
        for (index, list) in lists.enumerated() {
            guard let (kind, phrases) = wordList(list, "$.lists[\(index)]") else { continue }
            if words.updateValue(phrases, forKey: kind) != nil {
                report("$.lists[\(index)].id", "The list \(kind.rawValue) is there twice.")
            }
        }
        for kind in PersonalDataWord.allCases where words[kind] == nil {
            report("$.lists", "The list \(kind.rawValue) is missing.")
        }
        return words
    }

    private mutating func wordList(_ value: JSONValue, _ path: String) -> (PersonalDataWord, [String])? {
        guard case .object(let members) = value else {
            report(path, "A word list must be an object with id, why and words.")
            return nil
        }
        refuseUnknown(members, known: PersonalDataRulesReader.listKeys, path)
        _ = text(members["why"], "\(path).why")
        let phrases = self.phrases(members["words"], "\(path).words")
        guard let id = text(members["id"], "\(path).id") else { return nil }
        guard let kind = PersonalDataWord(rawValue: id) else {
            let known = PersonalDataWord.allCases.map(\.rawValue).joined(separator: ", ")
            report("\(path).id", "Must be one of \(known).")
            return nil
        }
        return (kind, phrases)
    }

    /// Words that differ by white space, case or digits are the same.
    private mutating func phrases(_ value: JSONValue?, _ path: String) -> [String] {
        guard case .array(let entries)? = value, !entries.isEmpty else {
            report(path, "Must be a list of words that is not empty.")
            return []
        }
        var seen: Set<[UInt8]> = []
        return entries.enumerated().compactMap { index, entry in
            guard let phrase = text(entry, "\(path)[\(index)]") else { return nil }
            let key = NormalisedText.key(phrase)
            if key.count < 2 { report("\(path)[\(index)]", "The word is too short to tell anything.") }
            if !seen.insert(key).inserted { report("\(path)[\(index)]", "The word \(phrase) is there twice.") }
            return phrase
        }
    }

    private mutating func refuseUnknown(_ members: [String: JSONValue], known: Set<String>, _ path: String) {
        for key in members.keys.sorted() where !known.contains(key) {
            report("\(path).\(key)", "Unknown key; known are \(known.sorted().joined(separator: ", ")).")
        }
    }

    private mutating func text(_ value: JSONValue?, _ path: String) -> String? {
        if case .text(let text)? = value, !text.isEmpty { return text }
        report(path, "Must be a text that is not empty.")
        return nil
    }

    private mutating func report(_ path: String, _ message: String) {
        problems.append(PersonalDataRulesError.Problem(path: path, message: message))
    }
}

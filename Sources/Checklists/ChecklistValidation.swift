import GradingCore
import ThaiText

/// Checks that need more than one file or member: references, uniqueness, phrases that cannot work.
enum ChecklistValidation {
    static func problems(topics: [Topic], years: [YearList]) -> [ChecklistProblem] {
        var byID: [TopicID: Topic] = [:]
        var problems: [ChecklistProblem] = []
        for topic in topics {
            if byID.updateValue(topic, forKey: topic.id) != nil {
                problems.append(of(topic, "$.topic", "another topic has the id \(topic.id.text)"))
            }
        }
        for topic in topics { problems += self.problems(of: topic, among: byID) }
        problems += sharedNames(topics)
        for year in years { problems += self.problems(of: year, topics: byID) }
        return problems
    }

    private static func of(_ topic: Topic, _ path: String, _ message: String) -> ChecklistProblem {
        ChecklistProblem(file: "topics/\(topic.id.text)/topic.json", path: path, message: message)
    }

    private static func problems(of topic: Topic, among all: [TopicID: Topic]) -> [ChecklistProblem] {
        var problems: [ChecklistProblem] = []
        let id = topic.id.text
        if id.isEmpty || !id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) {
            problems.append(of(topic, "$.topic", "must be lower-case words joined by \"-\""))
        }
        if topic.names.isEmpty { problems.append(of(topic, "$.names", "must hold at least one name")) }
        if topic.elements.isEmpty { problems.append(of(topic, "$.elements", "must hold at least one element")) }
        if topic.accepts.isEmpty { problems.append(of(topic, "$.accepts", "must name at least one kind of evidence")) }
        for (index, neighbour) in topic.confusedWith.enumerated() where all[neighbour.topic] == nil {
            problems.append(of(topic, "$.confused_with[\(index)].topic", "there is no topic \(neighbour.topic.text)"))
        }
        for (index, other) in topic.sharesWith.enumerated() where all[other] == nil {
            problems.append(of(topic, "$.shares_with[\(index)]", "there is no topic \(other.text)"))
        }
        var seen: Set<String> = []
        for (index, element) in topic.elements.enumerated() where !seen.insert(element.id).inserted {
            problems.append(of(topic, "$.elements[\(index)].id", "another element has the id \(element.id)"))
        }
        let names = Set(topic.names.map { NormalisedText.key($0) })
        for (index, signal) in topic.against.enumerated() where names.contains(NormalisedText.key(signal.phrase)) {
            problems.append(of(topic, "$.against[\(index)]", "speaks against a name of its own topic"))
        }
        let phrases =
            topic.names + (topic.signals + topic.against).map(\.phrase) + topic.elements.flatMap(\.match.phrases)
        for phrase in phrases where NormalisedText.key(phrase).isEmpty {
            problems.append(of(topic, "$", "the phrase \"\(phrase)\" is empty once normalised: it can never fire"))
        }
        return problems
    }

    /// Wordings that point to groups of words which are not there; nothing is checked without a file of groups.
    static func unknownGroups(in topics: [Topic], known: Set<String>?) -> [ChecklistProblem] {
        guard let known else { return [] }
        var problems: [ChecklistProblem] = []
        for topic in topics {
            for (index, wording) in topic.wordings.enumerated() {
                let entries: [String] = wording.words + wording.near + wording.unless + wording.notNear
                for entry in entries where entry.hasPrefix("@") && !known.contains(String(entry.dropFirst())) {
                    problems.append(of(topic, "$.wordings[\(index)]", "synonyms.json has no group \(entry)"))
                }
            }
        }
        return problems
    }

    /// Two topics of one name could never be told apart.
    private static func sharedNames(_ topics: [Topic]) -> [ChecklistProblem] {
        var owner: [[UInt8]: Topic] = [:]
        var problems: [ChecklistProblem] = []
        for topic in topics {
            for (index, name) in topic.names.enumerated() {
                let key = NormalisedText.key(name)
                if let other = owner[key], other.id != topic.id, !other.sharesWith.contains(topic.id),
                    !topic.sharesWith.contains(other.id)
                {
                    problems.append(of(topic, "$.names[\(index)]", "\"\(name)\" is also a name of \(other.id.text)"))
                }
                owner[key] = topic
            }
        }
        return problems
    }

    private static func problems(of year: YearList, topics: [TopicID: Topic]) -> [ChecklistProblem] {
        var problems: [ChecklistProblem] = []
        func add(_ path: String, _ message: String) {
            problems.append(ChecklistProblem(file: year.file, path: path, message: message))
        }
        var seen: Set<ItemID> = []
        for (i, indicator) in year.indicators.enumerated() {
            for (s, sub) in indicator.subIndicators.enumerated() {
                if sub.items.isEmpty {
                    add("$.indicators[\(i)].sub_indicators[\(s)].items", "must hold at least one item")
                }
                for (n, item) in sub.items.enumerated() {
                    let path = "$.indicators[\(i)].sub_indicators[\(s)].items[\(n)]"
                    if !seen.insert(item.id).inserted { add("\(path).id", "another item has the id \(item.id.text)") }
                    guard let topic = topics[item.topic] else {
                        add("\(path).topic", "there is no topic \(item.topic.text)")
                        continue
                    }
                    for (e, element) in item.elements.enumerated() where topic.element(element) == nil {
                        add("\(path).elements[\(e)]", "topic \(topic.id.text) has no element \(element)")
                    }
                    if item.elements.isEmpty { add("\(path).elements", "must name at least one element") }
                    if item.sources.isEmpty { add("\(path).sources", "must name at least one source") }
                }
            }
        }
        if year.items.isEmpty { add("$.indicators", "the list holds no item") }
        return problems
    }
}

import GradingCore
import ThaiText

/// Reads `topics/<topic>/topic.json`.
enum TopicReading {
    static func topic(_ bytes: [UInt8], file: String, problems: inout [ChecklistProblem]) -> Topic? {
        guard let node = JSONNode.read(bytes, file: file, problems: &problems) else { return nil }
        var reader = NodeReader(node, file: file, path: "$", problems: &problems)
        let topic = Topic(
            id: TopicID(reader.string("topic", problems: &problems)),
            title: text("title", in: &reader, problems: &problems),
            names: reader.strings("names", required: true, problems: &problems),
            wordings: wordings(in: &reader, problems: &problems),
            signals: signals("signals", in: &reader, problems: &problems),
            against: signals("against", in: &reader, problems: &problems),
            confusedWith: reader.objects("confused_with", problems: &problems).map { entry in
                var entry = entry
                let neighbour = Neighbour(
                    topic: TopicID(entry.string("topic", problems: &problems)),
                    tell: text("tell", in: &entry, problems: &problems))
                entry.finish(problems: &problems)
                return neighbour
            },
            accepts: choices("accepts", in: &reader, problems: &problems),
            sharesWith: reader.strings("shares_with", problems: &problems).map { TopicID($0) },
            elements: reader.objects("elements", required: true, problems: &problems).compactMap {
                element($0, problems: &problems)
            },
            advice: text("advice", in: &reader, problems: &problems))
        reader.finish(problems: &problems)
        return topic
    }

    /// A member of the shape `{"th": "", "en": ""}`.
    static func text(
        _ name: String, in reader: inout NodeReader, problems: inout [ChecklistProblem]
    ) -> BilingualText {
        guard var member = reader.object(name, problems: &problems) else { return BilingualText(th: "", en: "") }
        let text = BilingualText(
            th: member.string("th", problems: &problems), en: member.string("en", problems: &problems))
        member.finish(problems: &problems)
        return text
    }

    /// A list of raw values of an enumeration.
    static func choices<Choice: RawRepresentable & CaseIterable>(
        _ name: String, in reader: inout NodeReader, problems: inout [ChecklistProblem]
    ) -> [Choice] where Choice.RawValue == String {
        reader.strings(name, problems: &problems).enumerated().compactMap { index, text in
            if let choice = Choice(rawValue: text) { return choice }
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            problems.append(reader.problem("\"\(text)\" is not one of: \(known)", at: "\(name)[\(index)]"))
            return nil
        }
    }

    private static func signals(
        _ name: String, in reader: inout NodeReader, problems: inout [ChecklistProblem]
    ) -> [Signal] {
        reader.objects(name, problems: &problems).map { entry in
            var entry = entry
            let signal = Signal(
                phrase: entry.string("phrase", problems: &problems),
                weight: entry.integer("weight", default: 1, problems: &problems),
                places: choices("in", in: &entry, problems: &problems))
            if !(1...5).contains(signal.weight) {
                problems.append(entry.problem("must be 1 to 5", at: "weight"))
            }
            entry.finish(problems: &problems)
            return signal
        }
    }

    private static func wordings(in reader: inout NodeReader, problems: inout [ChecklistProblem]) -> [Wording] {
        reader.objects("wordings", problems: &problems).map { entry in
            var entry = entry
            let wording = Wording(
                words: entry.strings("words", required: true, problems: &problems),
                near: entry.strings("near", problems: &problems),
                unless: entry.strings("unless", problems: &problems),
                notNear: entry.strings("not_near", problems: &problems))
            entry.finish(problems: &problems)
            return wording
        }
    }

    private static func element(_ reader: NodeReader, problems: inout [ChecklistProblem]) -> Element? {
        var reader = reader
        let id = reader.string("id", problems: &problems)
        let title = text("title", in: &reader, problems: &problems)
        let confidence: ClaimConfidence? = reader.choice("confidence", default: nil, problems: &problems)
        let owedBy: [AgencyType] = choices("owed_by", in: &reader, problems: &problems)
        let fix =
            reader.names.contains("fix") ? text("fix", in: &reader, problems: &problems) : nil
        let failsAs: MissingReason? = reader.choice("fails_as", default: .missingElement, problems: &problems)
        let ifUnsure: UnsureElement? = reader.choice("if_unsure", default: .hint, problems: &problems)
        let isToldFreely = reader.boolean("told_freely", default: false, problems: &problems)
        guard let node = reader.node("match") else {
            problems.append(reader.problem("is missing", at: "match"))
            return nil
        }
        let match = matcher(node, file: reader.file, path: "\(reader.path).match", problems: &problems)
        reader.finish(problems: &problems)
        guard let match, let confidence else { return nil }
        return Element(
            id: id, title: title, confidence: confidence, owedBy: owedBy.map(\.rawValue), match: match, fix: fix,
            failsAs: failsAs ?? .missingElement, ifUnsure: ifUnsure ?? .hint, isToldFreely: isToldFreely)
    }

    private static let kinds = ["phrase", "pattern", "table", "link", "form", "embed", "image", "all", "any", "none"]

    static func matcher(
        _ node: JSONNode, file: String, path: String, problems: inout [ChecklistProblem]
    ) -> Matcher? {
        var reader = NodeReader(node, file: file, path: path, problems: &problems)
        let found = reader.names.filter(kinds.contains)
        guard found.count == 1, let kind = found.first else {
            problems.append(reader.problem("must have exactly one of: \(kinds.joined(separator: ", "))"))
            return nil
        }
        let matcher = leaf(kind, in: &reader, problems: &problems)
        reader.finish(problems: &problems)
        return matcher
    }

    private static func leaf(
        _ kind: String, in reader: inout NodeReader, problems: inout [ChecklistProblem]
    ) -> Matcher? {
        switch kind {
        case "phrase", "pattern":
            let places: [Place] = choices("in", in: &reader, problems: &problems)
            let atLeast = reader.integer("at_least", default: 1, problems: &problems)
            if atLeast < 1 { problems.append(reader.problem("must be at least 1", at: "at_least")) }
            let shown = places.isEmpty ? Place.standard : places
            if kind == "pattern" {
                let pattern: TextPattern? = reader.choice("pattern", default: nil, problems: &problems)
                return pattern.map { .pattern($0, places: shown, atLeast: atLeast) }
            }
            let phrases = reader.strings("phrase", required: true, problems: &problems)
            if atLeast > phrases.count {
                problems.append(
                    reader.problem("asks for more phrases than there are: it can never fire", at: "at_least"))
            }
            return .phrase(phrases, places: shown, atLeast: atLeast)
        case "table": return table(in: &reader, problems: &problems)
        case "link", "form", "embed", "image": return object(kind, in: &reader, problems: &problems)
        default:
            let parts = reader.list(kind, required: true, problems: &problems).enumerated().compactMap { index, entry in
                matcher(entry, file: reader.file, path: "\(reader.path).\(kind)[\(index)]", problems: &problems)
            }
            if parts.isEmpty { problems.append(reader.problem("must hold at least one matcher", at: kind)) }
            return kind == "all" ? .all(parts) : kind == "any" ? .any(parts) : .none(parts)
        }
    }

    private static func table(in reader: inout NodeReader, problems: inout [ChecklistProblem]) -> Matcher? {
        guard var member = reader.object("table", problems: &problems) else { return nil }
        let heads = member.list("heads", problems: &problems).enumerated().map { index, group -> [String] in
            guard case .array(let entries) = group else {
                problems.append(member.problem("must be a list of phrases", at: "heads[\(index)]"))
                return []
            }
            return entries.compactMap { if case .string(let text) = $0, !text.isEmpty { text } else { nil } }
        }
        for (index, group) in heads.enumerated() where group.isEmpty {
            problems.append(member.problem("has no phrase: it can never fire", at: "heads[\(index)]"))
        }
        let rows = member.integer("rows", default: 1, problems: &problems)
        member.finish(problems: &problems)
        return .table(heads: heads, rows: rows)
    }

    private static func object(
        _ kind: String, in reader: inout NodeReader, problems: inout [ChecklistProblem]
    ) -> Matcher? {
        guard var member = reader.object(kind, problems: &problems) else { return nil }
        defer { member.finish(problems: &problems) }
        switch kind {
        case "link":
            return .link(
                phrases: member.strings("phrases", problems: &problems),
                hosts: member.strings("hosts", problems: &problems),
                unless: member.strings("unless", problems: &problems),
                furniture: member.boolean("furniture", default: false, problems: &problems),
                isUnreadOutside: member.boolean("unread", default: false, problems: &problems))
        case "form":
            return .form(
                fields: member.strings("fields", problems: &problems),
                phrases: member.strings("phrases", problems: &problems))
        case "embed":
            return .embed(
                hosts: member.strings("hosts", problems: &problems),
                isUnread: member.boolean("unread", default: false, problems: &problems))
        default: return .image(atLeast: member.integer("at_least", default: 1, problems: &problems))
        }
    }
}

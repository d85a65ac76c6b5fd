public import GradingCore
import WebEvidence

/// One proposal to mend a submission: another address for a dead or wrong one, or one for an item that has none.
public struct Suggestion: Sendable, Hashable {
    /// The item as the proposal spells it.
    public var itemText: String
    /// The address that is to go; empty where one is only to be added.
    public var url: String
    /// The address that takes its place.
    public var replacement: String
    /// Why, in words; may be empty.
    public var why: String
    /// Where the proposal stands.
    public var place: InputPlace

    /// A proposal of the given parts.
    public init(itemText: String, url: String, replacement: String, why: String = "", place: InputPlace) {
        self.itemText = itemText
        self.url = url
        self.replacement = replacement
        self.why = why
        self.place = place
    }
}

/// The proposals of a file and the year that it names.
public struct SuggestionFile: Sendable, Hashable {
    /// In the order of the file.
    public var suggestions: [Suggestion]
    /// The `fiscal_year` beside the proposals; nil where there is none.
    public var fiscalYear: FiscalYear?

    /// Reads `{"suggestions": [{"item", "url", "replacement", "why"}]}`, for example a `report.json`; other members are
    /// left aside. Throws every problem of the file at once: a replacement must be an http or https address.
    public init(reading bytes: [UInt8], fileName: String) throws(SubmissionProblems) {
        let file = InputPlace(file: fileName)
        var log = ProblemLog()
        suggestions = []
        do throws(JSONFault) {
            let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
            let root = try JSONText.node(text)
            if case .number(let year)? = root["fiscal_year"]?.value { fiscalYear = Int(year).map(FiscalYear.init) }
            let list: JSONNode? = if case .array = root.value { root } else { root["suggestions"] }
            switch list?.value {
            case .array(let entries):
                for (index, node) in entries.enumerated() {
                    if let read = SuggestionFile.suggestion(node, "suggestions[\(index)]", file, &log) {
                        suggestions.append(read)
                    }
                }
            case nil: log.add(Message.missingMember(file, "suggestions"))
            default: log.add(Message.jsonType(file, expected: .suggestions))
            }
        } catch {
            log.add(
                Message.jsonSyntax(
                    InputPlace(file: fileName, row: error.line, column: String(error.character)), error))
        }
        guard log.problems.isEmpty else { throw SubmissionProblems(problems: log.problems) }
    }

    private static func suggestion(
        _ node: JSONNode, _ path: String, _ file: InputPlace, _ log: inout ProblemLog
    ) -> Suggestion? {
        func at(_ node: JSONNode, _ path: String) -> InputPlace {
            InputPlace(file: file.file, row: node.line, column: String(node.character), path: path)
        }
        guard case .object = node.value else {
            log.add(Message.jsonType(at(node, path), expected: .suggestion))
            return nil
        }
        func text(_ name: String, isOwed: Bool) -> String? {
            switch node[name]?.value {
            case .string(let text): return Label.trimmed(text)
            case .number(let text) where name == "item": return text
            case nil, .null:
                if isOwed { log.add(Message.missingMember(at(node, path), name)) }
                return isOwed ? nil : ""
            default:
                log.add(Message.jsonType(at(node[name] ?? node, "\(path).\(name)"), expected: .text))
                return nil
            }
        }
        let item = text("item", isOwed: true)
        let url = text("url", isOwed: false)
        let replacement = text("replacement", isOwed: true)
        guard let item, let url, let replacement else { return nil }
        guard isAddress(replacement) else {
            log.add(Message.badReplacement(at(node["replacement"] ?? node, "\(path).replacement"), replacement))
            return nil
        }
        return Suggestion(
            itemText: item, url: url, replacement: replacement, why: node["why"]?.plainText ?? "", place: at(node, path)
        )
    }

    /// An absolute http or https address without anything that a cell would take apart.
    private static func isAddress(_ text: String) -> Bool {
        guard !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 0x7F }) else { return false }
        do {
            _ = try PageAddress(text)
            return true
        } catch { return false }
    }
}

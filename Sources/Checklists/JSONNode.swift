import FoundationEssentials

/// A JSON value whose members are asked for one by one, so that every problem can name its path.
enum JSONNode: Decodable, Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([String: JSONNode])

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Key.self) {
            var members: [String: JSONNode] = [:]
            for key in keyed.allKeys { members[key.stringValue] = try keyed.decode(JSONNode.self, forKey: key) }
            self = .object(members)
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var entries: [JSONNode] = []
            while !list.isAtEnd { entries.append(try list.decode(JSONNode.self)) }
            self = .array(entries)
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let integer = try? value.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else {
            self = .string(try value.decode(String.self))
        }
    }

    /// Nil with one problem when the bytes are no JSON.
    static func read(_ bytes: [UInt8], file: String, problems: inout [ChecklistProblem]) -> JSONNode? {
        do {
            return try JSONDecoder().decode(JSONNode.self, from: Data(bytes))
        } catch {
            problems.append(ChecklistProblem(file: file, path: "$", message: "not valid JSON: \(error)"))
            return nil
        }
    }

    var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer, .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Walks one object of a file: typed members, a problem for each that is missing, of the wrong kind or unknown.
struct NodeReader {
    let file: String
    let path: String
    private let members: [String: JSONNode]
    private var seen: Set<String> = []

    /// Records a problem and yields an empty object when the node is no object.
    init(_ node: JSONNode, file: String, path: String, problems: inout [ChecklistProblem]) {
        self.file = file
        self.path = path
        if case .object(let found) = node {
            members = found
        } else {
            members = [:]
            problems.append(ChecklistProblem(file: file, path: path, message: "must be an object, is \(node.kind)"))
        }
    }

    var names: [String] { members.keys.sorted() }

    func problem(_ message: String, at member: String? = nil) -> ChecklistProblem {
        ChecklistProblem(file: file, path: member.map { "\(path).\($0)" } ?? path, message: message)
    }

    mutating func node(_ name: String) -> JSONNode? {
        seen.insert(name)
        return members[name]
    }

    mutating func string(
        _ name: String, required: Bool = true, problems: inout [ChecklistProblem]
    ) -> String {
        switch node(name) {
        case .string(let text):
            if required, text.isEmpty { problems.append(problem("must not be empty", at: name)) }
            return text
        case nil:
            if required { problems.append(problem("is missing", at: name)) }
            return ""
        case .some(let other):
            problems.append(problem("must be a string, is \(other.kind)", at: name))
            return ""
        }
    }

    mutating func integer(_ name: String, default fallback: Int?, problems: inout [ChecklistProblem]) -> Int {
        switch node(name) {
        case .integer(let number): return number
        case nil:
            if fallback == nil { problems.append(problem("is missing", at: name)) }
            return fallback ?? 0
        case .some(let other):
            problems.append(problem("must be a whole number, is \(other.kind)", at: name))
            return fallback ?? 0
        }
    }

    mutating func boolean(_ name: String, default fallback: Bool, problems: inout [ChecklistProblem]) -> Bool {
        switch node(name) {
        case .boolean(let value): return value
        case nil: return fallback
        case .some(let other):
            problems.append(problem("must be true or false, is \(other.kind)", at: name))
            return fallback
        }
    }

    /// The entries of a list; empty when absent and not required.
    mutating func list(_ name: String, required: Bool = false, problems: inout [ChecklistProblem]) -> [JSONNode] {
        switch node(name) {
        case .array(let entries): return entries
        case nil:
            if required { problems.append(problem("is missing", at: name)) }
            return []
        case .some(let other):
            problems.append(problem("must be a list, is \(other.kind)", at: name))
            return []
        }
    }

    mutating func strings(_ name: String, required: Bool = false, problems: inout [ChecklistProblem]) -> [String] {
        list(name, required: required, problems: &problems).enumerated().compactMap { index, entry in
            if case .string(let text) = entry, !text.isEmpty { return text }
            problems.append(
                ChecklistProblem(
                    file: file, path: "\(path).\(name)[\(index)]", message: "must be a string that is not empty"))
            return nil
        }
    }

    /// A member that is an object; nil with a problem when it is missing.
    mutating func object(
        _ name: String, required: Bool = true, problems: inout [ChecklistProblem]
    ) -> NodeReader? {
        guard let node = node(name) else {
            if required { problems.append(problem("is missing", at: name)) }
            return nil
        }
        return NodeReader(node, file: file, path: "\(path).\(name)", problems: &problems)
    }

    /// Objects of a list, each with its own path.
    mutating func objects(_ name: String, required: Bool = false, problems: inout [ChecklistProblem]) -> [NodeReader] {
        list(name, required: required, problems: &problems).enumerated().map { index, entry in
            NodeReader(entry, file: file, path: "\(path).\(name)[\(index)]", problems: &problems)
        }
    }

    /// One of the raw values of an enumeration.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, default fallback: Choice?, problems: inout [ChecklistProblem]
    ) -> Choice? where Choice.RawValue == String {
        guard members[name] != nil || fallback == nil else {
            seen.insert(name)
            return fallback
        }
        let text = string(name, problems: &problems)
        if let choice = Choice(rawValue: text) { return choice }
        if !text.isEmpty {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            problems.append(problem("\"\(text)\" is not one of: \(known)", at: name))
        }
        return fallback
    }

    /// A problem for every member that nobody asked for: most of them are spelling mistakes.
    func finish(problems: inout [ChecklistProblem]) {
        for name in names where !seen.contains(name) {
            problems.append(problem("is not a known member", at: name))
        }
    }
}

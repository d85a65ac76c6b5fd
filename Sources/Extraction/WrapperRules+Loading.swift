import FoundationEssentials

/// What is wrong with a file of wrappers: every problem at once, each with its JSON path.
public struct WrapperRulesError: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Problem: Sendable, Hashable {
        /// For example `$.direct[3].target`.
        public var path: String
        /// One English sentence that says what to do.
        public var message: String
    }

    public var problems: [Problem]

    public var description: String { problems.map { "\($0.path): \($0.message)" }.joined(separator: "\n") }
}

extension WrapperRules {
    /// Reads and validates `rules/wrappers.json`. Every rule carries examples that it must open and decoys that it
    /// must leave alone; they are tried here, so that no rule is loaded that does not do what its file says.
    ///
    /// - Throws: all problems together, each with its JSON path.
    public init(json: [UInt8]) throws(WrapperRulesError) {
        let root: JSONValue
        do {
            root = try JSONDecoder().decode(JSONValue.self, from: Data(json))
        } catch {
            throw WrapperRulesError(problems: [.init(path: "$", message: "The file is not valid JSON: \(error).")])
        }
        var reader = WrapperReader()
        self = reader.rules(root)
        if reader.problems.isEmpty { reader.problems = reader.trials.flatMap { $0.problems(of: self) } }
        guard reader.problems.isEmpty else { throw WrapperRulesError(problems: reader.problems) }
    }
}

/// Gathers rules and problems side by side.
struct WrapperReader {
    var problems: [WrapperRulesError.Problem] = []
    /// What the file says that its rules do.
    var trials: [WrapperTrial] = []
    private var ids: Set<String> = []

    mutating func rules(_ root: JSONValue) -> WrapperRules {
        var rules = WrapperRules()
        guard case .object(let members) = root else {
            report("$", "The file must hold an object.")
            return rules
        }
        checkKeys(members, "$", ["schema", "files", "direct", "interstitials", "inside", "services"])
        if members["schema"] != .text("oit-wrappers/1") { report("$.schema", "Must be \"oit-wrappers/1\".") }
        rules.files = words(members["files"], "$.files")
        rules.direct = list(members["direct"], "$.direct") { $0.direct($1, $2) }
        rules.interstitials = list(members["interstitials"], "$.interstitials") { $0.interstitial($1, $2) }
        rules.inside = list(members["inside"], "$.inside") { $0.inside($1, $2) }
        rules.services = list(members["services"], "$.services") { $0.service($1, $2) }
        return rules
    }

    private mutating func list<Rule>(
        _ value: JSONValue?, _ path: String, _ read: (inout WrapperReader, [String: JSONValue], String) -> Rule?
    ) -> [Rule] {
        guard case .array(let entries)? = value, !entries.isEmpty else {
            report(path, "Must be a list of rules that is not empty.")
            return []
        }
        var rules: [Rule] = []
        for (index, entry) in entries.enumerated() {
            guard case .object(let members) = entry else {
                report("\(path)[\(index)]", "A rule must be an object.")
                continue
            }
            if let rule = read(&self, members, "\(path)[\(index)]") { rules.append(rule) }
        }
        return rules
    }

    // MARK: Values

    mutating func report(_ path: String, _ message: String) {
        problems.append(WrapperRulesError.Problem(path: path, message: message))
    }

    mutating func checkKeys(_ members: [String: JSONValue], _ path: String, _ known: Set<String>) {
        for key in members.keys.sorted() where !known.contains(key) {
            report("\(path).\(key)", "Unknown key; known are \(known.sorted().joined(separator: ", ")).")
        }
    }

    mutating func id(_ members: [String: JSONValue], _ path: String) -> String {
        let id = text(members["id"], "\(path).id") ?? ""
        if !id.isEmpty, !ids.insert(id).inserted { report("\(path).id", "The id \(id) is used twice.") }
        return id
    }

    mutating func text(_ value: JSONValue?, _ path: String) -> String? {
        if case .text(let text)? = value, !text.isEmpty { return text }
        report(path, "Must be a text that is not empty.")
        return nil
    }

    /// An absent list is empty; one that is there must hold something.
    mutating func texts(_ value: JSONValue?, _ path: String) -> [String] {
        guard let value else { return [] }
        guard case .array(let entries) = value, !entries.isEmpty else {
            report(path, "Must be a list of texts that is not empty.")
            return []
        }
        return entries.enumerated().compactMap { text($0.element, "\(path)[\($0.offset)]") }
    }

    mutating func words(_ value: JSONValue?, _ path: String) -> [String] { texts(value, path).map { $0.lowercased() } }

    mutating func says(_ members: [String: JSONValue], _ path: String, key: String = "says") -> WrapperRules.Text {
        guard case .object(let says)? = members[key] else {
            report("\(path).\(key)", "Must be an object with th and en.")
            return WrapperRules.Text(thai: "", english: "")
        }
        return WrapperRules.Text(
            thai: text(says["th"], "\(path).\(key).th") ?? "", english: text(says["en"], "\(path).\(key).en") ?? "")
    }

    mutating func hosts(_ value: JSONValue?, _ path: String) -> [WrapperRules.HostPattern] {
        guard value != nil else {
            report(path, "Name at least one host; * is any.")
            return []
        }
        return texts(value, path).enumerated().map { index, written in
            let bare = written.hasPrefix("*.") ? String(written.dropFirst(2)) : written
            let isHost = written == "*" || (bare.contains(".") && !bare.contains { "/:* ".contains($0) })
            if !isHost || written != written.lowercased() {
                report("\(path)[\(index)]", "Must be a host in lower case, one with *. in front, or * alone.")
            }
            return WrapperRules.HostPattern(written: written)
        }
    }
}

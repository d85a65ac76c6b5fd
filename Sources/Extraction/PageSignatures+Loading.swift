import FoundationEssentials
import WebEvidence

extension PageSignatures {
    /// Reads and validates `rules/page-signatures.json`.
    ///
    /// - Throws: all problems together, each with its JSON path.
    public init(json: [UInt8]) throws(PageSignaturesError) {
        let root: JSONValue
        do {
            root = try JSONDecoder().decode(JSONValue.self, from: Data(json))
        } catch {
            throw PageSignaturesError(problems: [.init(path: "$", message: "The file is not valid JSON: \(error).")])
        }
        var reader = SignatureReader()
        let signatures = reader.signatures(root)
        guard reader.problems.isEmpty else { throw PageSignaturesError(problems: reader.problems) }
        self.init(signatures: signatures)
    }
}

/// Gathers rules and problems side by side.
private struct SignatureReader {
    var problems: [PageSignaturesError.Problem] = []
    private var ids: Set<String> = []

    private static let keys: Set<String> = [
        "id", "outcome", "why", "status", "title", "heading", "body", "all_places", "maximum_text", "minimum_hits",
        "minimum_phrases", "minimum_percent", "unless", "hosts", "paths", "form", "header",
    ]
    private static let outcomes: Set<Outcome> = [
        .soft404, .empty, .loginRequired, .permissionRequired, .blocked, .parked, .defaced, .scriptOnly, .http5xx,
    ]

    mutating func signatures(_ root: JSONValue) -> [PageSignatures.Signature] {
        guard case .object(let members) = root else {
            report("$", "The file must hold an object.")
            return []
        }
        if members["schema"] != .text("oit-page-signatures/1") {
            report("$.schema", "Must be \"oit-page-signatures/1\".")
        }
        guard case .array(let rules)? = members["signatures"] else {
            report("$.signatures", "Must be a list of rules.")
            return []
        }
        return rules.enumerated().compactMap { signature($0.element, "$.signatures[\($0.offset)]") }
    }

    private mutating func signature(_ value: JSONValue, _ path: String) -> PageSignatures.Signature? {
        guard case .object(let members) = value else {
            report(path, "A rule must be an object.")
            return nil
        }
        for key in members.keys.sorted() where !SignatureReader.keys.contains(key) {
            report("\(path).\(key)", "Unknown key; known are \(SignatureReader.keys.sorted().joined(separator: ", ")).")
        }
        let id = text(members["id"], "\(path).id") ?? ""
        if !id.isEmpty, !ids.insert(id).inserted { report("\(path).id", "The id \(id) is used twice.") }
        let why = text(members["why"], "\(path).why") ?? ""
        guard let word = text(members["outcome"], "\(path).outcome") else { return nil }
        guard let outcome = Outcome(rawValue: word), SignatureReader.outcomes.contains(outcome) else {
            let known = SignatureReader.outcomes.map(\.rawValue).sorted().joined(separator: ", ")
            report("\(path).outcome", "Must be one of \(known).")
            return nil
        }
        var rule = PageSignatures.Signature(id: id, outcome: outcome, why: why)
        readPlaces(&rule, members, path)
        readConditions(&rule, members, path)
        checkSense(rule, path)
        return rule.prepared
    }

    private mutating func readPlaces(
        _ rule: inout PageSignatures.Signature, _ members: [String: JSONValue], _ path: String
    ) {
        rule.title = phrases(members["title"], "\(path).title")
        rule.heading = phrases(members["heading"], "\(path).heading")
        rule.body = phrases(members["body"], "\(path).body")
        rule.unless = phrases(members["unless"], "\(path).unless")
        rule.hosts = texts(members["hosts"], "\(path).hosts").map { $0.lowercased() }
        rule.paths = texts(members["paths"], "\(path).paths").map { $0.lowercased() }
    }

    private mutating func readConditions(
        _ rule: inout PageSignatures.Signature, _ members: [String: JSONValue], _ path: String
    ) {
        rule.maximumText = number(members["maximum_text"], "\(path).maximum_text")
        rule.minimumHits = number(members["minimum_hits"], "\(path).minimum_hits") ?? 1
        rule.minimumPhrases = number(members["minimum_phrases"], "\(path).minimum_phrases") ?? 1
        rule.minimumPercent = number(members["minimum_percent"], "\(path).minimum_percent") ?? 0
        switch members["all_places"] {
        case nil: break
        case .flag(let flag)?: rule.needsAllPlaces = flag
        default: report("\(path).all_places", "Must be true or false.")
        }
        if members["status"] != nil { rule.statuses = statuses(members["status"], "\(path).status") }
        if let word = members["form"].flatMap({ text($0, "\(path).form") }) {
            rule.form = PageForm.Purpose(rawValue: word)
            if rule.form == nil { report("\(path).form", "Must be search, login, message or other.") }
        }
        if case .object(let header)? = members["header"] {
            let name = text(header["name"], "\(path).header.name") ?? ""
            let value = header["value"].flatMap { text($0, "\(path).header.value") } ?? ""
            rule.header = HeaderField(name: name.lowercased(), value: value.lowercased())
        } else if members["header"] != nil {
            report("\(path).header", "Must be an object with name and value.")
        }
    }

    /// A rule must have something to go by, and words of the body need a bound, else news about errors would fall.
    private mutating func checkSense(_ rule: PageSignatures.Signature, _ path: String) {
        let hasPlace = !(rule.title + rule.heading + rule.body).isEmpty
        if !hasPlace, rule.hosts.isEmpty, rule.paths.isEmpty, rule.form == nil, rule.header == nil {
            report(path, "The rule has no condition; give phrases, hosts, paths, a form or a header.")
        }
        let isBounded = rule.maximumText != nil || rule.minimumPercent > 0 || rule.needsAllPlaces || !rule.hosts.isEmpty
        if !rule.body.isEmpty, !isBounded {
            report("\(path).body", "Phrases of the body need maximum_text, minimum_percent, hosts or all_places.")
        }
        if rule.minimumHits < 1 || rule.minimumPhrases < 1 || !(0...100).contains(rule.minimumPercent) {
            report(path, "minimum_hits and minimum_phrases start at 1, minimum_percent lies between 0 and 100.")
        }
    }

    // MARK: Values

    private mutating func report(_ path: String, _ message: String) {
        problems.append(PageSignaturesError.Problem(path: path, message: message))
    }

    private mutating func text(_ value: JSONValue?, _ path: String) -> String? {
        if case .text(let text)? = value, !text.isEmpty { return text }
        report(path, "Must be a text that is not empty.")
        return nil
    }

    private mutating func texts(_ value: JSONValue?, _ path: String) -> [String] {
        guard let value else { return [] }
        guard case .array(let entries) = value, !entries.isEmpty else {
            report(path, "Must be a list of texts that is not empty.")
            return []
        }
        return entries.enumerated().compactMap { text($0.element, "\(path)[\($0.offset)]") }
    }

    private mutating func phrases(_ value: JSONValue?, _ path: String) -> [PageSignatures.Phrase] {
        let phrases = texts(value, path).map(PageSignatures.Phrase.init)
        for (index, phrase) in phrases.enumerated() where phrase.folded.count < 3 {
            report("\(path)[\(index)]", "The phrase is too short to tell anything.")
        }
        return phrases
    }

    private mutating func number(_ value: JSONValue?, _ path: String) -> Int? {
        guard let value else { return nil }
        if case .number(let number) = value, let whole = Int(exactly: number), whole >= 0 { return whole }
        report(path, "Must be a whole number from 0.")
        return nil
    }

    /// `200`, `"2xx"`.
    private mutating func statuses(_ value: JSONValue?, _ path: String) -> [ClosedRange<Int>] {
        guard case .array(let entries)? = value, !entries.isEmpty else {
            report(path, "Must be a list of statuses such as 403 or \"2xx\".")
            return []
        }
        return entries.enumerated().compactMap { index, entry in
            if case .number(let number) = entry, let status = Int(exactly: number), (100...599).contains(status) {
                return status...status
            }
            if case .text(let text) = entry, text.hasSuffix("xx"), let family = Int(text.dropLast(2)),
                (1...5).contains(family)
            {
                return family * 100...family * 100 + 99
            }
            report("\(path)[\(index)]", "Must be a status such as 403 or a family such as \"2xx\".")
            return nil
        }
    }
}

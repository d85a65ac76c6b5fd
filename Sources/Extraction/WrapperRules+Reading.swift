import WebEvidence

// The four kinds of rules, each read from its object.

extension WrapperReader {
    mutating func direct(_ members: [String: JSONValue], _ path: String) -> WrapperRules.AddressRule? {
        checkKeys(
            members, path,
            [
                "id", "says", "hosts", "paths", "except", "query", "optional", "without", "endings", "target",
                "address",
                "relative", "set", "ask", "examples", "decoys",
            ])
        let id = id(members, path)
        var rule = WrapperRules.AddressRule(
            id: id, says: says(members, path), hosts: hosts(members["hosts"], "\(path).hosts"), target: .parameters([]))
        rule.paths = patterns(members["paths"], "\(path).paths")
        rule.except = patterns(members["except"], "\(path).except")
        rule.required = words(members["query"], "\(path).query").map { $0.split(separator: "|").map(String.init) }
        rule.optional = words(members["optional"], "\(path).optional")
        rule.without = words(members["without"], "\(path).without")
        if case .object(let endings)? = members["endings"] {
            for (name, value) in endings { rule.endings[name] = words(value, "\(path).endings.\(name)") }
        }
        if let ask = members["ask"].flatMap({ text($0, "\(path).ask") }) {
            if let asking = WrapperRules.AddressRule.Asking(rawValue: ask) {
                rule.asking = asking
            } else {
                report("\(path).ask", "Must be first, then or try.")
            }
        }
        readTarget(&rule, members, path)
        checkNames(rule, path)
        readTrials(members, path, id, kind: .address(rule.asking))
        return rule
    }

    private mutating func patterns(_ value: JSONValue?, _ path: String) -> [PathPattern] {
        texts(value, path).enumerated().compactMap { index, written in
            let pattern = PathPattern(written)
            if pattern == nil {
                report("\(path)[\(index)]", "Must be segments, {names} and at most one *.")
            }
            return pattern
        }
    }

    private mutating func readTarget(
        _ rule: inout WrapperRules.AddressRule, _ members: [String: JSONValue], _ path: String
    ) {
        if ["target", "address", "set"].count(where: { members[$0] != nil }) != 1 {
            report(path, "Give one of target, address and set.")
        }
        if let template = members["target"].flatMap({ text($0, "\(path).target") }) {
            rule.target = .template(template)
            if !template.hasPrefix("https://"), !template.hasPrefix("http://") {
                report("\(path).target", "Must begin with https:// or http://.")
            }
        } else if let name = members["address"].flatMap({ text($0, "\(path).address") }) {
            rule.target = .captured(name, allowsRelative: members["relative"] == .flag(true))
        } else if case .object(let values)? = members["set"], !values.isEmpty {
            rule.target = .parameters(
                values.sorted { $0.key < $1.key }.map { name, value in
                    .init(name: name, value: text(value, "\(path).set.\(name)") ?? "")
                })
        }
    }

    /// Every name that the target uses is caught whenever the rule fits.
    private mutating func checkNames(_ rule: WrapperRules.AddressRule, _ path: String) {
        let always = rule.paths.map { Set($0.captures) }.reduce(nil as Set<String>?) { $0?.intersection($1) ?? $1 }
        let known = (always ?? []).union(rule.required.compactMap(\.first))
        var used: [String] = Array(rule.endings.keys)
        if case .captured(let name, _) = rule.target { used.append(name) }
        if case .template(let template) = rule.target {
            let bare = template.split(separator: "[").enumerated().map { index, part in
                index == 0 ? part : part.split(separator: "]", omittingEmptySubsequences: false).dropFirst().first ?? ""
            }
            used += bare.flatMap { $0.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) } }
        }
        for name in Set(used).subtracting(known).sorted() {
            report("\(path).target", "The name \(name) is not caught by every path nor by query.")
        }
    }

    mutating func interstitial(_ members: [String: JSONValue], _ path: String) -> WrapperRules.InterstitialRule? {
        checkKeys(members, path, ["id", "says", "hosts", "elements", "leads_to", "examples", "decoys"])
        let id = id(members, path)
        let elements = texts(members["elements"], "\(path).elements")
        if elements.isEmpty { report("\(path).elements", "Name the id of a form or link.") }
        readTrials(members, path, id, kind: .interstitial)
        return WrapperRules.InterstitialRule(
            id: id, says: says(members, path), hosts: hosts(members["hosts"], "\(path).hosts"),
            elements: Set(elements), leadsTo: hosts(members["leads_to"], "\(path).leads_to"))
    }

    mutating func inside(_ members: [String: JSONValue], _ path: String) -> WrapperRules.InsideRule? {
        checkKeys(
            members, path, ["id", "title", "attributes", "keys", "calls", "near", "endings", "examples", "decoys"])
        let id = id(members, path)
        var rule = WrapperRules.InsideRule(id: id, title: text(members["title"], "\(path).title") ?? "")
        rule.attributes = Set(words(members["attributes"], "\(path).attributes"))
        rule.keys = words(members["keys"], "\(path).keys").map { Array($0.utf8) }
        rule.calls = words(members["calls"], "\(path).calls").map { Array($0.utf8) }
        rule.near = words(members["near"], "\(path).near").map { Array($0.utf8) }
        rule.endings = words(members["endings"], "\(path).endings")
        if rule.attributes.isEmpty, rule.keys.isEmpty, rule.calls.isEmpty {
            report(path, "The rule looks for nothing; give attributes, keys or calls.")
        }
        if rule.endings.isEmpty, rule.near.isEmpty, !rule.keys.isEmpty {
            report("\(path).keys", "Keys need endings or near, or any setting of any script would be taken.")
        }
        readTrials(members, path, id, kind: .inside)
        return rule
    }

    mutating func service(_ members: [String: JSONValue], _ path: String) -> WrapperRules.ServiceRule? {
        checkKeys(members, path, ["id", "kind", "name", "hosts", "examples", "decoys"])
        let id = id(members, path)
        let kind = text(members["kind"], "\(path).kind").flatMap(WebService.Kind.init(rawValue:))
        if kind == nil { report("\(path).kind", "Must be social, video or chat.") }
        readTrials(members, path, id, kind: .service)
        return WrapperRules.ServiceRule(
            service: WebService(id: id, kind: kind ?? .social, name: says(members, path, key: "name")),
            hosts: hosts(members["hosts"], "\(path).hosts"))
    }

    // MARK: Examples and decoys

    private mutating func readTrials(
        _ members: [String: JSONValue], _ path: String, _ rule: String, kind: WrapperTrial.Kind
    ) {
        for (key, isDecoy) in [("examples", false), ("decoys", true)] {
            guard case .array(let entries)? = members[key], !entries.isEmpty else {
                report("\(path).\(key)", "Give at least one.")
                continue
            }
            for (index, entry) in entries.enumerated() {
                let place = "\(path).\(key)[\(index)]"
                guard let trial = trial(entry, place, rule, kind, isDecoy: isDecoy) else { continue }
                trials.append(trial)
            }
        }
    }

    private mutating func trial(
        _ entry: JSONValue, _ place: String, _ rule: String, _ kind: WrapperTrial.Kind, isDecoy: Bool
    ) -> WrapperTrial? {
        guard case .object(let members) = entry else {
            report(place, "Must be an object.")
            return nil
        }
        checkKeys(members, place, ["address", "markup", "opens"])
        let markup = kind.needsMarkup ? text(members["markup"], "\(place).markup") : ""
        let opens = isDecoy || kind == .service ? "" : text(members["opens"], "\(place).opens")
        guard let written = text(members["address"], "\(place).address"), let markup, let opens else { return nil }
        do {
            return WrapperTrial(
                rule: rule, kind: kind, place: place, address: try PageAddress(written), markup: markup, opens: opens)
        } catch {
            report("\(place).address", "Must be an absolute http or https address.")
            return nil
        }
    }
}

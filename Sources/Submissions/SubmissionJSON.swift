import GradingCore

/// Reads the JSON form of a submission; every wrong value is one problem, with its path and line.
struct SubmissionJSON {
    let place: InputPlace
    private(set) var agency = DeclaredAgency()
    private(set) var fiscalYear: FiscalYear?
    private(set) var written: [WrittenAnswer] = []

    /// Members of `agency`, of an answer, and of the whole that are understood; the last three of an answer are
    /// those of drafts that were written by a search.
    private static let agencyMembers: Set<String> = ["name", "website", "type", "province"]
    private static let answerMembers: Set<String> = [
        "item", "answer", "urls", "url", "explanation", "found_on", "confidence", "candidates",
    ]
    private static let rootMembers: Set<String> = ["agency", "fiscal_year", "answers", "schema", "discovery"]

    init(_ root: JSONNode, _ place: InputPlace, _ log: inout ProblemLog) {
        self.place = place
        guard case .object = root.value else {
            log.add(Message.jsonType(at(root, nil), expected: .submission))
            return
        }
        warnUnknown(root, SubmissionJSON.rootMembers, nil, &log)
        if let node = root["agency"] { readAgency(node, &log) }
        if let node = root["fiscal_year"] { readYear(node, &log) }
        guard let answers = root["answers"] else {
            log.add(Message.missingMember(at(root, nil), "answers"))
            return
        }
        guard case .array(let entries) = answers.value else {
            log.add(Message.jsonType(at(answers, "answers"), expected: .answers))
            return
        }
        for (index, entry) in entries.enumerated() { readAnswer(entry, "answers[\(index)]", &log) }
    }

    private func at(_ node: JSONNode, _ path: String?) -> InputPlace {
        InputPlace(file: place.file, row: node.line, column: String(node.character), path: path)
    }

    private func warnUnknown(_ node: JSONNode, _ known: Set<String>, _ path: String?, _ log: inout ProblemLog) {
        guard case .object(let members) = node.value else { return }
        for member in members where !known.contains(member.name) {
            let inner = path.map { $0 + "." + member.name } ?? member.name
            log.warn(Message.unknownMember(at(member.node, inner), member.name))
        }
    }

    /// A text; null and absence give an empty one.
    private func text(_ node: JSONNode?, _ path: String, _ log: inout ProblemLog) -> String {
        switch node?.value {
        case nil, .null: return ""
        case .string(let text): return Label.trimmed(text)
        default:
            if let node { log.add(Message.jsonType(at(node, path), expected: .text)) }
            return ""
        }
    }

    private mutating func readAgency(_ node: JSONNode, _ log: inout ProblemLog) {
        if case .null = node.value { return }
        guard case .object = node.value else {
            log.add(Message.jsonType(at(node, "agency"), expected: .agency))
            return
        }
        warnUnknown(node, SubmissionJSON.agencyMembers, "agency", &log)
        let typeText = text(node["type"], "agency.type", &log)
        let type = AgencyType(rawValue: typeText)
        if type == nil, !typeText.isEmpty, let member = node["type"] {
            log.add(Message.unknownAgencyType(at(member, "agency.type"), typeText))
        }
        agency = DeclaredAgency(
            name: text(node["name"], "agency.name", &log), website: text(node["website"], "agency.website", &log),
            type: type, province: text(node["province"], "agency.province", &log))
    }

    private mutating func readYear(_ node: JSONNode, _ log: inout ProblemLog) {
        let written: String
        switch node.value {
        case .null: return
        case .number(let text), .string(let text): written = text
        default:
            log.add(Message.jsonType(at(node, "fiscal_year"), expected: .year))
            return
        }
        let digits = String(decoding: Label.folded(written), as: UTF8.self)
        guard let year = Int(digits), (2500...2700).contains(year) else {
            log.add(Message.badFiscalYear(at(node, "fiscal_year"), written))
            return
        }
        fiscalYear = FiscalYear(year)
    }

    private mutating func readAnswer(_ node: JSONNode, _ path: String, _ log: inout ProblemLog) {
        guard case .object = node.value else {
            log.add(Message.jsonType(at(node, path), expected: .answer))
            return
        }
        warnUnknown(node, SubmissionJSON.answerMembers, path, &log)
        let urls = addresses(node, path, &log)
        let answer = answer(node["answer"], path + ".answer", &log)
        let explanation = text(node["explanation"], path + ".explanation", &log)
        let itemText: String
        switch node["item"]?.value {
        case .string(let text): itemText = Label.trimmed(text)
        case .number(let literal): itemText = literal
        case nil:
            log.add(Message.missingMember(at(node, path), "item"))
            return
        default:
            log.add(Message.jsonType(at(node["item"] ?? node, path + ".item"), expected: .item))
            return
        }
        written.append(
            WrittenAnswer(
                itemText: itemText, place: at(node["item"] ?? node, path + ".item"), answer: answer, urls: urls,
                explanation: explanation, origin: AnswerOrigin(node)))
    }

    private func answer(_ node: JSONNode?, _ path: String, _ log: inout ProblemLog) -> Bool? {
        guard let node else { return nil }
        switch node.value {
        case .null: return nil
        case .bool(let answer): return answer
        case .string(let text), .number(let text):
            switch AnswerWords.reading(text) {
            case .yes: return true
            case .no: return false
            case .blank: return nil
            case .unreadable: log.add(Message.unreadableAnswer(at(node, path), text))
            }
        default: log.add(Message.jsonType(at(node, path), expected: .truth))
        }
        return nil
    }

    private func addresses(
        _ node: JSONNode, _ path: String, _ log: inout ProblemLog
    ) -> [(url: SubmittedURL, place: InputPlace)] {
        var found: [(url: SubmittedURL, place: InputPlace)] = []
        func add(_ text: String, _ node: JSONNode, _ path: String) {
            guard !text.isEmpty else { return }
            found.append((SubmittedURL(verbatim: text, row: node.line), at(node, path)))
        }
        for name in ["urls", "url"] {
            guard let list = node[name] else { continue }
            switch list.value {
            case .null: continue
            // One text may hold several addresses, as a cell may.
            case .string(let text):
                for address in CellAddresses(text).addresses { add(address, list, "\(path).\(name)") }
            case .array(let entries):
                for (index, entry) in entries.enumerated() {
                    let inner = "\(path).\(name)[\(index)]"
                    add(text(entry, inner, &log), entry, inner)
                }
            default: log.add(Message.jsonType(at(list, "\(path).\(name)"), expected: .addresses))
            }
        }
        return found
    }
}

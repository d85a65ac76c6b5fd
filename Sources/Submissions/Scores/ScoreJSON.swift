import GradingCore

/// Reads the JSON forms of given figures; numbers are taken by their spelling, never as binary floats.
struct ScoreJSON {
    private let file: String

    private static let rootMembers: Set<String> = [
        "fiscal_year", "items", "indicators", "instruments", "published", "agency", "schema",
    ]

    static func read(
        _ root: JSONNode, _ place: InputPlace, into gathering: inout FigureGathering, _ log: inout ProblemLog
    ) {
        ScoreJSON(file: place.file).read(root, &gathering, &log)
    }

    private func at(_ node: JSONNode, _ path: String?) -> InputPlace {
        InputPlace(file: file, row: node.line, column: String(node.character), path: path)
    }

    private func members(_ node: JSONNode, _ path: String?, _ log: inout ProblemLog) -> [(name: String, node: JSONNode)]
    {
        switch node.value {
        case .object(let members): return members
        case .null where path != nil: return []
        default:
            log.add(Message.jsonType(at(node, path), expected: .object))
            return []
        }
    }

    private func read(_ root: JSONNode, _ gathering: inout FigureGathering, _ log: inout ProblemLog) {
        let all = members(root, nil, &log)
        for member in all where !ScoreJSON.rootMembers.contains(member.name) {
            log.warn(Message.unknownMember(at(member.node, member.name), member.name))
        }
        if let year = root["fiscal_year"] {
            switch year.value {
            case .null: break
            case .number(let text), .string(let text): gathering.setYear(text, at: at(year, "fiscal_year"), &log)
            default: log.add(Message.jsonType(at(year, "fiscal_year"), expected: .year))
            }
        }
        for kind in ScoreFigures.Kind.allCases {
            guard let node = root[kind.rawValue] else { continue }
            for member in members(node, kind.rawValue, &log) { read(member, kind, &gathering, &log) }
        }
        if let published = root["published"] { readPublished(published, &gathering, &log) }
    }

    private func read(
        _ member: (name: String, node: JSONNode), _ kind: ScoreFigures.Kind, _ gathering: inout FigureGathering,
        _ log: inout ProblemLog
    ) {
        let place = at(member.node, kind.rawValue + "." + member.name)
        let label = ScoreLabel(member.name)
        let problemCount = log.problems.count
        let figure = figure(member.node, place, &log)
        guard log.problems.count == problemCount else { return }
        switch (kind, label) {
        case (.items, _):
            guard let id = WrittenItemID(member.name) else {
                log.add(Message.unreadableItem(place, member.name))
                return
            }
            gathering.addItem(id, figure, member.name, at: place, &log)
        case (.indicators, .indicator(let named, let number)):
            gathering.addIndicator(named: named, number: number, figure, member.name, at: place, &log)
        case (.instruments, .instrument(let id)): gathering.addInstrument(id, figure, member.name, at: place, &log)
        default: log.add(Message.unknownIndicator(place, member.name))
        }
    }

    /// Nil for null, and for what is logged as a problem.
    private func figure(_ node: JSONNode, _ place: InputPlace, _ log: inout ProblemLog) -> DecimalFigure? {
        switch node.value {
        case .null: return nil
        case .number(let literal):
            guard let figure = DecimalFigure(literal: literal) else {
                log.add(Message.unreadableScore(place, literal))
                return nil
            }
            return ScoreReading.checked(.figure(figure), literal, place, &log)
        case .string(let text): return ScoreReading.checked(ScoreCell(text), text, place, &log)
        default:
            log.add(Message.jsonType(place, expected: .figure))
            return nil
        }
    }

    private func readPublished(_ node: JSONNode, _ gathering: inout FigureGathering, _ log: inout ProblemLog) {
        for member in members(node, "published", &log) {
            let place = at(member.node, "published." + member.name)
            switch member.name {
            case "overall":
                gathering.setOverall(figure(member.node, place, &log), member.name, at: place, &log)
            case "level":
                switch member.node.value {
                case .string(let text): gathering.setLevel(Label.trimmed(text))
                case .null: break
                default: log.add(Message.jsonType(place, expected: .text))
                }
            default: log.warn(Message.unknownMember(place, member.name))
            }
        }
    }
}

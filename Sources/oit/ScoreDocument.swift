import Checklists
import FoundationEssentials
import GradingCore
import Submissions

/// What `oit score` prints: as JSON in the shape of the contract, or as text.
struct ScoreDocument: Encodable {
    /// A score, or its ends where an item is unknown.
    enum Figure: Encodable {
        case certain(String)
        case between(String, String)

        private enum Keys: String, CodingKey { case lowest, highest }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .certain(let text):
                var container = encoder.singleValueContainer()
                try container.encode(text)
            case .between(let lowest, let highest):
                var container = encoder.container(keyedBy: Keys.self)
                try container.encode(lowest, forKey: .lowest)
                try container.encode(highest, forKey: .highest)
            }
        }

        init(_ interval: HundredthsInterval) {
            self =
                interval.isCertain
                ? .certain(interval.lowest.text) : .between(interval.lowest.text, interval.highest.text)
        }

        init(exact interval: ScoreInterval) {
            self =
                interval.isCertain
                ? .certain(interval.lowest.exactText) : .between(interval.lowest.exactText, interval.highest.exactText)
        }

        var text: String {
            switch self {
            case .certain(let text): text
            case .between(let lowest, let highest): "\(lowest) – \(highest)"
            }
        }
    }
    struct Overall: Encodable {
        let published: Figure
        let exact: Figure
    }
    struct Message: Encodable {
        let th: String
        let en: String
    }
    struct Conflict: Encodable {
        let code: String
        let message: Message
    }

    let subIndicators: [String: Figure]
    let indicators: [String: Figure]
    let instruments: [String: Figure]
    let overall: Overall?
    let levels: [String]
    let agrees: Bool?
    let conflicts: [Conflict]

    /// `settled` are contradictions that were found besides those of the figures.
    init(_ card: Scorecard, figures: ScoreFigures, settled: [Conflict] = []) {
        subIndicators = card.subIndicators.mapValues { Figure($0.hundredths) }
        indicators = card.indicators.mapValues { Figure($0.published) }
        instruments = card.instruments.merging(card.parts) { first, _ in first }.mapValues { Figure($0.published) }
        overall = card.overall.map { Overall(published: Figure($0.published), exact: Figure(exact: $0.exact)) }
        levels = card.levels
        agrees = card.agrees
        let inFile = figures.conflicts.map { conflict in
            Conflict(code: conflict.code.rawValue, message: Message(th: conflict.message.th, en: conflict.message.en))
        }
        conflicts = inFile + settled + card.conflicts.map(ScoreDocument.conflict)
    }

    private enum Keys: String, CodingKey {
        case indicators, instruments, overall, levels, agrees, conflicts
        case subIndicators = "sub_indicators"
    }

    /// Absent values are printed as null: readers rely on the members being there.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(subIndicators, forKey: .subIndicators)
        try container.encode(indicators, forKey: .indicators)
        try container.encode(instruments, forKey: .instruments)
        try container.encode(overall, forKey: .overall)
        try container.encode(levels, forKey: .levels)
        try container.encode(agrees, forKey: .agrees)
        try container.encode(conflicts, forKey: .conflicts)
    }

    private static func conflict(_ conflict: GradingCore.ScoreConflict) -> Conflict {
        func shown(_ interval: HundredthsInterval) -> String { Figure(interval).text }
        let subject = conflict.subject
        switch conflict.kind {
        case .indicatorAgainstItems(let given, let computed):
            return Conflict(
                code: "indicator_against_items",
                message: Message(
                    th: "ตัวชี้วัดที่ \(subject): ระบุ \(given) แต่คำนวณจากรายข้อได้ \(shown(computed))",
                    en: "Indicator \(subject): given as \(given), but its items give \(shown(computed))."))
        case .instrumentAgainstIndicators(let given, let computed):
            return Conflict(
                code: "instrument_against_indicators",
                message: Message(
                    th: "\(subject): ระบุ \(given) แต่คำนวณจากตัวชี้วัดได้ \(shown(computed))",
                    en: "\(subject): given as \(given), but its indicators give \(shown(computed))."))
        case .partsAgainstInstrument(let parts, let score):
            return Conflict(
                code: "parts_against_instrument",
                message: Message(
                    th: "\(subject): ค่าเฉลี่ยของส่วนย่อย \(shown(parts)) ไม่ตรงกับ \(shown(score))",
                    en: "\(subject): the mean of its parts is \(shown(parts)), not \(shown(score))."))
        case .levelNotPossible(let level):
            return Conflict(
                code: "level_not_possible",
                message: Message(
                    th: "ระดับ “\(level)” ไม่ตรงกับคะแนน", en: "The level “\(level)” does not go with the scores."))
        }
    }

    /// For a terminal.
    func text(_ list: YearList, language: ReportLanguage) -> String {
        var text = ""
        func line(_ id: String, _ title: String, _ figure: Figure?) {
            guard let figure else { return }
            text += "\(HelpText.padded(id, 6))\(HelpText.padded(figure.text, 16))\(title)\n"
        }
        for indicator in list.surveyIndicators + list.indicators {
            line(indicator.id, indicator.title.text(language), indicators[indicator.id])
            for sub in indicator.subIndicators { line(sub.id, "  " + sub.title.text(language), subIndicators[sub.id]) }
        }
        for instrument in list.framework.instruments {
            for part in instrument.parts { line(part, "", instruments[part]) }
            line(instrument.id, "\(instrument.weightPercent) %", instruments[instrument.id])
        }
        let isThai = language == .thai
        if let overall {
            text += "\n\(isThai ? "คะแนนรวม" : "overall")  \(overall.published.text)  (\(overall.exact.text))\n"
        } else {
            text +=
                isThai
                ? "\nไม่มีคะแนนรวม: ยังไม่ทราบคะแนนของบางเครื่องมือ\n" : "\nno overall score: an instrument is unknown\n"
        }
        if !levels.isEmpty { text += "\(isThai ? "ระดับ" : "level")  \(levels.joined(separator: " / "))\n" }
        if let agrees {
            text +=
                agrees
                ? (isThai ? "ตรงกับคะแนนที่ประกาศ\n" : "agrees with the published score\n")
                : (isThai ? "ไม่ตรงกับคะแนนที่ประกาศ\n" : "does not agree with the published score\n")
        }
        for conflict in conflicts { text += "! \(isThai ? conflict.message.th : conflict.message.en)\n" }
        return text
    }
}

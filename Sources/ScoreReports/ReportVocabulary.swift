public import Checklists
import FoundationEssentials
import GradingCore
import ThaiText

/// Every problem of `rules/score-reports.json` at once, one a line.
public struct ReportVocabularyError: Error, Sendable, Hashable, CustomStringConvertible {
    public let problems: [String]
    public var description: String { problems.joined(separator: "\n") }
}

/// The words by which agencies' own reports are read, ready to be found in texts. Data of `rules/score-reports.json`
/// and the official names of the years' lists.
public struct ReportVocabulary: Sendable {
    let automaton: PhraseAutomaton
    /// By index of the automaton's phrases.
    let meanings: [WordMeaning]
    let names: NameMatching
    let agencyForms: [[String]]
    let agencyStops: [String]
    let questionLetters: Set<UInt8>
    /// UTF-8, as written.
    let yearWords: [[UInt8]]
    /// Ids of sub-indicators of any year.
    let subIndicators: Set<String>
    /// The instrument of each indicator, of any year.
    let instrumentOf: [String: String]
    /// Weights of instruments in percent, of any year.
    let weights: Set<Fraction>
    /// Ids of parts of instruments, of any year.
    let parts: Set<String>

    /// Reads and validates the file against the lists of the years.
    public init(json: [UInt8], lists: [YearList]) throws(ReportVocabularyError) {
        let words: ReportWords
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            words = try decoder.decode(ReportWords.self, from: Data(json))
        } catch {
            throw ReportVocabularyError(problems: ["score-reports.json: \(error)"])
        }
        var gathering = PhraseGathering()
        gathering.add(words, lists)
        let problems = ReportVocabulary.problems(of: words, lists) + gathering.problems
        guard problems.isEmpty else { throw ReportVocabularyError(problems: problems) }
        automaton = PhraseAutomaton(phrases: gathering.phrases.map(\.text))
        meanings = gathering.phrases.map(\.meaning)
        names = NameMatching(
            gathering.phrases.compactMap { phrase in
                if case .subject(.indicator(let id)) = phrase.meaning { (id, phrase.text) } else { nil }
            })
        agencyForms = words.agencyForms
        agencyStops = words.agencyStops
        yearWords = words.yearWords.map { Array($0.utf8) }
        questionLetters = Set(
            words.questionLetters.flatMap { Array($0.lowercased().utf8) + Array($0.uppercased().utf8) })
        let frames = lists.flatMap(\.framework.instruments)
        subIndicators = Set(frames.flatMap { $0.indicators.flatMap { $0.subIndicators.map(\.id) } })
        instrumentOf = Dictionary(
            frames.flatMap { frame in frame.indicators.map { ($0.id, frame.id) } }, uniquingKeysWith: { $1 })
        weights = Set(frames.map { Fraction($0.weightPercent) })
        parts = Set(frames.flatMap(\.parts))
    }

    private static func problems(of words: ReportWords, _ lists: [YearList]) -> [String] {
        var problems: [String] = []
        if words.schema != "oit-score-reports/1" { problems.append("$.schema: must be \"oit-score-reports/1\"") }
        let indicators = Set(lists.flatMap { ($0.surveyIndicators + $0.indicators).map(\.id) })
        let instruments = Set(lists.flatMap { $0.framework.instruments.map(\.id) })
        let levels = Set(lists.flatMap(\.framework.levels.names))
        func check(_ given: some Sequence<String>, _ known: Set<String>, _ path: String) {
            for key in given.sorted() where !known.contains(key) {
                problems.append("$.\(path).\(key): no list of a year knows it")
            }
        }
        check(words.indicators.keys, indicators, "indicators")
        check(words.instruments.keys, instruments, "instruments")
        check(words.levels.keys, levels, "levels")
        check(levels.subtracting(words.levels.keys), [], "levels is missing")
        check(words.columns.keys, Set(ColumnRole.allCases.map(\.rawValue)), "columns")
        check(words.conditions.keys, Set(CountCondition.allCases.map(\.rawValue)), "conditions")
        for (index, forms) in words.agencyForms.enumerated() where forms.isEmpty || forms.contains("") {
            problems.append("$.agency_forms[\(index)]: must name a full form")
        }
        for letter in words.questionLetters where letter.utf8.count != 1 {
            problems.append("$.question_letters: \(letter) must be one Latin letter")
        }
        return problems
    }
}

/// Gathers phrases with their meanings and finds those that mean two different things.
private struct PhraseGathering {
    var phrases: [(text: String, meaning: WordMeaning)] = []
    var problems: [String] = []
    private var subjects: [[UInt8]: ReportSubject] = [:]

    mutating func add(_ words: ReportWords, _ lists: [YearList]) {
        for list in lists {
            for indicator in list.surveyIndicators + list.indicators {
                add([indicator.title.th, indicator.title.en], .subject(.indicator(indicator.id)), "indicators")
            }
        }
        for (id, names) in words.indicators.sorted(by: { $0.key < $1.key }) {
            add(names, .subject(.indicator(id)), "indicators.\(id)")
        }
        for (id, names) in words.instruments.sorted(by: { $0.key < $1.key }) {
            add(names, .subject(.instrument(id)), "instruments.\(id)")
        }
        add(words.overall, .subject(.overall), "overall")
        for (name, spellings) in words.levels.sorted(by: { $0.key < $1.key }) {
            // Letters stand in every word; they are looked for beside words that announce a level.
            let found = spellings.filter { $0.utf8.count > 2 }
            if !found.isEmpty { add(found, .level(name), "levels.\(name)") }
        }
        for role in ColumnRole.allCases { add(words.columns[role.rawValue] ?? [], .column(role), "columns.\(role)") }
        for condition in CountCondition.allCases {
            add(words.conditions[condition.rawValue] ?? [], .condition(condition), "conditions.\(condition.rawValue)")
        }
        for (numeral, value) in words.numerals { add([numeral], .numeral(value), "numerals") }
        addFlat(words)
    }

    private mutating func addFlat(_ words: ReportWords) {
        let lists: [([String], WordMeaning, String)] = [
            (words.assessment, .assessment, "assessment"), (words.partWords, .partWord, "part_words"),
            (words.total, .total, "total"), (words.numberWords, .numberWord, "number_words"),
            (words.headWords, .headWord, "head_words"), (words.measureHeads, .measureHead, "measure_heads"),
            (words.levelWords, .levelWord, "level_words"),
            (words.connectors, .connector, "connectors"), (words.cuesBefore, .scoreBefore, "cues_before"),
            (words.cuesAfter, .scoreAfter, "cues_after"), (words.notScores.before, .notBefore, "not_scores.before"),
            (words.notScores.after, .notAfter, "not_scores.after"), (words.notScores.units, .unit, "not_scores.units"),
            (words.countUnits, .countUnit, "count_units"), (words.highest, .highest, "highest"),
            (words.lowest, .lowest, "lowest"), (words.up, .up, "up"), (words.down, .down, "down"),
            (words.plans, .plan, "plans"), (words.earlier, .earlier, "earlier"),
            (words.zeroItems, .zeroItems, "zero_items"),
        ]
        for (texts, meaning, path) in lists { add(texts, meaning, path) }
    }

    private mutating func add(_ texts: [String], _ meaning: WordMeaning, _ path: String) {
        if texts.isEmpty { problems.append("$.\(path): must not be empty") }
        for text in texts {
            let key = NormalisedText.key(text)
            if key.isEmpty {
                problems.append("$.\(path): \"\(text)\" holds no letter")
                continue
            }
            if case .subject(let subject) = meaning {
                if let other = subjects[key], other != subject {
                    problems.append("$.\(path): \"\(text)\" also names \(other.kind) \(other.id)")
                }
                // Every year names the same indicators.
                guard subjects.updateValue(subject, forKey: key) == nil else { continue }
            }
            phrases.append((text, meaning))
        }
    }
}

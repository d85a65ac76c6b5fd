/// The lists of `rules/score-reports.json` as they stand in the file.
struct ReportWords: Decodable {
    struct NotScores: Decodable {
        var before: [String]
        var after: [String]
        /// Behind a whole number only: what is counted by it.
        var units: [String]
    }

    var schema: String
    var why: String
    var assessment: [String]
    /// Other names of indicators by id; the official ones come from the lists of the years.
    var indicators: [String: [String]]
    var instruments: [String: [String]]
    var partWords: [String]
    var overall: [String]
    /// Names of the overall score only at the beginning of a row.
    var total: [String]
    /// What stands before a year of two digits.
    var yearWords: [String]
    var numberWords: [String]
    var columns: [String: [String]]
    var questionLetters: [String]
    var headWords: [String]
    /// Heads of the table of measures, whose cells speak of scores without giving any.
    var measureHeads: [String]
    /// Spellings of a level by its official name.
    var levels: [String: [String]]
    var levelWords: [String]
    var connectors: [String]
    var cuesBefore: [String]
    var cuesAfter: [String]
    var notScores: NotScores
    var countUnits: [String]
    var numerals: [String: Int]
    var conditions: [String: [String]]
    var highest: [String]
    var lowest: [String]
    var up: [String]
    var down: [String]
    var plans: [String]
    var earlier: [String]
    var zeroItems: [String]
    /// Full form first, then its abbreviations.
    var agencyForms: [[String]]
    var agencyStops: [String]
}

/// What a column of a table holds.
enum ColumnRole: String, CaseIterable, Hashable, Sendable {
    case score, weight, weighted, change, other, instrument, level
}

/// What a sentence says of the scores that it counts.
enum CountCondition: String, CaseIterable, Hashable, Sendable {
    case atLeast = "at_least"
    case above, below
    case andUp = "and_up"
    case passed, failed
}

/// What a phrase says.
enum WordMeaning: Hashable, Sendable {
    case subject(ReportSubject)
    case column(ColumnRole)
    case level(String)
    case condition(CountCondition)
    case numeral(Int)
    case assessment, partWord, total, numberWord, headWord, measureHead, levelWord, connector, scoreBefore, scoreAfter
    case notBefore, notAfter, unit, countUnit, highest, lowest, up, down, plan, earlier, zeroItems

    /// True for words between a name and its figure that add nothing.
    var isFiller: Bool {
        switch self {
        case .connector, .scoreBefore, .scoreAfter, .level, .levelWord: true
        default: false
        }
    }

    /// True for words of which the head of a table is made.
    var isHead: Bool {
        switch self {
        case .column, .headWord, .levelWord, .connector, .numberWord: true
        default: false
        }
    }
}

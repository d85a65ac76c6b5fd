public import GradingCore

/// Where in a given file something stands. Parts that do not apply are nil.
public struct InputPlace: Sendable, Hashable, CustomStringConvertible {
    /// Name of the file as the caller gave it.
    public var file: String
    /// Name of the sheet, for workbooks with more than one.
    public var sheet: String?
    /// Row of the table, or line of the text, from 1.
    public var row: Int?
    /// Letter of the table's column, or number of the character in the line, from 1.
    public var column: String?
    /// Path of a JSON value, for example `answers[3].urls[0]`.
    public var path: String?

    /// A place of the given parts.
    public init(file: String, sheet: String? = nil, row: Int? = nil, column: String? = nil, path: String? = nil) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
        self.path = path
    }

    /// `answers.csv, row 5, column B`.
    public var description: String {
        [
            file, sheet.map { "sheet \($0)" }, row.map { "row \($0)" }, column.map { "column \($0)" }, path,
        ].compactMap { $0 }.joined(separator: ", ")
    }

    func at(row: Int? = nil, column: Int? = nil) -> InputPlace {
        var place = self
        if let row { place.row = row }
        if let column { place.column = InputTable.letters(column) }
        return place
    }
}

/// Something wrong or odd in a given file: where, what, and how to mend it.
public struct InputProblem: Sendable, Hashable, CustomStringConvertible {
    /// The kinds of problems; raw values are stable words for reports.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case emptyFile = "empty_file"
        case notATable = "not_a_table"
        case unsupportedFile = "unsupported_file"
        case damagedFile = "damaged_file"
        case tooLarge = "too_large"
        case unclosedQuote = "unclosed_quote"
        case noItemColumn = "no_item_column"
        case noURLColumn = "no_url_column"
        case noRows = "no_rows"
        case unreadableItem = "unreadable_item"
        case unknownItem = "unknown_item"
        case missingItem = "missing_item"
        case unreadableAnswer = "unreadable_answer"
        case conflictingAnswers = "conflicting_answers"
        case itemOnTwoSheets = "item_on_two_sheets"
        case jsonSyntax = "json_syntax"
        case jsonType = "json_type"
        case missingMember = "missing_member"
        case badFiscalYear = "bad_fiscal_year"
        case unknownAgencyType = "unknown_agency_type"
        case tooManyProblems = "too_many_problems"
        case noScoreColumn = "no_score_column"
        case unreadableScore = "unreadable_score"
        case commaDecimal = "comma_decimal"
        case scoreOutOfRange = "score_out_of_range"
        case unknownIndicator = "unknown_indicator"
        case differentScores = "different_scores"
        case badReplacement = "bad_replacement"
        // Warnings.
        case unknownColumn = "unknown_column"
        case unknownMember = "unknown_member"
        case duplicateURL = "duplicate_url"
        case urlsWithNo = "urls_with_no"
        case skippedSheet = "skipped_sheet"
        case skippedRow = "skipped_row"
        case textBesideURL = "text_beside_url"
        case damagedText = "damaged_text"
        // Warnings of `SubmissionCheck`.
        case noWebsite = "no_website"
        case malformedURL = "malformed_url"
        case sharedURL = "same_url_for_two_items"
        case plainHTTP = "plain_http"
        case frontPage = "home_page"
        case otherHost = "other_host"
        case privateAddress = "private_address"
        case onlySocial = "only_social"
        case noURL = "no_url"
        case answeredNo = "answered_no"
        case itemWithoutRow = "item_without_row"
    }

    /// What kind of problem it is.
    public var code: Code
    /// Where it stands.
    public var place: InputPlace
    /// What is wrong.
    public var message: BilingualText
    /// What to do about it.
    public var fix: BilingualText

    /// A problem at a place.
    public init(_ code: Code, _ place: InputPlace, message: BilingualText, fix: BilingualText) {
        self.code = code
        self.place = place
        self.message = message
        self.fix = fix
    }

    /// `answers.csv, row 5, column B: message fix` in English.
    public var description: String { "\(place): \(message.en) \(fix.en)" }
}

/// Everything that keeps a file from being a submission. Never empty.
public struct SubmissionProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// In the order of the file.
    public let problems: [InputProblem]
    /// What was odd besides.
    public let warnings: [InputProblem]

    /// All problems of one file.
    public init(problems: [InputProblem], warnings: [InputProblem] = []) {
        self.problems = problems
        self.warnings = warnings
    }

    /// One line a problem, in English.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Gathers problems and warnings while a file is read, up to a bound.
struct ProblemLog {
    private static let maximumCount = 1_000
    private(set) var problems: [InputProblem] = []
    private(set) var warnings: [InputProblem] = []

    mutating func add(_ problem: InputProblem) {
        if problems.count < ProblemLog.maximumCount {
            problems.append(problem)
        } else if problems.count == ProblemLog.maximumCount {
            problems.append(
                InputProblem(
                    .tooManyProblems, InputPlace(file: problem.place.file),
                    message: BilingualText(
                        th: "มีข้อผิดพลาดมากกว่า \(ProblemLog.maximumCount) จุด",
                        en: "There are more problems than are listed."
                    ),
                    fix: BilingualText(
                        th: "แก้ไขจุดที่แสดงไว้ก่อน แล้วตรวจอีกครั้ง", en: "Mend those listed and check again.")))
        }
    }

    mutating func warn(_ problem: InputProblem) {
        if warnings.count < ProblemLog.maximumCount { warnings.append(problem) }
    }
}

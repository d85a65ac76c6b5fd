public import GradingCore

/// What an agency declared: who it is and, item by item, what it answered.
public struct Submission: Sendable, Hashable {
    /// The agency as the file names it.
    public var agency: DeclaredAgency
    /// The year that the file names; nil for tables, which name none.
    public var fiscalYear: FiscalYear?
    /// One for each item that has a row, in order of first appearance.
    public var answers: [SubmittedAnswer]
    /// What is odd but no error, in the order in which it was met.
    public var warnings: [InputProblem]
    /// Columns that have no meaning here, kept as they are.
    public var unknownColumns: [UnknownColumn]

    /// A submission of the given parts.
    public init(
        agency: DeclaredAgency, fiscalYear: FiscalYear?, answers: [SubmittedAnswer], warnings: [InputProblem] = [],
        unknownColumns: [UnknownColumn] = []
    ) {
        self.agency = agency
        self.fiscalYear = fiscalYear
        self.answers = answers
        self.warnings = warnings
        self.unknownColumns = unknownColumns
    }
}

/// The agency as a submission names it; texts are empty where it does not.
public struct DeclaredAgency: Sendable, Hashable {
    /// The name as written.
    public var name: String
    /// The main website as written.
    public var website: String
    /// The declared kind, else the kind that the name suggests; nil when there is neither.
    public var type: AgencyType?
    /// True when `type` was taken from the name: what only some kinds owe is then a hint.
    public var isTypeInferred: Bool
    /// The province as written.
    public var province: String

    /// An agency; without `type` it is inferred from the name.
    public init(name: String = "", website: String = "", type: AgencyType? = nil, province: String = "") {
        self.name = name
        self.website = website
        self.type = type ?? AgencyType(inferredFrom: name)
        isTypeInferred = type == nil && self.type != nil
        self.province = province
    }
}

/// The agency's answer to one item.
public struct SubmittedAnswer: Sendable, Hashable {
    /// The id as the file spells it where it first stands.
    public var itemText: String
    /// The id in its canonical spelling.
    public var item: ItemID
    /// Has (true), has not (false); nil when the file does not say.
    public var answer: Bool?
    /// In the order of the file, each address once.
    public var urls: [SubmittedURL]
    /// The agency's note; rows of one item are joined by line breaks; may be empty.
    public var explanation: String
    /// Row of the table, or line of the JSON text, where the item first stands, from 1.
    public var row: Int
    /// Where a search found it; nil in what an agency wrote itself. Only the JSON form keeps it.
    public var origin: AnswerOrigin?

    /// An answer of the given parts.
    public init(
        itemText: String, item: ItemID, answer: Bool?, urls: [SubmittedURL], explanation: String = "", row: Int = 0,
        origin: AnswerOrigin? = nil
    ) {
        self.itemText = itemText
        self.item = item
        self.answer = answer
        self.urls = urls
        self.explanation = explanation
        self.row = row
        self.origin = origin
    }

    /// The number of the item, for example 12; nil for ids that end in none.
    public var number: Int? { item.number }
}

/// One submitted address as written; it need not be well-formed.
public struct SubmittedURL: Sendable, Hashable {
    /// Without surrounding white space and quotes, else untouched.
    public var verbatim: String
    /// Row of the table, or line of the JSON text, from 1; 0 when unknown.
    public var row: Int
    /// Letter of the table's column; empty for JSON.
    public var column: String
    /// Name of the sheet, for workbooks with more than one.
    public var sheet: String?

    /// An address and its place.
    public init(verbatim: String, row: Int = 0, column: String = "", sheet: String? = nil) {
        self.verbatim = verbatim
        self.row = row
        self.column = column
        self.sheet = sheet
    }
}

/// A column of the table that is none of the four of a submission.
public struct UnknownColumn: Sendable, Hashable {
    /// Head of the column; may be empty.
    public var head: String
    /// Letter of the column.
    public var column: String
    /// Non-empty cells by row number.
    public var cells: [Int: String]

    /// A column of the given cells.
    public init(head: String, column: String, cells: [Int: String]) {
        self.head = head
        self.column = column
        self.cells = cells
    }
}

public import GradingCore

/// Given figures of an assessment: of items, indicators or instruments, and what was published as the result.
public struct ScoreFigures: Sendable, Hashable {
    /// The finest kind of figures that is there.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case items, indicators, instruments
    }

    /// The year that the file names; nil when it names none.
    public var fiscalYear: FiscalYear?
    /// The finest kind of which there is a figure.
    public var kind: Kind
    /// In the order of the file, each item once; a nil figure is unknown.
    public var items: [ItemFigure]
    /// In ascending order of the number, each once.
    public var indicators: [NamedFigure]
    /// `IIT`, `EIT`, `EIT1`, `EIT2`, `OIT` in this order, each at most once.
    public var instruments: [NamedFigure]
    /// The published result; nil when the file gives none.
    public var published: PublishedResult?
    /// What contradicts itself in the file without making it unreadable.
    public var conflicts: [ScoreConflict]
    /// What is odd but no error.
    public var warnings: [InputProblem]

    /// Figures without any value.
    public init(kind: Kind = .items) {
        fiscalYear = nil
        self.kind = kind
        items = []
        indicators = []
        instruments = []
        published = nil
        conflicts = []
        warnings = []
    }
}

/// The score of one item; nil is unknown.
public struct ItemFigure: Sendable, Hashable {
    /// Canonical id.
    public var item: ItemID
    /// 0...100; nil is unknown.
    public var figure: DecimalFigure?

    /// A score of an item.
    public init(item: ItemID, figure: DecimalFigure?) {
        self.item = item
        self.figure = figure
    }
}

/// The score of one indicator or instrument, by id; nil is unknown.
public struct NamedFigure: Sendable, Hashable {
    /// `1` ... `10`, or `IIT`, `EIT`, `EIT1`, `EIT2`, `OIT`.
    public var id: String
    /// 0...100; nil is unknown.
    public var figure: DecimalFigure?

    /// A score of an indicator or instrument.
    public init(id: String, figure: DecimalFigure?) {
        self.id = id
        self.figure = figure
    }
}

/// What was published as the result; parts that were not are nil.
public struct PublishedResult: Sendable, Hashable {
    /// The published overall score, 0...100.
    public var overall: DecimalFigure?
    /// As written, for example `B`.
    public var level: String?

    /// A result of the given parts.
    public init(overall: DecimalFigure?, level: String?) {
        self.overall = overall
        self.level = level
    }
}

/// A contradiction inside given figures that was settled, and how.
public struct ScoreConflict: Sendable, Hashable {
    /// The kinds of contradictions; raw values are stable words for reports.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The numbers of the table are ranks by score, not numbers of indicators.
        case ranksAsNumbers = "ranks_as_numbers"
        /// The table counts its rows; its indicators stand in another order than the official one.
        case otherOrder = "other_order"
        /// One row's number is not that of the indicator that it names.
        case numberAndName = "number_and_name"
        /// The same figure is given twice.
        case repeated
        /// An item's score is neither 0 nor 100.
        case partialItem = "partial_item"
    }

    /// What kind of contradiction it is.
    public var code: Code
    /// What was found and how it was settled.
    public var message: BilingualText

    /// A contradiction and how it was settled.
    public init(code: Code, message: BilingualText) {
        self.code = code
        self.message = message
    }
}

/// Everything that keeps a file from being read as figures. Never empty.
public struct ScoreFileProblems: Error, Sendable, Hashable, CustomStringConvertible {
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

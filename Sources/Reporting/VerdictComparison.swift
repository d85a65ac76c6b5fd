public import Findings
public import GradingCore

/// Our findings beside the verdicts of somebody else: an official result, a reviewer, an assessor.
public struct VerdictComparison: Sendable, Hashable {
    /// What the other side says of one item.
    public struct Given: Sendable, Hashable {
        /// `unknown` where the item was not judged.
        public var points: ItemPoints
        /// The other side's reason in its own words; may be empty.
        public var note: String
        public init(_ points: ItemPoints, note: String = "") {
            self.points = points
            self.note = note
        }
    }

    /// How two verdicts on one item stand to each other. Raw values are the words of `oit-compare/1`.
    public enum Result: String, Sendable, Hashable, CaseIterable {
        case agree
        /// We say satisfied, they say not.
        case falseSatisfied = "false_satisfied"
        /// We say unsatisfied, they say satisfied.
        case falseUnsatisfied = "false_unsatisfied"
        /// They judged, we could not tell (or the item does not apply to the agency).
        case undecided
        /// They did not judge.
        case notJudged = "not_judged"
        /// They judged an item that our run does not have.
        case notInRun = "not_in_run"
    }

    /// One item of either side.
    public struct Row: Sendable, Hashable {
        public let item: ItemID
        /// Nil for an item that our run does not have.
        public let ours: ItemFinding?
        public let theirs: Given
        public let result: Result
        /// Points of the instrument that the item is worth; nil when not reported.
        public let worth: Hundredths?
    }

    /// Our run.
    public let run: RunHead
    /// Where the other verdicts come from, for the reader: a file's name, "official result"; may be empty.
    public let source: String
    /// In the order of our list, then by id those that our run does not have.
    public let rows: [Row]
    /// The counts.
    public let table: AgreementTable
    /// Our score.
    public let ours: HundredthsInterval
    /// The score by their verdicts, items that they did not judge being unknown; nil without a framework.
    public let theirs: HundredthsInterval?

    /// Compares a run with given verdicts; items that are not in `given` count as not judged. The framework of the
    /// year is needed for the score by their verdicts only.
    public init(
        _ run: ReportedRun, with given: [ItemID: Given], source: String = "", framework: Framework? = nil
    ) {
        self.run = RunHead(run.assessment)
        self.source = source
        let own = run.assessment.items.map { finding in
            let theirs = given[finding.item] ?? Given(.unknown)
            return Row(
                item: finding.item, ours: finding, theirs: theirs,
                result: Result(ours: finding.verdict, theirs: theirs.points), worth: run.score.worths[finding.item])
        }
        let known = Set(own.map(\.item))
        let others = given.filter { !known.contains($0.key) && $0.value.points != .unknown }.sorted { $0.key < $1.key }
        rows = own + others.map { Row(item: $0.key, ours: nil, theirs: $0.value, result: .notInRun, worth: nil) }
        table = AgreementTable(rows)
        ours = run.score.oit
        theirs = framework?.inspected.flatMap { OITScore(of: $0, items: given.mapValues(\.points)) }?.oit.published
    }

    /// Rows of one result, in order.
    public func rows(_ result: Result) -> [Row] { rows.filter { $0.result == result } }
    /// Rows in which both sides decided and differ.
    public var differences: [Row] { rows.filter { $0.result == .falseSatisfied || $0.result == .falseUnsatisfied } }
}

extension VerdictComparison.Result {
    init(ours: Verdict, theirs: ItemPoints) {
        switch (ours, theirs) {
        case (_, .unknown): self = .notJudged
        case (.satisfied, .full), (.unsatisfied, .zero): self = .agree
        case (.satisfied, .zero): self = .falseSatisfied
        case (.unsatisfied, .full): self = .falseUnsatisfied
        case (.undecided, _), (.notApplicable, _): self = .undecided
        }
    }
}

/// How often two sides agree. Tables add up, so that many agencies or many items make one.
public struct AgreementTable: Sendable, Hashable {
    public var bothSatisfied = 0
    public var bothUnsatisfied = 0
    /// We say satisfied, they say not.
    public var falseSatisfied = 0
    /// We say unsatisfied, they say satisfied.
    public var falseUnsatisfied = 0
    /// They say satisfied, we could not tell.
    public var undecidedWhereSatisfied = 0
    /// They say unsatisfied, we could not tell.
    public var undecidedWhereUnsatisfied = 0
    /// They did not judge.
    public var notJudged = 0
    /// They judged what our run does not have.
    public var notInRun = 0

    /// No item yet.
    public init() {}

    init(_ rows: [VerdictComparison.Row]) {
        for row in rows {
            switch row.result {
            case .agree: if row.theirs.points == .full { bothSatisfied += 1 } else { bothUnsatisfied += 1 }
            case .falseSatisfied: falseSatisfied += 1
            case .falseUnsatisfied: falseUnsatisfied += 1
            case .undecided:
                if row.theirs.points == .full { undecidedWhereSatisfied += 1 } else { undecidedWhereUnsatisfied += 1 }
            case .notJudged: notJudged += 1
            case .notInRun: notInRun += 1
            }
        }
    }

    /// Items that both sides decided.
    public var decided: Int { bothSatisfied + bothUnsatisfied + falseSatisfied + falseUnsatisfied }
    /// Items that they decided and we did not.
    public var undecided: Int { undecidedWhereSatisfied + undecidedWhereUnsatisfied }

    /// Share of the decided items on which both agree, 0...1; nil when there are none.
    public var agreement: Fraction? {
        decided == 0 ? nil : Fraction(bothSatisfied + bothUnsatisfied, over: decided)
    }

    /// Cohen's kappa over the decided items: (po - pe) / (1 - pe), with po the share of agreement and pe the share
    /// that chance would give from both sides' own frequencies (Cohen, "A Coefficient of Agreement for Nominal
    /// Scales", 1960). Nil, that is not defined, when there are no decided items or both sides use one and the same
    /// class only.
    public var kappa: Fraction? {
        let chance =
            (bothSatisfied + falseSatisfied) * (bothSatisfied + falseUnsatisfied)
            + (bothUnsatisfied + falseUnsatisfied) * (bothUnsatisfied + falseSatisfied)
        let all = decided * decided
        guard all > chance else { return nil }
        return Fraction((bothSatisfied + bothUnsatisfied) * decided - chance, over: all - chance)
    }

    /// The items of both.
    public static func + (left: AgreementTable, right: AgreementTable) -> AgreementTable {
        var sum = left
        sum.bothSatisfied += right.bothSatisfied
        sum.bothUnsatisfied += right.bothUnsatisfied
        sum.falseSatisfied += right.falseSatisfied
        sum.falseUnsatisfied += right.falseUnsatisfied
        sum.undecidedWhereSatisfied += right.undecidedWhereSatisfied
        sum.undecidedWhereUnsatisfied += right.undecidedWhereUnsatisfied
        sum.notJudged += right.notJudged
        sum.notInRun += right.notInRun
        return sum
    }
}

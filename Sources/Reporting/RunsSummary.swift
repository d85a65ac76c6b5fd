public import Findings
public import GradingCore
public import WebEvidence

/// Many runs on one page: a row for each, what fails most often, and which shared hosts fail. Rows stand in the order
/// of the agencies' names: scores that a program counted are no ranking.
public struct RunsSummary: Sendable, Hashable {
    /// One run.
    public struct Row: Sendable, Hashable {
        public let head: RunHead
        public let oit: HundredthsInterval
        public let contribution: HundredthsInterval
        public let satisfied: Int
        public let unsatisfied: Int
        public let undecided: Int
        public let notApplicable: Int
        /// Score from which the year counts as passed; nil where the report does not tell.
        public let passMark: Hundredths?
        public let pass: Pass
        /// What costs most points, at most three.
        public let causes: [Cause]
    }

    /// Does the score reach the pass mark? Raw values are the words of `oit-summary/1`.
    public enum Pass: String, Sendable, Hashable, CaseIterable {
        /// Even the lowest possible score does.
        case surely
        /// The highest possible score does, the lowest does not.
        case possibly
        /// Not even the highest possible score does.
        case no
        /// The report tells no pass mark.
        case unknown
    }

    /// The first reason of items that are not satisfied.
    public struct Cause: Sendable, Hashable {
        public let code: ReasonCode
        /// How many items.
        public let items: Int
        /// Points of the instrument that these items are worth together; over several runs, their sum.
        public let points: Hundredths
        /// In how many agencies.
        public let agencies: Int
    }

    /// A topic over all agencies.
    public struct Item: Sendable, Hashable {
        public let topic: TopicID
        /// As in the last row that has it.
        public let title: BilingualText
        /// Its numbers in the lists of the runs, ascending.
        public let items: [ItemID]
        /// Agencies to which it applies.
        public let agencies: Int
        /// Agencies in which it is unsatisfied.
        public let unsatisfied: Int
        /// Agencies in which it is undecided, and not unsatisfied in another run.
        public let undecided: Int
        /// The most frequent first reason where it is unsatisfied; nil where it never is.
        public let mainReason: ReasonCode?
    }

    /// A host on which addresses of several agencies could not be opened or read.
    public struct Host: Sendable, Hashable {
        public let host: String
        /// Names of the agencies, in order.
        public let agencies: [String]
        /// How many addresses failed there.
        public let addresses: Int
        /// The most frequent outcome.
        public let mainOutcome: Outcome
    }

    /// By name of the agency, year, date and run.
    public let rows: [Row]
    /// Different agencies; runs of the same name and website are one.
    public let agencies: Int
    /// Over all runs, most points first.
    public let causes: [Cause]
    /// Topics that are unsatisfied somewhere, most agencies first.
    public let failingItems: [Item]
    /// Most agencies first; only hosts that fail for at least two.
    public let failingHosts: [Host]

    /// Summarises runs of any agencies and years; the order in which they come makes no difference.
    public init(_ runs: [ReportedRun]) {
        let sorted = runs.sorted { RunsSummary.order($0.assessment) < RunsSummary.order($1.assessment) }
        rows = sorted.map { Row($0) }
        agencies = Set(sorted.map { AgencyKey($0.assessment.agency) }).count
        causes = Cause.all(sorted)
        failingItems = Item.failing(sorted)
        failingHosts = Host.failing(sorted)
    }

    /// How many rows stand so.
    public func count(_ pass: Pass) -> Int { rows.count { $0.pass == pass } }
    /// Items of all rows.
    public var satisfied: Int { rows.reduce(0) { $0 + $1.satisfied } }
    /// Items of all rows.
    public var unsatisfied: Int { rows.reduce(0) { $0 + $1.unsatisfied } }
    /// Items of all rows.
    public var undecided: Int { rows.reduce(0) { $0 + $1.undecided } }

    private static func order(_ assessment: Assessment) -> SummaryOrder {
        SummaryOrder(
            name: ThaiOrder(assessment.agency.name), year: assessment.fiscalYear, asOf: assessment.asOf,
            rest: "\(assessment.agency.website) \(assessment.run.text)")
    }
}

/// Runs of the same name and website are runs of one agency.
struct AgencyKey: Hashable {
    let name: String
    let website: String
    init(_ agency: AgencyProfile) { (name, website) = (agency.name, agency.website) }
}

private struct SummaryOrder: Comparable {
    let name: ThaiOrder
    let year: FiscalYear
    let asOf: CivilDate
    let rest: String
    static func < (left: SummaryOrder, right: SummaryOrder) -> Bool {
        (left.name, left.year, left.asOf, left.rest) < (right.name, right.year, right.asOf, right.rest)
    }
}

extension RunsSummary.Row {
    init(_ run: ReportedRun) {
        let items = run.assessment.items
        head = RunHead(run.assessment)
        oit = run.score.oit
        contribution = run.score.contribution
        satisfied = items.count { $0.verdict == .satisfied }
        unsatisfied = items.count { $0.verdict == .unsatisfied }
        undecided = items.count { $0.verdict == .undecided }
        notApplicable = items.count { $0.verdict == .notApplicable }
        passMark = run.score.passMark
        pass = RunsSummary.Pass(run.score)
        causes = Array(RunsSummary.Cause.all([run]).prefix(3))
    }
}

extension RunsSummary.Pass {
    init(_ score: ReportedScore) {
        guard let mark = score.passMark else {
            self = .unknown
            return
        }
        self = score.oit.lowest >= mark ? .surely : score.oit.highest >= mark ? .possibly : .no
    }
}

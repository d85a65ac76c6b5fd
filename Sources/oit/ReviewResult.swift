import GradingCore
import Reviewing

/// `oit review merge --json`: both verdicts of every item, conflicts, agreement, scores.
struct ReviewResult: Encodable {
    struct Reading: Encodable {
        var reader: String
        var role: String
        var phase: String
        var blind: Bool
        var decision: String
        var verdict: String?
        var reason: String
        var note: String
        var at: String

        init(_ line: ReviewLog.Line) {
            reader = line.reader
            role = line.role.rawValue
            phase = line.phase.rawValue
            blind = line.blind
            decision = line.entry.decision.rawValue
            verdict = line.entry.said?.rawValue
            reason = line.entry.reason
            note = line.entry.note
            at = line.entry.at
        }
    }
    struct Item: Encodable {
        var id: String
        var machine: String
        var preliminary: String
        var final: String
        var conflict: Bool
        var readings: [Reading]

        init(_ item: ReviewOutcome.Item) {
            id = item.item.text
            machine = item.machine.rawValue
            preliminary = item.preliminary.rawValue
            final = item.final.rawValue
            conflict = item.isConflict
            readings = item.readings.map(Reading.init)
        }
    }
    struct Interval: Encodable {
        var lowest: String
        var highest: String

        init(_ score: CascadedScore) {
            lowest = score.published.lowest.text
            highest = score.published.highest.text
        }
    }
    struct Scores: Encodable {
        var machine: Interval
        var preliminary: Interval
        var final: Interval
    }
    struct Log: Encodable {
        var lines: Int
        var head: String
    }

    var schema = "oit-review-result/1"
    var run: String
    var log: Log
    var items: [Item]
    var conflicts: [String]
    var agreement: [AgreementLine]
    var score: Scores
    var objections: Bool

    init(run: String, log: ReviewLog, outcome: ReviewOutcome) {
        self.run = run
        self.log = Log(lines: log.lines.count, head: log.head)
        items = outcome.items.map(Item.init)
        conflicts = outcome.conflicts.map(\.item.text)
        agreement = outcome.agreements.map(AgreementLine.init)
        score = Scores(
            machine: Interval(outcome.machine), preliminary: Interval(outcome.preliminary),
            final: Interval(outcome.final))
        objections = outcome.hasObjections
    }
}

/// Agreement of two sides; `other` is null for the program.
struct AgreementLine: Encodable {
    var one: String?
    var other: String?
    var item: String?
    var items: Int
    /// Four decimals; null where it is not defined.
    var agreement: String?
    var kappa: String?

    init(_ agreement: ReaderAgreement) {
        one = agreement.item == nil ? agreement.one : nil
        other = agreement.item == nil ? agreement.other : nil
        item = agreement.item?.text
        items = agreement.pairs.count
        self.agreement = agreement.agreement?.text(decimals: 4)
        kappa = agreement.kappa?.text(decimals: 4)
    }
}

/// `oit review agreement --json`: by item over many runs, and the readers of each run.
struct ReviewAgreementResult: Encodable {
    var schema = "oit-review-agreement/1"
    var runs: Int
    /// In the order of the list.
    var byItem: [AgreementLine]
    var byReader: [AgreementLine]

    private enum CodingKeys: String, CodingKey {
        case schema, runs
        case byItem = "by_item"
        case byReader = "by_reader"
    }

    init(_ outcomes: [ReviewOutcome]) {
        runs = outcomes.count
        byItem = ReaderAgreement.byItem(outcomes).map(AgreementLine.init)
        byReader = outcomes.flatMap(\.agreements).map(AgreementLine.init)
    }
}

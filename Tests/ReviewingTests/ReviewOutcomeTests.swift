import Digests
import Findings
import GradingCore
import Testing

@testable import Reviewing

@Suite struct ReviewOutcomeTests {
    private func outcome(_ readings: ReviewReading...) throws -> ReviewOutcome {
        var log = ReviewLog(run: "r")
        for (number, reading) in readings.enumerated() {
            _ = log.add(reading, source: ContentDigest(of: [UInt8(number)]), at: "2023-05-21T00:00:00Z")
        }
        return try #require(ReviewOutcome(findings, log: log, instrument: instrument))
    }

    private func text(_ score: CascadedScore) -> String {
        "\(score.published.lowest.text) \(score.published.highest.text)"
    }

    @Test("without a reading everything stays as the program left it")
    func unread() throws {
        let outcome = try outcome()
        #expect(outcome.items.map(\.final) == [.satisfied, .unsatisfied, .undecided, .satisfied])
        #expect(text(outcome.machine) == "50.00 75.00" && text(outcome.final) == "50.00 75.00")
        #expect(outcome.agreements.isEmpty && !outcome.hasObjections)
    }

    @Test("one reader overrules, accepts and cannot tell; the program's verdict stays beside")
    func oneReader() throws {
        let outcome = try outcome(reading("ก", ["o1": "u", "o2": "c", "o3": "s", "o4": "a"]))
        #expect(outcome.items.map(\.preliminary) == [.unsatisfied, .undecided, .satisfied, .satisfied])
        #expect(outcome.items.map(\.machine) == findings.map(\.verdict))
        #expect(text(outcome.preliminary) == "50.00 75.00" && outcome.conflicts.isEmpty)
    }

    @Test("readers who differ are a conflict, never a verdict, until an arbiter decides")
    func conflict() throws {
        let (one, other) = (reading("ก", ["o1": "a", "o2": "s"]), reading("ข", ["o1": "u", "o2": "s"]))
        let open = try outcome(one, other)
        #expect(open.conflicts.map(\.item.text) == ["o1"])
        #expect(open.items.map(\.final) == [.undecided, .satisfied, .undecided, .satisfied])
        #expect(text(open.final) == "50.00 100.00")
        let decided = try outcome(one, other, reading("ค", ["o1": "a"], role: .arbiter))
        #expect(decided.conflicts.isEmpty && decided.items[0].final == .satisfied)
        #expect(decided.items[0].readings.count == 3)
    }

    @Test("the later word of the same reader counts; both are kept")
    func changedMind() throws {
        let outcome = try outcome(reading("ก", ["o1": "u"]), reading("ก", ["o1": "a"]))
        #expect(outcome.items[0].preliminary == .satisfied && outcome.conflicts.isEmpty)
    }

    @Test("an answer to an objection moves the final score alone")
    func objection() throws {
        let outcome = try outcome(
            reading("ก", ["o1": "a", "o2": "a"]), reading("ข", ["o1": "u", "o2": "a"]),
            reading("ก", ["o1": "a", "o2": "s"], phase: .objection))
        #expect(outcome.hasObjections && outcome.conflicts.isEmpty)
        #expect(outcome.items.map(\.preliminary) == [.undecided, .unsatisfied, .undecided, .satisfied])
        #expect(outcome.items.map(\.final) == [.satisfied, .satisfied, .undecided, .satisfied])
        #expect(text(outcome.preliminary) == "25.00 75.00" && text(outcome.final) == "75.00 100.00")
    }

    @Test("kappa is that of the textbook: 20 and 15 agreed, 5 and 10 not, gives 0.4")
    func kappa() {
        let pair = { (one: Verdict, other: Verdict, count: Int) in
            [ReaderAgreement.Pair](repeating: .init(one: one, other: other), count: count)
        }
        let table =
            pair(.satisfied, .satisfied, 20) + pair(.satisfied, .unsatisfied, 5) + pair(.unsatisfied, .satisfied, 10)
            + pair(.unsatisfied, .unsatisfied, 15)
        let agreement = ReaderAgreement(one: "ก", other: "ข", item: nil, pairs: table)
        #expect(agreement.agreement == Fraction(7, over: 10) && agreement.kappa == Fraction(2, over: 5))
        let same = ReaderAgreement(one: "ก", other: "ข", item: nil, pairs: pair(.satisfied, .satisfied, 9))
        #expect(same.agreement == 1 && same.kappa == nil)
        #expect(ReaderAgreement(one: "ก", other: nil, item: nil, pairs: []).agreement == nil)
    }

    @Test("agreement is counted over the items that both read, between readers and beside the program")
    func agreements() throws {
        let outcome = try outcome(
            reading("ข", ["o1": "u", "o2": "a", "o3": "c"]), reading("ก", ["o1": "a", "o2": "a"]),
            reading("ค", ["o1": "u"], role: .arbiter))
        #expect(outcome.agreements.map(\.one) == ["ก", "ก", "ข"])
        #expect(outcome.agreements.map(\.other) == ["ข", nil, nil])
        #expect(outcome.agreements.map(\.pairs.count) == [2, 2, 3])
        #expect(outcome.agreements[0].agreement == Fraction(1, over: 2))
        let items = ReaderAgreement.byItem([outcome, outcome])
        #expect(items.map(\.item) == [ItemID("o1"), ItemID("o2")])
        #expect(items[0].pairs.count == 2 && items[0].agreement == 0 && items[1].agreement == 1)
    }
}

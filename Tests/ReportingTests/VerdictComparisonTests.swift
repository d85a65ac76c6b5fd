import Findings
import Foundation
import GradingCore
import TestSupport
import Testing

@testable import Reporting

@Suite struct VerdictComparisonTests {
    typealias Given = VerdictComparison.Given

    static func comparison(_ given: [String: Given], of report: Report = Sample.report) -> VerdictComparison {
        let byItem = given.reduce(into: [ItemID: Given]()) { $0[ItemID($1.key)] = $1.value }
        return VerdictComparison(
            report.reported, with: byItem, source: "official.csv", framework: Sample.frame.framework)
    }
    /// o1 is satisfied, o2 o12 o37 are unsatisfied, o36 is undecided, o3 does not apply.
    static let official = comparison([
        "o1": Given(.full), "o2": Given(.full, note: "หน้าเว็บเปิดได้ในวันตรวจ"), "o12": Given(.zero),
        "o36": Given(.full), "o37": Given(.unknown), "o99": Given(.zero),
    ])

    @Test(
        "Kappa equals tables computed by hand",
        arguments: [
            // both satisfied, false satisfied, false unsatisfied, both unsatisfied -> po, kappa
            (20, 5, 10, 15, Fraction(7, over: 10), Fraction(2, over: 5)),
            (45, 15, 25, 15, Fraction(6, over: 10), Fraction(3, over: 23)),
            (25, 35, 5, 35, Fraction(6, over: 10), Fraction(7, over: 27)),
            (0, 25, 25, 0, Fraction(0), Fraction(-1)), (7, 0, 0, 3, Fraction(1), Fraction(1)),
            (8, 2, 0, 0, Fraction(4, over: 5), Fraction(0)), (0, 0, 3, 9, Fraction(3, over: 4), Fraction(0)),
            (30, 2, 4, 7, Fraction(37, over: 43), Fraction(202, over: 331)),
        ])
    func kappa(_ both: Int, _ falseYes: Int, _ falseNo: Int, _ neither: Int, _ agreement: Fraction, _ kappa: Fraction) {
        var table = AgreementTable()
        (table.bothSatisfied, table.falseSatisfied) = (both, falseYes)
        (table.falseUnsatisfied, table.bothUnsatisfied) = (falseNo, neither)
        #expect(table.agreement == agreement)
        #expect(table.kappa == kappa)
        // Whose verdicts are called ours makes no difference.
        (table.falseSatisfied, table.falseUnsatisfied) = (falseNo, falseYes)
        #expect(table.kappa == kappa)
        // Undecided items are left out.
        (table.undecidedWhereSatisfied, table.notJudged, table.notInRun) = (9, 9, 9)
        #expect(table.kappa == kappa && table.agreement == agreement)
    }

    @Test("Kappa is not defined without decided items, and with one and the same class only")
    func notDefined() {
        #expect(AgreementTable().kappa == nil && AgreementTable().agreement == nil)
        var table = AgreementTable()
        table.bothSatisfied = 12
        #expect(table.kappa == nil && table.agreement == 1)
        (table.bothSatisfied, table.bothUnsatisfied) = (0, 5)
        #expect(table.kappa == nil)
        let one = Self.comparison(["o1": Given(.full)])
        #expect(one.terminalText(language: .english, width: 80, color: false).contains("not defined"))
        #expect(String(decoding: one.json(), as: UTF8.self).contains("\"kappa\": null"))
    }

    @Test("Tables of several agencies add up")
    func sum() {
        var one = AgreementTable()
        (one.bothSatisfied, one.falseSatisfied, one.notJudged) = (3, 1, 2)
        let both = one + Self.official.table
        #expect(both.bothSatisfied == 4 && both.falseSatisfied == 1 && both.notJudged == 4 && both.notInRun == 1)
        #expect(both.decided == one.decided + Self.official.table.decided)
        #expect(both.undecided == 1)
    }

    @Test("Every item of either side has a row with its result")
    func rows() {
        #expect(Self.official.rows.map(\.item.text) == ["o1", "o2", "o3", "o12", "o36", "o37", "o99"])
        #expect(
            Self.official.rows.map(\.result) == [
                .agree, .falseUnsatisfied, .notJudged, .agree, .undecided, .notJudged, .notInRun,
            ])
        #expect(Self.official.differences.map(\.item.text) == ["o2"])
    }

    @Test("The scores of both sides come from the grading core")
    func scores() {
        #expect(Self.official.ours == Sample.report.score.oit.published)
        // 9.1: 100, 100, unknown; 9.2: 0; 10.1: 100, unknown.
        #expect(
            Self.official.theirs
                == HundredthsInterval(Hundredths(decimal: "41.67")!, Hundredths(decimal: "75.00")!))
        let unframed = VerdictComparison(Sample.report.reported, with: [ItemID("o1"): Given(.full)])
        #expect(unframed.theirs == nil && unframed.table.bothSatisfied == 1)
    }

    @Test("Counts and rows agree for random runs", arguments: 0..<30 as Range<UInt64>)
    func laws(_ seed: UInt64) throws {
        var generator = AssessmentGenerator(seed: seed)
        let report = try #require(Report(generator.assessment(), frame: Sample.frame))
        var given: [String: Given] = [:]
        for item in Sample.items + [Sample.plan] where generator.flip() {
            given[item.item.text] = Given(generator.one(ItemPoints.allCases), note: generator.text())
        }
        given["o98"] = Given(generator.one(ItemPoints.allCases))
        let comparison = Self.comparison(given, of: report)
        let table = comparison.table
        #expect(table.decided + table.undecided + table.notJudged + table.notInRun == comparison.rows.count)
        #expect(comparison.differences.count == table.falseSatisfied + table.falseUnsatisfied)
        if let kappa = table.kappa { #expect(-1 <= kappa && kappa <= 1) }
        if let agreement = table.agreement, let kappa = table.kappa { #expect(kappa <= agreement) }
    }

    @Test("A comparison is valid against its schema and inert on a terminal and in a spreadsheet")
    func renderers() throws {
        var files = [try written(Self.official.json(), as: "compare.json")]
        for seed in 0..<6 as Range<UInt64> {
            var generator = AssessmentGenerator(seed: seed)
            let report = try #require(Report(generator.assessment(), frame: Sample.frame))
            let comparison = Self.comparison(
                ["o1": Given(.zero, note: Hostile.all), "o2": Given(.full, note: "=1+1"), "o12": Given(.zero)],
                of: report)
            files.append(try written(comparison.json(), as: "compare-\(seed).json"))
            for language in ReportLanguage.allCases {
                let text = comparison.terminalText(language: language, width: 50, color: false)
                for line in text.split(separator: "\n") { #expect(TextWidth.columns(String(line)) <= 50, "\(line)") }
                expectInert(text)
            }
            let rows = try HostileTextTests.rows(comparison.differencesCSV(language: .thai), "compare-\(seed).csv")
            #expect(Set(rows.map(\.count)) == [10])
            for cell in rows.joined() { #expect(!["=", "+", "-", "@"].contains { cell.hasPrefix($0) }) }
        }
        let result = try schemaErrors(files, schema: "oit-compare-1.json")
        #expect(result.status == 0, "\(result.output.prefix(2_000))")
    }

    @Test("The comparison equals the committed files")
    func golden() throws {
        try expectGolden(Self.official.json(), "compare.json")
        try expectGolden(Self.official.differencesCSV(language: .thai), "compare.th.csv")
        try expectGolden(Self.official.terminalText(language: .thai, width: 90, color: false), "compare.th.txt")
        try expectGolden(Self.official.terminalText(language: .english, width: 80, color: true), "compare.en.txt")
    }
}

import FoundationEssentials
import GradingCore
import Testing

/// One published table with what our arithmetic must give.
struct PublishedCase: Decodable, Sendable, CustomTestStringConvertible {
    struct Check: Decodable, Sendable {
        struct Weighted: Decodable, Sendable {
            var computed: Decimal
            var cascadeEqual: Bool
        }
        var overallFromIndicators: Decimal?
        var overallFromInstruments: Decimal?
        var cascadeHalfUp: Decimal?
        var cascadeEqual: Bool?
        var admissibleLevels: [String]?
        var weighted: [String: Weighted]?
    }
    var agency: String
    var fiscalYear: Int
    var kind: String
    var indicators: [String: Decimal]
    var instruments: [String: Decimal]
    var overall: Decimal?
    var level: String?
    var weighted: [String: Decimal]?
    var check: Check

    var testDescription: String { "\(agency) \(fiscalYear) \(kind)" }
    var frame: Framework { Frames.year(fiscalYear) }
    var figures: GivenFigures {
        GivenFigures(
            indicators: indicators.mapValues(exact), instruments: instruments.mapValues(exact),
            publishedOverall: overall.map { exact($0).hundredths }, publishedLevel: level)
    }
}

func exact(_ number: Decimal) -> Fraction { Fraction(decimal: number.description) ?? -1 }

@Suite struct PublishedScoreTests {
    static let cases: [PublishedCase] = {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            let file = repository.appending(path: "Tests/Fixtures/scores/score-cases.json")
            return try decoder.decode([PublishedCase].self, from: Data(contentsOf: file))
        } catch {
            Issue.record(error)
            return []
        }
    }()

    @Test("The file of published tables is there, whole")
    func whole() {
        #expect(Self.cases.count == 39)
        #expect(Self.cases.filter { $0.kind == "agency" }.count == 5)
        #expect(Self.cases.filter { $0.weighted != nil }.count == 11)
    }

    @Test("Agency tables come out exactly, province means within the tolerance", arguments: cases)
    func overall(_ table: PublishedCase) throws {
        let card = Scorecard(table.figures, in: table.frame)
        #expect(table.frame.problems(in: table.figures) == [])
        guard let expected = table.check.cascadeHalfUp else {
            #expect(card.overall == nil && card.agrees == nil)
            return
        }
        let overall = try #require(card.overall)
        #expect(overall.published == HundredthsInterval(exact(expected).hundredths))
        let unrounded = try #require(table.check.overallFromIndicators)
        #expect(overall.exact.lowest.text(decimals: 4) == exact(unrounded).text(decimals: 4))
        #expect(Fraction(decimal: overall.exact.lowest.exactText) == overall.exact.lowest)
        #expect(card.agrees == true)
        if table.kind == "agency" { #expect(overall.published.lowest == table.figures.publishedOverall) }
        if let other = table.check.overallFromInstruments {
            #expect(card.overallFromInstruments?.exact == ScoreInterval(exact(other)))
        }
        #expect(card.conflicts == [])
    }

    @Test("Weighted instrument scores come out exactly", arguments: cases.filter { $0.check.weighted != nil })
    func weighted(_ table: PublishedCase) throws {
        let card = Scorecard(table.figures, in: table.frame)
        for (instrument, check) in try #require(table.check.weighted) {
            let score = try #require(card.weighted[instrument])
            #expect(score.exact.lowest.text(decimals: 3) == exact(check.computed).text(decimals: 3))
            let published = exact(try #require(table.weighted?[instrument])).hundredths
            #expect((score.published == HundredthsInterval(published)) == check.cascadeEqual)
            #expect(score.agrees(with: published))
        }
    }

    @Test("The published level is possible, and exactly the expected ones are", arguments: cases)
    func levels(_ table: PublishedCase) throws {
        let card = Scorecard(table.figures, in: table.frame)
        if let admissible = table.check.admissibleLevels { #expect(card.levels == admissible) }
        if let level = table.level, table.overall != nil { #expect(card.levels.contains(level)) }
        if table.overall == nil { #expect(card.levels == []) }
        if table.fiscalYear < 2566, let level = table.level, table.overall != nil { #expect(card.levels == [level]) }
    }
}

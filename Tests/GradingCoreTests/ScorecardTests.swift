import GradingCore
import Testing

@Suite struct ScorecardTests {
    static let indicators: [String: Fraction] = Dictionary(
        uniqueKeysWithValues: (1...10).map { ("\($0)", Fraction(9000 + 10 * $0, over: 100)) })

    @Test("A missing instrument leaves no overall score and nothing is re-weighted")
    func missing() {
        let frame = Frames.year(2566)
        let card = Scorecard(GivenFigures(instruments: ["IIT": 90, "OIT": 100]), in: frame)
        #expect(card.overall == nil)
        #expect(card.levels == [])
        #expect(card.weighted["OIT"]?.published == HundredthsInterval(Hundredths(4000)))
        #expect(card.instruments["EIT"] == nil)
        var odd = frame
        odd.instruments.removeLast()
        #expect(Scorecard(GivenFigures(instruments: ["IIT": 90, "EIT": 90]), in: odd).overall == nil)
    }

    @Test("One missing indicator leaves its instrument unknown unless it is given itself")
    func partial() {
        var some = Self.indicators
        some["7"] = nil
        let card = Scorecard(GivenFigures(indicators: some), in: Frames.year(2566))
        #expect(card.instruments["EIT"] == nil && card.overall == nil)
        let given = Scorecard(GivenFigures(indicators: some, instruments: ["EIT": 91]), in: Frames.year(2566))
        #expect(given.instruments["EIT"]?.exact == ScoreInterval(91))
        #expect(given.overall != nil)
        let parts = Scorecard(
            GivenFigures(indicators: some, instruments: ["EIT1": 91, "EIT2": 92]), in: Frames.year(2566))
        #expect(parts.instruments["EIT"]?.exact == ScoreInterval(Fraction(183, over: 2)))
    }

    @Test("Instruments that contradict their indicators by more than 0.01 are named")
    func conflicts() throws {
        let frame = Frames.year(2566)
        let clean = Scorecard(
            GivenFigures(indicators: Self.indicators, instruments: ["IIT": 90 + Fraction(3, over: 10)]), in: frame)
        #expect(clean.conflicts == [])
        let near = Fraction(9031, over: 100)
        #expect(
            Scorecard(GivenFigures(indicators: Self.indicators, instruments: ["IIT": near]), in: frame).conflicts == [])
        let far = Fraction(9032, over: 100)
        let card = Scorecard(
            GivenFigures(indicators: Self.indicators, instruments: ["IIT": far, "EIT1": 80, "EIT2": 80]), in: frame)
        #expect(card.conflicts.map(\.subject) == ["IIT", "EIT"])
        #expect(
            card.conflicts.first?.kind
                == .instrumentAgainstIndicators(
                    given: Hundredths(9032), computed: HundredthsInterval(Hundredths(9030))))
        #expect(card.instruments["IIT"]?.exact == ScoreInterval(90 + Fraction(3, over: 10)))
    }

    @Test("Given indicators stand before items, and a contradiction is named")
    func itemsAgainstIndicators() throws {
        let frame = Frames.year(2566)
        let items = Dictionary(uniqueKeysWithValues: try Frames.oit(2566).items.map { ($0, ItemPoints.full) })
        let card = Scorecard(GivenFigures(items: items, indicators: ["9": 90]), in: frame)
        #expect(card.indicators["9"]?.exact == ScoreInterval(90))
        #expect(card.indicators["10"]?.exact == ScoreInterval(100))
        #expect(card.conflicts.map(\.subject) == ["9"])
        #expect(card.subIndicators.count == 7)
    }

    @Test("Unknown items give intervals up to the overall score and its levels")
    func intervals() throws {
        let frame = Frames.year(2564)
        let items = Dictionary(
            uniqueKeysWithValues: try Frames.oit(2564).items.map { ($0, $0.text == "o42" ? ItemPoints.unknown : .full) }
        )
        let card = Scorecard(
            GivenFigures(items: items, instruments: ["IIT": 90, "EIT": 90], publishedOverall: Hundredths(9200)),
            in: frame)
        #expect(card.overall?.published == HundredthsInterval(Hundredths(8900), Hundredths(9400)))
        #expect(card.levels == ["A"])
        #expect(card.agrees == true)
        let off = GivenFigures(items: items, instruments: ["IIT": 90, "EIT": 90], publishedOverall: Hundredths(9500))
        #expect(Scorecard(off, in: frame).agrees == false)
    }

    @Test("A published level that cannot be is a conflict")
    func level() {
        let figures = GivenFigures(
            indicators: Self.indicators, publishedOverall: Hundredths(9068), publishedLevel: "AA")
        let card = Scorecard(figures, in: Frames.year(2564))
        #expect(card.levels == ["A"])
        #expect(card.conflicts.map(\.subject) == ["level"])
        #expect(card.agrees == true)
    }

    @Test("Figures that the year does not have are named together")
    func problems() {
        let figures = GivenFigures(
            items: [ItemID("o99"): .full, ItemID("o1"): .full], indicators: ["11": 50, "1": 101],
            instruments: ["XIT": -1, "EIT1": 50], publishedOverall: Hundredths(10001), publishedLevel: "G")
        #expect(
            Frames.year(2564).problems(in: figures) == [
                .unknownItem(ItemID("o99")), .outOfRange("1"), .unknownIndicator("11"), .unknownInstrument("EIT1"),
                .unknownInstrument("XIT"), .outOfRange("XIT"), .outOfRange("overall"), .unknownLevel("G"),
            ])
    }
}

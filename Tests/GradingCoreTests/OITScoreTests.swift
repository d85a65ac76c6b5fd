import GradingCore
import Testing

@Suite struct OITScoreTests {
    static let years = Array(2562...2569)

    @Test("Everything satisfied is 100, nothing is 0, nothing known is the whole interval", arguments: years)
    func extremes(_ year: Int) throws {
        let oit = try Frames.oit(year)
        func all(_ points: ItemPoints) -> [ItemID: ItemPoints] {
            Dictionary(uniqueKeysWithValues: oit.items.map { ($0, points) })
        }
        #expect(try #require(OITScore(of: oit, items: all(.full))).oit.exact == ScoreInterval(100))
        #expect(try #require(OITScore(of: oit, items: all(.zero))).oit.exact == ScoreInterval(0))
        let unknown = try #require(OITScore(of: oit, items: [:]))
        #expect(unknown.oit.exact == ScoreInterval(lowest: 0, highest: 100))
        #expect(unknown.contribution.published == HundredthsInterval(Hundredths(0), Hundredths(4000)))
        #expect(unknown.items.count == oit.items.count)
    }

    @Test("Sub-indicators and indicators are plain means, whatever the sizes")
    func means() throws {
        let oit = try Frames.oit(2564)
        var points = Dictionary(uniqueKeysWithValues: oit.items.map { ($0, ItemPoints.full) })
        points[ItemID("o42")] = .zero
        points[ItemID("o1")] = .unknown
        let score = try #require(OITScore(of: oit, items: points))
        #expect(score.subIndicators["10.2"] == ScoreInterval(50))
        #expect(score.subIndicators["9.1"] == ScoreInterval(lowest: Fraction(800, over: 9), highest: 100))
        #expect(score.indicators["10"]?.exact == ScoreInterval(75))
        #expect(score.indicators["9"]?.published == HundredthsInterval(Hundredths(9778), Hundredths(10000)))
        #expect(score.oit.published == HundredthsInterval(Hundredths(8639), Hundredths(8750)))
        #expect(score.contribution.published == HundredthsInterval(Hundredths(3456), Hundredths(3500)))
        #expect(score.oit.exact.highest == Fraction(175, over: 2))
    }

    @Test("The instrument is rounded from rounded indicators, not from exact ones")
    func cascade() throws {
        // 200/3 -> 66.67; (66.67 + 100) / 2 = 83.335 -> 83.34, though the exact mean is 83.333...
        let oit = Frames.small([[3], [1]])
        var points = Dictionary(uniqueKeysWithValues: oit.items.map { ($0, ItemPoints.full) })
        points[oit.items[0]] = .zero
        let score = try #require(OITScore(of: oit, items: points))
        #expect(score.oit.published == HundredthsInterval(Hundredths(8334)))
        #expect(score.oit.exact == ScoreInterval(Fraction(250, over: 3)))
        #expect(score.contribution.published == HundredthsInterval(Hundredths(3334)))
        #expect(score.oit.agrees(with: Hundredths(8333)) && score.oit.agrees(with: Hundredths(8334)))
        #expect(!score.oit.agrees(with: Hundredths(8335)))
    }

    @Test("Order of items inside a sub-indicator does not matter", arguments: 0..<20)
    func permutation(_ seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let oit = try Frames.oit(2566)
        let points = Frames.points(oit, with: &random)
        var shuffled = oit
        for i in shuffled.indicators.indices {
            for s in shuffled.indicators[i].subIndicators.indices {
                shuffled.indicators[i].subIndicators[s].items.shuffle(using: &random)
            }
            shuffled.indicators[i].subIndicators.shuffle(using: &random)
        }
        shuffled.indicators.shuffle(using: &random)
        #expect(OITScore(of: oit, items: points) == OITScore(of: shuffled, items: points))
    }

    @Test("An item that turns from 0 to 100 never lowers anything", arguments: years)
    func monotonic(_ year: Int) throws {
        var random = Seeded(state: UInt64(year))
        let oit = try Frames.oit(year)
        let points = Frames.points(oit, with: &random)
        let before = try #require(OITScore(of: oit, items: points))
        for item in oit.items {
            var better = points
            better[item] = .full
            let after = try #require(OITScore(of: oit, items: better))
            #expect(after.oit.exact.lowest >= before.oit.exact.lowest)
            #expect(after.oit.published.lowest >= before.oit.published.lowest)
            #expect(after.contribution.published.highest >= before.contribution.published.highest)
        }
    }

    @Test("The interval holds every way in which unknown items can turn out", arguments: 0..<40)
    func completions(_ seed: Int) throws {
        var random = Seeded(state: UInt64(seed) &+ 77)
        let oit = try Frames.oit([2562, 2564, 2566, 2568].randomElement(using: &random) ?? 2566)
        let points = Frames.points(oit, with: &random)
        let interval = try #require(OITScore(of: oit, items: points))
        for _ in 0..<20 {
            let complete = points.mapValues {
                $0 == .unknown ? [.zero, .full].randomElement(using: &random) ?? .zero : $0
            }
            let score = try #require(OITScore(of: oit, items: complete))
            #expect(score.oit.isCertain)
            #expect(interval.oit.exact.contains(score.oit.exact.lowest))
            #expect(interval.oit.published.contains(score.oit.published.lowest))
            #expect(interval.contribution.published.contains(score.contribution.published.lowest))
        }
        for (unknown, end) in [(ItemPoints.zero, interval.oit.exact.lowest), (.full, interval.oit.exact.highest)] {
            let complete = points.mapValues { $0 == .unknown ? unknown : $0 }
            #expect(OITScore(of: oit, items: complete)?.oit.exact == ScoreInterval(end))
        }
    }

    @Test("A list of another assessment with one indicator is scored the same way")
    func otherList() throws {
        let hospital = try #require(Frames.hospital.inspected)
        let points: [ItemID: ItemPoints] = [ItemID("MOIT 4"): .full, ItemID("MOIT 1"): .full, ItemID("MOIT 2"): .zero]
        let score = try #require(OITScore(of: hospital, items: points))
        #expect(score.oit.published == HundredthsInterval(Hundredths(6667), Hundredths(8333)))
        #expect(score.contribution == score.oit)
        let card = Scorecard(GivenFigures(items: points), in: Frames.hospital)
        #expect(card.overall == score.oit)
        #expect(card.levels == ["pass", "fail"])
        #expect(hospital.worths[ItemID("MOIT 4")]?.oit == 50)
    }

    @Test("A survey has no items to count, and empty sub-indicators do not count")
    func nothing() throws {
        #expect(OITScore(of: Frames.year(2566).instruments[0], items: [:]) == nil)
        let gap = Frames.small([[2, 0], [1]])
        let score = try #require(OITScore(of: gap, items: [gap.items[0]: .full, gap.items[1]: .full]))
        #expect(score.oit.exact == ScoreInterval(lowest: 50, highest: 100))
        #expect(gap.worths.values.reduce(0) { $0 + $1.oit } == 100)
    }
}

import GradingCore
import Testing

@Suite struct LevelTests {
    static func certain(_ hundredths: Int) -> HundredthsInterval { HundredthsInterval(Hundredths(hundredths)) }

    @Test(
        "Letters begin exactly on their mark",
        arguments: [
            (9500, "AA"), (9499, "A"), (9473, "A"), (8500, "A"), (8499, "B"), (7499, "C"), (6499, "D"), (5499, "E"),
            (4999, "F"), (0, "F"), (10000, "AA"),
        ])
    func letters(_ score: Int, _ level: String) {
        #expect(Frames.year(2565).admissibleLevels(overall: Self.certain(score)) == [level])
    }

    @Test("An interval has every letter that it touches")
    func letterInterval() {
        let interval = HundredthsInterval(Hundredths(7499), Hundredths(8500))
        #expect(Frames.year(2565).admissibleLevels(overall: interval) == ["A", "B", "C"])
    }

    @Test(
        "With every part known exactly one level is left",
        arguments: [
            (["IIT": 9978, "EIT1": 9997, "EIT2": 10000, "OIT": 10000], "ผ่านดีเยี่ยม"),
            (["IIT": 9978, "EIT1": 9400, "EIT2": 10000, "OIT": 10000], "ผ่านดี"),
            (["IIT": 9978, "EIT1": 8499, "EIT2": 10000, "OIT": 10000], "ผ่าน"),
            (["IIT": 8500, "EIT1": 8500, "EIT2": 8500, "OIT": 8500], "ผ่านดี"),
            (["IIT": 8000, "EIT1": 8500, "EIT2": 8500, "OIT": 8500], "ต้องปรับปรุง"),
            (["IIT": 5000, "EIT1": 5000, "EIT2": 5000, "OIT": 8500], "ต้องปรับปรุงโดยด่วน"),
        ])
    func known(_ hundredths: [String: Int], _ level: String) throws {
        let card = Scorecard(
            GivenFigures(instruments: hundredths.mapValues { Fraction($0, over: 100) }), in: Frames.year(2567))
        #expect(card.levels == [level])
    }

    @Test(
        "With the parts of a survey unknown the levels that still fit its mean are left",
        arguments: [
            // The mean of the two parts; a part can lie as low as twice the mean minus 100.
            (9629, ["ผ่านดีเยี่ยม", "ผ่านดี"]), (9750, ["ผ่านดีเยี่ยม", "ผ่านดี"]), (9751, ["ผ่านดีเยี่ยม"]),
            (10000, ["ผ่านดีเยี่ยม"]), (9499, ["ผ่านดี"]), (9250, ["ผ่านดี", "ผ่าน"]), (9251, ["ผ่านดี"]),
            (8499, ["ผ่าน"]),
        ])
    func parts(_ eit: Int, _ levels: [String]) {
        let figures = GivenFigures(instruments: ["IIT": 100, "EIT": Fraction(eit, over: 100), "OIT": 100])
        #expect(Scorecard(figures, in: Frames.year(2566)).levels == levels)
    }

    @Test(
        "With only the overall score known the weights still exclude levels",
        arguments: [
            (9115, ["ผ่านดี", "ผ่าน"]), (9581, ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"]), (10000, ["ผ่านดีเยี่ยม"]),
            // 85 + 0.15 x 84.99 = 97.7485: above it no part can lie below 85.
            (9775, ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"]), (9776, ["ผ่านดีเยี่ยม", "ผ่านดี"]), (8499, ["ต้องปรับปรุง"]),
            (6999, ["ต้องปรับปรุงโดยด่วน"]),
        ])
    func overallOnly(_ overall: Int, _ levels: [String]) {
        #expect(Frames.year(2566).admissibleLevels(overall: Self.certain(overall)) == levels)
    }

    @Test("Every table of figures has its level among the possible ones when parts of it are hidden", arguments: 0..<60)
    func hidden(_ seed: Int) throws {
        var random = Seeded(state: UInt64(seed) &+ 900)
        let frame = Frames.year(2568)
        var figures: [String: Fraction] = [:]
        for id in ["IIT", "EIT1", "EIT2", "OIT"] {
            figures[id] = Fraction(
                .random(in: [8300, 9300].randomElement(using: &random)!...10000, using: &random), over: 100)
        }
        let whole = Scorecard(GivenFigures(instruments: figures), in: frame)
        #expect(whole.levels.count == 1)
        let overall = try #require(whole.overall)
        var known = figures.mapValues { HundredthsInterval($0.hundredths) }
        known["EIT"] = whole.instruments["EIT"]?.published
        for _ in 0..<16 {
            let shown = known.filter { _ in Bool.random(using: &random) }
            let possible = frame.admissibleLevels(overall: overall.published, scores: shown)
            #expect(possible.contains(whole.levels[0]), "\(shown.keys)")
            #expect(frame.levels.names.filter(possible.contains) == possible)
        }
    }

    @Test("Figures that contradict each other still give levels")
    func contradiction() {
        let scores = ["IIT": Self.certain(1000), "EIT": Self.certain(1000), "OIT": Self.certain(1000)]
        #expect(Frames.year(2566).admissibleLevels(overall: Self.certain(9900), scores: scores) == ["ผ่าน"])
    }

    @Test("Marks are read off the scale")
    func thresholds() {
        #expect(Frames.letters.thresholds.map(\.text) == ["50.00", "55.00", "65.00", "75.00", "85.00", "95.00"])
        #expect(Frames.thai.thresholds.map(\.text) == ["70.00", "85.00", "95.00"])
    }
}

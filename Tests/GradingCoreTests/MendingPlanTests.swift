import GradingCore
import Testing

@Suite struct MendingPlanTests {
    @Test("All items together are worth 100 points and the whole weight", arguments: 2562...2569)
    func sums(_ year: Int) throws {
        let oit = try Frames.oit(year)
        #expect(oit.worths.values.reduce(0) { $0 + $1.oit } == 100)
        #expect(oit.worths.values.reduce(0) { $0 + $1.overall } == 40)
    }

    @Test(
        "An item of a small sub-indicator is worth more",
        arguments: [
            (2564, "o42", "12.50", "5.00"), (2564, "o1", "1.11", "0.44"), (2566, "o1", "1.00", "0.40"),
            (2566, "o12", "1.25", "0.50"), (2566, "o43", "5.00", "2.00"), (2568, "o12", "5.00", "2.00"),
        ])
    func worth(_ year: Int, _ item: String, _ oit: String, _ overall: String) throws {
        let worth = try #require(try Frames.oit(year).worths[ItemID(item)])
        #expect(worth.oit.text(decimals: 2) == oit)
        #expect(worth.overall.text(decimals: 2) == overall)
    }

    @Test("The greatest gain comes first, equal gains in the order of the list")
    func order() throws {
        let oit = try Frames.oit(2564)
        let points: [ItemID: ItemPoints] = Dictionary(
            uniqueKeysWithValues: oit.items.map {
                ($0, ["o42", "o2", "o1", "o29"].contains($0.text) ? .zero : $0.text == "o43" ? .unknown : .full)
            })
        let plan = try #require(MendingPlan(of: oit, items: points))
        #expect(plan.steps.map(\.item.text) == ["o42", "o43", "o29", "o1", "o2"])
        #expect(plan.steps[0].gain.overall == 5)
        #expect(plan.steps.last?.oit.published == HundredthsInterval(Hundredths(10000)))
        for (step, before) in zip(plan.steps, [plan.start.oit] + plan.steps.map(\.oit)) {
            #expect(step.oit.exact.lowest == before.exact.lowest + step.gain.oit)
        }
        let aside = try #require(MendingPlan(of: oit, items: points, leavingAside: [ItemID("o43")]))
        #expect(aside.steps.map(\.item.text) == ["o42", "o29", "o1", "o2"])
        #expect(aside.smallestSet(reaching: Hundredths(9500)) == nil)
    }

    @Test("Nothing to mend is an empty plan that has reached every mark")
    func complete() throws {
        let oit = try Frames.oit(2566)
        let plan = try #require(
            MendingPlan(of: oit, items: Dictionary(uniqueKeysWithValues: oit.items.map { ($0, .full) })))
        #expect(plan.steps.isEmpty)
        #expect(plan.smallestSet(reaching: Hundredths(9500)) == [])
    }

    @Test("No smaller set of items reaches the mark (all sets tried)", arguments: 0..<60)
    func bruteForce(_ seed: Int) throws {
        var random = Seeded(state: UInt64(seed) &+ 5)
        let sizes = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            (0..<Int.random(in: 1...2, using: &random)).map { _ in Int.random(in: 1...3, using: &random) }
        }
        let oit = Frames.small(sizes)
        let points = Frames.points(oit, with: &random)
        let aside = Set(oit.items.filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
        let plan = try #require(MendingPlan(of: oit, items: points, leavingAside: aside))
        let open = plan.steps.map(\.item)
        for target in [Hundredths(5000), Hundredths(8500), Hundredths(9500)] {
            var best: Int?
            for chosen in 0..<(1 << open.count) where chosen.nonzeroBitCount < best ?? Int.max {
                var mended = points
                for (bit, item) in open.enumerated() where chosen >> bit & 1 == 1 { mended[item] = .full }
                let score = try #require(OITScore(of: oit, items: mended))
                if score.oit.published.lowest >= target { best = chosen.nonzeroBitCount }
            }
            let found = plan.smallestSet(reaching: target)
            #expect(found?.count == best)
            if let found {
                var mended = points
                for item in found { mended[item] = .full }
                #expect(try #require(OITScore(of: oit, items: mended)).oit.published.lowest >= target)
            }
        }
    }
}

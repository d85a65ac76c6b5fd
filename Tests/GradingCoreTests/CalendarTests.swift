import GradingCore
import Testing

@Suite struct CalendarTests {
    @Test("Days and day numbers are inverse over the whole calendar")
    func dayNumbers() throws {
        var expected = 0
        for year in [1, 2, 3, 4, 5] {
            for month in 1...12 {
                for day in 1...CivilDate.days(inMonth: month, of: year) {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    #expect(date.dayNumber == expected)
                    #expect(CivilDate(dayNumber: expected) == date)
                    expected += 1
                }
            }
        }
        let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
        #expect(CivilDate(dayNumber: last.dayNumber) == last)
        #expect(CivilDate(dayNumber: last.dayNumber + 1) == nil)
        #expect(CivilDate(dayNumber: -1) == nil)
        var random = Seeded(state: 4)
        for _ in 0..<2000 {
            let number = Int.random(in: 0...last.dayNumber, using: &random)
            #expect(CivilDate(dayNumber: number)?.dayNumber == number)
        }
    }

    @Test(
        "Days that do not exist are refused",
        arguments: [(2023, 2, 29), (2023, 4, 31), (2023, 13, 1), (2023, 0, 1), (2023, 1, 0), (0, 1, 1), (1900, 2, 29)])
    func noDay(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test("Leap days follow the Gregorian rule", arguments: [(2024, 29), (2000, 29), (2100, 28), (2023, 28)])
    func leap(_ year: Int, _ days: Int) { #expect(CivilDate.days(inMonth: 2, of: year) == days) }

    @Test("ISO text is read in one shape only, Buddhist years included")
    func iso() throws {
        #expect(CivilDate(iso: "2023-05-15")?.iso == "2023-05-15")
        #expect(CivilDate(iso: "2566-05-15")?.iso == "2023-05-15")
        for text in ["2023-5-15", "2023-05-15T", "2023/05/15", "", "2023-02-30", "๒๐๒๓-05-15", "-023-05-15"] {
            #expect(CivilDate(iso: text) == nil, "\(text)")
        }
        let may = try #require(CivilDate(iso: "2023-05-15"))
        #expect(may.lastOfMonth.iso == "2023-05-31")
    }

    @Test("A fiscal year runs from October to September of the Buddhist era")
    func fiscalYear() throws {
        let year = FiscalYear(2566)
        #expect(year.period?.from.iso == "2022-10-01")
        #expect(year.period?.to.iso == "2023-09-30")
        #expect(year.firstHalf?.to.iso == "2023-03-31")
        #expect(year.commonEra == 2023)
        #expect(year.previous.next == year)
        for (day, expected) in [("2022-09-30", 2565), ("2022-10-01", 2566), ("2022-12-26", 2566), ("2023-09-30", 2566)]
        {
            #expect(FiscalYear(containing: try #require(CivilDate(iso: day))).year == expected, "\(day)")
        }
    }

    @Test("Periods are never turned round and know what they hold and touch")
    func periods() throws {
        let (a, b, c) = (
            try #require(CivilDate(iso: "2022-09-30")), try #require(CivilDate(iso: "2022-10-01")),
            try #require(CivilDate(iso: "2023-10-01"))
        )
        #expect(CivilPeriod(from: b, to: a) == nil)
        let first = try #require(CivilPeriod(from: a, to: b))
        let all = try #require(CivilPeriod(from: a, to: c))
        #expect(all.contains(first) && !first.contains(all))
        #expect(first.contains(a) && first.contains(b) && !first.contains(c))
        #expect(FiscalYear.touched(by: all).map(\.year) == [2565, 2566, 2567])
        let second = try #require(CivilPeriod(from: b, to: c))
        #expect(first.overlaps(second) && second.overlaps(first))
    }

    @Test("Item ids sort by stem and number, verdicts give points")
    func ids() {
        let sorted = ["o12", "o2", "MOIT 3", "o1", "x"].map { ItemID($0) }.sorted().map(\.text)
        #expect(sorted == ["MOIT 3", "o1", "o2", "o12", "x"])
        #expect(ItemID("o007").number == 7)
        #expect(ItemID("x").number == nil)
        #expect(Verdict.allCases.map(\.points) == [100, 0, nil, nil])
    }
}

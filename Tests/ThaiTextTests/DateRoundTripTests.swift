import GradingCore
import Testing
import ThaiText

/// Prints random days and months in the ways people write them and reads them back.
@Suite struct DateRoundTripTests {
    static let full = [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน",
        "ธันวาคม",
    ]
    static let short = [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ]
    static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func randomDay(_ random: inout TestRandom) -> CivilDate {
        let low = 736_694  // 1 January 2018
        return CivilDate(dayNumber: Int.random(in: low...(low + 4000), using: &random)) ?? reference
    }

    static var reference: CivilDate { CivilDate(iso: "2023-03-31").unsafelyUnwrapped }

    static func spellings(_ day: CivilDate) -> [String] {
        let year = day.year + FiscalYear.buddhistShift
        let two = String(year % 100)
        let (name, brief) = (full[day.month - 1], short[day.month - 1])
        return [
            "\(day.day) \(name) \(year)", "\(day.day)\(name)\(year)", "วันที่ \(day.day) เดือน\(name) พ.ศ. \(year)",
            "\(day.day) \(brief) \(two)", "\(day.day)\(brief)\(two)", "\(day.day) \(brief)\(year)",
            "\(day.day)/\(day.month)/\(year)", "\(day.day)-\(day.month)-\(two)", "\(year)/\(day.month)/\(day.day)",
            "\(day.day) \(english[day.month - 1]) \(day.year)", "\(english[day.month - 1]) \(day.day), \(day.year)",
            day.iso, "\(day.day) \(name) \(day.year)",
        ]
    }

    @Test func readsWhatItPrints() {
        var random = TestRandom(seed: 3)
        for _ in 0..<150 {
            let day = Self.randomDay(&random)
            for spelling in Self.spellings(day) {
                for text in [spelling, ThaiDigits.thai(spelling), "ประชุมเมื่อ \(spelling) ณ ศาลา", "(\(spelling))"] {
                    let found = datesFound(in: NormalisedText(text))
                    #expect(found.map(\.kind) == [.day(day)], "\(text)")
                    #expect(found.first?.fiscalYears == [FiscalYear(containing: day)], "\(text)")
                }
            }
        }
    }

    @Test func readsSpansThatItPrints() throws {
        var random = TestRandom(seed: 5)
        for _ in 0..<150 {
            let days = [Self.randomDay(&random), Self.randomDay(&random)].sorted()
            guard days[0] < days[1], (days[0].year, days[0].month) != (days[1].year, days[1].month) else { continue }
            let span = try #require(CivilPeriod(from: days[0], to: days[1]))
            for (left, right) in zip(Self.spellings(days[0]), Self.spellings(days[1])).prefix(7) {
                for text in ["\(left) - \(right)", "\(left) ถึง \(right)", "ตั้งแต่วันที่ \(left) – วันที่ \(right)"] {
                    #expect(datesFound(in: NormalisedText(text)).map(\.kind) == [.daySpan(span)], "\(text)")
                }
            }
        }
    }

    @Test func readsMonthsOfEveryFiscalYear() throws {
        for year in 2560...2570 {
            let fiscal = FiscalYear(year)
            for month in 1...12 {
                let expected = try #require(CivilMonth(month: month, of: fiscal))
                let buddhist = expected.year + FiscalYear.buddhistShift
                let name = Self.full[month - 1]
                for text in [
                    "\(name) \(buddhist)", "\(Self.short[month - 1])\(buddhist % 100)",
                    "ประจำเดือน\(name) พ.ศ. \(buddhist)",
                    "เดือน\(name) ปีงบประมาณ \(year)",
                ] {
                    let found = datesFound(in: NormalisedText(text))
                    #expect(found.map(\.kind) == [.month(expected)], "\(text)")
                    #expect(found.first?.fiscalYears == [fiscal])
                }
            }
        }
    }
}

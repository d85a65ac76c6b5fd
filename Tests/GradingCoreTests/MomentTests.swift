import GradingCore
import Testing

@Suite struct MomentTests {
    @Test(
        "one moment has many spellings",
        arguments: [
            "2023-05-15T08:00:00+07:00", "2023-05-15T01:00:00Z", "2023-05-15T01:00Z", "2023-05-15T01:00:00.999Z",
            "2566-05-15T08:00:00+07:00", "2023-05-14T20:30:00-04:30",
        ])
    func spellings(text: String) throws {
        let moment = try #require(Moment(iso: text))
        #expect(moment.seconds == 1_684_112_400)
        #expect(moment.utc == "2023-05-15T01:00:00Z")
        #expect(moment.bangkok == "2023-05-15T08:00:00+07:00")
        #expect(moment.clock == "08:00")
    }

    @Test(
        "what is no moment is refused",
        arguments: [
            "", "2023-05-15", "2023-05-15T", "2023-05-15T08", "2023-05-15T08:00", "2023-02-30T08:00:00Z",
            "2023-05-15T24:00:00Z", "2023-05-15T08:60:00Z", "2023-05-15T08:00:00.Z", "2023-05-15T08:00:00Zx",
            "2023-05-15T08:00:00+7:00", "2023-05-15T08:00:00+0700", "2023-05-15T0๘:00:00Z", "2023-05-15TT08:00:00Z",
        ])
    func refused(text: String) {
        #expect(Moment(iso: text) == nil)
    }

    @Test("the last second of 30 September and the first of 1 October lie in two fiscal years of Bangkok")
    func fiscalYearBoundary() throws {
        let last = try #require(Moment(iso: "2023-09-30T16:59:59Z"))
        #expect(FiscalYear(containing: last.day) == FiscalYear(2566))
        #expect(FiscalYear(containing: last.adding(seconds: 1).day) == FiscalYear(2567))
        #expect(last.minuteOfDay == 1439)
        #expect(last.adding(seconds: 1).minuteOfDay == 0)
    }

    @Test("text and seconds agree both ways, also before 1970 and at the ends of the calendar")
    func roundTrip() throws {
        for seconds in stride(from: -70_000_000_000, through: 260_000_000_000, by: 86_399 * 1_013) {
            let moment = Moment(seconds: seconds)
            #expect(Moment(iso: moment.utc) == moment || moment.utc >= "2401")
            let day = Moment(day: moment.day, minuteOfDay: moment.minuteOfDay)
            #expect(moment.seconds(since: day) == ((moment.seconds % 60) + 60) % 60)
        }
        #expect(Moment(seconds: .max).bangkok == "9999-12-31T23:59:59+07:00")
        #expect(Moment(seconds: .min).utc == "0001-01-01T00:00:00Z")
        #expect(Moment(seconds: 5).adding(seconds: .max) == Moment(seconds: .max))
    }
}

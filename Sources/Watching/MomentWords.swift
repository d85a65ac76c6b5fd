import GradingCore
import ThaiText

/// Moments and days as people write them.
enum MomentWords {
    /// `15 พฤษภาคม 2566`, `15 May 2023`.
    static func day(_ day: CivilDate) -> BilingualText {
        let year = day.year + FiscalYear.buddhistShift
        return BilingualText(
            th: "\(day.day) \(thaiMonthName(day.month) ?? "") \(year)", en: "\(day.day) \(months[day.month - 1]) \(day.year)")
    }

    /// `15 พฤษภาคม 2566 เวลา 08.05 น.`, `15 May 2023, 08:05`.
    static func moment(_ seconds: Int) -> BilingualText {
        let moment = Moment(seconds: seconds)
        let day = day(moment.day)
        let clock = moment.clock
        return BilingualText(
            th: "\(day.th) เวลา \(clock.replacing(":", with: ".")) น.", en: "\(day.en), \(clock)")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

import GradingCore

/// Moments and days in both languages.
enum MomentWords {
    /// `15 พฤษภาคม 2566`, `15 May 2023`.
    static func day(_ day: CivilDate) -> BilingualText {
        BilingualText(th: ReportDate.day(day, .thai), en: ReportDate.day(day, .english))
    }

    /// With the time of day; from UTC seconds since 1970.
    static func moment(_ seconds: Int) -> BilingualText {
        let moment = Moment(seconds: seconds)
        return BilingualText(th: ReportDate.moment(moment, .thai), en: ReportDate.moment(moment, .english))
    }
}

import GradingCore
import ThaiText

/// Lines that tell what day it is: they differ in nothing but the day of the look.
struct DayClock {
    private let pairs: [(old: String, new: String)]

    /// - Parameters: the days of the former and of this look, in Bangkok.
    init(from: CivilDate, to: CivilDate) {
        pairs = from == to ? [] : zip(DayClock.forms(from), DayClock.forms(to)).map { (old: $0, new: $1) }
    }

    /// True when the newer line is the older one with the newer day.
    func explains(_ older: String, _ newer: String) -> Bool {
        guard !pairs.isEmpty else { return false }
        let (older, newer) = (DayClock.plain(older), DayClock.plain(newer))
        return pairs.contains { newer.contains($0.new) && newer.replacing($0.new, with: $0.old) == older }
    }

    /// The ways in which websites write a day, always in the same order; the month alone says nothing.
    private static func forms(_ day: CivilDate) -> [String] {
        let buddhist = day.year + FiscalYear.buddhistShift
        let month = thaiMonthName(day.month) ?? ""
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return [
            "\(day.day) \(month) พ.ศ. \(buddhist)", "\(day.day) \(month) \(buddhist)",
            "\(two(day.day)) \(month) \(buddhist)", ReportDate.day(day, .english),
            "\(two(day.day))/\(two(day.month))/\(buddhist)", "\(two(day.day))/\(two(day.month))/\(day.year)",
            "\(day.day)/\(day.month)/\(buddhist)", "\(day.day)/\(day.month)/\(day.year)", day.iso,
        ]
    }

    /// Thai digits as Arabic ones, without names of weekdays.
    private static func plain(_ line: String) -> String {
        var text = ThaiDigits.arabic(line)
        for name in weekdays { text = text.replacing(name, with: "วัน") }
        return text
    }

    private static let weekdays = [
        "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์", "Monday", "Tuesday",
        "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}

import GradingCore
import ThaiText

/// Words that would tell the time that a rule asks for, as they could stand on a page; those that ask least come first.
struct DateWording {
    let year: FiscalYear
    let asOf: CivilDate
    /// Months that are owed, as `2023-02`.
    let months: [String]

    var candidates: [String] {
        let this = "ปีงบประมาณ พ.ศ. \(year.year)"
        let past = "ปีงบประมาณ พ.ศ. \(year.previous.year)"
        let half = "รอบ 6 เดือน (ตุลาคม \(year.year - 1) - มีนาคม \(year.year))"
        let named = months.compactMap(DateWording.month).joined(separator: " · ")
        return [
            this, past, DateWording.day(asOf), half, "\(this) \(half)", named, "\(this) \(named)",
            "\(this) · \(past)", "\(past) · \(this) \(half)",
        ].filter { !$0.isEmpty }
    }

    /// กุมภาพันธ์ 2566
    private static func month(_ iso: String) -> String? {
        guard let first = CivilDate(iso: iso + "-01"), let name = thaiMonthName(first.month) else { return nil }
        return "\(name) \(first.year + FiscalYear.buddhistShift)"
    }

    /// วันที่ 15 พฤษภาคม 2566
    static func day(_ date: CivilDate) -> String {
        guard let name = thaiMonthName(date.month) else { return "" }
        return "วันที่ \(date.day) \(name) \(date.year + FiscalYear.buddhistShift)"
    }
}

import CarryingOver
import Checklists
import GradingCore

/// Words of `oit submission rollover`.
enum RolloverWords {
    private static func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

    static func head(_ from: Int, _ to: Int) -> BilingualText {
        words(
            "นำคำตอบปีงบประมาณ พ.ศ. \(from) ไปใช้กับแบบตรวจปี \(to)",
            "Answers of fiscal year \(from) carried to the list of \(to)")
    }
    static func change(_ change: CarryOver.Change) -> BilingualText {
        switch change {
        case .kept: words("ข้อเดิม", "kept")
        case .renumbered: words("เปลี่ยนเลขข้อ", "renumbered")
        case .merged: words("รวมข้อ", "merged")
        case .split: words("แยกข้อ", "split")
        case .new: words("ข้อใหม่", "new")
        case .gone: words("ไม่ถามแล้ว", "gone")
        }
    }
    static func window(_ calendar: AssessmentCalendar, asOf: CivilDate) -> BilingualText {
        let left = calendar.submission.to.dayNumber - asOf.dayNumber
        let days = left >= 0 ? words("เหลือ \(left) วัน", "\(left) days left") : words("พ้นกำหนดแล้ว", "that is over")
        let known =
            calendar.isKnown
            ? words("", "")
            : words(" (ตามช่วงปกติของทุกปี โปรดยืนยันกับประกาศของปีนี้)", " (the usual days; check the year's own notice)")
        let (from, to) = (day(calendar.submission.from), day(calendar.submission.to))
        return words(
            "ช่วงตอบ: \(from.th) – \(to.th) \(days.th)\(known.th)",
            "Answers are due \(from.en) to \(to.en), \(days.en)\(known.en)")
    }
    static let renew = words("ต้องจัดทำหรือปรับปรุงใหม่", "To be renewed")
    static let confirm = words("ใช้ของเดิมได้ โปรดตรวจสอบ", "May stay, to be looked at")
    static let unanswered = words("ปีก่อนไม่ได้ตอบ ต้องเตรียมข้อมูล", "Not answered before, to be prepared")
    static let new = words("ข้อใหม่ ต้องเตรียมข้อมูล", "New, to be prepared")
    static let gone = words("ปีใหม่ไม่ถามแล้ว", "No longer asked")
    static let newElements = words("สิ่งที่ถามเพิ่ม", "now also asked")
    static func months(_ done: Int, of count: Int) -> BilingualText {
        words("ถึงวันนี้ต้องมีแล้ว \(done) จาก \(count) เดือน", "\(done) of \(count) months are owed by now")
    }
    static func possible(_ date: CivilDate) -> BilingualText {
        let shown = day(date)
        return words("ทำได้ครบตั้งแต่ \(shown.th)", "can be complete from \(shown.en)")
    }
    static func due(_ date: CivilDate) -> BilingualText {
        let shown = day(date)
        return words("ภายใน \(shown.th)", "by \(shown.en)")
    }
    static func mentions(_ years: [Int]) -> BilingualText {
        let list = years.map(String.init).joined(separator: ", ")
        return words(
            "ลิงก์หรือคำอธิบายเดิมกล่าวถึงปี \(list) น่าจะต้องเปลี่ยน",
            "the old address or note names \(list): probably to be replaced")
    }

    private static let months = [
        ("ม.ค.", "January"), ("ก.พ.", "February"), ("มี.ค.", "March"), ("เม.ย.", "April"), ("พ.ค.", "May"),
        ("มิ.ย.", "June"), ("ก.ค.", "July"), ("ส.ค.", "August"), ("ก.ย.", "September"), ("ต.ค.", "October"),
        ("พ.ย.", "November"), ("ธ.ค.", "December"),
    ]
    private static func day(_ date: CivilDate) -> BilingualText {
        let month = months[date.month - 1]
        return words(
            "\(date.day) \(month.0) \(date.year + FiscalYear.buddhistShift)", "\(date.day) \(month.1) \(date.year)")
    }
}

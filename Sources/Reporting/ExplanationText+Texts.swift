import Findings
import GradingCore

// The words of explanations in both languages. A table.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

enum ExplanationTexts {
    static let confidence = words("ความมั่นใจ", "confidence")
    static let speaksFor = words("ข้อมูลที่สนับสนุนว่าผ่าน", "What speaks for the item")
    static let speaksAgainst = words("ข้อมูลที่ชี้ว่าไม่ผ่าน", "What speaks against it")
    static let unclear = words("ข้อมูลที่ยังบอกไม่ได้", "What could not be told")
    static let wouldChange = words("สิ่งที่จะทำให้ผลเปลี่ยน", "What would change the verdict")
    static let allTogether = words("เมื่อครบทุกข้อต่อไปนี้", "if all of this holds")
    static let nothingKnown = words(
        "ไม่พบการเปลี่ยนแปลงเพียงเล็กน้อยที่จะทำให้ผลเปลี่ยน", "No small change is known that would turn it.")
    static let steps = words("ลำดับการพิจารณา", "How it was weighed")
    static let page = words("หน้าที่พิจารณา", "Page")
    static let section = words("ส่วนที่พิจารณา", "Part that was judged")
    static let wordPoints = words("คะแนนคำ", "word points")
    static let least = words("ต้องมีอย่างน้อย", "at least")
    static let margin = words("นำหัวข้ออื่น", "lead over other topics")
    static let rival = words("หัวข้ออื่นที่ใกล้เคียง", "Other topic")
    static let elements = words("องค์ประกอบที่มองหา", "Parts that were looked for")
    static let onlyHint = words("ไม่มีผลต่อคะแนน", "no effect on the score")
    static let currency = words("ความเป็นปัจจุบัน", "Currency")
    static let decidingDates = words("วันที่ที่ใช้ตัดสิน", "dates that decide")
    static let notRead = words("ไม่มีข้อมูลที่อ่านได้", "nothing could be read")

    /// Where words stand; places that only the judge knows, then those of quotes.
    static func place(_ place: String) -> BilingualText {
        switch place {
        case "file-name": words("ชื่อไฟล์", "file name")
        case "machine-date": words("วันที่ที่หน้าเว็บระบุไว้ให้โปรแกรม", "date that the page gives to programs")
        default: ReportTexts.place(place)
        }
    }
}

extension Contribution.Kind {
    var words: BilingualText {
        switch self {
        case .name: Reporting.words("ชื่อของหัวข้อ", "name of the topic")
        case .repeatedName: Reporting.words("ชื่อของหัวข้อปรากฏซ้ำในเนื้อความ", "name repeated in the text")
        case .signal: Reporting.words("คำที่มักพบในหัวข้อนี้", "word usual for the topic")
        case .against: Reporting.words("คำที่บ่งชี้หัวข้ออื่น", "word against the topic")
        case .way: Reporting.words("ลิงก์ที่นำมาระบุหัวข้อนี้", "the link that led here names the topic")
        case .account: Reporting.words("ลิงก์ไปบัญชีของหน่วยงานเอง", "link to the agency's own account")
        case .signalLimit: Reporting.words("ส่วนที่เกินเพดานของคำที่มักพบ", "beyond the limit of usual words")
        case .floor: Reporting.words("ปรับไม่ให้ต่ำกว่าศูนย์", "never below zero")
        }
    }
}

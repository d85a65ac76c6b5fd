package import Findings
package import GradingCore
import WebEvidence

// What is said of items: the table, its filter, and what stands under each item.

extension ReportTexts {
    static let items = words("ผลรายข้อ", "Item by item")
    static let item = words("ข้อ", "Item")
    static let verdict = words("ผล", "Verdict")
    static let pointsWorth = words("คะแนน OIT", "OIT points")
    static let reasons = words("เหตุผล", "Reason")
    static let filter = words("กรองและเปิดดูข้อ", "Filter and open items")
    static let all = words("ทั้งหมด", "All")
    static let wordsInItem = words("คำที่ต้องการหา", "Words to look for")
    static let clearFilter = words("ล้างตัวกรอง", "Clear filter")
    static let openAll = words("เปิดรายละเอียดทุกข้อ", "Open all details")
    static let closeAll = words("ปิดรายละเอียดทุกข้อ", "Close all details")
    static let showing = words("แสดง", "Showing")
    static let sorted = words("เรียงตาม", "Sorted by")
    static let ascending = words("จากน้อยไปมาก", "ascending")
    static let descending = words("จากมากไปน้อย", "descending")

    static let details = words("หลักฐานและรายละเอียดของข้อ", "Evidence and details of")
    static let elements = words("องค์ประกอบที่ต้องมี", "Required parts")
    static let notSureOwed = words("(แบบตรวจไม่ยืนยันว่าต้องมี)", "(the list is not sure that it is asked for)")
    static let way = words("เส้นทางจาก URL ที่ส่ง", "The way from the submitted URL")
    static let nothingSeen = words("ไม่มีหน้าที่เปิดดูในข้อนี้", "No page was looked at for this item.")
    static let redirectedTo = words("ถูกส่งต่อไปยัง", "redirected to")
    static let followedLink = words("ตามลิงก์", "followed the link")
    static let embedded = words("เปิดเนื้อหาที่ฝังในหน้า", "opened the embedded content")
    static let hints = words("ข้อสังเกต (ไม่มีผลต่อคะแนน)", "Notes (no effect on the score)")

    static let currency = words("ความเป็นปัจจุบัน", "Currency")
    static let rule = words("เกณฑ์", "rule")
    static let missing = words("ยังขาด", "Missing")
    static let wanted = words("ช่วงเวลาที่ต้องการ", "Wanted")
    static let staleFrom = words("จะไม่เป็นปัจจุบันตั้งแต่", "Out of date from")
    static let decidingDates = words("วันที่ที่ใช้ตัดสิน", "Dates that decided")
    static let otherDates = words("วันที่อื่นที่พบ", "Other dates found")
    static let shortFiscalYear = words("ปีงบประมาณ", "FY")
    static let noYear = words("ไม่ระบุปี", "without a year")

    /// Where a quote stands, in words; a place that is not known here is shown as it is.
    package static func place(_ place: String) -> BilingualText {
        switch place {
        case "title": words("ชื่อหน้า", "page title")
        case "heading": words("หัวข้อ", "heading")
        case "table-head": words("หัวตาราง", "table head")
        case "table": words("ตาราง", "table")
        case "body": words("เนื้อหา", "text")
        case "link": words("ลิงก์", "link")
        case "form": words("แบบฟอร์ม", "form")
        case "image": words("ภาพ", "picture")
        case "embed": words("เนื้อหาที่ฝังไว้", "embedded content")
        case "date": words("วันที่หรือปีที่พบ", "date")
        default: words(place, place)
        }
    }

    /// `หน้า 3`, `แผ่นงาน “แผน” ช่อง C12`, and that the words were recognised in a picture.
    package static func location(_ location: QuoteLocation) -> BilingualText {
        let name = CleanText.line(location.name)
        let cell = location.cell
        var text: BilingualText
        switch location.kind {
        case .page: text = words("หน้า \(location.number)", "page \(location.number)")
        case .slide: text = words("สไลด์ \(location.number)", "slide \(location.number)")
        case .sheet:
            let shown = name.isEmpty ? "\(location.number)" : "“\(name)”"
            text = words(
                "แผ่นงาน \(shown)" + (cell.isEmpty ? "" : " ช่อง \(cell)"),
                "sheet \(shown)" + (cell.isEmpty ? "" : " \(cell)"))
        case .member: text = words("ไฟล์ \(name) ในไฟล์บีบอัด", "\(name) in the archive")
        }
        guard location.isRecognised else { return text }
        text.th += " (อ่านจากภาพ)"
        text.en += " (recognised in a picture)"
        return text
    }
}

import GradingCore

/// Sentences of the run itself, in both languages.
enum AuditTexts {
    static let interrupted = BilingualText(
        th: "การตรวจถูกหยุดก่อนเปิด URL นี้เสร็จ", en: "The audit was stopped before this address was read.")

    static let cutOff = BilingualText(
        th: "ไม่ทราบผล เพราะเครือข่ายของเครื่องที่ใช้ตรวจขัดข้องในเวลานั้น ไม่ใช่ความผิดของหน่วยงาน",
        en: "Not known: the network of the checking computer was down at that time. It is no fault of the agency.")

    static func cutOff(_ lost: Int, of all: Int) -> BilingualText {
        BilingualText(
            th: "เครือข่ายของเครื่องที่ใช้ตรวจขัดข้อง จึงไม่ทราบผลของ \(lost) จาก \(all) หน้า ไม่ได้ตัดสินหน้าเหล่านั้น "
                + "โปรดตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วสั่งตรวจอีกครั้ง",
            en: "The network of this computer was down: nothing is known of \(lost) of \(all) pages, and they are not "
                + "judged. Check the connection to the internet and run the audit again.")
    }

    /// - Parameter detail: what is missing, in English, with the name of the package.
    static func programMissing(_ detail: String) -> BilingualText {
        BilingualText(
            th: "ไฟล์บางไฟล์ไม่ได้อ่านเพราะเครื่องนี้ขาดโปรแกรม: \(detail) (ดูรายการทั้งหมดด้วยคำสั่ง oit doctor)",
            en: "Some files were not read because a program is missing here: \(detail) (oit doctor lists all)")
    }

    static let answeredNo = BilingualText(
        th: "ไม่ได้เปิด เพราะหน่วยงานตอบว่า “ไม่มี” ในข้อนี้", en: "Not opened: the agency answered that it has none.")

    static let capped = BilingualText(
        th: "ไม่ได้เปิดลิงก์นี้ เพราะเกินจำนวนลิงก์สูงสุดที่เปิดตามต่อหนึ่งข้อ",
        en: "Not opened: the most links that are followed for one item was reached.")

    static let notKept = BilingualText(
        th: "ไม่ได้เปิดลิงก์นี้ เพราะไม่มีอยู่ในหลักฐานที่เก็บไว้เมื่อตรวจครั้งนั้น",
        en: "Not opened: it is not among the evidence that was kept when the audit was made.")

    static let noWebsite = BilingualText(
        th: "ไม่ได้ระบุเว็บไซต์หลักของหน่วยงาน จึงตรวจการเปลี่ยนเส้นทางไปหน้าแรกได้ไม่ครบ",
        en: "No main website is named, so redirects to the front page are harder to recognise.")

    static func otherYear(_ declared: FiscalYear, _ used: FiscalYear) -> BilingualText {
        BilingualText(
            th: "แบบรายงานระบุปีงบประมาณ \(declared.year) แต่ตรวจด้วยแบบตรวจของปี \(used.year)",
            en: "The submission says fiscal year \(declared.year) but is judged by the list of \(used.year).")
    }

    static func dateOutsideYear(_ date: CivilDate, _ year: FiscalYear) -> BilingualText {
        BilingualText(
            th: "วันที่ประเมิน \(date.iso) อยู่นอกปีงบประมาณ \(year.year)",
            en: "The assessment date \(date.iso) lies outside fiscal year \(year.year).")
    }
}

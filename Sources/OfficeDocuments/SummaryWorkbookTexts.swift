import GradingCore

// The words of the workbook over many runs in both languages. A table.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

enum SummaryWorkbookTexts {
    static let title = words("สรุปผลการตรวจ OIT หลายหน่วยงาน", "Summary of OIT audits")
    // Names of the tabs.
    static let agencies = words("หน่วยงาน", "Agencies")
    static let points = words("คะแนนที่ยังได้เพิ่ม", "Points to win")
    static let items = words("ข้อที่ไม่ผ่านบ่อย", "Failing items")
    static let causes = words("สาเหตุ", "Causes")
    static let hosts = words("เว็บไซต์ร่วม", "Shared hosts")
    static let changes = words("ความเปลี่ยนแปลง", "Changes")

    static let agency = words("ชื่อหน่วยงาน", "Agency")
    static let province = words("จังหวัด", "Province")
    static let website = words("เว็บไซต์", "Website")
    static let lowest = words("OIT ต่ำสุด", "OIT lowest")
    static let highest = words("OIT สูงสุด", "OIT highest")
    static let shareLowest = words("ส่วนในคะแนนรวม ต่ำสุด", "Share overall, lowest")
    static let shareHighest = words("ส่วนในคะแนนรวม สูงสุด", "Share overall, highest")
    static let passMark = words("เกณฑ์ผ่าน", "Pass mark")
    static let pass = words("ถึงเกณฑ์หรือไม่", "Reached?")
    static let toPass = words("ขาดอีกกี่คะแนน (จากต่ำสุด)", "Points missing (from lowest)")
    static let met = words("ผ่าน", "Met")
    static let unmet = words("ไม่ผ่าน", "Not met")
    static let open = words("ยังไม่ทราบ", "Open")
    static let foreign = words("ไม่ใช้", "Does not apply")
    static let failing = words("หน่วยงานที่ไม่ผ่าน", "Agencies not met")
    static let openAgencies = words("หน่วยงานที่ยังไม่ทราบผล", "Agencies undecided")
    static let ofAgencies = words("จำนวนหน่วยงาน", "Agencies")
    static let mainReason = words("เหตุผลที่พบมากที่สุด", "Most frequent reason")
    static let cause = words("สาเหตุ", "Cause")
    static let pointsTogether = words("คะแนน OIT รวมทุกหน่วยงาน", "OIT points, all agencies")
    static let host = words("ชื่อเว็บไซต์", "Host")
    static let addresses = words("จำนวน URL", "Addresses")
    static let dayBefore = words("ตรวจครั้งก่อน", "Earlier run")
    static let before = words("ผลครั้งก่อน", "Before")
    static let dayAfter = words("ตรวจครั้งนี้", "Later run")
    static let after = words("ผลครั้งนี้", "After")
}

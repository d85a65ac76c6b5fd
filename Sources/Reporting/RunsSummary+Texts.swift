package import GradingCore

// The words of summaries in both languages. A table.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

enum SummaryTexts {
    static let title = words("สรุปผลการตรวจ OIT หลายหน่วยงาน", "Summary of OIT audits")
    static let order = words(
        "เรียงตามชื่อหน่วยงาน คะแนนเป็นช่วงเมื่อยังมีข้อที่ตัดสินไม่ได้ และไม่ใช่การจัดอันดับ",
        "In the order of names. Scores are ranges where items could not be judged; this is no ranking.")
    static let none = words("ไม่มีผลการตรวจให้สรุป", "There is no run to summarise.")
    static let totals = words("ภาพรวม", "Totals")
    static let agencies = words("จำนวนหน่วยงาน", "Agencies")
    static let runs = words("จำนวนการตรวจ", "Runs")
    static let agency = words("หน่วยงาน", "Agency")
    static let perAgency = words("ผลรายหน่วยงาน", "Each agency")
    static let score = words("คะแนน OIT", "OIT score")
    static let pass = words("เกณฑ์ผ่าน", "Pass mark")
    static let causes = words("สาเหตุหลัก", "Main causes")
    static let cause = words("สาเหตุ", "Cause")
    static let failingItems = words("ข้อที่ไม่ผ่านบ่อยที่สุด", "Items that fail most often")
    static let failingAgencies = words("หน่วยงานที่ไม่ผ่าน", "Agencies not met")
    static let undecidedAgencies = words("ยังตัดสินไม่ได้", "Could not tell")
    static let mainReason = words("เหตุผลที่พบมากที่สุด", "Most frequent reason")
    static let hosts = words("เว็บไซต์ที่มีปัญหาร่วมกันหลายหน่วยงาน", "Hosts that fail for several agencies")
    static let host = words("เว็บไซต์", "Host")
    static let addresses = words("จำนวน URL", "Addresses")
    static let mainOutcome = words("ผลที่พบมากที่สุด", "Most frequent outcome")
    static let noHosts = words(
        "ไม่พบเว็บไซต์ที่มีปัญหาร่วมกันตั้งแต่สองหน่วยงาน", "No host fails for more than one agency.")
    static let allMet = words("ไม่มีข้อที่ไม่ผ่าน", "No item is unmet.")
    static let oneAgency = words("หน่วยงาน", "agency")
    static let agencyCount = words("หน่วยงาน", "agencies")
    static let oneItem = words("ข้อ", "item")
    static let itemCount = words("ข้อ", "items")
}

extension RunsSummary.Pass {
    package var words: BilingualText {
        switch self {
        case .surely: Reporting.words("ถึงเกณฑ์แน่นอน", "Surely reached")
        case .possibly: Reporting.words("อาจถึงเกณฑ์", "Possibly reached")
        case .no: Reporting.words("ยังไม่ถึงเกณฑ์", "Not reached")
        case .unknown: Reporting.words("ไม่ทราบเกณฑ์", "Pass mark unknown")
        }
    }
}

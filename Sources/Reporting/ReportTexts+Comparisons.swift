import GradingCore

// Words that only comparisons and summaries use.

extension ReportTexts {
    static let address = words("URL", "URL")
    static let indicator = words("ตัวชี้วัด", "Indicator")
    static let itemCount = words("จำนวนข้อ", "Items")
    static let outcome = words("ผลการเปิด", "Outcome")
    static let points = words("คะแนน", "points")
    static let why = words("สาเหตุ", "Why")
}

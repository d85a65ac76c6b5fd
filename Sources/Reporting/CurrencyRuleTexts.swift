import Findings
import GradingCore

/// The currency rules of the checklists in words; several rules are joined by `+`.
enum CurrencyRuleTexts {
    private static let table: [String: BilingualText] = [
        "no-date": BilingualText(th: "ไม่ต้องระบุวันที่", en: "no date needed"),
        "in-force": BilingualText(th: "ต้องเป็นฉบับที่ใช้บังคับอยู่", en: "must be in force"),
        "current-state": BilingualText(th: "ต้องเป็นข้อมูลปัจจุบัน ณ วันประเมิน", en: "must show the present state"),
        "current-fy-plan": BilingualText(th: "ต้องเป็นแผนของปีงบประมาณที่ประเมิน", en: "plan of the assessed fiscal year"),
        "covers-current-fy": BilingualText(
            th: "ต้องครอบคลุมปีงบประมาณที่ประเมิน", en: "must cover the assessed fiscal year"),
        "current-fy-data": BilingualText(th: "ต้องเป็นข้อมูลของปีงบประมาณที่ประเมิน", en: "data of the assessed fiscal year"),
        "current-fy-activity": BilingualText(
            th: "ต้องเป็นกิจกรรมในปีงบประมาณที่ประเมิน", en: "activity in the assessed fiscal year"),
        "news-dated-current-fy": BilingualText(
            th: "ต้องมีข่าวที่ลงวันที่ในปีงบประมาณที่ประเมิน", en: "news dated in the assessed fiscal year"),
        "six-months-current-fy": BilingualText(
            th: "ต้องครบรอบ 6 เดือน ถึงวันที่ 31 มีนาคม", en: "first six months, up to 31 March"),
        "monthly-current-fy": BilingualText(
            th: "ต้องมีครบทุกเดือนตั้งแต่เดือนตุลาคม", en: "every month from October"),
        "previous-fy-report": BilingualText(
            th: "ต้องเป็นรายงานของปีงบประมาณที่ผ่านมา", en: "report of the previous fiscal year"),
        "previous-fy-analysis": BilingualText(
            th: "ต้องเป็นการวิเคราะห์ผลของปีงบประมาณที่ผ่านมา", en: "analysis of the previous fiscal year"),
        "signed-by-current-head": BilingualText(
            th: "ต้องลงนามโดยผู้บริหารสูงสุดคนปัจจุบัน", en: "signed by the present head"),
        "current-fy": BilingualText(th: "ต้องจัดทำหรือประกาศในปีงบประมาณที่ประเมิน", en: "made in the assessed fiscal year"),
        "live-function": BilingualText(th: "ต้องเป็นระบบที่ใช้งานได้จริงและสื่อสารสองทาง", en: "a working two-way service"),
        "live-link": BilingualText(th: "ต้องเป็นลิงก์ที่ใช้งานได้", en: "a working link"),
        "report-period": BilingualText(th: "ต้องตรงกับรอบการรายงาน", en: "must match the reporting period"),
    ]

    /// Every part in words; a rule that has none stays as it is written.
    static func words(_ rule: String, _ language: ReportLanguage) -> String {
        rule.split(separator: "+").map { part in
            table[String(part)]?.text(language) ?? String(part)
        }.joined(separator: " + ")
    }
}

import GradingCore
import ScoreReports

extension ScoreReportWords {
    /// What could not be read or used, and what to do where something can be done.
    func message(_ part: UnreadPart) -> BilingualText {
        let subject = part.subject ?? ""
        switch part.code {
        case .rowWithoutName:
            return BilingualText(
                th: "อ่านชื่อตัวชี้วัดของแถวนี้ไม่ออก และตัวเลขหน้าแถวไม่ใช่หมายเลขตัวชี้วัด จึงไม่ใช้คะแนนของแถวนี้",
                en:
                    "The name in this row cannot be read and its number is no number of an indicator; its score is not used."
            )
        case .nameNotRead:
            return BilingualText(
                th: "อ่านชื่อตัวชี้วัดของแถวนี้ไม่ออก ใช้หมายเลข \(subject) แทน โปรดตรวจสอบ",
                en: "The name in this row cannot be read; its number \(subject) was used. Please check.")
        case .columnsUnclear:
            return BilingualText(
                th: "แถวนี้มีหลายตัวเลขและไม่มีหัวตารางที่บอกว่าตัวใดเป็นคะแนน จึงไม่ใช้",
                en: "This row has several figures and no head says which is the score; none is used.")
        case .outOfRange:
            return BilingualText(
                th: "ตัวเลข \(subject) ไม่ใช่คะแนน 0 ถึง 100", en: "\(subject) is no score from 0 to 100.")
        case .commaDecimal:
            return BilingualText(
                th: "ตัวเลขใช้จุลภาคแทนจุดทศนิยม จึงไม่ใช้", en: "A number has a comma where a point is meant; it is not used.")
        case .severalAgencies:
            return BilingualText(
                th: "ตารางนี้มีหลายหน่วยงาน จึงไม่ใช้", en: "This table is of several agencies; it is not used.")
        case .indicatorsMissing:
            return BilingualText(
                th: "ไม่พบคะแนนของตัวชี้วัดที่ \(subject)", en: "No score was found of the indicators \(subject).")
        case .unknownYear:
            return BilingualText(
                th: "คะแนนของปี \(subject) ไม่มีเกณฑ์ให้เทียบ จึงไม่ตรวจ",
                en: "Scores of \(subject): there is no list of that year.")
        case .unknownLevel:
            return BilingualText(th: "ไม่รู้จักระดับ “\(subject)”", en: "No year has a level “\(subject)”.")
        case .partsNotRead:
            return BilingualText(
                th: "อ่านไฟล์ไม่ได้ครบทุกหน้า: \(subject)", en: "Not all of the file could be read: \(subject)")
        case .cutShort:
            return BilingualText(
                th: "เอกสารยาวเกินกว่ารายงานทั่วไป ส่วนท้ายไม่ได้อ่าน",
                en: "The text is longer than reports are; the rest was not looked at.")
        }
    }
}

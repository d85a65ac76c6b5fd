import Checklists
import GradingCore

/// What must be done for each part of a time rule, in words for an officer.
enum RenewalTexts {
    static func text(_ code: CurrencyCode, _ year: FiscalYear) -> BilingualText {
        let (this, before) = (year.year, year.previous.year)
        switch code {
        case .noDate:
            return BilingualText(
                th: "ไม่กำหนดปี ใช้ของเดิมได้ โปรดตรวจว่าเนื้อหายังถูกต้องและลิงก์ยังเปิดได้",
                en: "No year is asked: what is there may stay. Check that it still holds and opens.")
        case .inForce:
            return BilingualText(
                th: "ใช้ของเดิมได้ถ้ายังมีผลใช้บังคับ หากมีฉบับใหม่ให้เปลี่ยนเป็นฉบับใหม่",
                en: "What is there may stay while it is in force; replace it where there is a newer one.")
        case .currentState:
            return BilingualText(
                th: "ปรับให้เป็นข้อมูลปัจจุบัน (บุคคล ตำแหน่ง โครงสร้าง ช่องทางติดต่อ)",
                en: "Bring it to the present state (people, posts, structure, contacts).")
        case .currentFYPlan:
            return BilingualText(
                th: "แผนของปีงบประมาณ พ.ศ. \(this) (แทนแผนปี \(before))",
                en: "The plan of fiscal year \(this), in place of that of \(before).")
        case .coversCurrentFY:
            return BilingualText(
                th: "ใช้แผนเดิมได้ถ้าช่วงเวลาของแผนครอบคลุมปีงบประมาณ พ.ศ. \(this) มิฉะนั้นต้องใช้ฉบับใหม่",
                en: "The plan may stay if its years include fiscal year \(this); otherwise a newer one is needed.")
        case .currentFYData:
            return BilingualText(
                th: "ข้อมูลของปีงบประมาณ พ.ศ. \(this) อย่างน้อย 6 เดือนแรก (ต.ค. \(before) – มี.ค. \(this))",
                en: "Data of fiscal year \(this), at least its first six months (October \(before) to March \(this)).")
        case .currentFYActivity:
            return BilingualText(
                th: "กิจกรรมหรือการดำเนินการที่ทำในปีงบประมาณ พ.ศ. \(this) พร้อมวันที่และหลักฐาน",
                en: "What was done in fiscal year \(this), with dates and proof.")
        case .newsDatedCurrentFY:
            return BilingualText(
                th: "ข่าวที่ลงวันที่ในปีงบประมาณ พ.ศ. \(this) (ตั้งแต่ 1 ต.ค. \(before))",
                en: "News dated in fiscal year \(this) (from 1 October \(before)).")
        case .sixMonthsCurrentFY:
            return BilingualText(
                th: "รายงานความก้าวหน้าปีงบประมาณ พ.ศ. \(this) ที่มีข้อมูลถึงวันที่ 31 มีนาคม \(this)",
                en: "Progress of fiscal year \(this) with figures up to 31 March \(this).")
        case .monthlyCurrentFY:
            return BilingualText(
                th: "รายงานทุกเดือน ตั้งแต่ตุลาคม \(before) ถึงมีนาคม \(this) เดือนที่ไม่มีรายการให้ระบุว่าไม่มี",
                en: "Every month from October \(before) to March \(this); say so for months without entries.")
        case .previousFYReport:
            return BilingualText(
                th: "รายงานผลของปีงบประมาณ พ.ศ. \(before) ทั้งปี", en: "The report of the whole fiscal year \(before).")
        case .previousFYAnalysis:
            return BilingualText(
                th: "การวิเคราะห์ผลการประเมิน ITA ของปีงบประมาณ พ.ศ. \(before)",
                en: "The analysis of the ITA result of fiscal year \(before).")
        case .signedByCurrentHead:
            return BilingualText(
                th: "ต้องลงนามโดยผู้บริหารสูงสุดคนปัจจุบัน หากเปลี่ยนผู้บริหารต้องทำใหม่",
                en: "Signed by the present head; made anew where the head has changed.")
        case .currentFY:
            return BilingualText(
                th: "จัดทำหรือประกาศในปีงบประมาณ พ.ศ. \(this)", en: "Made or announced in fiscal year \(this).")
        case .liveFunction:
            return BilingualText(
                th: "ทดลองใช้งานว่าระบบยังทำงานและตอบกลับได้จริง", en: "Try whether the service still works and answers.")
        case .liveLink:
            return BilingualText(th: "ตรวจว่าลิงก์ยังเปิดได้และยังใช้งานอยู่", en: "Check that the link opens and is in use.")
        case .reportPeriod:
            return BilingualText(
                th: "รายงานตามรอบของปีงบประมาณ พ.ศ. \(this)",
                en: "The report of the period that fiscal year \(this) asks.")
        }
    }
}

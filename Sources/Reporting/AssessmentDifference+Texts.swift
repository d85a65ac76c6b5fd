import GradingCore

// The words of comparisons in both languages. A table.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

enum DifferenceTexts {
    static let title = words("เปรียบเทียบผลการตรวจสองครั้ง", "What changed between two runs")
    static let before = words("ครั้งก่อน", "Before")
    static let after = words("ครั้งหลัง", "After")
    static let nothing = words(
        "ไม่มีอะไรเปลี่ยนแปลง ทั้งคะแนน ผลรายข้อ เหตุผล และหลักฐาน",
        "Nothing changed: scores, verdicts, reasons and evidence are the same.")
    static let sameVerdicts = words(
        "คะแนน ผลรายข้อ และเหตุผลไม่เปลี่ยนแปลง", "Scores, verdicts and reasons did not change.")
    static let inputs = words("สิ่งที่ใช้ตรวจต่างกัน", "What went in differs")
    static let otherYear = words(
        "ปีงบประมาณต่างกัน จึงจับคู่ข้อตามหัวข้อข้อมูล ไม่ใช่ตามเลขข้อ",
        "The fiscal years differ, so items are matched by topic, not by number.")
    static let scores = words("คะแนน", "Scores")
    static let figure = words("รายการ", "Figure")
    static let contribution = ReportTexts.contribution
    static let items = words("ผลรายข้อ", "Items")
    static let moved = words("ข้อที่ผลเปลี่ยน", "Verdict changed")
    static let shifted = words("ผลเท่าเดิม แต่เหตุผลหรือรายละเอียดเปลี่ยน", "Same verdict, other reasons or details")
    static let evidenceOnly = words("ผลเท่าเดิม แต่หลักฐานเปลี่ยน", "Same finding, evidence changed")
    static let added = words("ข้อที่มีเฉพาะครั้งหลัง", "Only in the newer run")
    static let removed = words("ข้อที่มีเฉพาะครั้งก่อน", "Only in the older run")
    static let unchanged = words("เหมือนเดิม", "Unchanged")
    static let noneMoved = words("ไม่มีข้อใดที่ผลเปลี่ยน", "No verdict changed.")
    static let ofItems = words("จากทั้งหมด", "of")
    static let evidence = words("หลักฐานที่เปลี่ยน", "Evidence that changed")
    static let contentOnly = words(
        "ไฟล์หรือหน้าที่ต่างเฉพาะเนื้อไฟล์ (อาจเป็นตัวนับผู้เข้าชมหรือวันที่ปัจจุบัน)",
        "Only the bytes differ (a visitor counter or today's date may do that)")
    static let sameEvidence = words("URL ที่พบเหมือนเดิม", "Addresses at which the same was found")
    static let notCheckedAdded = words("รายการที่ไม่ได้ตรวจเพิ่มขึ้น", "Newly not checked")
    static let notCheckedRemoved = words("รายการที่ครั้งก่อนไม่ได้ตรวจ และครั้งหลังไม่มีแล้ว", "No longer listed as not checked")
    static let reasons = words("เหตุผล", "Reason")
    static let elements = words("องค์ประกอบ", "Part")
    static let currency = words("ความเป็นปัจจุบัน", "Currency")
    static let rule = words("เกณฑ์", "rule")
    static let dateAdded = words("วันที่ใหม่ที่ใช้ตัดสิน", "dates that now decide")
    static let dateRemoved = words("วันที่ที่ไม่ใช้ตัดสินแล้ว", "dates that no longer decide")
    static let missing = words("ยังขาด", "missing")
    static let staleFrom = ReportTexts.staleFrom
    static let hintAdded = words("ข้อสังเกตใหม่", "New note")
    static let hintRemoved = words("ข้อสังเกตที่หมดไป", "Note gone")
    static let pages = words("หลักฐาน", "Evidence")
    static let causes = words("อาจเป็นเพราะ", "Perhaps because")
    static let unknownCause = words("ไม่พบสิ่งที่ใช้ตรวจที่ต่างกัน", "nothing that went in is known to differ")
    static let none = words("ไม่มี", "none")
    static let isPartial = words("ตรวจไม่ครบ", "interrupted")
    static let isWhole = words("ตรวจครบ", "complete")
    static let textChanged = words("ข้อความที่เปลี่ยน", "Changed text")
    static let digitsOnly = words("ต่างเฉพาะตัวเลข", "digits only")
    static let moreLines = words("บรรทัดที่ไม่ได้แสดง", "more lines")
    static let coarse = words(
        "ข้อความต่างกันมาก จึงเปรียบเทียบอย่างหยาบ", "The texts differ a lot; they were compared coarsely.")
    static let bytes = words("ไบต์", "bytes")
    static let sameSize = words("ขนาดเท่าเดิม", "of the same size")
}

extension InputDifference.Input {
    var words: BilingualText {
        switch self {
        case .agency: Reporting.words("ชื่อหน่วยงาน", "Agency")
        case .website: ReportTexts.website
        case .province: ReportTexts.province
        case .agencyType: Reporting.words("ประเภทหน่วยงาน", "Type of agency")
        case .fiscalYear: ReportTexts.fiscalYear
        case .asOf: ReportTexts.asOf
        case .checklist: Reporting.words("แบบตรวจ (ค่าแฮช)", "Checklist (digest)")
        case .program: Reporting.words("รุ่นของโปรแกรม", "Program version")
        case .partial: Reporting.words("ความครบถ้วนของการตรวจ", "Completeness of the run")
        }
    }
}

extension ItemDifference.Kind {
    var words: BilingualText {
        switch self {
        case .moved: DifferenceTexts.moved
        case .shifted: DifferenceTexts.shifted
        case .evidence: DifferenceTexts.evidenceOnly
        case .added: DifferenceTexts.added
        case .removed: DifferenceTexts.removed
        }
    }
}

extension ItemDifference.Cause {
    var words: BilingualText {
        switch self {
        case .evidence: Reporting.words("หลักฐานของข้อนี้เปลี่ยน", "the evidence of this item changed")
        case .otherPages: Reporting.words("หน้าเว็บของข้ออื่นเปลี่ยน", "pages of other items changed")
        case .fiscalYear: Reporting.words("ปีงบประมาณต่างกัน", "the fiscal year differs")
        case .asOf: Reporting.words("วันที่ประเมินต่างกัน", "the assessment date differs")
        case .checklist: Reporting.words("แบบตรวจเปลี่ยน", "the checklist changed")
        case .program: Reporting.words("รุ่นของโปรแกรมต่างกัน", "the program's version differs")
        case .agency: Reporting.words("ข้อมูลหน่วยงานต่างกัน", "the agency's name, type or website differs")
        case .partial: Reporting.words("มีการตรวจที่หยุดก่อนครบ", "a run was interrupted")
        }
    }
}

extension EvidenceDifference.Change {
    var words: BilingualText {
        switch self {
        case .added: Reporting.words("เพิ่มใหม่", "New")
        case .removed: Reporting.words("ไม่มีแล้ว", "Gone")
        case .outcome: ReportTexts.outcome
        case .status: Reporting.words("สถานะ HTTP", "HTTP status")
        case .url: Reporting.words("ปลายทาง", "Leads to")
        case .contentType: Reporting.words("ชนิดไฟล์", "Type")
        case .title: Reporting.words("ชื่อหน้า", "Title")
        case .content: Reporting.words("เนื้อไฟล์ต่างกัน", "Content differs")
        case .via: Reporting.words("ที่มา", "Way")
        }
    }
}

import Findings
import GradingCore
import Reporting
import WebEvidence

/// Words of the page on which a run is read.
struct ReviewTexts {
    let language: ReportLanguage

    private func words(_ th: String, _ en: String) -> String { language == .thai ? th : en }

    var title: String { words("อ่านผลการตรวจ", "Review of an audit") }
    var queue: String { words("ลำดับข้อที่ควรอ่าน", "Items, most doubtful first") }
    var reader: String { words("ชื่อผู้อ่าน", "Reader") }
    var readerForm: String { words("ผู้อ่านและการบันทึกผล", "Reader and saving") }
    var role: String { words("อ่านในฐานะ", "Reads as") }
    var roleReader: String { words("ผู้อ่าน", "reader") }
    var roleArbiter: String { words("ผู้ชี้ขาดเมื่อเห็นต่าง", "arbiter where readers differ") }
    var export: String { words("บันทึกผลเป็นไฟล์ review.json (E)", "Save review.json (E)") }
    var noScript: String {
        words(
            "หน้านี้ต้องใช้ JavaScript ของเบราว์เซอร์เพื่อบันทึกผลการอ่าน",
            "This page needs the browser's JavaScript to keep decisions.")
    }
    var decision: String { words("ผลการอ่านข้อนี้", "Decision on this item") }
    var accept: String { words("เห็นด้วยกับโปรแกรม", "Accept") }
    var cannotTell: String { words("ตัดสินไม่ได้", "Cannot tell") }
    var previous: String { words("ข้อก่อนหน้า", "Previous") }
    var next: String { words("ข้อถัดไป", "Next") }
    var reason: String { words("เหตุผลที่แก้ผล (R)", "Reason for overruling (R)") }
    var note: String { words("หมายเหตุ", "Note") }
    var elements: String { words("องค์ประกอบที่ต้องมี", "What the item asks for") }
    var noElements: String { words("ไม่มีองค์ประกอบที่ตรวจแยก", "No separate elements were looked at.") }
    var nothingFound: String { words("ไม่พบ", "Nothing was found.") }
    var dates: String { words("วันที่และช่วงเวลาที่พบ", "Dates found") }
    var pictures: String { words("ภาพหน้าหลักฐาน (P ขยาย)", "Picture of the page (P: larger)") }
    var noPicture: String { words("ไม่มีภาพของข้อนี้", "There is no picture for this item.") }
    var history: String { words("ผลครั้งก่อนและความเห็นก่อนหน้า", "Earlier results and decisions") }
    var program: String { words("โปรแกรม", "the program") }
    static let noRoom = BilingualText(
        th: "ไม่มีภาพในไฟล์นี้ เพราะภาพทั้งหมดใหญ่เกินกำหนด ดูภาพได้จาก oit report --pictures",
        en: "Not in this file, which has room for so many pictures only; see oit report --pictures.")
    var evidence: String { words("หลักฐาน", "Evidence") }
    var noEvidence: String { words("ไม่มีหลักฐานที่เปิดได้", "There is no evidence.") }
    var blindIntro: String {
        words(
            "อ่านแบบไม่เห็นผลของโปรแกรม: ผลจะปรากฏหลังจากท่านตัดสินแต่ละข้อแล้ว",
            "Blind reading: the program's verdict appears once you have judged.")
    }

    func satisfied(_ isBlind: Bool) -> String { isBlind ? words("ผ่าน", "Met") : words("แก้เป็นผ่าน", "Overrule: met") }
    func unsatisfied(_ isBlind: Bool) -> String {
        isBlind ? words("ไม่ผ่าน", "Not met") : words("แก้เป็นไม่ผ่าน", "Overrule: not met")
    }

    func run(_ assessment: Assessment) -> String {
        words(
            "ปีงบประมาณ พ.ศ. \(assessment.fiscalYear.year) · ตรวจ ณ วันที่ \(assessment.asOf.iso) · รหัสการตรวจ \(assessment.run.text)",
            "fiscal year \(assessment.fiscalYear.year) · as of \(assessment.asOf.iso) · run \(assessment.run.text)")
    }

    func worth(_ points: String) -> String { words("ข้อละ \(points) คะแนน", "worth \(points) points") }

    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .satisfied: words("ผ่าน", "met")
        case .unsatisfied: words("ไม่ผ่าน", "not met")
        case .undecided: words("ยังตัดสินไม่ได้", "undecided")
        case .notApplicable: words("ไม่ใช้กับหน่วยงาน", "does not apply")
        }
    }

    func confidence(_ confidence: Confidence) -> String {
        switch confidence {
        case .high: words("ความมั่นใจสูง", "high confidence")
        case .medium: words("ความมั่นใจปานกลาง", "medium confidence")
        case .low: words("ความมั่นใจต่ำ", "low confidence")
        }
    }

    func outcome(_ outcome: Outcome) -> String {
        outcome == .ok ? words("เปิดได้", "opened") : outcome.advice.message.text(language)
    }

    func keys(isBlind: Bool) -> String {
        let accept = isBlind ? "" : words("A เห็นด้วย · ", "A accept · ")
        return words(
            "แป้นพิมพ์: \(accept)S ผ่าน · U ไม่ผ่าน · C ตัดสินไม่ได้ · N หมายเหตุ · R เหตุผล · J ข้อถัดไป · K ข้อก่อนหน้า · P ขยายภาพ · E บันทึกไฟล์ · Esc ออกจากช่องข้อความ "
                + "(ใช้ได้ทั้งแป้นไทยและอังกฤษ) ผลการอ่านเก็บอยู่ในเบราว์เซอร์เครื่องนี้ ไม่ส่งออกไปที่ใด",
            "Keys: \(accept)S met · U not met · C cannot tell · N note · R reason · J next · K previous · P larger picture · E save · Esc leaves a field. "
                + "Decisions stay in this browser; nothing is sent anywhere.")
    }

    /// Words that the script puts on the page, by name.
    var script: [String: String] {
        [
            "accept": words("เห็นด้วย", "accepted"), "overrule": words("แก้ผล", "overruled"),
            "cannot_tell": words("ตัดสินไม่ได้", "cannot tell"),
            "reasonMissing": words("ยังไม่ให้เหตุผล", "reason missing"),
            "giveReason": words("โปรดให้เหตุผลที่แก้ผลของโปรแกรม", "Please give a reason for overruling."),
            "giveName": words("โปรดใส่ชื่อผู้อ่านก่อนบันทึก", "Please enter the reader's name first."),
            "exported": words("บันทึกไฟล์ review.json แล้ว", "review.json was saved."),
            "last": words("ถึงข้อสุดท้ายแล้ว กด E เพื่อบันทึกไฟล์", "That was the last item. Press E to save."),
            "notKept": words(
                "เบราว์เซอร์นี้ไม่เก็บผลไว้ให้ โปรดบันทึกไฟล์ก่อนปิดหน้านี้",
                "This browser keeps nothing: save the file before closing."),
        ]
    }
}

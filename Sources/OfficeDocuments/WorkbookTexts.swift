import GradingCore

// The words of workbooks in both languages. A table.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

enum WorkbookTexts {
    // Names of the tabs.
    static let items = words("รายข้อ", "Items")
    static let plan = words("ควรแก้ไขก่อน", "Mend first")
    static let score = words("คะแนน", "Score")
    static let elements = words("องค์ประกอบ", "Elements")
    static let evidence = words("หลักฐาน", "Evidence")
    static let log = words("บันทึกการเปิดหน้า", "Visits")
    static let review = words("บันทึกการทบทวน", "Review log")
    static let notes = words("ข้อควรทราบ", "Notes")

    // The columns of the submission form, in its order and words.
    static let item = words("ข้อ", "Item")
    static let answer = words("คำตอบ", "Answer")
    static let address = words("ลิงก์", "URL")
    static let explanation = words("คำอธิบาย", "Explanation")
    static let has = words("มี", "yes")
    static let hasNot = words("ไม่มี", "no")

    static let title = words("เรื่อง", "Subject")
    static let subIndicator = words("ตัวชี้วัดย่อย", "Sub-indicator")
    static let verdict = words("ผลการตรวจ", "Verdict")
    static let points = words("คะแนนของข้อ", "Points")
    static let worth = words("มีผลต่อ OIT", "Worth in OIT")
    static let worthOverall = words("มีผลต่อคะแนนรวม", "Worth overall")
    static let reasons = words("เหตุผล", "Reasons")
    static let advice = words("สิ่งที่ต้องทำ", "What to do")
    static let currency = words("ความเป็นปัจจุบัน", "Currency")
    static let missing = words("ช่วงเวลาที่ยังขาด", "Missing")
    static let staleFrom = words("จะไม่เป็นปัจจุบันตั้งแต่", "Out of date from")
    static let sureness = words("ความมั่นใจ", "Confidence")
    static let hints = words("ข้อสังเกต", "Hints")
    static let evidenceIDs = words("รหัสหลักฐาน", "Evidence ids")

    static let rank = words("ลำดับ", "Rank")
    static let gain = words("ได้คะแนน OIT เพิ่ม", "Gain in OIT")
    static let gainOverall = words("ได้คะแนนรวมเพิ่ม", "Gain overall")
    static let running = words("คะแนน OIT สะสม", "OIT then")
    static let planFinished = words("แล้วเสร็จเมื่อ", "Done on")
    static let responsible = words("ผู้รับผิดชอบ", "Responsible")

    static let part = words("ส่วน", "Part")
    static let name = words("รายการ", "Name")
    static let lowest = words("ต่ำสุด", "Lowest")
    static let highest = words("สูงสุด", "Highest")
    static let met = words("ข้อที่ผ่าน", "Items met")
    static let ofItems = words("จำนวนข้อ", "Items")
    static let contribution = words("ส่วนในคะแนน ITA รวม", "Share of the overall ITA score")

    static let element = words("องค์ประกอบที่ต้องมี", "Required part")
    static let elementID = words("รหัสองค์ประกอบ", "Element id")
    static let found = words("ผล", "Found")
    static let owed = words("แบบตรวจยืนยันว่าต้องมี", "Sure to be owed")
    static let quote = words("ข้อความที่พบ", "Quote")
    static let place = words("ตำแหน่ง", "Place")
    static let evidenceID = words("หลักฐาน", "Evidence")

    // No heads of the submission form from here on: a sheet with an item column and links would be read as one too.
    static let listItem = words("ข้อในแบบตรวจ", "List item")
    static let submitted = words("ที่อยู่ซึ่งหน่วยงานส่ง", "Page submitted")
    static let opened = words("ที่อยู่ซึ่งเปิดจริง", "Page opened")
    static let via = words("วิธีที่ไปถึง", "Via")
    static let outcome = words("ผลการเปิด", "Outcome")
    static let code = words("รหัสผลการเปิด", "Outcome code")
    static let status = words("สถานะ HTTP", "HTTP status")
    static let kind = words("ชนิดของไฟล์", "Content type")
    static let bytes = words("ขนาด (ไบต์)", "Bytes")
    static let digest = words("SHA-256", "SHA-256")
    static let pageTitle = words("ชื่อหน้า", "Page title")
    static let fetched = words("เวลาที่เปิด (เวลาไทย)", "Fetched (Thai time)")
    static let milliseconds = words("มิลลิวินาที", "Milliseconds")
    static let attempt = words("ครั้งที่", "Attempt")

    static let moment = words("เวลา (เวลาไทย)", "Time (Thai time)")
    static let reader = words("ผู้ทบทวน", "Reader")
    static let decision = words("การตัดสิน", "Decision")
    static let machine = words("ผลของโปรแกรม", "Program's verdict")
    static let said = words("ผลของผู้ทบทวน", "Reader's verdict")
    static let reason = words("เหตุผล", "Reason")
    static let note = words("บันทึก", "Note")

    static let about = words("เรื่องที่ควรทราบ", "About")
    static let text = words("ข้อความ", "Text")
    static let page = words("หน้าเว็บ", "Page")
    static let notChecked = words("ไม่ได้ตรวจ", "Not checked")
    static let warning = words("คำเตือน", "Warning")
    static let personalData = words("ข้อมูลส่วนบุคคล", "Personal data")
    static let suggestion = words("ที่อยู่ที่เสนอให้ใช้แทน", "Proposed in its place")
    static let checklist = words("แบบตรวจ", "Checklist")
    static let run = words("การตรวจ", "Run")
    static let notOfficial = words(
        "จัดทำโดยโปรแกรมเพื่อช่วยหน่วยงานเตรียมการ ไม่ใช่ผลการประเมินอย่างเป็นทางการของ ป.ป.ช.",
        "Made by a program to help agencies prepare. Not an official result of the NACC.")
    static let provisional = words(
        "แบบตรวจของปีนี้เป็นฉบับชั่วคราว โปรดใช้ผลนี้เป็นแนวทาง",
        "The checklist of this year is provisional; take the result as guidance.")
    static let partial = words(
        "การตรวจหยุดก่อนครบทุกข้อ ข้อที่ยังไม่ได้ตรวจนับเป็นยังตัดสินไม่ได้",
        "The audit was interrupted; items that were not looked at count as undecided.")
    static let unnamed = words("หน่วยงาน (ไม่ระบุชื่อ)", "Agency (not named)")
    static let fiscalYear = words("ปีงบประมาณ พ.ศ.", "Fiscal year")
    static let asOf = words("ตรวจ ณ วันที่", "As of")
}

import GradingCore

// The words of memos in both languages. A table.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

enum MemoTexts {
    // Head.
    static let emblem = words("(ตราครุฑ)", "(emblem)")
    static let memo = words("บันทึกข้อความ", "Memorandum")
    static let office = words("ส่วนราชการ", "Office")
    static let number = words("ที่", "No.")
    static let date = words("วันที่", "Date")
    static let subjectLabel = words("เรื่อง", "Subject")
    static let addressee = words("เรียน", "To")

    // Sections.
    static let background = words("1. เรื่องเดิม", "1. Background")
    static let facts = words("2. ข้อเท็จจริง", "2. Facts")
    static let proposal = words("3. ข้อเสนอแนะ/ข้อพิจารณา", "3. Proposal for consideration")
    static let result = words("2.1 ผลคะแนน", "2.1 Result")
    static let groups = words("2.2 การจัดกลุ่มตัวชี้วัด", "2.2 Indicators by group")
    static let zeroItems = words("ข้อที่ได้ 0 คะแนน", "Items at 0")
    static let noZeroItem = words("ไม่มี", "None")
    static let openItems = words(
        "ข้อที่ยังตัดสินไม่ได้ ควรให้เจ้าหน้าที่เปิดตรวจเอง", "Items that could not be judged; look yourselves")
    static let byIndicator = words("2.3 ผลการวิเคราะห์รายตัวชี้วัด", "2.3 Analysis by indicator")

    // Tables.
    static let instrumentHead = words("เครื่องมือ", "Instrument")
    static let weight = words("น้ำหนัก (%)", "Weight (%)")
    static let score = words("คะแนน", "Score")
    static let share = words("ส่วนในคะแนนรวม", "Share overall")
    static let overallRow = words("คะแนนรวม", "Overall")
    static let indicatorHead = words("ตัวชี้วัดที่", "No.")
    static let indicatorName = words("ตัวชี้วัด", "Indicator")
    static let groupHead = words("กลุ่ม", "Group")
    static let unknown = words("ยังไม่ทราบ", "not known")
    static let noIndicator = words("ไม่มี", "none")
    static let measure = words("มาตรการ", "Measure")
    static let analysis = words("ผลการวิเคราะห์ตามตัวชี้วัด/ข้อ", "Analysis by indicator/item")
    static let steps = words("ขั้นตอน/วิธีการปฏิบัติ", "Steps")
    static let period = words("ช่วงระยะเวลา", "Period")
    static let responsible = words("ผู้รับผิดชอบ", "Responsible")
    static let done = words("ดำเนินการแล้ว", "Done")
    static let notDone = words("ยังไม่ดำเนินการ", "Not done")
    static let nothingToMend = words("ทุกข้อผ่านแล้ว ไม่มีข้อที่ต้องแก้ไข", "Every item is met; there is nothing to mend.")
    static let tick = words(
        "ทำเครื่องหมาย ✓ ในช่อง “ดำเนินการแล้ว” หรือ “ยังไม่ดำเนินการ” เมื่อติดตามผล",
        "Tick “Done” or “Not done” when the measures are followed up.")
    static let usualOffices = words(
        "ผู้รับผิดชอบ เช่น สำนักปลัด กองคลัง กองช่าง กองการศึกษา กองสวัสดิการสังคม",
        "Responsible, for example: office of the chief administrator, finance, public works, education, social welfare."
    )

    // Signatures.
    static let signed = words("(ลงชื่อ)", "(Signed)")
    static let position = words("ตำแหน่ง", "Position")
    static let reporter = words("ผู้รายงาน", "Reported by")
    static let superior = words("ผู้บังคับบัญชา", "Superior")
    static let headOfAgency = words("หัวหน้าหน่วยงาน", "Head of the agency")
    static let opinion = words("ความเห็นของผู้บังคับบัญชา", "Opinion of the superior")
    static let order = words("คำสั่ง  ☐ อนุมัติ   ☐ ไม่อนุมัติ เนื่องจาก", "Order  ☐ approved   ☐ not approved, because")
    static let closing = words("จึงเรียนมาเพื่อโปรดพิจารณา", "Submitted for your consideration.")
    static let reportsBack = words("ผู้รายงานผลการติดตาม", "Who reports on the follow-up")
    static let surveyFinding = words("ประเด็นที่ผู้ตอบแบบวัดให้คะแนนน้อย", "What respondents rated low")
}

import GradingCore

/// Headings, labels and sentences of the reports in both languages.
package enum ReportTexts {
    static func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

    // Also said on the terminal.
    static let fiscalYear = words("ปีงบประมาณ พ.ศ.", "Fiscal year")
    static let asOf = words("ตรวจ ณ วันที่", "As of")
    static let unnamed = words("หน่วยงาน (ไม่ระบุชื่อ)", "Agency (not named)")
    static let provisional = words(
        "แบบตรวจของปีนี้เป็นฉบับชั่วคราว ยังยืนยันกับคู่มือทางการไม่ครบทุกข้อ โปรดใช้ผลนี้เป็นแนวทาง",
        "The checklist of this year is provisional: not every item is confirmed. Take the result as guidance.")
    static let partial = words(
        "การตรวจหยุดก่อนครบทุกข้อ ข้อที่ยังไม่ได้ตรวจนับเป็น “ยังตัดสินไม่ได้”",
        "The audit was interrupted; items that were not looked at count as “could not tell”.")
    static let overall = words("คะแนนรวม", "overall")
    static let contribution = words("ส่วนที่ได้ในคะแนน ITA รวม", "Share of the overall ITA score")
    static let nothingToMend = words("ทุกข้อผ่านแล้ว ไม่มีสิ่งที่ต้องแก้ไข", "Every item is met; there is nothing to mend.")
    static let noItems = words("ยังไม่มีข้อที่ตรวจ", "No item was looked at.")
    static let mendFirst = words("แก้ไขก่อน", "Mend first")
    static let uncheckedCount = words("รายการที่ไม่ได้ตรวจ", "Not checked")

    // Head.
    static let reportTitle = words("รายงานผลการตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)", "Open data audit report (OIT)")
    static let languageChoice = words("ภาษาของรายงาน", "Language of the report")
    static let website = words("เว็บไซต์", "Website")
    static let province = words("จังหวัด", "Province")
    static let list = words("แบบตรวจ", "Checklist")
    static let collected = words("เก็บหลักฐานเมื่อ", "Evidence collected")
    static let verified = words(
        "แบบตรวจของปีนี้มีแหล่งอ้างอิงยืนยันครบทุกข้อ", "Every item of this year's checklist is confirmed by its sources.")
    static let notOfficial = words(
        "รายงานนี้จัดทำโดยโปรแกรมเพื่อช่วยหน่วยงานเตรียมการ ไม่ใช่ผลการประเมินอย่างเป็นทางการของ ป.ป.ช.",
        "This report was made by a program to help agencies prepare. It is not an official result of the NACC.")
    static let contents = words("สารบัญ", "Contents")
    static let skip = words("ข้ามไปยังเนื้อหา", "Skip to content")
    static let howSure = words("ผลนี้แน่นอนเพียงใด", "How sure is this result?")
    static let weakItems = words(
        "ข้อที่ตัดสินด้วยความมั่นใจต่ำ ควรเปิดดูด้วยตนเอง", "Judged with low confidence, look for yourself")

    // Score and indicators.
    static let score = words("คะแนน", "Score")
    static let of100 = words("จาก 100 คะแนน", "of 100")
    static let passMark = words("เกณฑ์ผ่าน", "pass mark")
    static let marks = words(
        "ขีดบนเส้นคือเกณฑ์ของคะแนน ITA รวม ซึ่งคะแนน OIT เป็นส่วนหนึ่ง",
        "The marks on the line are those of the overall ITA score, of which OIT is a part.")
    static let isRange = words(
        "คะแนนต่ำสุดนับข้อเหล่านี้เป็น 0 คะแนนสูงสุดนับเป็น 100 หากเปิดดูด้วยตนเองแล้วพบว่าครบถ้วน คะแนนจะเพิ่มตามที่ระบุ",
        "The lowest score counts these items 0, the highest 100. If you look and find one complete, the score rises by its worth."
    )
    static let isSure = words(
        "ทราบผลทุกข้อ คะแนนจึงเป็นค่าเดียว", "Every item is decided, so the score is one figure.")
    static let notLookedAt = words("ยังไม่ได้ตรวจ", "Not looked at")
    static let lowest = words("ต่ำสุด", "Lowest")
    static let highest = words("สูงสุด", "Highest")
    static let indicatorOrSub = words("ตัวชี้วัดและตัวชี้วัดย่อย", "Indicator and sub-indicator")
    static let metItems = words("ข้อที่ผ่าน", "Met")
    static let subIndicator = words("ตัวชี้วัดย่อย", "Sub-indicator")
    static let scoreTable = words("คะแนนตามตัวชี้วัด", "Scores by indicator")

    // Personal data.
    static let personalData = words("เร่งด่วน: พบข้อมูลส่วนบุคคลบนเว็บไซต์", "Urgent: personal data on the website")
    static let personalDataHere = words(
        "เร่งด่วน: หลักฐานของข้อนี้แสดงข้อมูลส่วนบุคคล", "Urgent: the evidence of this item shows personal data")
    static let personalDataSteps = [
        words(
            "นำไฟล์หรือหน้านั้นลงจากเว็บไซต์ทันที หรือแทนด้วยฉบับที่ปิดบังข้อมูลแล้ว (ปิดทับในภาพหรือลบจริง ไม่ใช่เพียงระบายสี)",
            "Take the file or page off the website at once, or replace it by a copy from which the data is really removed, not only painted over."
        ),
        words(
            "แจ้งผู้บริหารและเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล (DPO) กฎหมายอาจกำหนดให้แจ้งเหตุต่อ สคส. ภายใน 72 ชั่วโมง",
            "Tell the head and the data protection officer; the law may require notice to the PDPC office within 72 hours."
        ),
        words(
            "ตรวจไฟล์อื่นในหมวดเดียวกัน และขอให้ผู้ดูแลเว็บไซต์ลบสำเนาในแคชและในเครื่องมือค้นหา",
            "Look at the other files of the same kind, and have copies in caches and search engines removed."),
    ]
    static let personalDataMasked = words(
        "รายงานนี้แสดงข้อมูลเพียงบางส่วนเพื่อไม่ให้เผยแพร่ซ้ำ",
        "This report shows the data masked, so that it is not spread further.")

    // The plan.
    static let plan = words("สิ่งที่ควรแก้ไขก่อน", "What to mend first")
    static let planIntro = words(
        "เรียงจากข้อที่ได้คะแนนเพิ่มมากที่สุด คะแนนสะสมเริ่มจากคะแนนต่ำสุด",
        "Greatest gain first. The running score starts from the lowest score.")
    static let inOverall = words("ในคะแนนรวม", "overall")
    static let runningScore = words("สะสม", "then")
    static let whatToDo = words("สิ่งที่ต้องทำ", "What to do")

    // Causes and letters.
    static let causes = words("สาเหตุร่วมของหลายข้อ", "One cause, several items")
    static let causesIntro = words(
        "แก้สาเหตุเหล่านี้ครั้งเดียว ช่วยได้หลายข้อพร้อมกัน", "Mending one of these once helps several items.")
    static let itemsAffected = words("ข้อที่เกี่ยวข้อง", "Items")
    static let forVendor = words("ข้อความถึงผู้ดูแลเว็บไซต์ (คัดลอกได้)", "Message to whoever runs the website (ready to copy)")
    static let vendorAtCause = words(
        "ข้อความถึงผู้ดูแลเว็บไซต์อยู่ที่สาเหตุร่วม", "The message to whoever runs the website stands at the shared cause.")
    static let problem = words("ปัญหาที่พบ", "Problem")
    static let request = words("ขอให้ดำเนินการ", "Please")
    static let dearVendor = words("เรียน ผู้ดูแลเว็บไซต์", "To whoever runs the website,")
    static let letterEnd = words(
        "เมื่อแก้ไขแล้วโปรดแจ้งกลับ เพื่อตรวจอีกครั้ง เวลาข้างต้นเป็นเวลาประเทศไทย",
        "Please tell us when it is mended, so that it can be checked again. The times are Thai time (UTC+7).")
    static let copy = words("คัดลอกข้อความ", "Copy the message")
    static let copied = words("คัดลอกแล้ว", "Copied")
    static let notCopied = words(
        "คัดลอกไม่ได้ ข้อความถูกเลือกไว้แล้ว กด Ctrl+C", "Not copied; the text is selected, press Ctrl+C.")

    // Rest.
    static let notChecked = words("สิ่งที่ไม่ได้ตรวจ", "What was not checked")
    static let nothingLeftOut = words("ตรวจครบทุก URL ที่ส่ง", "Everything submitted was checked.")
    static let warnings = words("คำเตือน", "Warnings")
    static let appendix = words("ภาคผนวกทางเทคนิค", "Technical appendix")
    static let run = words("รหัสการตรวจ", "Run")
    static let version = words("รุ่นของโปรแกรม", "Program version")
    static let digest = words("ค่าแฮชของแบบตรวจ", "Checklist digest")
    static let started = words("เริ่ม", "Started")
    static let finished = words("เสร็จ", "Finished")
    static let timesAreUTC = words("เวลาในภาคผนวกเป็นเวลาสากล (UTC)", "Times in the appendix are UTC.")
}

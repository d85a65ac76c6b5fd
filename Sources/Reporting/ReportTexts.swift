import Findings
import GradingCore
import WebEvidence

// The words of the reports in both languages. A table: longer than other files on purpose.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

extension Verdict {
    /// Of an item.
    var words: BilingualText {
        switch self {
        case .satisfied: Reporting.words("ผ่าน", "Met")
        case .unsatisfied: Reporting.words("ไม่ผ่าน", "Not met")
        case .undecided: Reporting.words("ยังตัดสินไม่ได้", "Could not tell")
        case .notApplicable: Reporting.words("ไม่ใช้กับหน่วยงานนี้", "Does not apply")
        }
    }

    /// Of one required piece of information.
    var elementWords: BilingualText {
        switch self {
        case .satisfied: Reporting.words("พบ", "Found")
        case .unsatisfied: Reporting.words("ไม่พบ", "Not found")
        case .undecided: Reporting.words("ยังบอกไม่ได้", "Could not tell")
        case .notApplicable: Reporting.words("ไม่ต้องมี", "Not required")
        }
    }

    var symbol: String {
        switch self {
        case .satisfied: "✓"
        case .unsatisfied: "✗"
        case .undecided: "?"
        case .notApplicable: "–"
        }
    }
}

extension ReasonCode {
    var words: BilingualText {
        switch self {
        case .notSubmitted: Reporting.words("ไม่ได้ส่ง URL", "Not submitted")
        case .unreachable: Reporting.words("เปิดลิงก์ไม่ได้", "Link cannot be opened")
        case .wrongPage: Reporting.words("ลิงก์ไปไม่ถึงหน้าข้อมูล", "Link leads to another page")
        case .wrongItem: Reporting.words("เป็นข้อมูลของข้ออื่น", "Evidence of another item")
        case .missingElement: Reporting.words("องค์ประกอบไม่ครบ", "A required part is missing")
        case .outdated: Reporting.words("ข้อมูลไม่เป็นปัจจุบัน", "Out of date")
        case .undated: Reporting.words("ไม่ระบุปีหรือวันที่", "Without date or year")
        case .periodIncomplete: Reporting.words("ข้อมูลยังไม่ครบช่วงเวลา", "Period not complete")
        case .future: Reporting.words("เป็นข้อมูลของปีถัดไป", "Of a later year")
        case .emptyShell: Reporting.words("มีแต่หัวข้อ ไม่มีเนื้อหา", "Title without content")
        case .notOnMainWebsite: Reporting.words("ไม่ได้เผยแพร่บนเว็บไซต์หลัก", "Not on the main website")
        case .otherAgency: Reporting.words("เป็นข้อมูลของหน่วยงานอื่น", "Belongs to another agency")
        case .unsigned: Reporting.words("ไม่มีการลงนาม", "Not signed")
        case .oneWayOnly: Reporting.words("เป็นช่องทางสื่อสารทางเดียว", "One-way only")
        case .needsLogin: Reporting.words("ต้องเข้าสู่ระบบหรือขอสิทธิ์", "Needs login or permission")
        case .onlySocial: Reporting.words("มีเฉพาะบนสื่อสังคมออนไลน์", "Only on social media")
        case .unreadable: Reporting.words("อ่านเอกสารไม่ได้", "Could not be read")
        case .copiedInstruction: Reporting.words("คัดลอกคำอธิบายจากคู่มือ", "Copied instruction")
        case .defaced: Reporting.words("หน้าเว็บถูกบุกรุก", "Page is defaced")
        case .duplicateEvidence: Reporting.words("ใช้หลักฐานซ้ำกับข้ออื่น", "Same evidence as another item")
        case .blocked: Reporting.words("เว็บไซต์ปิดกั้นการตรวจ", "Blocked by the website")
        case .lowConfidence: Reporting.words("หลักฐานยังไม่ชัดเจน", "Evidence not clear enough")
        case .satisfied: Reporting.words("ข้อมูลครบถ้วน", "Complete")
        }
    }
}

extension CurrencyVerdict.Kind {
    var words: BilingualText {
        switch self {
        case .current: Reporting.words("เป็นปัจจุบัน", "Current")
        case .outdated: Reporting.words("ไม่เป็นปัจจุบัน", "Out of date")
        case .incomplete: Reporting.words("ยังไม่ครบช่วงเวลา", "Period not complete")
        case .undated: Reporting.words("ไม่พบวันที่หรือปี", "Without date")
        case .future: Reporting.words("เป็นของปีถัดไป", "Of a later year")
        case .notRequired: Reporting.words("ไม่ต้องระบุวันที่", "No date required")
        }
    }
}

extension CurrencyVerdict.Role {
    var words: BilingualText {
        switch self {
        case .covers: Reporting.words("ช่วงเวลาของข้อมูล", "period covered")
        case .signed: Reporting.words("วันที่ลงนาม", "signed")
        case .published: Reporting.words("วันที่เผยแพร่", "published")
        case .updated: Reporting.words("วันที่ปรับปรุง", "updated")
        case .file: Reporting.words("วันที่ของไฟล์", "date of the file")
        case .law: Reporting.words("ปีของกฎหมาย", "year of a law")
        case .session: Reporting.words("สมัยประชุม", "council session")
        case .school: Reporting.words("ปีการศึกษา", "school year")
        case .other: Reporting.words("วันที่อื่น", "other date")
        }
    }
}

extension Confidence {
    var words: BilingualText {
        switch self {
        case .low: Reporting.words("ต่ำ", "low")
        case .medium: Reporting.words("ปานกลาง", "medium")
        case .high: Reporting.words("สูง", "high")
        }
    }
}

extension Evidence.Via {
    var words: BilingualText {
        switch self {
        case .submitted: Reporting.words("URL ที่ส่ง", "submitted URL")
        case .link: Reporting.words("ตามลิงก์", "followed link")
        case .embed: Reporting.words("เนื้อหาที่ฝังในหน้า", "embedded content")
        case .redirect: Reporting.words("ถูกส่งต่อ", "redirected")
        }
    }
}

extension Outcome {
    var words: BilingualText {
        switch self {
        case .ok: Reporting.words("เปิดได้", "Opened")
        case .redirectedHome: Reporting.words("ถูกส่งต่อไปหน้าแรก", "Redirected to the home page")
        case .soft404: Reporting.words("ไม่พบหน้า แม้ตอบว่าสำเร็จ", "Page not found behind a success status")
        case .empty: Reporting.words("หน้าว่างเปล่า", "Empty page")
        case .http404: Reporting.words("ไม่พบหน้า (404)", "Not found (404)")
        case .http410: Reporting.words("หน้าถูกลบแล้ว (410)", "Gone (410)")
        case .http4xx: Reporting.words("เซิร์ฟเวอร์ปฏิเสธคำขอ (4xx)", "Request refused (4xx)")
        case .http5xx: Reporting.words("เซิร์ฟเวอร์ขัดข้อง (5xx)", "Server failure (5xx)")
        case .blocked: Reporting.words("ถูกระบบป้องกันของเว็บไซต์ปิดกั้น", "Blocked by a firewall or challenge")
        case .robotsRefused: Reporting.words("เว็บไซต์ไม่อนุญาตโปรแกรมอัตโนมัติ (robots.txt)", "Refused by robots.txt")
        case .loginRequired: Reporting.words("ต้องเข้าสู่ระบบ", "Login required")
        case .permissionRequired: Reporting.words("ต้องขอสิทธิ์เข้าถึงไฟล์", "Permission required")
        case .parked: Reporting.words("โดเมนไม่ได้ใช้งานหรือถูกระงับ", "Parked or suspended")
        case .defaced: Reporting.words("หน้าเว็บถูกบุกรุก", "Defaced")
        case .dnsFailure: Reporting.words("ไม่พบชื่อเว็บไซต์ (DNS)", "Host name not found (DNS)")
        case .dnsTimeout: Reporting.words("ระบบชื่อเว็บไซต์ไม่ตอบ (DNS)", "No answer from DNS")
        case .connectRefused: Reporting.words("เซิร์ฟเวอร์ปฏิเสธการเชื่อมต่อ", "Connection refused")
        case .connectTimeout: Reporting.words("เชื่อมต่อไม่ได้ภายในเวลาที่กำหนด", "Connecting took too long")
        case .readTimeout: Reporting.words("เซิร์ฟเวอร์ตอบช้าเกินกำหนด", "Answer took too long")
        case .connectionReset: Reporting.words("การเชื่อมต่อถูกตัด", "Connection reset")
        case .tlsExpired: Reporting.words("ใบรับรองความปลอดภัยหมดอายุ", "Certificate expired")
        case .tlsHostname: Reporting.words("ใบรับรองไม่ตรงกับชื่อเว็บไซต์", "Certificate of another host")
        case .tlsIncompleteChain: Reporting.words("สายใบรับรองไม่ครบ", "Incomplete certificate chain")
        case .tlsUntrusted: Reporting.words("ใบรับรองไม่น่าเชื่อถือ", "Certificate not trusted")
        case .tlsProtocol: Reporting.words("ตกลงวิธีเข้ารหัสกันไม่ได้", "No common TLS protocol")
        case .tlsWeak: Reporting.words("การเข้ารหัสอ่อนเกินไป", "TLS too weak")
        case .http2Error: Reporting.words("ข้อผิดพลาดของ HTTP/2", "HTTP/2 error")
        case .redirectLoop: Reporting.words("ส่งต่อวนไม่สิ้นสุด", "Redirect loop")
        case .tooManyRedirects: Reporting.words("ส่งต่อหลายครั้งเกินไป", "Too many redirects")
        case .badRedirect: Reporting.words("การส่งต่อไม่ถูกต้อง", "Faulty redirect")
        case .malformedURL: Reporting.words("URL ไม่ถูกรูปแบบ", "Malformed URL")
        case .unsupportedScheme: Reporting.words("URL ไม่ใช่ http หรือ https", "Not an http or https URL")
        case .addressRefused: Reporting.words("ที่อยู่ภายในที่โปรแกรมไม่เปิด", "Private address, not opened")
        case .tooLarge: Reporting.words("ไฟล์ใหญ่เกินกำหนด", "Too large")
        case .truncated: Reporting.words("ได้รับข้อมูลไม่ครบ", "Cut short")
        case .badResponse: Reporting.words("คำตอบไม่ใช่ HTTP", "Not an HTTP answer")
        case .badEncoding: Reporting.words("รหัสอักขระเสียหาย", "Damaged text encoding")
        case .unsupportedType: Reporting.words("ชนิดไฟล์ที่ยังอ่านไม่ได้", "Type of file not supported")
        case .unreadableDocument: Reporting.words("เปิดอ่านเอกสารไม่ได้", "Document cannot be read")
        case .scannedWithoutText: Reporting.words("เอกสารสแกนที่ไม่มีตัวอักษร", "Scan without text")
        case .scriptOnly: Reporting.words("หน้าแสดงผลด้วยสคริปต์เท่านั้น", "Shown by script only")
        case .internal: Reporting.words("โปรแกรมตรวจขัดข้อง", "Fault of the auditing program")
        }
    }
}

/// Headings, labels and sentences.
enum ReportTexts {
    static let reportTitle = words("รายงานผลการตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)", "Open data audit report (OIT)")
    static let fiscalYear = words("ปีงบประมาณ พ.ศ.", "Fiscal year")
    static let asOf = words("ตรวจ ณ วันที่", "As of")
    static let website = words("เว็บไซต์", "Website")
    static let province = words("จังหวัด", "Province")
    static let list = words("แบบตรวจ", "Checklist")
    static let unnamed = words("หน่วยงาน (ไม่ระบุชื่อ)", "Agency (not named)")
    static let provisional = words(
        "แบบตรวจของปีนี้เป็นฉบับชั่วคราว ยังยืนยันกับคู่มือทางการไม่ครบทุกข้อ โปรดใช้ผลนี้เป็นแนวทาง",
        "The checklist of this year is provisional: not every item is confirmed. Take the result as guidance.")
    static let partial = words(
        "การตรวจหยุดก่อนครบทุกข้อ ข้อที่ยังไม่ได้ตรวจนับเป็น “ยังตัดสินไม่ได้”",
        "The audit was interrupted; items that were not looked at count as “could not tell”.")
    static let notOfficial = words(
        "รายงานนี้จัดทำโดยโปรแกรมเพื่อช่วยหน่วยงานเตรียมการ ไม่ใช่ผลการประเมินอย่างเป็นทางการของ ป.ป.ช.",
        "This report was made by a program to help agencies prepare. It is not an official result of the NACC.")
    static let overall = words("คะแนนรวม", "overall")
    static let contents = words("สารบัญ", "Contents")
    static let skip = words("ข้ามไปยังเนื้อหา", "Skip to content")
    static let score = words("คะแนน", "Score")
    static let howSure = words("ความแน่นอนของผล", "How sure this is")
    static let contribution = words("ส่วนที่ได้ในคะแนน ITA รวม", "Share of the overall ITA score")
    static let certain = words("คะแนนแน่นอน", "certain")
    static let possible = words("อาจได้ถึง", "possibly up to")
    static let lowest = words("ต่ำสุด", "Lowest")
    static let highest = words("สูงสุด", "Highest")
    static let indicator = words("ตัวชี้วัด", "Indicator")
    static let subIndicator = words("ตัวชี้วัดย่อย", "Sub-indicator")
    static let scoreTable = words("คะแนนตามตัวชี้วัดและตัวชี้วัดย่อย", "Scores of indicators and sub-indicators")
    static let plan = words("สิ่งที่ควรแก้ไขก่อน", "What to mend first")
    static let planIntro = words(
        "เรียงจากข้อที่ได้คะแนนเพิ่มมากที่สุด คะแนนสะสมนับจากคะแนนต่ำสุด",
        "Greatest gain first. The running score counts from the lowest score.")
    static let nothingToMend = words("ทุกข้อผ่านแล้ว ไม่มีสิ่งที่ต้องแก้ไข", "Every item is met; there is nothing to mend.")
    static let order = words("ลำดับ", "No.")
    static let item = words("ข้อ", "Item")
    static let whatToDo = words("สิ่งที่ต้องทำ", "What to do")
    static let gain = words("ได้เพิ่ม (OIT)", "Gain (OIT)")
    static let gainOverall = words("ได้เพิ่ม (รวม)", "Gain (overall)")
    static let runningScore = words("คะแนนสะสม", "Running score")
    static let points = words("คะแนน", "points")
    static let worth = words("มีค่า", "worth")
    static let reachedAlready = words("ถึงเกณฑ์นี้แล้ว", "reached already")
    static let outOfReach = words("แม้แก้ไขทุกข้อก็ยังไม่ถึงคะแนนนี้", "out of reach even with every item mended")
    static let smallestSet = words("จำนวนข้อน้อยที่สุดเพื่อให้ถึง", "Fewest items to reach")
    static let items = words("ผลรายข้อ", "Item by item")
    static let itemCount = words("จำนวนข้อ", "Items")
    static let isRange = words(
        "คะแนนเป็นช่วง เพราะมีข้อที่ยังไม่ทราบผล ค่าต่ำสุดนับข้อเหล่านั้นเป็น 0 ค่าสูงสุดนับเป็น 100",
        "The score is a range: unknown items count 0 in the lowest and 100 in the highest value.")
    static let unknownItems = words("จำนวนข้อที่ยังไม่ทราบผล", "Unknown items")
    static let isSure = words("ทราบผลทุกข้อ คะแนนจึงเป็นค่าเดียว", "Every item is decided, so the score is one figure.")
    static let weakItems = words("ข้อที่ตัดสินด้วยความมั่นใจต่ำ ควรตรวจซ้ำด้วยตนเอง", "Judged with low confidence, look again")
    static let verdict = words("ผล", "Verdict")
    static let reasons = words("เหตุผล", "Reason")
    static let quote = words("ข้อความที่ใช้ตัดสิน", "Deciding words")
    static let place = words("ตำแหน่ง", "Place")

    /// Where a quote stands, in words; a place that is not known here is shown as it is.
    static func place(_ place: String) -> BilingualText {
        switch place {
        case "title": words("ชื่อหน้า", "page title")
        case "heading": words("หัวข้อ", "heading")
        case "table-head": words("หัวตาราง", "table head")
        case "table": words("ตาราง", "table")
        case "body": words("เนื้อหา", "text")
        case "link": words("ลิงก์", "link")
        case "form": words("แบบฟอร์ม", "form")
        case "image": words("ภาพ", "picture")
        case "embed": words("เนื้อหาที่ฝังไว้", "embedded content")
        case "date": words("วันที่หรือปีที่พบ", "date")
        default: words(place, place)
        }
    }
    static let way = words("เส้นทางจาก URL ที่ส่ง", "The way from the submitted URL")
    static let elements = words("องค์ประกอบที่ต้องมี", "Required parts")
    static let element = words("องค์ประกอบ", "Part")
    static let confidence = words("ความมั่นใจ", "Confidence")
    static let currency = words("ความเป็นปัจจุบัน", "Currency")
    static let rule = words("เกณฑ์", "rule")
    static let dates = words("วันที่ที่พบ", "Dates found")
    static let asWritten = words("ข้อความที่พบ", "As written")
    static let kind = words("ประเภท", "Kind")
    static let period = words("ช่วงเวลา", "Period")
    static let decides = words("ใช้ตัดสิน", "decides")
    static let yes = words("ใช่", "yes")
    static let no = words("ไม่", "no")
    static let missing = words("ยังขาด", "Missing")
    static let staleFrom = words("จะไม่เป็นปัจจุบันตั้งแต่", "Out of date from")
    static let advice = words("ข้อแนะนำ", "What to do")
    static let hints = words("ข้อสังเกต (ไม่มีผลต่อคะแนน)", "Notes (no effect on the score)")
    static let evidence = words("หลักฐาน", "Evidence")
    static let nothingSeen = words("ไม่มีหน้าที่ตรวจในข้อนี้", "No page was looked at for this item.")
    static let redirectedTo = words("ถูกส่งต่อไปยัง", "redirected to")
    static let followedLink = words("ตามลิงก์", "followed the link")
    static let embedded = words("เปิดเนื้อหาที่ฝังในหน้า", "opened the embedded content")
    static let notChecked = words("สิ่งที่ไม่ได้ตรวจ", "What was not checked")
    static let nothingLeftOut = words("ตรวจครบทุก URL ที่ส่ง", "Everything submitted was checked.")
    static let why = words("สาเหตุ", "Why")
    static let warnings = words("คำเตือน", "Warnings")
    static let appendix = words("ภาคผนวกทางเทคนิค", "Technical appendix")
    static let run = words("รหัสการตรวจ", "Run")
    static let version = words("รุ่นของโปรแกรม", "Program version")
    static let digest = words("ค่าแฮชของแบบตรวจ", "Checklist digest")
    static let started = words("เริ่ม", "Started")
    static let finished = words("เสร็จ", "Finished")
    static let pages = words("หน้าและไฟล์ที่เปิด", "Pages and files opened")
    static let outcome = words("ผลการเปิด", "Outcome")
    static let address = words("URL", "URL")
    static let file = words("ชนิด / ขนาด / SHA-256", "Type / size / SHA-256")
    static let attempts = words("การลองเปิด", "Attempts")
    static let bytes = words("ไบต์", "bytes")
    static let mendFirst = words("แก้ไขก่อน", "Mend first")
    static let uncheckedCount = words("รายการที่ไม่ได้ตรวจ", "Not checked")
    static let noItems = words("ยังไม่มีข้อที่ตรวจ", "No item was looked at.")
    static let threshold = words("เกณฑ์", "mark")
}

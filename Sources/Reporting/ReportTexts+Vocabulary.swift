package import Findings
package import GradingCore
package import WebEvidence

// The words for verdicts, reasons, outcomes and the like in both languages.

private func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

extension Verdict {
    /// Of an item.
    package var words: BilingualText {
        switch self {
        case .satisfied: Reporting.words("ผ่าน", "Met")
        case .unsatisfied: Reporting.words("ไม่ผ่าน", "Not met")
        case .undecided: Reporting.words("ยังตัดสินไม่ได้", "Could not tell")
        case .notApplicable: Reporting.words("ไม่ใช้กับหน่วยงานนี้", "Does not apply")
        }
    }

    /// Of one required piece of information.
    package var elementWords: BilingualText {
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
    package var words: BilingualText {
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
    package var words: BilingualText {
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
    package var words: BilingualText {
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
    package var words: BilingualText {
        switch self {
        case .low: Reporting.words("ต่ำ", "low")
        case .medium: Reporting.words("ปานกลาง", "medium")
        case .high: Reporting.words("สูง", "high")
        }
    }
}

extension Evidence.Via {
    package var words: BilingualText {
        switch self {
        case .submitted: Reporting.words("URL ที่ส่ง", "submitted URL")
        case .link: Reporting.words("ตามลิงก์", "followed link")
        case .embed: Reporting.words("เนื้อหาที่ฝังในหน้า", "embedded content")
        case .redirect: Reporting.words("ถูกส่งต่อ", "redirected")
        }
    }
}

extension Outcome {
    package var words: BilingualText {
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
        case .internal:
            Reporting.words("โปรแกรมหรือเครือข่ายของผู้ตรวจขัดข้อง", "Fault of the auditing program or its network")
        }
    }
}

// An answer came, but its bytes could not be read; and our own defects.

extension OutcomeAdvice {
    static let tooLarge = OutcomeAdvice(
        message: (
            "ไฟล์หรือหน้านี้ใหญ่เกินขนาดที่โปรแกรมอ่าน",
            "This file or page is larger than the program reads."
        ),
        fix: (
            "แบ่งหรือย่อขนาดไฟล์ (เช่น ลดความละเอียดของภาพสแกน) หรือให้ผู้ตรวจเพิ่มขนาดสูงสุด",
            "Split or shrink the file (for example the scan's resolution), or let the reviewer raise the limit."
        ))

    static let truncated = OutcomeAdvice(
        message: ("ได้รับข้อมูลไม่ครบตามขนาดที่เครื่องแม่ข่ายแจ้ง", "Less arrived than the server had announced."),
        fix: (
            "ตรวจซ้ำอีกครั้ง หากยังเป็นอยู่ให้อัปโหลดไฟล์ใหม่และให้ผู้ดูแลตรวจเครื่องแม่ข่าย",
            "Check again; if it stays, upload the file anew and have the server checked."
        ))

    static let badResponse = OutcomeAdvice(
        message: (
            "คำตอบของเครื่องแม่ข่ายไม่เป็นไปตามมาตรฐานเว็บ (HTTP)",
            "The server's answer does not follow the web's standard (HTTP)."
        ),
        fix: (
            "ตรวจหมายเลขพอร์ตในลิงก์ และให้ผู้ดูแลตรวจเว็บเซิร์ฟเวอร์",
            "Check the port in the link, and have the web server checked."
        ))

    static let badEncoding = OutcomeAdvice(
        message: (
            "ถอดรหัสตัวอักษรหรือการบีบอัดของหน้านี้ไม่ได้",
            "The characters or the compression of this page could not be decoded."
        ),
        fix: (
            "ให้ผู้ดูแลใช้รหัสอักขระ UTF-8 และแจ้งชนิดการเข้ารหัสให้ตรงกับเนื้อหาจริง",
            "Have the page use UTF-8 and declare the encoding that it really has."
        ))

    static let unsupportedType = OutcomeAdvice(
        message: (
            "เป็นไฟล์ชนิดที่โปรแกรมอ่านไม่ได้ จึงยังไม่ได้ตรวจเนื้อหา",
            "The program cannot read this type of file, so its content was not checked."
        ),
        fix: (
            "เผยแพร่เป็นหน้าเว็บหรือ PDF ที่เลือกข้อความได้ หรือตรวจด้วยตนเอง",
            "Publish it as a web page or a PDF with selectable text, or check it by hand."
        ))

    static let unreadableDocument = OutcomeAdvice(
        message: (
            "เปิดเอกสารไม่ได้ ไฟล์อาจเสีย ถูกใส่รหัสผ่าน หรือซับซ้อนเกินไป",
            "The document could not be opened: it may be damaged, locked by a password or too complex."
        ),
        fix: (
            "เปิดไฟล์ด้วยโปรแกรมปกติ บันทึกเป็น PDF ใหม่โดยไม่ใส่รหัสผ่าน แล้วอัปโหลดแทน",
            "Open the file in its usual program, save it as a new PDF without a password and upload that."
        ))

    static let scannedWithoutText = OutcomeAdvice(
        message: (
            "เอกสารเป็นภาพสแกนที่ไม่มีข้อความ โปรแกรมจึงอ่านเนื้อหาไม่ได้",
            "The document is a scan without text, so the program cannot read what it says."
        ),
        fix: (
            "เผยแพร่ไฟล์ที่บันทึกจากต้นฉบับ (Word เป็น PDF) หรือทำ OCR ก่อน และตรวจภาพด้วยตนเอง",
            "Publish the file saved from its original (Word to PDF) or run OCR, and look at the scan by hand."
        ))

    static let scriptOnly = OutcomeAdvice(
        message: (
            "หน้านี้แสดงเนื้อหาด้วยสคริปต์เท่านั้น โปรแกรมจึงมองไม่เห็นเนื้อหา",
            "This page shows its content by script only, so the program could not see it."
        ),
        fix: (
            "ตรวจด้วยเบราว์เซอร์ หรือเพิ่มลิงก์ตรงไปยังเอกสารที่เปิดได้โดยไม่ใช้สคริปต์",
            "Check it in a browser, or add a direct link to a document that opens without script."
        ))

    static let `internal` = OutcomeAdvice(
        message: (
            "โปรแกรมหรือเครือข่ายของผู้ตรวจขัดข้องขณะเปิดลิงก์นี้ ไม่ใช่ความผิดของหน่วยงาน",
            "The checking program or its network failed at this link; this is not the agency's fault."
        ),
        fix: (
            "ตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วตรวจซ้ำ หากยังเกิดขึ้นให้แจ้งผู้พัฒนาโปรแกรมพร้อมลิงก์นี้",
            "Check the connection to the internet and run again; if it happens again, report this link to the program's developers."
        ))
}

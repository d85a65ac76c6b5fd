// For the maker or host of the website: answers, redirects and pages.

extension VendorAdvice {
    static let http404 = VendorAdvice(
        problem: ("เครื่องแม่ข่ายตอบสถานะ 404 (ไม่พบหน้าหรือไฟล์)", "The server answers 404 (not found)."),
        request: (
            "นำหน้าหรือไฟล์กลับมาที่อยู่เดิม หรือส่งต่อ (301) ไปยังที่อยู่ใหม่ของเนื้อหาเดียวกัน",
            "Restore the page or file at this address, or redirect (301) to where the same content is now."
        ))

    static let http410 = VendorAdvice(
        problem: ("เครื่องแม่ข่ายตอบสถานะ 410 (ลบถาวร)", "The server answers 410 (gone)."),
        request: (
            "นำเนื้อหากลับขึ้นเผยแพร่ หรือส่งต่อ (301) ไปยังที่อยู่ใหม่",
            "Publish the content again, or redirect (301) to its new address."
        ))

    static let http4xx = VendorAdvice(
        problem: (
            "เครื่องแม่ข่ายปฏิเสธคำขอแบบ GET ธรรมดาด้วยสถานะกลุ่ม 4xx",
            "The server refuses an ordinary GET request with a status of the 4xx group."
        ),
        request: (
            "ตรวจสิทธิ์ของไฟล์และกฎของเว็บเซิร์ฟเวอร์ ให้บุคคลทั่วไปเปิดได้โดยไม่ต้องมีคุกกี้หรือ Referer",
            "Check file permissions and server rules: the public must be able to open it without cookie or Referer."
        ))

    static let http5xx = VendorAdvice(
        problem: ("เครื่องแม่ข่ายขัดข้อง ตอบสถานะกลุ่ม 5xx", "The server fails with a status of the 5xx group."),
        request: (
            "ตรวจบันทึกข้อผิดพลาด (error log) ตามเวลาข้างต้น แก้ข้อผิดพลาดของโปรแกรมหรือฐานข้อมูล",
            "Look in the error log at the times above and mend the fault of the program or database."
        ))

    static let soft404 = VendorAdvice(
        problem: (
            "หน้าแสดงข้อความว่าไม่พบข้อมูล แต่ตอบสถานะ 200",
            "The page says that nothing was found, but answers with status 200."
        ),
        request: (
            "นำเนื้อหากลับมาที่อยู่เดิมหรือส่งต่อไปที่อยู่ใหม่ และให้หน้าที่ไม่มีจริงตอบสถานะ 404",
            "Restore the content or redirect to its new address, and let pages that do not exist answer 404."
        ))

    static let redirectedHome = VendorAdvice(
        problem: (
            "ที่อยู่นี้ถูกส่งต่อไปหน้าแรกของเว็บไซต์แทนหน้าเนื้อหา",
            "This address is redirected to the front page instead of its content."
        ),
        request: (
            "ส่งต่อ (301) ไปยังหน้าเนื้อหาเดียวกันที่อยู่ใหม่ อย่าส่งหน้าที่หายไปทั้งหมดไปหน้าแรก",
            "Redirect (301) to the new address of the same content; do not send every missing page to the front page."
        ))

    static let empty = VendorAdvice(
        problem: (
            "หน้าตอบสถานะสำเร็จ แต่ไม่มีเนื้อหาใน HTML",
            "The page answers with success but its HTML has no content."
        ),
        request: (
            "ตรวจว่าเนื้อหาเผยแพร่แล้ว แสดงแก่ผู้ที่ไม่ได้เข้าสู่ระบบ และอยู่ใน HTML ที่เครื่องแม่ข่ายส่ง",
            "Check that the content is published, shown to visitors who are not logged in, and part of the HTML that is sent."
        ))

    static let blocked = VendorAdvice(
        problem: (
            "ระบบป้องกัน (WAF, CAPTCHA หรือการจำกัดคำขอ) ไม่ให้โปรแกรมตรวจเปิดหน้านี้",
            "A protection (WAF, CAPTCHA or rate limit) kept the auditing program out."
        ),
        request: (
            "ยกเว้นหน้าข้อมูลสาธารณะจากการท้าทายของ WAF หรืออนุญาต User-Agent และหมายเลข IP ของผู้ตรวจ",
            "Exempt the public pages from the challenge, or allow the auditor's user agent and address."
        ))

    static let robotsRefused = VendorAdvice(
        problem: ("robots.txt ไม่อนุญาตให้เปิดหน้านี้", "robots.txt does not allow this page."),
        request: (
            "แก้ robots.txt ให้หน้าข้อมูลสาธารณะเปิดได้ (ไม่อยู่ใต้ Disallow)",
            "Change robots.txt so that the public pages are not under Disallow."
        ))

    static let loginRequired = VendorAdvice(
        problem: ("หน้านี้ขอให้เข้าสู่ระบบก่อน", "The page asks for a login."),
        request: (
            "ให้หน้าข้อมูลสาธารณะเปิดได้โดยไม่ต้องเข้าสู่ระบบ และลองเปิดในหน้าต่างส่วนตัว",
            "Let the public pages open without a login, and try them in a private window."
        ))

    static let parked = VendorAdvice(
        problem: (
            "แสดงหน้าพักโดเมนหรือหน้าบัญชีโฮสต์ถูกระงับ",
            "A parking page or the notice of a suspended hosting account is shown."
        ),
        request: (
            "ต่ออายุโดเมนหรือโฮสต์ และยืนยันว่าเว็บไซต์เดิมกลับมาครบทุกหน้า",
            "Renew the domain or hosting, and confirm that the whole website is back."
        ))

    static let defaced = VendorAdvice(
        problem: (
            "หน้าเว็บมีเนื้อหาแปลกปลอม เช่น การพนัน เว็บไซต์น่าจะถูกบุกรุก",
            "The page holds foreign content such as gambling: the website was probably broken into."
        ),
        request: (
            "เร่งด่วน: ปิดช่องโหว่ ลบไฟล์และบัญชีแปลกปลอม เปลี่ยนรหัสผ่านทั้งหมด ปรับปรุง CMS และส่วนเสริม แล้วกู้จากข้อมูลสำรองที่สะอาด",
            "Urgent: close the hole, remove foreign files and accounts, change all passwords, update CMS and plug-ins, restore a clean backup."
        ))

    static let redirectLoop = VendorAdvice(
        problem: ("ที่อยู่นี้ส่งต่อวนกลับมาที่เดิม", "The address redirects in a circle."),
        request: (
            "ตรวจกฎการส่งต่อระหว่าง http/https และ www/ไม่มี www ทั้งในเว็บเซิร์ฟเวอร์ CMS และ CDN",
            "Check the redirect rules between http/https and www/no www in web server, CMS and CDN."
        ))

    static let tooManyRedirects = VendorAdvice(
        problem: ("ที่อยู่นี้ถูกส่งต่อมากกว่า 10 ครั้ง", "The address is redirected more than 10 times."),
        request: ("ให้ส่งต่อเพียงครั้งเดียวไปยังที่อยู่สุดท้าย", "Redirect once, straight to the last address."))

    static let badRedirect = VendorAdvice(
        problem: (
            "การส่งต่อมีที่อยู่ปลายทาง (Location) ที่ใช้ไม่ได้",
            "The redirect names a target (Location) that cannot be used."
        ),
        request: (
            "แก้หัวข้อ Location ให้เป็นที่อยู่ http หรือ https ที่สมบูรณ์",
            "Correct the Location header to a complete http or https address."
        ))

    static let truncated = VendorAdvice(
        problem: (
            "ได้รับข้อมูลน้อยกว่าที่แจ้งไว้ใน Content-Length",
            "Fewer bytes arrive than Content-Length announces."
        ),
        request: (
            "ตรวจไฟล์ต้นทาง พร็อกซี และการบีบอัด ว่าส่วนใดตัดคำตอบ แล้วอัปโหลดไฟล์ใหม่หากเสียหาย",
            "Check the file, the proxy and the compression for what cuts the answer; upload the file again if it is damaged."
        ))

    static let badResponse = VendorAdvice(
        problem: ("คำตอบไม่เป็นไปตามโพรโทคอล HTTP", "The answer is not valid HTTP."),
        request: (
            "ตรวจว่าพอร์ตนี้เป็นของเว็บเซิร์ฟเวอร์ และหัวข้อคำตอบถูกรูปแบบ",
            "Check that the port belongs to the web server and that the response headers are well formed."
        ))

    static let badEncoding = VendorAdvice(
        problem: (
            "รหัสอักขระหรือการบีบอัดไม่ตรงกับที่ประกาศไว้",
            "Character encoding or compression is not what the headers declare."
        ),
        request: (
            "ส่งหน้าเป็น UTF-8 ประกาศ charset ให้ตรง และตรวจ Content-Encoding",
            "Send the page as UTF-8, declare the charset correctly and check Content-Encoding."
        ))

    static let scriptOnly = VendorAdvice(
        problem: (
            "HTML ที่ส่งมาว่างเปล่า เนื้อหาปรากฏเมื่อรันสคริปต์เท่านั้น",
            "The HTML is empty: the content appears only when a script runs."
        ),
        request: (
            "แสดงเนื้อหาใน HTML จากเครื่องแม่ข่าย (server-side rendering) หรือเพิ่มลิงก์ตรงไปยังเอกสาร",
            "Render the content on the server, or add direct links to the documents."
        ))
}

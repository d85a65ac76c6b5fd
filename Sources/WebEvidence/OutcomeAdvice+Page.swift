// The server answered, but not with the page that was meant; and pages that only some visitors may see.

extension OutcomeAdvice {
    static let ok = OutcomeAdvice(
        message: ("เปิดได้ตามปกติ", "The address opens normally."),
        fix: ("ไม่ต้องดำเนินการ", "Nothing needs to be done."))

    static let redirectedHome = OutcomeAdvice(
        message: (
            "ลิงก์พาไปที่หน้าแรกของเว็บไซต์ ไม่ใช่หน้าข้อมูลของข้อนี้",
            "The link leads to the website's front page, not to the information of this item."
        ),
        fix: (
            "เปิดหน้าข้อมูลจริงบนเว็บไซต์ คัดลอกที่อยู่จากแถบที่อยู่ของเบราว์เซอร์ แล้วใช้แทนลิงก์เดิม",
            "Open the page that holds the information, copy its address from the browser and submit that instead."
        ))

    static let soft404 = OutcomeAdvice(
        message: (
            "หน้าเว็บแจ้งว่าไม่พบข้อมูล แม้เครื่องแม่ข่ายจะตอบว่าสำเร็จ",
            "The page says that nothing was found, although the server reports success."
        ),
        fix: (
            "ตรวจว่าหน้านี้ถูกลบหรือย้ายหรือไม่ นำข้อมูลกลับขึ้นเผยแพร่ หรือแก้ลิงก์ให้ตรงกับหน้าใหม่",
            "Check whether the page was removed or moved; publish it again or submit its new address."
        ))

    static let empty = OutcomeAdvice(
        message: (
            "เปิดหน้าได้ แต่ไม่มีเนื้อหา มีเพียงหัวข้อหรือกรอบเปล่า",
            "The page opens but holds no content, only a title or an empty frame."
        ),
        fix: (
            "ใส่เนื้อหาหรือแนบเอกสารให้ครบถ้วนในหน้านี้ แล้วลองเปิดดูโดยไม่เข้าสู่ระบบผู้ดูแล",
            "Put the content or documents on the page, then look at it without being logged in as its editor."
        ))

    static let http404 = OutcomeAdvice(
        message: ("ไม่พบหน้าหรือไฟล์ตามลิงก์นี้ (รหัส 404)", "There is no page or file at this address (status 404)."),
        fix: (
            "ตรวจว่าคัดลอกลิงก์ครบทุกตัวอักษร และไฟล์ยังอยู่บนเว็บไซต์ หากย้ายแล้วให้ใช้ลิงก์ใหม่",
            "Check that the whole link was copied and that the file is still there; if it moved, submit the new address."
        ))

    static let http410 = OutcomeAdvice(
        message: (
            "เว็บไซต์แจ้งว่าหน้านี้ถูกลบออกถาวรแล้ว (รหัส 410)",
            "The website says that this page was removed for good (status 410)."
        ),
        fix: (
            "นำข้อมูลขึ้นเผยแพร่ใหม่ แล้วใช้ลิงก์ของหน้าใหม่แทน",
            "Publish the information again and submit the address of the new page."
        ))

    static let http4xx = OutcomeAdvice(
        message: (
            "เว็บไซต์ปฏิเสธคำขอเปิดหน้านี้ (รหัสกลุ่ม 4xx)",
            "The website refused the request for this page (a status of the 4xx group)."
        ),
        fix: (
            "ลองเปิดลิงก์ในหน้าต่างส่วนตัวของเบราว์เซอร์ หากเปิดไม่ได้ให้ผู้ดูแลเว็บไซต์แก้ไขหรือเปลี่ยนลิงก์",
            "Open the link in a private browser window; if it fails there too, have the webmaster mend or replace it."
        ))

    static let http5xx = OutcomeAdvice(
        message: (
            "เครื่องแม่ข่ายของเว็บไซต์ขัดข้อง (รหัสกลุ่ม 5xx)",
            "The website's server failed while answering (a status of the 5xx group)."
        ),
        fix: (
            "แจ้งผู้ดูแลเว็บไซต์หรือผู้ให้บริการพร้อมลิงก์และเวลาที่พบ แล้วตรวจซ้ำเมื่อแก้ไขแล้ว",
            "Tell the webmaster or provider the link and the time of the failure, then check again."
        ))

    static let parked = OutcomeAdvice(
        message: (
            "ชื่อโดเมนถูกพักหรือบัญชีโฮสต์ถูกระงับ จึงไม่มีเว็บไซต์ของหน่วยงานแสดงอยู่",
            "The domain is parked or the hosting account suspended: the agency's website is not there."
        ),
        fix: (
            "ติดต่อผู้ให้บริการเพื่อต่ออายุโดเมนหรือโฮสต์ แล้วตรวจว่าหน้าเดิมกลับมาครบ",
            "Ask the provider to renew the domain or the hosting, then check that the pages are back."
        ))

    static let defaced = OutcomeAdvice(
        message: (
            "พบเนื้อหาแปลกปลอม เช่น เว็บพนัน หน้านี้น่าจะถูกบุกรุก",
            "The page shows foreign content such as gambling: it was probably broken into."
        ),
        fix: (
            "แจ้งผู้ดูแลเว็บไซต์ทันที ลบเนื้อหาแปลกปลอม เปลี่ยนรหัสผ่าน ปรับปรุงระบบ แล้วนำข้อมูลเดิมกลับขึ้น",
            "Tell the webmaster at once: remove the content, change passwords, update the system, restore the page."
        ))

    static let blocked = OutcomeAdvice(
        message: (
            "ระบบป้องกันของเว็บไซต์ไม่ให้โปรแกรมตรวจเปิดหน้านี้ จึงยังบอกไม่ได้ว่ามีข้อมูลหรือไม่",
            "The website's protection kept the program out, so it cannot be said whether the information is there."
        ),
        fix: (
            "เปิดลิงก์ด้วยเบราว์เซอร์เพื่อยืนยันด้วยตนเอง และขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมตรวจหรือผ่อนระบบป้องกัน",
            "Confirm the page in a browser, and ask the webmaster to let the checker through the protection."
        ))

    static let robotsRefused = OutcomeAdvice(
        message: (
            "ไฟล์ robots.txt ของเว็บไซต์ไม่อนุญาตให้โปรแกรมเปิดหน้านี้ จึงยังไม่ได้ตรวจ",
            "The website's robots.txt does not allow programs to open this page, so it was not checked."
        ),
        fix: (
            "ให้ผู้ดูแลเว็บไซต์แก้ robots.txt ให้เปิดหน้าข้อมูลสาธารณะได้ หรือเปิดตรวจด้วยตนเอง",
            "Have robots.txt allow the public pages, or check the page by hand."
        ))

    static let loginRequired = OutcomeAdvice(
        message: (
            "หน้านี้ต้องเข้าสู่ระบบก่อน บุคคลทั่วไปจึงเปิดดูไม่ได้",
            "This page asks for a login, so the public cannot see it."
        ),
        fix: (
            "เผยแพร่ข้อมูลไว้ในหน้าสาธารณะของเว็บไซต์หลัก โดยไม่ต้องเข้าสู่ระบบ",
            "Publish the information on a public page of the main website that needs no login."
        ))

    static let permissionRequired = OutcomeAdvice(
        message: (
            "ไฟล์บนคลาวด์ยังไม่เปิดสิทธิ์ ผู้เปิดลิงก์ต้องขออนุญาตก่อน",
            "The file in the cloud drive is not shared: whoever opens the link must ask for permission."
        ),
        fix: (
            """
            1) เข้าไดรฟ์ด้วยบัญชีเจ้าของไฟล์ คลิกขวาที่ไฟล์หรือโฟลเดอร์ แล้วเลือก "แชร์" \
            2) ที่ "การเข้าถึงทั่วไป" เปลี่ยน "จำกัด" เป็น "ทุกคนที่มีลิงก์" โดยให้สิทธิ์ "ผู้มีสิทธิ์อ่าน" \
            3) กด "คัดลอกลิงก์" ลองเปิดในหน้าต่างส่วนตัวโดยไม่ลงชื่อเข้าใช้ หากลิงก์ต่างจากเดิมให้แก้ URL ที่ส่ง
            """,
            """
            1) Sign in to the drive as the owner, right-click the file or folder and choose "Share". \
            2) Under "General access" change "Restricted" to "Anyone with the link" as "Viewer". \
            3) Choose "Copy link", try it in a private window without signing in, and submit it if it differs.
            """
        ))
}

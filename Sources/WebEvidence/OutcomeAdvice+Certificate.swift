// The secure connection (TLS) and its certificate.

extension OutcomeAdvice {
    static let tlsExpired = OutcomeAdvice(
        message: (
            "ใบรับรองความปลอดภัย (SSL) ของเว็บไซต์หมดอายุหรือยังไม่ถึงวันเริ่มใช้",
            "The website's security certificate has expired or is not valid yet."
        ),
        fix: (
            "ให้ผู้ดูแลต่ออายุใบรับรอง และตั้งให้ต่ออายุอัตโนมัติ",
            "Have the certificate renewed and its renewal automated."
        ))

    static let tlsHostname = OutcomeAdvice(
        message: (
            "ใบรับรองความปลอดภัย (SSL) เป็นของชื่อเว็บไซต์อื่น",
            "The security certificate belongs to another website name."
        ),
        fix: (
            "ให้ผู้ดูแลออกใบรับรองที่ครอบคลุมชื่อนี้ (ทั้งแบบมีและไม่มี www) หรือใช้ลิงก์ที่ชื่อตรงกับใบรับรอง",
            "Have a certificate issued for this name (with and without www), or submit the name that it covers."
        ))

    static let tlsIncompleteChain = OutcomeAdvice(
        message: (
            "เครื่องแม่ข่ายส่งใบรับรองไม่ครบสาย เบราว์เซอร์บางตัวจึงเปิดไม่ได้",
            "The server does not send the whole chain of certificates, so some browsers cannot open it."
        ),
        fix: (
            "ให้ผู้ดูแลติดตั้งใบรับรองตัวกลาง (intermediate) ร่วมกับใบรับรองของเว็บไซต์",
            "Have the intermediate certificate installed together with the website's own."
        ))

    static let tlsUntrusted = OutcomeAdvice(
        message: (
            "ใบรับรองความปลอดภัย (SSL) ไม่ได้ออกโดยผู้ออกที่เบราว์เซอร์เชื่อถือ",
            "The security certificate comes from no issuer that browsers trust."
        ),
        fix: (
            "ให้ผู้ดูแลเปลี่ยนใบรับรองที่ออกเองเป็นใบรับรองจากผู้ออกที่เชื่อถือได้ ซึ่งมีแบบไม่เสียค่าใช้จ่าย",
            "Have the self-made certificate replaced by one of a trusted issuer; free ones exist."
        ))

    static let tlsProtocol = OutcomeAdvice(
        message: (
            "ตกลงการเชื่อมต่อแบบปลอดภัยกับเครื่องแม่ข่ายไม่ได้",
            "No secure connection could be agreed with the server."
        ),
        fix: (
            "ตรวจว่าลิงก์ควรเป็น http หรือ https และให้ผู้ดูแลเปิดใช้ TLS 1.2 ขึ้นไป",
            "Check whether the link should be http or https, and have TLS 1.2 or later enabled."
        ))

    static let tlsWeak = OutcomeAdvice(
        message: (
            "กุญแจหรือลายเซ็นของใบรับรองอ่อนเกินกว่าจะเชื่อถือได้",
            "The certificate's key or signature is too weak to be trusted."
        ),
        fix: (
            "ให้ผู้ดูแลออกใบรับรองใหม่ด้วยกุญแจ RSA 2048 บิตขึ้นไปและลายเซ็น SHA-256",
            "Have a new certificate issued with an RSA key of 2048 bits or more and a SHA-256 signature."
        ))
}

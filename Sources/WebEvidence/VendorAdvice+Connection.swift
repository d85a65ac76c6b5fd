// For the maker or host of the website: names, connections, certificates.

extension VendorAdvice {
    static let dnsFailure = VendorAdvice(
        problem: (
            "ระบบ DNS ตอบว่าไม่มีชื่อโดเมนนี้ (NXDOMAIN หรือไม่มีระเบียน A/AAAA)",
            "DNS says that the name does not exist (NXDOMAIN, or no A/AAAA record)."
        ),
        request: (
            "ตรวจวันหมดอายุของโดเมน ค่า name server และระเบียน A/AAAA ของชื่อนี้ทั้งแบบมีและไม่มี www",
            "Check the domain's expiry, its name servers and the A/AAAA records of the name, with and without www."
        ))

    static let dnsTimeout = VendorAdvice(
        problem: (
            "name server ของโดเมนไม่ตอบภายในเวลาที่กำหนด",
            "The domain's name servers do not answer in time."
        ),
        request: (
            "ตรวจว่า name server ทุกตัวที่จดทะเบียนไว้ทำงานและตอบจากภายนอกเครือข่าย",
            "Check that every registered name server is running and answers from outside your network."
        ))

    static let connectRefused = VendorAdvice(
        problem: (
            "เครื่องแม่ข่ายปฏิเสธการเชื่อมต่อ TCP (connection refused)",
            "The server refuses the TCP connection."
        ),
        request: (
            "ตรวจว่าโปรแกรมเว็บเซิร์ฟเวอร์ทำงานและเปิดพอร์ตตามที่อยู่นี้ (80/443) และไฟร์วอลล์ไม่ปิดกั้น",
            "Check that the web server is running and listening on the port of this address, and no firewall rejects it."
        ))

    static let connectTimeout = VendorAdvice(
        problem: (
            "เชื่อมต่อ TCP ไม่ได้ภายในเวลาที่กำหนด ไม่มีการตอบจากเครื่องแม่ข่าย",
            "The TCP connection times out; the server does not answer at all."
        ),
        request: (
            "ตรวจว่าเครื่องแม่ข่ายเปิดอยู่ หมายเลข IP ใน DNS ถูกต้อง และไฟร์วอลล์ไม่ทิ้งแพ็กเก็ตจากภายนอก",
            "Check that the server is up, that DNS points to the right address, and that no firewall drops packets from outside."
        ))

    static let readTimeout = VendorAdvice(
        problem: (
            "เชื่อมต่อได้ แต่เครื่องแม่ข่ายส่งคำตอบไม่เสร็จภายในเวลาที่กำหนด",
            "The connection is made, but the answer is not finished in time."
        ),
        request: (
            "ตรวจภาระของเครื่อง ฐานข้อมูลที่ช้า และขนาดไฟล์ของหน้านี้ หน้าทั่วไปควรตอบภายใน 5 วินาที",
            "Check the load of the server, slow database queries and the size of the file; a page should answer within 5 seconds."
        ))

    static let connectionReset = VendorAdvice(
        problem: (
            "การเชื่อมต่อถูกตัด (connection reset) ก่อนส่งคำตอบ",
            "The connection is reset before an answer is sent."
        ),
        request: (
            "ตรวจบันทึก (log) ของเว็บเซิร์ฟเวอร์ ไฟร์วอลล์และ WAF ตามเวลาข้างต้น ว่าส่วนใดตัดการเชื่อมต่อ",
            "Look in the logs of the web server, firewall and WAF at the times above for what cut the connection."
        ))

    static let http2Error = VendorAdvice(
        problem: (
            "เครื่องแม่ข่ายทำงานผิดโพรโทคอล HTTP/2 (เช่น ส่ง GOAWAY หรือ RST_STREAM)",
            "The server breaks the HTTP/2 protocol (for example GOAWAY or RST_STREAM)."
        ),
        request: (
            "ปรับปรุงเว็บเซิร์ฟเวอร์หรือพร็อกซีให้เป็นรุ่นล่าสุด หรือปิด HTTP/2 ชั่วคราวให้ใช้ HTTP/1.1",
            "Update the web server or proxy, or switch HTTP/2 off for now and serve HTTP/1.1."
        ))

    static let tlsExpired = VendorAdvice(
        problem: (
            "ใบรับรอง TLS หมดอายุ หรือยังไม่ถึงวันเริ่มใช้",
            "The TLS certificate has expired or is not valid yet."
        ),
        request: (
            "ต่ออายุใบรับรอง ตั้งการต่ออายุอัตโนมัติ (เช่น ACME) และสั่งให้เว็บเซิร์ฟเวอร์โหลดใบใหม่",
            "Renew the certificate, automate the renewal (for example ACME) and have the web server reload it."
        ))

    static let tlsHostname = VendorAdvice(
        problem: (
            "ชื่อในใบรับรอง TLS (SAN) ไม่ครอบคลุมชื่อเว็บไซต์นี้",
            "The names in the TLS certificate (SAN) do not cover this host."
        ),
        request: (
            "ออกใบรับรองที่มีชื่อโดเมนทั้งแบบมีและไม่มี www และตรวจว่า virtual host (SNI) ส่งใบที่ถูกต้อง",
            "Issue a certificate that names the domain with and without www, and check that the virtual host (SNI) sends it."
        ))

    static let tlsIncompleteChain = VendorAdvice(
        problem: (
            "เครื่องแม่ข่ายส่งใบรับรองไม่ครบสาย ขาดใบรับรองตัวกลาง (intermediate)",
            "The server leaves out the intermediate certificate."
        ),
        request: (
            "ติดตั้งไฟล์ fullchain (ใบของเว็บไซต์และใบตัวกลางต่อกัน) แทนไฟล์ใบรับรองเดี่ยว",
            "Install the full chain (the site's certificate followed by the intermediates), not the single certificate."
        ))

    static let tlsUntrusted = VendorAdvice(
        problem: (
            "ใบรับรอง TLS ออกเอง (self-signed) หรือมาจากผู้ออกที่เบราว์เซอร์ไม่เชื่อถือ",
            "The TLS certificate is self-signed or comes from an issuer that browsers do not trust."
        ),
        request: (
            "ใช้ใบรับรองจากผู้ออกที่เบราว์เซอร์เชื่อถือ ซึ่งมีแบบไม่เสียค่าใช้จ่าย",
            "Use a certificate of an issuer that browsers trust; free ones exist."
        ))

    static let tlsProtocol = VendorAdvice(
        problem: (
            "ตกลงรุ่นหรือวิธีเข้ารหัส TLS กับเครื่องแม่ข่ายไม่ได้",
            "No TLS version or cipher could be agreed with the server."
        ),
        request: (
            "เปิดใช้ TLS 1.2 และ 1.3 พร้อมชุดเข้ารหัสปัจจุบัน และตรวจว่าพอร์ต 443 ให้บริการ HTTPS จริง",
            "Enable TLS 1.2 and 1.3 with current ciphers, and check that port 443 really serves HTTPS."
        ))

    static let tlsWeak = VendorAdvice(
        problem: (
            "กุญแจหรือลายเซ็นของใบรับรอง TLS อ่อนเกินไป (เช่น RSA ต่ำกว่า 2048 บิต หรือ SHA-1)",
            "The key or signature of the TLS certificate is too weak (RSA below 2048 bits, or SHA-1)."
        ),
        request: (
            "ออกใบรับรองใหม่ด้วยกุญแจ RSA 2048 บิตขึ้นไป หรือ ECDSA P-256 และลายเซ็น SHA-256",
            "Issue a new certificate with RSA of 2048 bits or more, or ECDSA P-256, signed with SHA-256."
        ))
}

// The way to the server: the address itself, its name, the connection, redirects.

extension OutcomeAdvice {
    static let dnsFailure = OutcomeAdvice(
        message: ("ไม่พบชื่อเว็บไซต์นี้ในระบบชื่อโดเมน", "The name of this website does not exist in the domain name system."),
        fix: (
            "ตรวจตัวสะกดของชื่อเว็บไซต์ หากถูกต้องให้ผู้ดูแลตรวจการต่ออายุโดเมนและการตั้งค่า DNS",
            "Check the spelling of the name; if it is right, have the domain's renewal and DNS settings checked."
        ))

    static let dnsTimeout = OutcomeAdvice(
        message: (
            "ระบบชื่อโดเมนไม่ตอบภายในเวลา อาจเป็นที่เครือข่ายของผู้ตรวจหรือของเว็บไซต์",
            "The domain name system did not answer in time; the cause may be our network or the website's."
        ),
        fix: (
            "ตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วตรวจซ้ำ หากยังเป็นอยู่ให้ผู้ดูแลตรวจเครื่องแม่ข่าย DNS",
            "Check the internet connection and try again; if it stays, have the DNS servers checked."
        ))

    static let connectRefused = OutcomeAdvice(
        message: ("เครื่องแม่ข่ายปฏิเสธการเชื่อมต่อ", "The server refused the connection."),
        fix: (
            "ตรวจหมายเลขพอร์ตในลิงก์ และให้ผู้ดูแลตรวจว่าโปรแกรมเว็บเซิร์ฟเวอร์ทำงานอยู่",
            "Check the port in the link, and have the webmaster see whether the web server is running."
        ))

    static let connectTimeout = OutcomeAdvice(
        message: ("เชื่อมต่อเครื่องแม่ข่ายไม่ได้ภายในเวลา", "No connection to the server could be made in time."),
        fix: (
            "ลองเปิดจากเครือข่ายอื่น หากเปิดไม่ได้ให้ผู้ดูแลตรวจเครื่องแม่ข่ายและไฟร์วอลล์",
            "Try from another network; if that fails too, have the server and its firewall checked."
        ))

    static let readTimeout = OutcomeAdvice(
        message: ("เชื่อมต่อได้ แต่เครื่องแม่ข่ายส่งข้อมูลไม่เสร็จภายในเวลา", "The server did not finish its answer in time."),
        fix: (
            "ลดขนาดไฟล์หรือให้ผู้ดูแลตรวจความเร็วของเครื่องแม่ข่าย แล้วตรวจซ้ำ",
            "Make the file smaller or have the server's speed checked, then check again."
        ))

    static let connectionReset = OutcomeAdvice(
        message: ("การเชื่อมต่อถูกตัดก่อนได้รับคำตอบ", "The connection was cut before an answer arrived."),
        fix: (
            "ตรวจซ้ำอีกครั้ง หากยังเป็นอยู่ให้ผู้ดูแลตรวจเครื่องแม่ข่ายและระบบป้องกัน",
            "Check again; if it stays, have the server and its protection checked."
        ))

    static let http2Error = OutcomeAdvice(
        message: (
            "เครื่องแม่ข่ายทำงานผิดพลาดในโพรโทคอล HTTP/2",
            "The server broke the rules of the HTTP/2 protocol."
        ),
        fix: (
            "ให้ผู้ดูแลปรับปรุงเว็บเซิร์ฟเวอร์หรือปิดการใช้ HTTP/2 แล้วตรวจซ้ำ",
            "Have the web server updated or HTTP/2 switched off, then check again."
        ))

    static let redirectLoop = OutcomeAdvice(
        message: ("ลิงก์ส่งต่อวนกลับมาที่เดิม จึงเปิดไม่ได้", "The link is forwarded in a circle and never arrives."),
        fix: (
            "ให้ผู้ดูแลแก้การส่งต่อ (redirect) ของหน้านี้ หรือใช้ลิงก์ของหน้าปลายทางโดยตรง",
            "Have the redirect of this page mended, or submit the address of the target page itself."
        ))

    static let tooManyRedirects = OutcomeAdvice(
        message: ("ลิงก์ถูกส่งต่อหลายทอดเกินไป", "The link is forwarded too many times."),
        fix: (
            "ใช้ลิงก์ของหน้าปลายทางโดยตรง หรือให้ผู้ดูแลลดจำนวนการส่งต่อ",
            "Submit the address of the target page itself, or have the redirects reduced."
        ))

    static let badRedirect = OutcomeAdvice(
        message: (
            "เว็บไซต์ส่งต่อไปยังที่อยู่ที่เปิดไม่ได้",
            "The website forwards to an address that cannot be opened."
        ),
        fix: (
            "ให้ผู้ดูแลแก้ปลายทางของการส่งต่อให้เป็นที่อยู่เว็บที่ถูกต้อง หรือใช้ลิงก์อื่น",
            "Have the target of the redirect corrected to a valid web address, or submit another link."
        ))

    static let malformedURL = OutcomeAdvice(
        message: ("ข้อความนี้ไม่ใช่ที่อยู่เว็บที่ใช้งานได้", "This text is not a usable web address."),
        fix: (
            "คัดลอกที่อยู่ทั้งหมดจากแถบที่อยู่ของเบราว์เซอร์ ให้ขึ้นต้นด้วย http:// หรือ https://",
            "Copy the whole address from the browser's address bar; it begins with http:// or https://."
        ))

    static let unsupportedScheme = OutcomeAdvice(
        message: (
            "ลิงก์นี้ไม่ใช่หน้าเว็บ (ไม่ได้ขึ้นต้นด้วย http หรือ https)",
            "This link is not a web page (it does not begin with http or https)."
        ),
        fix: (
            "ใช้ลิงก์ของหน้าเว็บที่แสดงข้อมูล แทนลิงก์อีเมล โทรศัพท์ หรือไฟล์ในเครื่อง",
            "Submit the web page that shows the information instead of an e-mail, telephone or local file link."
        ))

    static let addressRefused = OutcomeAdvice(
        message: (
            "ลิงก์ชี้ไปยังเครือข่ายภายใน โปรแกรมจึงไม่เปิดเพื่อความปลอดภัย",
            "The link points into a private network, which the program does not open for safety."
        ),
        fix: (
            "ใช้ที่อยู่ที่บุคคลทั่วไปเปิดได้จากอินเทอร์เน็ต หรือให้ผู้ตรวจอนุญาตเครือข่ายนั้นโดยเฉพาะ",
            "Submit an address that is open to the public, or let the reviewer permit that network expressly."
        ))
}

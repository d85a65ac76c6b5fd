import Discovering
import GradingCore
import WebEvidence

/// The sentences of a search.
enum DiscoveryTexts {
    /// The way through the menus, as a submission tells it.
    static func explanation(_ path: [String]) -> String {
        (["หน้าหลัก"] + path.filter { !$0.isEmpty }).map(shortened).joined(separator: " > ")
    }

    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= 120 ? text : String(String.UnicodeScalarView(scalars.prefix(119))) + "…"
    }

    /// The problem as a word for programs.
    static func code(_ problem: DiscoveryProblem) -> String {
        switch problem {
        case .appStore: "app_store"
        case .socialNetwork: "social_network"
        case .unreachable(let outcome): outcome.rawValue
        case .loginWall: "login_required"
        case .blocked: "blocked"
        case .robotsRefused: "robots_refused"
        case .otherSite: "other_site"
        case .noPage: "no_page"
        case .scriptOnly: "script_only"
        }
    }

    /// What is wrong and what to try.
    static func problem(_ problem: DiscoveryProblem, of website: PageAddress) -> BilingualText {
        switch problem {
        case .appStore(let host):
            BilingualText(
                th:
                    "\(website.text) เป็นหน้าร้านค้าแอปพลิเคชัน (\(host)) ไม่ใช่เว็บไซต์ของหน่วยงาน โปรดระบุที่อยู่เว็บไซต์หลักของหน่วยงาน เช่น www.ชื่อหน่วยงาน.go.th",
                en: "\(website.text) is a shop for apps (\(host)), not the website of an agency. "
                    + "Name the agency's main website, for example www.name.go.th.")
        case .socialNetwork(let name):
            BilingualText(
                th:
                    "\(website.text) อยู่บน \(name) ซึ่งไม่ใช่เว็บไซต์หลักของหน่วยงาน โปรดระบุที่อยู่เว็บไซต์หลัก เพราะการตรวจ OIT พิจารณาข้อมูลบนเว็บไซต์หลัก",
                en:
                    "\(website.text) is on \(name), not a main website. Name the main website: that is what OIT inspects."
            )
        case .unreachable(let outcome): unreachable(outcome, website)
        case .loginWall:
            BilingualText(
                th:
                    "\(website.text) ให้ลงชื่อเข้าใช้ก่อน จึงดูได้เพียงหน้าแรก ไม่มีหน้าใดที่ประชาชนเปิดได้ โปรดตรวจว่าที่อยู่ถูกต้องและเปิดหน้าเว็บให้ประชาชนเข้าถึงได้โดยไม่ต้องลงชื่อเข้าใช้",
                en: "\(website.text) asks for a login, so only its front page could be looked at. "
                    + "Check the address, and open the pages to the public.")
        case .blocked:
            BilingualText(
                th:
                    "\(website.text) ปิดกั้นโปรแกรมตรวจ จึงยังไม่ได้ดูข้อมูลใด ไม่ได้หมายความว่าไม่มีข้อมูล โปรดขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมนี้ หรือระบุผู้ติดต่อด้วย --contact แล้วลองอีกครั้ง",
                en:
                    "\(website.text) keeps this program away, so nothing was looked at; that does not mean that nothing is "
                    + "there. Ask its keepers to let the program in, or name yourself with --contact and try again.")
        case .robotsRefused:
            BilingualText(
                th:
                    "ไฟล์ robots.txt ของ \(website.text) ขอไม่ให้โปรแกรมเปิดหน้าแรก จึงไม่ได้ค้นหาต่อ โปรดให้ผู้ดูแลเว็บไซต์แก้ไฟล์ดังกล่าว หรือหากเป็นเว็บไซต์ของท่านเอง ใช้ --robots off",
                en:
                    "The robots.txt of \(website.text) asks programs not to open the front page, so nothing was searched. "
                    + "Have it changed, or use --robots off if the website is your own.")
        case .otherSite(let final):
            BilingualText(
                th:
                    "\(website.text) ส่งต่อไปยังเว็บไซต์อื่น คือ \(final.text) จึงหยุดไว้เพราะอาจเป็นของหน่วยงานอื่น หากเป็นเว็บไซต์ของหน่วยงานนี้จริง โปรดสั่งใหม่โดยใช้ที่อยู่นั้น",
                en: "\(website.text) leads to another website, \(final.text), which may be another agency's. "
                    + "If it is this agency's own, start again with that address.")
        case .noPage(let outcome):
            BilingualText(
                th: "\(website.text) ไม่ใช่หน้าเว็บ (ผลการเปิด: \(outcome.rawValue)) โปรดระบุที่อยู่หน้าแรกของเว็บไซต์ ไม่ใช่ที่อยู่ไฟล์",
                en:
                    "\(website.text) is no web page (\(outcome.rawValue)). Name the front page of a website, not a file."
            )
        case .scriptOnly:
            BilingualText(
                th:
                    "\(website.text) แสดงเนื้อหาด้วยสคริปต์และยังอ่านไม่ได้ โปรดติดตั้งโปรแกรม chromium แล้วลองอีกครั้ง (ดู oit doctor) หรือใส่ลิงก์ในแบบร่างด้วยตนเอง",
                en: "\(website.text) is made by scripts and could not be read. Install chromium and try again "
                    + "(see oit doctor), or fill in the links by hand.")
        }
    }

    private static func unreachable(_ outcome: Outcome, _ website: PageAddress) -> BilingualText {
        BilingualText(
            th:
                "เปิด \(website.text) ไม่ได้ (\(outcome.rawValue)) จึงยังไม่ได้ค้นหา โปรดตรวจตัวสะกดของที่อยู่ ลองเปิดในเบราว์เซอร์ หรือลองใหม่ภายหลัง",
            en: "\(website.text) cannot be opened (\(outcome.rawValue)), so nothing was searched. "
                + "Check the spelling, try it in a browser, or try again later.")
    }
}

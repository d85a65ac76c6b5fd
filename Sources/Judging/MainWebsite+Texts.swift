import GradingCore

/// What is told of evidence that stands on another website.
extension JudgementTexts {
    static func linked(_ host: String, from page: String) -> BilingualText {
        BilingualText(
            th: "หลักฐานอยู่บน \(host) ซึ่งไม่ใช่เว็บไซต์หลัก แต่มีลิงก์จากเว็บไซต์หลัก (\(page))",
            en: "The evidence is on \(host), not on the main website, which links to it (\(page)).")
    }

    static func hostLinked(_ host: String, from page: String) -> BilingualText {
        BilingualText(
            th: "หลักฐานอยู่บน \(host) ซึ่งไม่ใช่เว็บไซต์หลัก หน้าของเว็บไซต์หลักที่เปิดดูมีลิงก์ไปยังเว็บไซต์นั้น (\(page)) "
                + "แต่ไม่ใช่ลิงก์ไปยังหลักฐานนี้โดยตรง ควรวางลิงก์ตรงไว้บนเว็บไซต์หลัก",
            en:
                "The evidence is on \(host), not on the main website. Of the main website's pages that were read, one links "
                + "to that website (\(page)), none to this evidence; put a direct link on the main website.")
    }

    static func notLinked(_ host: String, pages: Int) -> BilingualText {
        BilingualText(
            th: "หลักฐานอยู่บน \(host) ซึ่งไม่ใช่เว็บไซต์หลัก และไม่พบลิงก์ไปยังหลักฐานนี้ในหน้าของเว็บไซต์หลักที่เปิดดู "
                + "(\(pages) หน้า) ควรเผยแพร่หรือวางลิงก์ไว้บนเว็บไซต์หลัก",
            en:
                "The evidence is on \(host), not on the main website, and none of the \(pages) pages of the main website that "
                + "were read links to it; publish it there, or link to it from there.")
    }

    static func mainWebsiteNotRead(_ host: String) -> BilingualText {
        BilingualText(
            th: "หลักฐานอยู่บน \(host) ซึ่งไม่ใช่เว็บไซต์หลัก และไม่ได้เปิดหน้าใดของเว็บไซต์หลัก "
                + "จึงไม่ทราบว่ามีลิงก์จากเว็บไซต์หลักหรือไม่ ควรตรวจว่าวางลิงก์ไว้บนเว็บไซต์หลักแล้ว",
            en:
                "The evidence is on \(host), not on the main website, of which no page was read: check that the main website "
                + "links to it.")
    }
}

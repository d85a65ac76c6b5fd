import Checklists
import Findings
import GradingCore
import WebEvidence

/// The sentences of the judge, in both languages. Advice on a topic stands in the checklist.
enum JudgementTexts {
    static func satisfied(_ quote: String) -> BilingualText {
        quote.isEmpty
            ? BilingualText(th: "พบข้อมูลครบตามข้อกำหนด", en: "The required information is there.")
            : BilingualText(th: "พบข้อมูลครบตามข้อกำหนด: “\(quote)”", en: "The required information is there: “\(quote)”")
    }

    static let notSubmitted = BilingualText(
        th: "หน่วยงานตอบว่าไม่มี หรือไม่ได้ระบุ URL ของข้อนี้",
        en: "The agency answered that it has none, or gave no address for this item.")

    static let open = BilingualText(
        th: "แบบร่างยังไม่มีคำตอบของข้อนี้", en: "The draft has no answer for this item yet.")

    static let notReached = BilingualText(
        th: "การตรวจหยุดก่อนถึงข้อนี้ กรุณาตรวจใหม่อีกครั้ง", en: "The audit ended before this item was looked at; run it again.")

    static let notApplicable = BilingualText(
        th: "แบบตรวจไม่ใช้ข้อนี้กับหน่วยงานประเภทนี้", en: "The list does not ask this item of agencies of this type.")

    static func emptyShell(_ quote: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้มีแต่หัวข้อ ยังไม่มีเนื้อหา (“\(quote)”)", en: "The page has a title and nothing under it (“\(quote)”).")
    }

    static let titleOnly = BilingualText(
        th: "หน้านี้มีเพียงชื่อเรื่องของข้อนี้ ไม่พบเนื้อหาหรือไฟล์ให้เปิดอ่าน ควรให้คนตรวจดูว่ามีเอกสารแนบอยู่จริงหรือไม่",
        en: "The page holds only the name of what this item asks for, and no text or file: is the document attached?")

    static func wrongItem(_ other: BilingualText) -> BilingualText {
        BilingualText(
            th: "เนื้อหาที่พบเป็นเรื่อง “\(other.th)” ไม่ใช่ข้อมูลของข้อนี้",
            en: "What is there is “\(other.en)”, not what this item asks for.")
    }

    static func belied(_ quote: String) -> BilingualText {
        BilingualText(
            th: "เนื้อหาของหน้านี้เป็นเรื่องอื่น (“\(quote)”) ไม่ใช่ข้อมูลของข้อนี้",
            en: "The content of the page says that it is something else (“\(quote)”), not what this item asks for.")
    }

    static let frontPage = BilingualText(
        th: "URL เปิดไปที่หน้าแรกของเว็บไซต์ ไม่ใช่หน้าที่มีข้อมูลของข้อนี้",
        en: "The address leads to the front page, not to the information of this item.")

    static let index = BilingualText(
        th: "หน้านี้เป็นเพียงรายการลิงก์ และไม่พบข้อมูลของข้อนี้ตามลิงก์ที่เปิดดู",
        en: "The page is only a list of links, and the links that were followed do not lead to the information.")

    static let pictures = BilingualText(
        th: "หน้านี้มีแต่รูปภาพ โปรแกรมอ่านข้อความในภาพไม่ได้ ควรให้คนตรวจดู",
        en: "The page holds nothing but pictures, which are not read; a person should look.")

    static func onlySocial(_ network: String) -> BilingualText {
        BilingualText(
            th: "หลักฐานอยู่บน \(network) ซึ่งข้อนี้ไม่นับเป็นการเผยแพร่บนเว็บไซต์หลัก",
            en: "The evidence is on \(network), which this item does not count as published on the main website.")
    }

    static let onlySocialFix = BilingualText(
        th: "นำเนื้อหาหรือไฟล์เดียวกันขึ้นเว็บไซต์หลักของหน่วยงาน แล้วใช้ลิงก์ของหน้านั้นแทนลิงก์สื่อสังคมออนไลน์",
        en:
            "Publish the same content or file on the main website, and submit that page instead of the social media link."
    )

    static let unrelated = BilingualText(
        th: "ไม่พบข้อมูลของข้อนี้ในหน้าที่ระบุ", en: "The page given does not hold the information of this item.")

    static func missing(_ element: BilingualText) -> BilingualText {
        BilingualText(th: "ไม่พบองค์ประกอบ: \(element.th)", en: "Missing: \(element.en)")
    }

    static func maybeMissing(_ element: BilingualText) -> BilingualText {
        BilingualText(
            th: "อาจยังขาด: \(element.th) (แบบตรวจไม่ยืนยันว่าต้องมี)",
            en: "Possibly missing: \(element.en) (the list is not sure that it is asked for).")
    }

    static func doubtfulElement(_ element: BilingualText) -> BilingualText {
        BilingualText(
            th: "ไม่พบ “\(element.th)” ซึ่งหลักฐานของข้อนี้มักมี แบบตรวจไม่ยืนยันว่าต้องมี ควรให้คนตรวจดู",
            en:
                "“\(element.en)” was not found. Evidence for this item mostly has it, but the list is not sure that it is "
                + "asked for; a person should look.")
    }

    static func toldFreely(_ element: BilingualText) -> BilingualText {
        BilingualText(
            th: "ไม่พบถ้อยคำที่บอก “\(element.th)” แต่เนื้อหาอาจกล่าวด้วยคำอื่น มีเรื่องนี้อยู่ในหน้านี้หรือไม่ ควรให้คนตรวจดู",
            en:
                "No known words tell “\(element.en)”, but the text may say it in others: is it there? A person should look."
        )
    }

    static func unseen(_ element: BilingualText) -> BilingualText {
        BilingualText(
            th: "อ่านไม่ได้ว่ามี “\(element.th)” หรือไม่ เพราะอยู่ในภาพหรือไฟล์ที่โปรแกรมอ่านไม่ได้",
            en: "Could not tell whether “\(element.en)” is there: it may stand in a picture or file that was not read.")
    }

    static let unknown = BilingualText(
        th: "หน้านี้มีเนื้อหา แต่ไม่มีชื่อหรือคำที่บอกว่าเป็นข้อมูลของข้อใด ควรให้คนตรวจดูว่าเป็นข้อมูลของข้อนี้หรือไม่",
        en: "The page has content, but no words that tell which item it is of: does it hold what this item asks for? A "
            + "person should look.")

    static let lowConfidence = BilingualText(
        th: "หน้านี้อาจเป็นข้อมูลของข้อนี้ แต่ยังไม่ชัดเจนพอ ควรให้คนตรวจดู",
        en: "The page may be what the item asks for, but not clearly enough; a person should look.")

    static func otherAgency(_ other: OtherAgency.Named) -> BilingualText {
        let quote = other.quote
        if other.isSure {
            return BilingualText(
                th: "เอกสารเป็นของหน่วยงานอื่น (พบ “\(quote)” ตั้งแต่หัวเรื่อง และไม่พบชื่อหน่วยงานนี้ในเนื้อหา)",
                en: "The document is another agency's (“\(quote)” from its head on, and this agency's name nowhere).")
        }
        return BilingualText(
            th: "เอกสารอาจเป็นของหน่วยงานอื่น (พบ “\(quote)” และไม่พบชื่อหน่วยงานนี้ในเนื้อหา) ควรให้คนตรวจดู",
            en:
                "The document may be another agency's (“\(quote)”, and this agency's name nowhere in the content); a person should look."
        )
    }

    static func filler(_ quote: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้ยังเป็นข้อความตัวอย่างของแม่แบบ ไม่ใช่ข้อมูลของหน่วยงาน (“\(quote)”)",
            en: "The page still holds the filler of a template, nothing of the agency's own (“\(quote)”).")
    }

    static func takenOver(_ quote: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้ถูกบุกรุก เนื้อหาเป็นโฆษณาการพนัน (“\(quote)”) แจ้งผู้ดูแลเว็บไซต์ให้กู้คืนและปิดช่องโหว่",
            en:
                "The page was taken over: it advertises gambling (“\(quote)”). Have the website restored and the hole closed."
        )
    }

    static func copied(_ quote: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้คัดลอกคำอธิบายของแบบตรวจมาแสดง ยังไม่มีข้อมูลของหน่วยงาน (“\(quote)”)",
            en: "The page repeats what the list asks for, without the agency's own information (“\(quote)”).")
    }

    static func unpublished(_ quote: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้บอกว่าข้อมูลไม่ได้เผยแพร่บนเว็บไซต์ (“\(quote)”)",
            en: "The page says that the information is not published on the website (“\(quote)”).")
    }

    static func notOwn(_ quote: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้ระบุว่าสิ่งที่แสดงไม่ใช่ของหน่วยงานเอง (“\(quote)”)",
            en: "The page says that what it shows is not the agency's own (“\(quote)”).")
    }

    static func coverAlone(_ quote: String) -> BilingualText {
        BilingualText(
            th: "ไฟล์มีเพียงปกและสารบัญ ยังไม่มีเนื้อหาของรายงาน (“\(quote)”)",
            en: "The file holds only a cover and a table of contents, nothing of the report itself (“\(quote)”).")
    }

    static func twoHolders(_ one: String, _ other: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้มีสองรายการที่ระบุผู้ดำรงตำแหน่งเดียวกันต่างกัน (“\(one)” และ “\(other)”) ควรให้คนตรวจดู",
            en:
                "Two lists of the page name different holders of one post (“\(one)” and “\(other)”); a person should look."
        )
    }

    static func elsewhere(_ quote: String) -> BilingualText {
        BilingualText(
            th: "เนื้อหาอ้างถึงเอกสารแนบที่หน้านี้ไม่มีและไม่มีลิงก์ไปถึง (“\(quote)”) ควรให้คนตรวจดู",
            en:
                "The content refers to an attachment that the page neither holds nor links to (“\(quote)”); a person should look."
        )
    }

    static func selfDoubt(_ quote: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้ระบุเองว่าข้อมูลอาจไม่ถูกต้องหรือใช้ไม่ได้ในขณะนี้ (“\(quote)”) ควรให้คนตรวจดู",
            en: "The page itself says that its content may not hold (“\(quote)”); a person should look.")
    }

    static func formerHead(_ quote: String) -> BilingualText {
        BilingualText(
            th: "ผู้ลงนามพ้นจากตำแหน่งแล้ว (“\(quote)”) ต้องลงนามโดยผู้บริหารสูงสุดคนปัจจุบัน",
            en: "The signer has left office (“\(quote)”); the present head must sign.")
    }

    static let noElement = BilingualText(
        th: "หน้านี้ตรงหัวข้อ แต่ไม่พบรายละเอียดที่แบบตรวจกล่าวถึง ควรให้คนตรวจดู",
        en: "The page is of the topic but none of the details named by the list was found; a person should look.")

    static let elsewhere = BilingualText(
        th: "เนื้อหาอยู่ในกรอบของเว็บไซต์อื่นหรือแสดงด้วยสคริปต์ ในหน้านี้แทบไม่มีข้อความ ควรให้คนตรวจดู",
        en: "The content stands in a frame of another website or is made by a script, and the page itself says next to "
            + "nothing; a person should look.")

    static func longSigned(years: Int) -> BilingualText {
        BilingualText(
            th: "ลงนามมาแล้วประมาณ \(years) ปี ซึ่งนานกว่าวาระการดำรงตำแหน่งทั่วไป ผู้ลงนามยังเป็นผู้บริหารสูงสุดอยู่หรือไม่ ควรให้คนตรวจดู",
            en:
                "It was signed some \(years) years ago, longer than a usual term of office: is the signer still the head? A "
                + "person should look.")
    }

    static let resembling = BilingualText(
        th: "หน้านี้มีรายละเอียดตามที่ข้อนี้กำหนด แต่ไม่พบชื่อเรื่องที่บอกว่าเป็นข้อมูลของข้อนี้ ใช่ข้อมูลของข้อนี้หรือไม่ ควรให้คนตรวจดู",
        en: "The page holds details that this item asks for, but under no name of it: is it what the item asks for? A "
            + "person should look.")

    static func duplicate(_ other: ItemID) -> BilingualText {
        BilingualText(
            th: "ใช้เอกสารเดียวกับข้อ \(other.text) ซึ่งตรงกับเอกสารนี้มากกว่า",
            en: "The same document is submitted for \(other.text), which it fits better.")
    }

    static let unprotected = BilingualText(
        th: "ใบรับรองความปลอดภัย (TLS) ของเว็บไซต์มีปัญหา", en: "The website's certificate has a problem.")

    /// A verdict on the time of the evidence.
    static func currency(_ verdict: CurrencyVerdict, year: FiscalYear) -> BilingualText {
        let shown = verdict.found.first { $0.decides }?.text ?? ""
        let missing = verdict.missing.joined(separator: ", ")
        switch verdict.verdict {
        case .outdated:
            return BilingualText(
                th: "ข้อมูลเป็นของช่วงเวลาเก่ากว่าที่กำหนด (พบ “\(shown)”, ต้องการ \(missing))",
                en: "The information is of an earlier time than asked for (found “\(shown)”, wanted \(missing)).")
        case .future:
            return BilingualText(
                th: "ข้อมูลเป็นของช่วงเวลาหลังจากที่กำหนด (พบ “\(shown)”, ต้องการ \(missing))",
                en: "The information is of a later time than asked for (found “\(shown)”, wanted \(missing)).")
        case .undated:
            return BilingualText(
                th: "ไม่พบวันที่หรือปีงบประมาณที่แสดงว่าเป็นข้อมูลของปี \(missing.isEmpty ? "\(year.year)" : missing)",
                en: "No date or fiscal year shows that it is of \(missing.isEmpty ? "\(year.year)" : missing).")
        case .incomplete:
            return BilingualText(
                th: "ช่วงเวลายังไม่ครบ (ขาด \(missing))", en: "The period is not complete (missing \(missing)).")
        default: return BilingualText(th: "", en: "")
        }
    }

    static let periodDue = BilingualText(
        th: "ข้อมูลที่มีเป็นของปีที่กำหนด แต่ช่วงเวลายังไม่สิ้นสุด ให้เผยแพร่ข้อมูลให้ครบถึงเดือนมีนาคมระหว่างวันที่ 1 ถึง 30 เมษายน",
        en:
            "What is there is of the right year, but the period is not over; complete it to March between 1 and 30 April."
    )

    static let periodDueFix = BilingualText(
        th: "เผยแพร่ข้อมูลให้ครบถึงวันที่ 31 มีนาคม ภายในวันที่ 30 เมษายน", en: "Publish the data up to 31 March by 30 April.")

    static let recognised = BilingualText(
        th: "อ่านข้อความจากภาพด้วยโปรแกรม (OCR) ซึ่งอาจผิดพลาด จึงไม่ใช้ตัดสินปีหรือวันที่ ควรเผยแพร่ไฟล์ที่คัดลอกข้อความได้",
        en: "The words were recognised in pictures (OCR) and may be wrong, so no year or date rests on them. Publish a "
            + "file whose text can be copied.")

    /// A page that was read although the server's certificate or connection is at fault.
    static func unverified(_ advice: OutcomeAdvice) -> BilingualText {
        BilingualText(
            th: "อ่านหน้านี้โดยไม่ได้ยืนยันตัวตนของเครื่องแม่ข่าย: \(advice.message.th) \(advice.fix.th)",
            en: "Read without verifying the server: \(advice.message.en) \(advice.fix.en)")
    }
}

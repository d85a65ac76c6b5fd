import Checklists
import GradingCore
import ThaiText

/// The matchers of the checklist in words.
enum MatcherTexts {
    static func words(_ matcher: Matcher) -> BilingualText {
        switch matcher {
        case .phrase(let phrases, let places, let atLeast):
            joined(atLeast > 1 ? atLeastWords(atLeast, of: phrases) : listed(phrases, "คำว่า", "the words"), places)
        case .pattern(let pattern, let places, let atLeast):
            joined(atLeast > 1 ? counted(name(pattern), atLeast) : name(pattern), places)
        case .table(let heads, let rows): table(heads, rows)
        case .link(let phrases, let hosts, let unless, let furniture, _): link(phrases, hosts, unless, furniture)
        case .form(let fields, let phrases): form(fields, phrases)
        case .embed(let hosts, _):
            hosts.isEmpty
                ? BilingualText(th: "เนื้อหาที่ฝังไว้ในหน้า", en: "embedded content")
                : listed(hosts, "เนื้อหาที่ฝังไว้จาก", "content embedded from")
        case .image(let atLeast): counted(BilingualText(th: "รูปภาพ", en: "pictures"), atLeast)
        case .all: BilingualText(th: "ครบทุกอย่างต่อไปนี้", en: "all of these")
        case .any: BilingualText(th: "อย่างใดอย่างหนึ่งต่อไปนี้", en: "any of these")
        case .none: BilingualText(th: "ไม่มีสิ่งต่อไปนี้", en: "none of these")
        }
    }

    private static func listed(_ words: [String], _ th: String, _ en: String) -> BilingualText {
        let quoted = words.map { "“\($0)”" }
        return BilingualText(
            th: th + " " + quoted.joined(separator: " หรือ "), en: en + " " + quoted.joined(separator: " or "))
    }

    private static func atLeastWords(_ count: Int, of phrases: [String]) -> BilingualText {
        let quoted = phrases.map { "“\($0)”" }.joined(separator: ", ")
        return BilingualText(
            th: "อย่างน้อย \(count) คำในกลุ่ม \(quoted)", en: "at least \(count) of the words \(quoted)")
    }

    private static func counted(_ what: BilingualText, _ count: Int) -> BilingualText {
        BilingualText(th: "\(what.th) อย่างน้อย \(count) แห่ง", en: "at least \(count) × \(what.en)")
    }

    /// Names the places, unless they are the usual ones.
    private static func joined(_ what: BilingualText, _ places: [Place]) -> BilingualText {
        guard Set(places) != Set(Place.standard) else { return what }
        let names = places.map(name)
        return BilingualText(
            th: what.th + " ใน" + names.map(\.th).joined(separator: "หรือ"),
            en: what.en + " in the " + names.map(\.en).joined(separator: " or "))
    }

    private static func table(_ heads: [[String]], _ rows: Int) -> BilingualText {
        let columns = heads.map { group in group.map { "“\($0)”" } }
        return BilingualText(
            th: "ตารางที่มีหัวคอลัมน์ " + columns.map { $0.joined(separator: "/") }.joined(separator: " และ ")
                + " และมีข้อมูลอย่างน้อย \(rows) แถว",
            en: "a table with the columns " + columns.map { $0.joined(separator: "/") }.joined(separator: " and ")
                + " and at least \(rows) filled rows")
    }

    private static func link(
        _ phrases: [String], _ hosts: [String], _ unless: [String], _ furniture: Bool
    ) -> BilingualText {
        var th = furniture ? "ลิงก์ (รวมเมนูและท้ายหน้า)" : "ลิงก์"
        var en = furniture ? "a link (menus and footer included)" : "a link"
        if !hosts.isEmpty {
            let words = listed(hosts, " ไปยัง", " to")
            (th, en) = (th + words.th, en + words.en)
        }
        if !phrases.isEmpty {
            let words = listed(phrases, " ที่มีคำว่า", " with the words")
            (th, en) = (th + words.th, en + words.en)
        }
        if !unless.isEmpty {
            let words = listed(unless, " แต่ไม่มี", " but without")
            (th, en) = (th + words.th, en + words.en)
        }
        return BilingualText(th: th, en: en)
    }

    private static func form(_ fields: [String], _ phrases: [String]) -> BilingualText {
        var th = "แบบฟอร์มที่ส่งข้อความถึงหน่วยงานได้"
        var en = "a form by which something can be sent to the agency"
        if !fields.isEmpty {
            let words = listed(fields, " มีช่อง", " with a field")
            (th, en) = (th + words.th, en + words.en)
        }
        if !phrases.isEmpty {
            let words = listed(phrases, " มีคำว่า", " and the words")
            (th, en) = (th + words.th, en + words.en)
        }
        return BilingualText(th: th, en: en)
    }

    static func name(_ place: Place) -> BilingualText {
        switch place {
        case .title: BilingualText(th: "ชื่อหน้า", en: "page title")
        case .heading: BilingualText(th: "หัวข้อ", en: "heading")
        case .tableHead: BilingualText(th: "หัวตาราง", en: "table head")
        case .body: BilingualText(th: "เนื้อหา", en: "text")
        case .link: BilingualText(th: "ลิงก์", en: "link")
        case .fileName: BilingualText(th: "ที่อยู่หรือชื่อไฟล์", en: "address or file name")
        }
    }

    private static func name(_ pattern: TextPattern) -> BilingualText {
        switch pattern {
        case .person: BilingualText(th: "ชื่อบุคคลพร้อมคำนำหน้า", en: "a person's name with title")
        case .phone: BilingualText(th: "หมายเลขโทรศัพท์", en: "a telephone number")
        case .email: BilingualText(th: "ที่อยู่อีเมล", en: "an e-mail address")
        case .address: BilingualText(th: "ที่อยู่ไปรษณีย์", en: "a postal address")
        case .money: BilingualText(th: "จำนวนเงิน", en: "an amount of money")
        case .number: BilingualText(th: "ตัวเลข", en: "a number")
        case .percent: BilingualText(th: "ค่าร้อยละ", en: "a percentage")
        case .date: BilingualText(th: "วันที่", en: "a date")
        case .month: BilingualText(th: "ชื่อเดือน", en: "a month")
        case .year: BilingualText(th: "ปี", en: "a year")
        case .signature: BilingualText(th: "การลงนามพร้อมชื่อ", en: "a signature with a name")
        case .step: BilingualText(th: "ขั้นตอนเป็นข้อ ๆ", en: "a numbered step")
        case .duration: BilingualText(th: "ระยะเวลา", en: "a length of time")
        case .sentence: BilingualText(th: "ข้อความบรรยาย", en: "running text")
        }
    }
}

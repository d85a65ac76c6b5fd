import Findings
import GradingCore
import WebEvidence

extension SharedCause {
    /// What it is, in a few words.
    var title: BilingualText {
        switch kind {
        case .host(let host, let outcome):
            BilingualText(th: "เว็บไซต์ \(host): \(outcome.words.th)", en: "Website \(host): \(outcome.words.en)")
        case .server(let server):
            BilingualText(
                th: "หลายเว็บไซต์บนเครื่องแม่ข่ายเดียวกัน (\(server))",
                en: "Several websites on one machine (\(server))")
        case .pages(let host, let outcome):
            BilingualText(
                th: "หลายหน้าของ \(host): \(outcome.words.th)", en: "Many pages of \(host): \(outcome.words.en)")
        case .address:
            BilingualText(th: "ส่ง URL เดียวกันหลายข้อ", en: "The same URL was submitted for several items")
        case .reason(let code):
            BilingualText(th: "เหตุผลเดียวกัน: \(code.words.th)", en: "The same reason: \(code.words.en)")
        }
    }

    /// Why the items belong together.
    var explanation: BilingualText {
        switch kind {
        case .host(_, let outcome): outcome.advice.message
        case .server:
            BilingualText(
                th: "เว็บไซต์เหล่านี้อยู่บนเครื่องเดียวกันและเปิดไม่ได้พร้อมกัน จึงน่าจะเป็นเหตุเดียวของผู้ให้บริการ ไม่ใช่ของแต่ละหน้า",
                en: "These websites share one machine and fail together: one cause of its provider, not of each page.")
        case .pages:
            BilingualText(
                th: "ลิงก์หลายข้อของเว็บไซต์เดียวกันมีผลแบบเดียวกัน อาจเกิดจากการปรับปรุงเว็บไซต์หรือการย้ายหน้า",
                en: "Several links to one website end alike; it may have been rebuilt or its pages moved.")
        case .address:
            BilingualText(
                th: "หน้าเดียวมักไม่มีข้อมูลครบสำหรับทุกข้อ ข้อเหล่านี้ใช้หน้าเดียวกันและยังไม่ผ่าน",
                en: "One page seldom holds what every item asks for; these items share one and are not met.")
        case .reason:
            BilingualText(
                th: "ข้อเหล่านี้ไม่ผ่านด้วยเหตุผลเดียวกัน มักแก้ไขพร้อมกันได้",
                en: "These items failed for the same reason and can often be mended together.")
        }
    }

    /// What the officer can do once for all of them.
    var advice: BilingualText {
        switch kind {
        case .host(_, let outcome), .pages(_, let outcome): outcome.advice.fix
        case .server:
            BilingualText(
                th: "แจ้งผู้ให้บริการเว็บไซต์ให้ตรวจเครื่องแม่ข่ายนี้ แล้วสั่งตรวจอีกครั้งเมื่อใช้งานได้",
                en: "Ask the provider of the website to look at this machine, then run the audit again.")
        case .address:
            BilingualText(
                th: "เปิดหน้านี้แล้วคัดลอกลิงก์ของหน้าหรือเอกสารที่เป็นข้อมูลของแต่ละข้อ ส่งแทน URL ร่วม",
                en: "Open the page, copy the link of the page or document of each item, and submit those instead.")
        case .reason(let code): code.sharedAdvice
        }
    }
}

extension ReasonCode {
    /// What several items with this reason have in common to be done.
    fileprivate var sharedAdvice: BilingualText {
        switch self {
        case .notSubmitted:
            BilingualText(
                th: "ตรวจว่ามีข้อมูลบนเว็บไซต์แล้วหรือไม่ หากมีให้เพิ่ม URL ในแบบตอบ หากไม่มีให้จัดทำและเผยแพร่",
                en: "See whether the information is on the website: if so add its URL, if not make and publish it.")
        case .outdated:
            BilingualText(
                th: "ตรวจว่าเว็บไซต์มีหมวดของปีงบประมาณที่ประเมินแล้วหรือยัง แล้วเผยแพร่เอกสารของปีนั้นและเปลี่ยนลิงก์",
                en: "See whether the website has a section for the assessed year; publish that year's documents there "
                    + "and change the links.")
        case .undated:
            BilingualText(
                th: "ใส่ปีงบประมาณและวันที่ไว้ในเอกสารทุกฉบับ เช่น ในชื่อเรื่องและท้ายประกาศ",
                en: "Put the fiscal year and a date in every document, for example in its title and at its end.")
        case .periodIncomplete:
            BilingualText(
                th: "กำหนดผู้รับผิดชอบเพิ่มข้อมูลทุกเดือน และเพิ่มเดือนที่ขาดหรือระบุว่าไม่มีรายการ",
                en: "Let one person add the data every month; add the missing months or say that there was nothing.")
        case .future:
            BilingualText(
                th: "ใช้เอกสารของปีงบประมาณที่ประเมิน ไม่ใช่ของปีถัดไป",
                en: "Submit documents of the assessed fiscal year, not of a later one.")
        case .notOnMainWebsite, .onlySocial:
            BilingualText(
                th: "เผยแพร่ข้อมูลบนเว็บไซต์หลัก หรือวางลิงก์จากเว็บไซต์หลักไปยังข้อมูล",
                en: "Publish the information on the main website, or link to it from there.")
        case .unsigned:
            BilingualText(
                th: "ให้ผู้บริหารสูงสุดคนปัจจุบันลงนาม แล้วเผยแพร่ฉบับที่มีชื่อ ตำแหน่ง และวันที่",
                en: "Have the present head sign, and publish the copies with name, position and date.")
        case .needsLogin:
            BilingualText(
                th: "เปิดสิทธิ์ให้บุคคลทั่วไปดูได้โดยไม่ต้องเข้าสู่ระบบ แล้วลองเปิดในหน้าต่างส่วนตัว",
                en: "Let the public see the files without a login, and try the links in a private window.")
        case .unreadable:
            BilingualText(
                th: "เผยแพร่เป็นหน้าเว็บหรือ PDF ที่เลือกข้อความได้ และเปิดตรวจไฟล์เดิมด้วยตนเอง",
                en: "Publish web pages or PDFs with selectable text, and look at the present files by hand.")
        default:
            BilingualText(
                th: "อ่านข้อแนะนำของแต่ละข้อ แล้วแก้ไขไปพร้อมกัน", en: "Read the advice of each item and mend them together.")
        }
    }
}

extension SharedCause {
    /// As programs read it.
    var json: JSONValue {
        .object([
            "kind": .string(kind.word), "detail": .string(kind.detail), "title": title.json,
            "items": .array(items.map { .string($0.text) }), "evidence": .array(evidence.map { .string($0.text) }),
        ])
    }
}

extension SharedCause.Kind {
    fileprivate var word: String {
        switch self {
        case .host: "host"
        case .server: "server"
        case .pages: "pages"
        case .address: "address"
        case .reason: "reason"
        }
    }

    fileprivate var detail: String {
        switch self {
        case .host(let host, let outcome), .pages(let host, let outcome): "\(host) \(outcome.rawValue)"
        case .server(let server): server
        case .address(let address): address
        case .reason(let code): code.rawValue
        }
    }
}

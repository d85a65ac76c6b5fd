import GradingCore
import Submissions

/// Words of `oit submission`.
enum SubmissionWords {
    private static func words(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }

    // The command line.
    static func noVerb(_ known: String) -> BilingualText {
        words("โปรดระบุคำสั่งย่อย: \(known)", "a verb is missing: \(known)\nSee: oit submission --help")
    }
    static func unknownVerb(_ name: String, _ known: String) -> BilingualText {
        words("ไม่รู้จักคำสั่งย่อย \(name) ใช้ได้: \(known)", "unknown verb \(name): \(known)\nSee: oit submission --help")
    }
    static func files(_ verb: String) -> BilingualText {
        switch verb {
        case "diff": words("diff ต้องมีสองไฟล์ ไฟล์เดิมก่อน", "diff takes two submissions, the earlier first")
        case "apply":
            words(
                "apply ต้องมีไฟล์คำตอบและไฟล์ข้อเสนอ (report.json หรือ JSON ที่มี “suggestions”)",
                "apply takes a submission and the proposals (report.json, or JSON with \"suggestions\")")
        default:
            words(
                "\(verb) ต้องมีไฟล์คำตอบหนึ่งไฟล์ (CSV, TSV, XLSX, JSON)",
                "\(verb) takes one submission (CSV, TSV, XLSX or JSON)")
        }
    }
    static func foreignOptions(_ options: String, _ verb: String) -> BilingualText {
        words("\(verb) ไม่ใช้ตัวเลือก \(options)", "\(verb) does not take \(options)\nSee: oit submission --help")
    }
    static func badWebsite(_ text: String) -> BilingualText {
        words(
            "--website ต้องเป็นที่อยู่เว็บ เช่น https://www.name.go.th/ ไม่ใช่ “\(text)”",
            "--website is an address such as https://www.name.go.th/, not \"\(text)\"")
    }
    static func badForm(_ word: String) -> BilingualText {
        words("รูปแบบไฟล์ต้องเป็น csv, xlsx หรือ json ไม่ใช่ “\(word)”", "the form is csv, xlsx or json, not \"\(word)\"")
    }
    static let noForm = words(
        "โปรดระบุ --to csv, xlsx หรือ json", "name the form: --to csv, xlsx or json (or an --output with that ending)")
    static let workbookNeedsFile = words(
        "ไฟล์ xlsx แสดงบนหน้าจอไม่ได้ โปรดระบุ --output", "an xlsx file cannot be shown on a terminal; name it with --output"
    )
    static let noTarget = words(
        "โปรดระบุปีปลายทาง เช่น --to 2567", "name the year to carry to, for example --to 2567")

    // What is read and written.
    static func written(_ path: String) -> BilingualText { words("บันทึกแล้ว: \(path)", "written: \(path)") }
    static let dryRun = words("ทดลองเท่านั้น ยังไม่ได้บันทึก", "tried only; nothing was written")
    static let nothingWritten = words(
        "ไม่ได้บันทึก เพราะข้อเสนอบางข้อใช้กับไฟล์นี้ไม่ได้ (--matching-only ทำเฉพาะข้อที่ใช้ได้)",
        "nothing was written: some proposals cannot be followed (--matching-only follows the others)")
    static func otherYear(_ given: Int, _ list: Int) -> BilingualText {
        words("ข้อมูลเป็นของปี \(given) แต่ไฟล์คำตอบเป็นของปี \(list)", "it is of \(given), the submission of \(list)")
    }
    static func leftOut(_ item: String, _ url: String) -> BilingualText {
        words("ข้อ \(item): ไม่ได้ใส่ลิงก์ที่ใช้ไม่ได้ \(url)", "item \(item): left out, no http or https address: \(url)")
    }
    static func effect(_ effect: SuggestionPlan.Effect) -> BilingualText {
        switch effect {
        case .replaced: words("เปลี่ยนลิงก์", "replaced")
        case .added: words("เพิ่มลิงก์", "added")
        case .alreadyThere: words("มีอยู่แล้ว", "already there")
        case .unmatched: words("ข้อนี้ไม่มีลิงก์ดังกล่าว", "the item has no such address")
        case .unknownItem: words("ไม่มีข้อนี้", "there is no such item")
        case .notEditable: words("แก้ในไฟล์โดยไม่กระทบส่วนอื่นไม่ได้", "the file cannot be changed there without changing more")
        }
    }

    // What is shown.
    static let unnamed = words("หน่วยงาน (ไม่ระบุชื่อ)", "agency (not named)")
    static let problem = words("ข้อผิดพลาด", "problem")
    static let warning = words("ข้อควรระวัง", "warning")
    static func counted(problems: Int, warnings: Int) -> BilingualText {
        words("ข้อผิดพลาด \(problems) ข้อควรระวัง \(warnings)", "problems: \(problems), warnings: \(warnings)")
    }
    static func year(_ year: Int) -> BilingualText { words("ปีงบประมาณ พ.ศ. \(year)", "fiscal year \(year)") }
    static func counts(_ counts: ShownSubmission.Counts) -> BilingualText {
        words(
            "\(counts.items) ข้อ: มีลิงก์ \(counts.submitted), ตอบไม่มี \(counts.answeredNo), ไม่มีลิงก์ \(counts.noURL), "
                + "ไม่มีแถว \(counts.noRow) · \(counts.urls) ลิงก์",
            "\(counts.items) items: \(counts.submitted) with addresses, \(counts.answeredNo) answered no, "
                + "\(counts.noURL) without address, \(counts.noRow) without row · \(counts.urls) addresses")
    }
    static func state(_ state: String) -> BilingualText {
        switch state {
        case "submitted": words("มีลิงก์", "with address")
        case "answered_no": words("ตอบไม่มี", "answered no")
        case "no_url": words("ไม่มีลิงก์", "no address")
        default: words("ไม่มีแถว", "no row")
        }
    }
    static func change(_ change: String) -> BilingualText {
        switch change {
        case "added": words("เพิ่ม", "added")
        case "removed": words("ตัดออก", "removed")
        case "renumbered": words("เปลี่ยนเลขข้อ", "renumbered")
        default: words("แก้ไข", "changed")
        }
    }
    static func answer(_ answer: Bool?) -> BilingualText {
        answer.map { $0 ? words("มี", "yes") : words("ไม่มี", "no") } ?? words("ไม่ได้ตอบ", "not answered")
    }
    static let reordered = words("ลำดับลิงก์เปลี่ยน", "the addresses stand in another order")
    static func agencyDiffers(_ parts: [String]) -> BilingualText {
        let list = parts.joined(separator: ", ")
        return words("ข้อมูลหน่วยงานต่างกัน: \(list)", "the agency differs: \(list)")
    }
    static func years(_ before: Int?, _ after: Int?) -> BilingualText {
        let (old, new) = (before.map(String.init) ?? "–", after.map(String.init) ?? "–")
        return words("ปีงบประมาณ \(old) → \(new)", "fiscal year \(old) → \(new)")
    }
    static func differences(_ count: Int, unchanged: Int) -> BilingualText {
        words("ต่างกัน \(count) ข้อ เหมือนเดิม \(unchanged) ข้อ", "\(count) answers differ, \(unchanged) are the same")
    }
}

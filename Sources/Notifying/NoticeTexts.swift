public import GradingCore
import WebEvidence

/// The words around notices. Everything that comes from a website or a submission goes through `CleanText`.
struct NoticeTexts {
    let language: ReportLanguage

    private func said(_ th: String, _ en: String) -> String { language == .thai ? th : en }

    /// What happened, as a heading.
    func kind(_ kind: Notice.Kind) -> String { kind.title.text(language) }

    /// The agency's name, else its key.
    func agency(_ notice: Notice) -> String {
        CleanText.line(notice.agencyName.isEmpty ? notice.agency : notice.agencyName)
    }

    /// `o1–o9, o12 และอีก 5 ข้อ`: three or more in a row are told by their ends; empty without items.
    func items(_ items: [ItemID], most: Int = 6) -> String {
        let runs = NoticeTexts.runs(items)
        let shown = runs.prefix(most).map { run in
            let names = run.count > 2 ? [run[0], run[run.count - 1]] : run
            return names.map { CleanText.line($0.text) }.joined(separator: run.count > 2 ? "–" : ", ")
        }
        let more = runs.dropFirst(most).reduce(0) { $0 + $1.count }
        let list = shown.joined(separator: ", ")
        return more > 0 ? list + said(" และอีก \(more) ข้อ", " and \(more) more") : list
    }

    /// Items whose numbers follow each other, together.
    static func runs(_ items: [ItemID]) -> [[ItemID]] {
        items.sorted().reduce(into: []) { runs, item in
            if let last = runs.last?.last, let number = last.number, number < Int.max, item.number == number + 1,
                item.text == last.text.prefix(while: { !$0.isNumber }) + "\(number + 1)"
            {
                runs[runs.count - 1].append(item)
            } else {
                runs.append([item])
            }
        }
    }

    /// Subject of a message about one notice or several.
    func subject(_ notices: [Notice], at now: Moment) -> String {
        if notices.count == 1, let notice = notices.first {
            let items = items(notice.items, most: 4)
            return "[OIT] \(kind(notice.kind)): \(agency(notice))" + (items.isEmpty ? "" : " (\(items))")
        }
        let day = ReportDate.day(now.day, language)
        return said(
            "[OIT] สรุปการแจ้งเตือน \(notices.count) เรื่อง ประจำวันที่ \(day)", "[OIT] \(notices.count) notices, \(day)")
    }

    func since(_ notice: Notice) -> String {
        let moment = ReportDate.moment(notice.since, language)
        let day = ReportDate.day(notice.since.day, language)
        return switch notice.kind {
        case .stale, .certificate, .deadline: said("วันที่: \(day)", "Day: \(day)")
        case .broke: said("ตั้งแต่: \(moment)", "Since: \(moment)")
        case .recovered, .changed, .verdict: said("เมื่อ: \(moment)", "When: \(moment)")
        }
    }

    func itemsLine(_ notice: Notice) -> String? {
        notice.items.isEmpty ? nil : said("ข้อ: ", "Items: ") + items(notice.items, most: 43)
    }

    /// Said where one cause is seen behind several agencies.
    func agenciesLine(_ notice: Notice) -> String? {
        let count = notice.cause.agencies.count
        guard count > 1 else { return nil }
        let keys = notice.cause.agencies.prefix(12).map(CleanText.line).joined(separator: ", ")
        let more = count > 12 ? " …" : ""
        return said(
            "สาเหตุเดียวกันนี้กระทบ \(count) หน่วยงาน: \(keys)\(more)",
            "The same cause is behind \(count) agencies: \(keys)\(more)")
    }

    var addresses: String { said("ลิงก์ที่เกี่ยวข้อง", "Addresses") }
    func moreAddresses(_ count: Int) -> String { said("และอีก \(count) ลิงก์", "and \(count) more") }
    var added: String { said("เพิ่ม", "Added") }
    var removed: String { said("หายไป", "Removed") }
    func moreLines(_ count: Int) -> String { said("และอีก \(count) บรรทัด", "and \(count) more lines") }
    var wholePage: String { said("ทั้งหน้า", "The page") }

    /// What stands below every message.
    var footer: String {
        said(
            "ข้อความนี้ส่งโดยอัตโนมัติจากโปรแกรมเฝ้าระวัง oit ของหน่วยงานผู้ตั้งค่า ไม่ใช่ผลการประเมินอย่างเป็นทางการ",
            "Sent automatically by the oit watch that your office set up. This is not an official result.")
    }

    var digestOpening: String {
        said("เรียน ผู้เกี่ยวข้อง มีรายการแจ้งเตือนดังต่อไปนี้", "These are the notices since the last message:")
    }
}

extension Notice.Kind {
    /// What happened, as a heading.
    public var title: BilingualText {
        switch self {
        case .broke: BilingualText(th: "ลิงก์เปิดไม่ได้", en: "Links do not open")
        case .recovered: BilingualText(th: "ลิงก์กลับมาเปิดได้แล้ว", en: "Links open again")
        case .changed: BilingualText(th: "เนื้อหาในหน้าเว็บเปลี่ยนแปลง", en: "Content changed")
        case .verdict: BilingualText(th: "ผลการตรวจเปลี่ยนแปลง", en: "Verdict changed")
        case .stale: BilingualText(th: "ข้อมูลใกล้พ้นความเป็นปัจจุบัน", en: "Information will be out of date")
        case .certificate:
            BilingualText(th: "ใบรับรองเว็บไซต์หรือชื่อโดเมนใกล้หมดอายุ", en: "Certificate or domain name runs out")
        case .deadline:
            BilingualText(th: "ใกล้ถึงกำหนดตามปฏิทินการประเมิน", en: "A date of the assessment comes near")
        }
    }
}

extension Notice {
    /// What `oit watch test-alarm` sends. Its kind is `recovered`, the one that asks nobody to do anything.
    static func trial(at now: Moment) -> Notice {
        Notice(
            id: "trial-\(now.seconds)", kind: .recovered, agency: "test", agencyName: "oit watch test-alarm",
            cause: Cause(kind: "test", agencies: ["test"]), since: now,
            text: BilingualText(
                th: "นี่คือข้อความทดสอบช่องทางแจ้งเตือน ไม่มีลิงก์ใดเสีย และไม่ต้องดำเนินการใด ๆ",
                en: "This is a test of the alarm channel. Nothing is broken and nothing needs to be done."),
            isUrgent: true)
    }
}

import Findings
import GradingCore

/// The sentences of explanations, in both languages.
enum ExplanationTexts {
    static let fits = BilingualText(
        th: "หน้านี้เป็นเรื่องของข้อนี้และมีเนื้อหา", en: "The page is about the topic of this item and has content.")

    static let account = BilingualText(
        th: "หน้านี้มีลิงก์ไปยังบัญชีสื่อสังคมออนไลน์ของหน่วยงาน ซึ่งเป็นหลักฐานของข้อนี้",
        en: "The page links to the agency's own account, which is what this item asks for.")

    static let ownDocument = BilingualText(
        th: "ส่งเอกสารของข้อนี้เอง ไม่ใช้เอกสารเดียวกับข้ออื่น",
        en: "Submit a document of its own, not the one of another item.")

    static func words(_ step: WeighingStep) -> BilingualText {
        switch step {
        case .excluded: JudgementTexts.notApplicable
        case .answer(let state): answer(state)
        case .pages(let fitting, let strangers, let unclear, let dead): pages(fitting, strangers, unclear, dead)
        case .unclearPage(let id):
            BilingualText(
                th: "หลักฐาน \(id.text) เปิดอ่านไม่ได้ จึงยังสรุปไม่ได้ว่าไม่มีข้อมูล",
                en: "Evidence \(id.text) could not be read, so nothing can be called absent.")
        case .picturesOnly(let id):
            BilingualText(
                th: "หลักฐาน \(id.text) มีแต่รูปภาพ ซึ่งโปรแกรมอ่านข้อความไม่ได้",
                en: "Evidence \(id.text) holds nothing but pictures, which are not read.")
        case .elementsWithoutName(let id):
            BilingualText(
                th: "หลักฐาน \(id.text) มีองค์ประกอบครบ แต่ไม่มีชื่อเรื่องของข้อนี้ จึงควรให้คนตรวจดู",
                en:
                    "Evidence \(id.text) holds every element, but not under the name of this item: a person should look."
            )
        case .unknownContent(let id):
            BilingualText(
                th: "หลักฐาน \(id.text) มีเนื้อหา แต่ไม่ทราบว่าเป็นเรื่องใด จึงควรให้คนตรวจดู",
                en: "Evidence \(id.text) has content of no topic that is known: a person should look.")
        case .nothingToJudge: BilingualText(th: "ไม่มีหลักฐานให้พิจารณา", en: "There is no evidence to judge.")
        case .noPageFits(let instead):
            BilingualText(
                th: "ไม่มีหน้าใดเป็นเรื่องของข้อนี้: \(instead.th)",
                en: "No page is about the topic of this item: \(instead.en)")
        case .currency(let kind, let fails): currency(kind, fails: fails)
        case .element(let title, let verdict, let isOwed): element(title, verdict, isOwed: isOwed)
        default: last(step)
        }
    }

    /// The steps that end a weighing.
    private static func last(_ step: WeighingStep) -> BilingualText {
        switch step {
        case .unseenElements:
            BilingualText(
                th: "องค์ประกอบที่ไม่พบอาจอยู่ในส่วนที่อ่านไม่ได้ จึงยังตัดสินไม่ได้",
                en: "What was not found may stand where nothing could be read: that cannot be decided.")
        case .titleOnly: JudgementTexts.titleOnly
        case .dateInPicture:
            BilingualText(
                th: "วันที่อาจอยู่ในภาพหรือไฟล์ที่อ่านไม่ได้ จึงยังตัดสินไม่ได้",
                en: "The date may stand in a picture or file that was not read: that cannot be decided.")
        case .timeUnknown: JudgementTexts.timeUnknown
        case .notYetDue: JudgementTexts.periodDue
        case .noElement: JudgementTexts.noElement
        case .doubtfulElement(let title): JudgementTexts.doubtfulElement(title)
        case .elsewhere: JudgementTexts.elsewhere
        case .absence(let absence): absence.message
        case .otherAgency(let other): JudgementTexts.otherAgency(other)
        case .margin(let margin, let least):
            margin < least
                ? BilingualText(
                    th: "เรื่องอื่นตรงกับหน้านี้มากกว่าถึง \(-margin) คะแนน จึงควรให้คนตรวจดู",
                    en: "Another topic fits the page better by \(-margin) points: a person should look.")
                : BilingualText(
                    th: "เรื่องของข้อนี้ชนะเรื่องอื่นด้วยส่วนต่าง \(margin) คะแนน (ยอมรับได้ตั้งแต่ \(least))",
                    en: "The topic of this item leads by \(margin) points (\(least) would do).")
        case .verdict(let verdict): self.verdict(verdict)
        default: BilingualText(th: "", en: "")
        }
    }

    private static func answer(_ state: ItemAnswer.State) -> BilingualText {
        switch state {
        case .answered: BilingualText(th: "หน่วยงานส่ง URL ของข้อนี้", en: "The agency gave an address for this item.")
        case .notSubmitted: JudgementTexts.notSubmitted
        case .open: JudgementTexts.open
        case .notReached: JudgementTexts.notReached
        }
    }

    private static func pages(_ fitting: Int, _ strangers: Int, _ unclear: Int, _ dead: Int) -> BilingualText {
        let counts: [(Int, String, String)] = [
            (fitting, "ตรงกับข้อนี้ \(fitting) หน้า", "\(fitting) about the topic"),
            (strangers, "เป็นเรื่องอื่น \(strangers) หน้า", "\(strangers) about something else"),
            (unclear, "อ่านไม่ได้ \(unclear) หน้า", "\(unclear) that could not be read"),
            (dead, "เปิดไม่พบ \(dead) หน้า", "\(dead) that are gone"),
        ]
        let shown = counts.filter { $0.0 > 0 }
        guard !shown.isEmpty else { return BilingualText(th: "ไม่มีหลักฐาน", en: "No evidence.") }
        return BilingualText(
            th: "หลักฐาน: " + shown.map(\.1).joined(separator: " "),
            en: "Evidence pages: " + shown.map(\.2).joined(separator: ", ") + ".")
    }

    private static func currency(_ kind: CurrencyVerdict.Kind?, fails: Bool) -> BilingualText {
        switch kind {
        case .current: BilingualText(th: "ช่วงเวลา: เป็นข้อมูลของช่วงเวลาที่กำหนด", en: "Time: as asked for.")
        case .notRequired, nil: BilingualText(th: "ช่วงเวลา: เกณฑ์ไม่ได้กำหนด", en: "Time: the rule asks for no date.")
        case .outdated: BilingualText(th: "ช่วงเวลา: เป็นข้อมูลเก่ากว่าที่กำหนด", en: "Time: earlier than asked for.")
        case .future: BilingualText(th: "ช่วงเวลา: เป็นข้อมูลหลังช่วงเวลาที่กำหนด", en: "Time: later than asked for.")
        case .undated: BilingualText(th: "ช่วงเวลา: ไม่พบวันที่หรือปีที่บอกได้", en: "Time: no date tells it.")
        case .incomplete:
            fails
                ? BilingualText(th: "ช่วงเวลา: ยังไม่ครบตามที่กำหนด", en: "Time: not the whole period asked for.")
                : BilingualText(
                    th: "ช่วงเวลา: ยังไม่ครบ แต่ยังไม่ถึงกำหนด", en: "Time: not the whole period, which is not over yet.")
        }
    }

    private static func element(_ title: BilingualText, _ verdict: Verdict, isOwed: Bool) -> BilingualText {
        switch (verdict, isOwed) {
        case (.satisfied, _): BilingualText(th: "พบองค์ประกอบ: \(title.th)", en: "Found: \(title.en)")
        case (.undecided, true):
            BilingualText(
                th: "ไม่พบในส่วนที่อ่านได้: \(title.th)", en: "Not found in what could be read: \(title.en)")
        case (_, true): BilingualText(th: "ไม่พบองค์ประกอบ: \(title.th)", en: "Not found: \(title.en)")
        case (_, false):
            BilingualText(
                th: "ไม่พบ แต่แบบตรวจไม่ยืนยันว่าต้องมี จึงไม่ตัดสินว่าไม่ผ่าน: \(title.th)",
                en: "Not found; the list is not sure that it is asked for, so nothing fails: \(title.en)")
        }
    }

    private static func verdict(_ verdict: Verdict) -> BilingualText {
        switch verdict {
        case .satisfied: BilingualText(th: "สรุป: ผ่าน", en: "Verdict: met.")
        case .unsatisfied: BilingualText(th: "สรุป: ไม่ผ่าน", en: "Verdict: not met.")
        case .undecided: BilingualText(th: "สรุป: ยังตัดสินไม่ได้", en: "Verdict: could not tell.")
        case .notApplicable: BilingualText(th: "สรุป: ไม่ใช้กับหน่วยงานนี้", en: "Verdict: does not apply.")
        }
    }
}

import Digests
import GradingCore
import Notifying
import WebEvidence

/// Words of notices, in both languages.
enum NoticeTexts {
    /// How many agencies or websites a text names by themselves; addresses stand beside the text.
    private static let most = 5

    /// One notice for events of one kind and cause.
    static func notice(
        _ events: [WatchEvent], cause: (kind: String, detail: String), at now: Moment
    ) throws -> Notice {
        guard let first = events.first, let kind = Notice.Kind(rawValue: first.kind) else {
            preconditionFailure("a notice of nothing")
        }
        let agencies = events.map(\.agency).unique
        let items = events.flatMap(\.items).unique.map { ItemID($0) }
        let identity = try JSONContent.bytes(events) + Array("\(now.seconds)".utf8)
        return Notice(
            id: String(ContentDigest(of: identity).hexadecimal.prefix(24)), kind: kind, agency: first.agency,
            agencyName: events.map(\.agencyName).unique.joined(separator: ", "),
            items: agencies.count == 1 ? items : items.sorted(), urls: events.flatMap(\.urls).unique,
            cause: Notice.Cause(kind: cause.kind, detail: cause.detail, agencies: agencies),
            since: Moment(seconds: events.map(\.since).min() ?? now.seconds),
            text: text(kind, events, cause: cause), run: events.lazy.map(\.run).first { !$0.isEmpty } ?? "",
            isUrgent: events.contains { isUrgent($0, at: now) },
            differences: kind == .changed ? events.flatMap(\.lines).map(difference) : [])
    }

    /// The cause of what is told by itself.
    static func cause(of event: WatchEvent) -> (kind: String, detail: String) {
        switch Notice.Kind(rawValue: event.kind) {
        case .verdict: (event.moves.first?.reason ?? "verdict", event.moves.map(\.item).joined(separator: " "))
        case .stale: ("stale", event.day ?? "")
        case .deadline: (event.detail, event.day ?? "")
        case .changed: ("content", event.urls.first ?? "")
        default: (event.outcome, event.host)
        }
    }

    /// What cannot wait for the next morning.
    private static func isUrgent(_ event: WatchEvent, at now: Moment) -> Bool {
        switch Notice.Kind(rawValue: event.kind) {
        case .broke, .recovered: return true
        case .verdict: return event.moves.contains { $0.to == "unsatisfied" }
        case .certificate, .deadline:
            guard let day = event.day.flatMap({ CivilDate(iso: $0) }) else { return true }
            return day.dayNumber - now.day.dayNumber <= 3
        default: return false
        }
    }

    private static func difference(_ lines: WatchEvent.Lines) -> Notice.Difference {
        Notice.Difference(
            element: lines.element?.text ?? BilingualText(th: "", en: ""), added: lines.added, removed: lines.removed)
    }

    private static func text(
        _ kind: Notice.Kind, _ events: [WatchEvent], cause: (kind: String, detail: String)
    ) -> BilingualText {
        switch kind {
        case .broke: broke(events, cause)
        case .recovered: recovered(events)
        case .changed: changed(events[0])
        case .verdict: verdict(events[0])
        case .stale: stale(events[0])
        case .certificate: certificate(events)
        case .deadline: deadline(events[0])
        }
    }

    // MARK: Kinds

    private static func broke(_ events: [WatchEvent], _ cause: (kind: String, detail: String)) -> BilingualText {
        let since = MomentWords.moment(events.map(\.since).min() ?? 0)
        let advice = Outcome(rawValue: events[0].outcome)?.advice
        let whose = subject(events)
        let reason = advice?.message ?? BilingualText(th: "", en: "")
        let fix = advice?.fix ?? BilingualText(th: "", en: "")
        if cause.kind == "flapping" {
            return BilingualText(
                th: "\(whose.th): ลิงก์เปิดได้บ้างไม่ได้บ้างตั้งแต่ \(since.th) ครั้งล่าสุด: \(reason.th) "
                    + "จะแจ้งอีกครั้งเมื่อเปิดได้สม่ำเสมอแล้ว",
                en: "\(whose.en): the link comes and goes since \(since.en). Last time: \(reason.en) "
                    + "You will be told when it is steady again.")
        }
        let shared =
            cause.kind == "server"
            ? BilingualText(
                th: "เครื่องแม่ข่าย \(cause.detail) ที่หลายเว็บไซต์ใช้ร่วมกันขัดข้อง ",
                en: "The server \(cause.detail), which several websites share, is down. ")
            : BilingualText(th: "", en: "")
        return BilingualText(
            th: "\(whose.th): เปิดไม่ได้ตั้งแต่ \(since.th) \(shared.th)\(reason.th) สิ่งที่ควรทำ: \(fix.th)",
            en: "\(whose.en): cannot be opened since \(since.en). \(shared.en)\(reason.en) What to do: \(fix.en)"
        )
    }

    private static func recovered(_ events: [WatchEvent]) -> BilingualText {
        let since = MomentWords.moment(events.map(\.since).max() ?? 0)
        let whose = subject(events)
        return BilingualText(
            th: "\(whose.th): กลับมาเปิดได้แล้วเมื่อ \(since.th)",
            en: "\(whose.en): open again since \(since.en).")
    }

    private static func changed(_ event: WatchEvent) -> BilingualText {
        let whose = subject([event])
        let added = event.lines.reduce(0) { $0 + $1.added.count }
        let removed = event.lines.reduce(0) { $0 + $1.removed.count }
        return BilingualText(
            th: "\(whose.th): เนื้อหาของหน้าเปลี่ยนไป เพิ่ม \(added) บรรทัด หายไป \(removed) บรรทัด "
                + "หากไม่ได้แก้ไขเอง โปรดตรวจสอบ",
            en: "\(whose.en): the content of the page changed: \(added) lines are new, \(removed) are gone. "
                + "If it was not you, please look at it.")
    }

    private static func verdict(_ event: WatchEvent) -> BilingualText {
        let lines = event.moves.map { move in
            BilingualText(
                th: "ข้อ \(move.item) \(move.title.th): จาก \(word(move.from).th) เป็น \(word(move.to).th) "
                    + "เพราะ \(move.why.th)",
                en: "\(move.item) \(move.title.en): from \(word(move.from).en) to \(word(move.to).en), because "
                    + move.why.en)
        }
        let name = event.agencyName.isEmpty ? event.agency : event.agencyName
        return BilingualText(
            th: "\(name): ผลการตรวจเปลี่ยนไป\n" + lines.map(\.th).joined(separator: "\n"),
            en: "\(name): verdicts changed.\n" + lines.map(\.en).joined(separator: "\n"))
    }

    private static func stale(_ event: WatchEvent) -> BilingualText {
        let day = words(event.day)
        let whose = subject([event])
        return BilingualText(
            th: "\(whose.th): ข้อมูลจะไม่เป็นปัจจุบันตั้งแต่ \(day.th) โปรดเตรียมเผยแพร่ข้อมูลใหม่ก่อนวันนั้น",
            en: "\(whose.en): the content will be out of date from \(day.en). Publish the new one before that day.")
    }

    private static func certificate(_ events: [WatchEvent]) -> BilingualText {
        let day = words(events[0].day)
        let hosts = events.map(\.host).unique.prefix(most).joined(separator: ", ")
        let name = subjectName(events)
        switch events[0].detail {
        case "expired":
            return BilingualText(
                th: "\(name): ใบรับรองความปลอดภัยของ \(hosts) หมดอายุแล้วเมื่อ \(day.th) ผู้เข้าชมจะเห็นคำเตือน โปรดต่ออายุทันที",
                en:
                    "\(name): the certificate of \(hosts) ran out on \(day.en). Visitors see a warning; renew it at once."
            )
        case "expires":
            return BilingualText(
                th: "\(name): ใบรับรองความปลอดภัยของ \(hosts) จะหมดอายุ \(day.th) โปรดต่ออายุก่อนวันนั้น",
                en: "\(name): the certificate of \(hosts) runs out on \(day.en). Renew it before that day.")
        default:
            let advice = Outcome(rawValue: events[0].outcome)?.advice
            return BilingualText(
                th:
                    "\(name): ใบรับรองความปลอดภัยของ \(hosts) มีปัญหา \(advice?.message.th ?? "") สิ่งที่ควรทำ: \(advice?.fix.th ?? "")",
                en:
                    "\(name): the certificate of \(hosts) is at fault. \(advice?.message.en ?? "") What to do: \(advice?.fix.en ?? "")"
            )
        }
    }

    private static func deadline(_ event: WatchEvent) -> BilingualText {
        let day = words(event.day)
        let whose = subject([event])
        return event.detail == "objections"
            ? BilingualText(
                th: "\(whose.th): ยังไม่ผ่าน และครบกำหนดอุทธรณ์ \(day.th)",
                en: "\(whose.en): not met, and objections close on \(day.en).")
            : BilingualText(
                th: "\(whose.th): ยังไม่ผ่าน และครบกำหนดส่งแบบ OIT \(day.th)",
                en: "\(whose.en): not met, and submission closes on \(day.en).")
    }

    // MARK: Parts

    /// Whose it is: one agency with its items, or several.
    private static func subject(_ events: [WatchEvent]) -> BilingualText {
        let name = subjectName(events)
        let items = events.flatMap(\.items).unique
        guard events.map(\.agency).unique.count == 1, !items.isEmpty else { return BilingualText(th: name, en: name) }
        let shown = items.count > 12 ? "\(items.prefix(12).joined(separator: ", ")) …" : items.joined(separator: ", ")
        return BilingualText(th: "\(name) ข้อ \(shown)", en: "\(name), \(shown)")
    }

    private static func subjectName(_ events: [WatchEvent]) -> String {
        let names = events.map { $0.agencyName.isEmpty ? $0.agency : $0.agencyName }.unique
        let shown = names.prefix(most).joined(separator: ", ")
        return names.count > most ? "\(shown) … (\(names.count))" : shown
    }

    private static func words(_ day: String?) -> BilingualText {
        day.flatMap { CivilDate(iso: $0) }.map(MomentWords.day) ?? BilingualText(th: "–", en: "–")
    }

    /// A verdict by its raw value.
    static func word(_ verdict: String) -> BilingualText {
        switch verdict {
        case "satisfied": BilingualText(th: "ผ่าน", en: "met")
        case "unsatisfied": BilingualText(th: "ไม่ผ่าน", en: "not met")
        case "undecided": BilingualText(th: "ยังตัดสินไม่ได้", en: "undecided")
        default: BilingualText(th: "ไม่ใช้กับหน่วยงาน", en: "not applicable")
        }
    }
}

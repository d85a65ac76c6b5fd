import GradingCore
import Notifying

/// The words of the page of history in one language.
struct HistoryTexts {
    let language: ReportLanguage

    private func said(_ th: String, _ en: String) -> String { language == .thai ? th : en }

    var kicker: String { said("ประวัติการเฝ้าระวังเว็บไซต์ (OIT)", "History of the website watch (OIT)") }
    var score: String { said("คะแนน OIT", "OIT score") }
    var items: String { said("สถานะรายข้อในแต่ละวัน", "Items day by day") }
    var times: String { said("ระยะเวลาที่เว็บไซต์ใช้ตอบ", "Answer times") }
    var expiry: String { said("วันหมดอายุของใบรับรองและชื่อโดเมน", "Certificates and domain names") }
    var alarms: String { said("การแจ้งเตือนทั้งหมด", "Every alarm") }

    // Head.
    func period(_ from: CivilDate, _ to: CivilDate) -> String {
        let words = "\(ReportDate.day(from, language)) – \(ReportDate.day(to, language))"
        return said("ช่วงวันที่ \(words)", words)
    }
    func made(_ moment: Moment) -> String {
        said("ข้อมูล ณ วันที่ \(ReportDate.moment(moment, language))", "as of \(ReportDate.moment(moment, language))")
    }
    var nothingBroken: String {
        said("ขณะนี้ไม่มีลิงก์ที่แจ้งว่าเปิดไม่ได้", "At this time no link is reported as broken.")
    }
    func stillBroken(_ count: Int, _ items: [ItemID]) -> String {
        let names = items.prefix(12).map(\.text).joined(separator: ", ") + (items.count > 12 ? " …" : "")
        return said(
            "ขณะนี้ยังมีลิงก์ที่เปิดไม่ได้ \(count) เรื่อง\(names.isEmpty ? "" : " (ข้อ \(names))")",
            "Still broken: \(count)\(names.isEmpty ? "" : " (\(names))")")
    }

    // Score.
    var noScore: String { said("ยังไม่มีการตรวจเต็มรูปแบบในช่วงนี้", "There was no full audit in this period.") }
    var scoreBand: String { said("ช่วงคะแนนที่เป็นไปได้", "possible scores") }
    var lowestScore: String { said("คะแนนต่ำสุดที่แน่นอน", "lowest possible score") }
    var day: String { said("วันที่", "Day") }
    var lowest: String { said("ต่ำสุด", "Lowest") }
    var highest: String { said("สูงสุด", "Highest") }
    var asTable: String { said("แสดงเป็นตาราง", "As a table") }
    func score(_ point: WatchHistory.ScorePoint) -> String {
        let (low, high) = (point.interval.lowest.text, point.interval.highest.text)
        return "\(ReportDate.day(point.day, language)): \(low == high ? low : "\(low) – \(high)")"
    }
    func lastScore(_ point: WatchHistory.ScorePoint) -> String {
        said("ผลตรวจล่าสุด \(score(point))", "Latest audit, \(score(point))")
    }
    func scoreName(_ points: [WatchHistory.ScorePoint]) -> String {
        let ends = [points.first, points.last].compactMap { $0 }.map(score).joined(separator: "; ")
        return said("กราฟคะแนนตามเวลา \(ends)", "Score over time: \(ends)")
    }

    // Items.
    var noItems: String { said("ยังไม่มีข้อที่เฝ้าระวัง", "No item is watched.") }
    var item: String { said("ข้อ", "Item") }
    func mapName(_ count: Int) -> String {
        said(
            "แผนภาพสถานะ \(count) ข้อรายวัน รายละเอียดอยู่ในตารางด้านล่าง",
            "State of \(count) items by day; the table below says the same")
    }
    func state(_ state: WatchHistory.DayState) -> String {
        switch state {
        case .up: said("เปิดได้ตลอด", "up")
        case .degraded: said("เปิดได้บางครั้งหรือบางลิงก์", "degraded")
        case .down: said("เปิดไม่ได้", "down")
        case .notChecked: said("ไม่ได้ตรวจ", "not checked")
        }
    }
    func daysOf(_ state: WatchHistory.DayState) -> String {
        said("\(self.state(state)) (วัน)", "Days \(self.state(state))")
    }
    func run(_ item: WatchHistory.ItemDays, _ run: ItemMap.Run) -> String {
        let days =
            run.from == run.to
            ? ReportDate.day(run.from, language)
            : "\(ReportDate.day(run.from, language)) – \(ReportDate.day(run.to, language))"
        return "\(item.item.text) \(days): \(state(run.state))"
    }

    // Answer times.
    var noTimes: String { said("ยังไม่มีข้อมูลในช่วงนี้", "There is nothing to show for this period.") }
    var median: String { said("ค่ากลาง", "median") }
    var slow: String { said("ช้าที่สุดร้อยละ 5", "slowest twentieth") }
    func timesName(_ times: [WatchHistory.AnswerTime]) -> String {
        let last = times.last.map { "\(seconds(milliseconds: $0.medianMilliseconds))" } ?? ""
        return said("กราฟระยะเวลาตอบ ล่าสุดค่ากลาง \(last)", "Answer times, latest median \(last)")
    }
    /// `0.4 วินาที`, `1 s`.
    func seconds(milliseconds: Int) -> String {
        let tenths = milliseconds / 100
        let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        return "\(number) \(said("วิ.", "s"))"
    }

    // Expiry.
    var noExpiry: String { said("ยังไม่มีข้อมูลใบรับรองหรือชื่อโดเมน", "No certificate or domain name is known yet.") }
    var host: String { said("เว็บไซต์", "Host") }
    var what: String { said("ประเภท", "What") }
    var runsOut: String { said("หมดอายุวันที่", "Runs out on") }
    var left: String { said("เหลือเวลา", "Left") }
    func expiryKind(_ kind: WatchHistory.Expiry.Kind) -> String {
        switch kind {
        case .certificate: said("ใบรับรองความปลอดภัย (TLS)", "TLS certificate")
        case .domain: said("ชื่อโดเมน", "Domain name")
        }
    }
    func daysLeft(_ days: Int) -> String {
        if days < 0 { return said("หมดอายุแล้ว \(-days) วัน", "\(-days) days ago") }
        return days == 0 ? said("หมดอายุวันนี้", "today") : said("\(days) วัน", "\(days) days")
    }

    // Alarms.
    var noAlarms: String { said("ไม่มีการแจ้งเตือนในช่วงนี้", "There was no alarm in this period.") }
    func alarmCount(_ count: Int) -> String {
        said("ทั้งหมด \(count) รายการ เรียงจากใหม่ไปเก่า", "\(count) in all, newest first")
    }
    var itemsLabel: String { said("ข้อ", "Items") }
    var wholePage: String { said("ส่วนที่เปลี่ยนแปลง", "What changed") }
    func more(_ count: Int) -> String { said("และอีก \(count) รายการ", "and \(count) more") }
    func shared(_ count: Int) -> String {
        said("สาเหตุเดียวกันกระทบ \(count) หน่วยงาน", "The same cause is behind \(count) agencies")
    }
    func times(_ alarm: WatchHistory.Alarm) -> String {
        var parts = [said("แจ้งเมื่อ ", "Told ") + ReportDate.moment(alarm.at, language)]
        let since = alarm.notice.since
        switch alarm.notice.kind {
        case .broke:
            parts.append(said("เริ่มเมื่อ ", "began ") + ReportDate.moment(since, language))
            if let ended = alarm.ended {
                parts.append(said("กลับมาปกติ ", "over ") + ReportDate.moment(ended, language))
                parts.append(
                    said("รวมเวลา ", "lasted ") + ReportDate.duration(seconds: ended.seconds(since: since), language))
            } else {
                parts.append(said("ยังไม่กลับมาปกติ", "not over"))
            }
        case .stale, .certificate, .deadline:
            parts.append(said("กำหนดวันที่ ", "due ") + ReportDate.day(since.day, language))
        case .recovered, .changed, .verdict: break
        }
        if let seen = alarm.acknowledged {
            parts.append(said("รับทราบ ", "acknowledged ") + ReportDate.moment(seen, language))
        }
        return parts.joined(separator: " · ")
    }
}

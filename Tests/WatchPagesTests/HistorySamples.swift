import Digests
import Foundation
import GradingCore
import Notifying
import Proofs
import WatchPages

func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0)! }

let hostileText = "<script>alert(1)</script>\u{1B}[31m&\"'\u{202E}]]></svg><img src=x onerror=alert(1)>"

/// A year of an invented agency: 43 items, daily answer times, monthly audits, some trouble.
func sampleHistory(days: Int = 365, title: String = "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ") -> WatchHistory {
    let first = day("2022-10-01")
    let all = (0..<days).compactMap { CivilDate(dayNumber: first.dayNumber + $0) }
    let items = (1...43).map { number -> WatchHistory.ItemDays in
        var states: [CivilDate: WatchHistory.DayState] = [:]
        for (index, day) in all.enumerated() {
            switch (index * 7 + number * 13) % 97 {
            case _ where index >= 120 && index < 124: continue
            case 0...1 where number % 5 == 0: states[day] = .down
            case 2...4 where number % 3 == 0: states[day] = .degraded
            case _ where number == 12 && index >= 200 && index < 216: states[day] = .down
            default: states[day] = .up
            }
        }
        return WatchHistory.ItemDays(
            item: ItemID("o\(number)"), title: BilingualText(th: title, en: "Procurement plan"), days: states)
    }
    let scores = stride(from: 3, to: days, by: 30).map { index in
        WatchHistory.ScorePoint(
            day: all[index],
            interval: HundredthsInterval(Hundredths(5500 + index * 9), Hundredths(min(10_000, 7800 + index * 6))))
    }
    let times = all.enumerated().filter { !(120..<124).contains($0.offset) }.map { index, day in
        WatchHistory.AnswerTime(
            day: day, medianMilliseconds: 320 + index * 37 % 180, slowMilliseconds: 1_400 + index * 91 % 2_300)
    }
    return WatchHistory(
        key: "huai-lan", agency: "องค์การบริหารส่วนตำบลห้วยลาน", from: first, to: all.last ?? first,
        madeAt: Moment(day: all.last ?? first, minuteOfDay: 845), scores: scores, items: items, answerTimes: times,
        expiries: [
            .init(kind: .certificate, host: "www.example.go.th", on: day("2023-10-12")),
            .init(kind: .domain, host: "example.go.th", on: day("2024-03-31")),
            .init(kind: .certificate, host: "old.example.go.th", on: day("2023-09-01")),
        ], alarms: sampleAlarms())
}

func sampleAlarms() -> [WatchHistory.Alarm] {
    func notice(_ kind: Notice.Kind, _ id: String, _ since: String, _ th: String, agencies: [String] = ["huai-lan"])
        -> Notice
    {
        Notice(
            id: id, kind: kind, agency: "huai-lan", items: [ItemID("o12")],
            urls: ["https://www.example.go.th/แผน/o12.pdf"],
            cause: .init(kind: "http_404", agencies: agencies), since: Moment(day: day(since), minuteOfDay: 130),
            text: BilingualText(th: th, en: "What happened, in English."))
    }
    var changed = notice(.changed, "n3", "2023-02-02", "เนื้อหาของข้อ o12 เปลี่ยนแปลง 2 บรรทัด")
    changed.differences = [
        .init(
            element: BilingualText(th: "งบประมาณ", en: "Budget"), added: ["งบประมาณ 2,500,000 บาท"],
            removed: ["งบประมาณ 2,400,000 บาท"])
    ]
    func at(_ text: String) -> Moment { Moment(day: day(text), minuteOfDay: 142) }
    return [
        .init(
            notice: notice(
                .broke, "n1", "2023-04-19", "ลิงก์ของข้อ o12 เปิดไม่ได้ เนื่องจากไม่พบหน้า (404)",
                agencies: ["huai-lan", "b", "c"]),
            at: at("2023-04-19"), ended: Moment(day: day("2023-05-05"), minuteOfDay: 605),
            acknowledged: at("2023-04-20")),
        .init(notice: notice(.broke, "n5", "2023-09-29", "ลิงก์ของข้อ o12 เปิดไม่ได้ (หมดเวลารอ)"), at: at("2023-09-29")),
        .init(notice: notice(.recovered, "n2", "2023-05-05", "ลิงก์ของข้อ o12 กลับมาเปิดได้แล้ว"), at: at("2023-05-05")),
        .init(notice: changed, at: at("2023-02-02")),
        .init(
            notice: notice(.stale, "n4", "2023-10-01", "ข้อมูลข้อ o12 จะพ้นความเป็นปัจจุบันในวันที่ 1 ตุลาคม 2566"),
            at: at("2023-09-15")),
    ]
}

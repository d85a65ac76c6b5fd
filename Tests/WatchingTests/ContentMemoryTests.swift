import Foundation
import Testing

@testable import Watching

@Suite struct ContentMemoryTests {
    private let counters: CounterWords
    private let day = 86_400

    init() throws {
        let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "rules/watch.json")
        counters = try CounterWords(json: [UInt8](Data(contentsOf: rules)))
    }

    private func page(_ middle: String..., counter: String = "ผู้เข้าชม 10 ครั้ง") -> [String] {
        ["แผนพัฒนา", "ปีงบประมาณ 2566"] + middle + ["ท้ายหน้า", counter]
    }

    @Test("a visitor counter is no change, also at the first sight of it")
    func counter() {
        var memory = ContentMemory(lines: page("ก"), at: 0)
        #expect(memory.changes(to: page("ก", counter: "ผู้เข้าชม 11 ครั้ง"), at: 60, counters: counters).isEmpty)
        #expect(memory.take(page("ก", counter: "ผู้เข้าชม 12 ครั้ง"), at: 60, counters: counters).isEmpty)
    }

    @Test("another year is a change although nothing but digits differ")
    func year() {
        var memory = ContentMemory(lines: page("ก"), at: 0)
        let newer = page("ก").map { $0.replacing("2566", with: "2565") }
        let news = memory.take(newer, later: [newer, newer], at: 60, counters: counters)
        #expect(news.map(\.removed) == [["ปีงบประมาณ 2566"]] && news.map(\.added) == [["ปีงบประมาณ 2565"]])
        #expect(memory.take(newer, at: 120, counters: counters).isEmpty)
    }

    @Test("a month that is gone is a change, beside things that vary")
    func month() {
        var memory = ContentMemory(lines: page("ธันวาคม", "มกราคม", "รหัส 81f3"), at: 0)
        let news = memory.take(
            page("ธันวาคม", "รหัส 77aa"), later: [page("ธันวาคม", "รหัส c0de"), page("ธันวาคม", "รหัส 9b1e")], at: 60,
            counters: counters)
        #expect(news.flatMap(\.removed).contains("มกราคม"))
        #expect(news.flatMap(\.added).isEmpty)
    }

    @Test("what differs between two readings a minute apart varies by itself from then on")
    func nonce() {
        var memory = ContentMemory(lines: page("รหัส 81f3", "ประกาศ"), at: 0)
        let news = memory.take(
            page("รหัส 77aa", "ประกาศ"), later: [page("รหัส c0de", "ประกาศ")], at: 60, counters: counters)
        #expect(news.isEmpty)
        #expect(memory.changes(to: page("รหัส 0001", "ประกาศ"), at: 120, counters: counters).isEmpty)
        #expect(memory.changes(to: page("รหัส 0001", "ประกาศใหม่"), at: 120, counters: counters).count == 1)
    }

    @Test("a varying line is followed when lines come before it")
    func moved() {
        var memory = ContentMemory(lines: page("รหัส 1"), at: 0)
        _ = memory.take(page("รหัส 2"), later: [page("รหัส 3")], at: 60, counters: counters)
        let longer = ["ข่าว", "ข่าวสอง"] + page("รหัส 3")
        let news = memory.take(longer, later: [longer], at: 120, counters: counters)
        #expect(news.map(\.added) == [["ข่าว", "ข่าวสอง"]])
        #expect(memory.changes(to: ["ข่าว", "ข่าวสอง"] + page("รหัส 4"), at: 180, counters: counters).isEmpty)
    }

    @Test(
        "the day of the look is no content, in the ways in which websites write it",
        arguments: [
            ("วันจันทร์ที่ 15 พฤษภาคม พ.ศ. 2566", "วันอังคารที่ 16 พฤษภาคม พ.ศ. 2566"),
            ("วันนี้ ๑๕ พฤษภาคม ๒๕๖๖", "วันนี้ ๑๖ พฤษภาคม ๒๕๖๖"), ("Today: 15/05/2566", "Today: 16/05/2566"),
            ("15 May 2023", "16 May 2023"), ("ขณะนี้เวลา 08:05 น.", "ขณะนี้เวลา 09:17 น."),
        ])
    func clock(older: String, newer: String) {
        let noon = 1_684_126_800  // 15 May 2023, 12:00 in Bangkok
        let memory = ContentMemory(lines: page(older), at: noon)
        #expect(memory.changes(to: page(newer), at: noon + day, counters: counters).isEmpty)
    }

    @Test("a date that is not that of the look is content")
    func otherDate() {
        let memory = ContentMemory(lines: page("ประกาศ ณ วันที่ 2 มกราคม 2566"), at: 1_684_126_800)
        let newer = page("ประกาศ ณ วันที่ 3 มกราคม 2566")
        #expect(memory.changes(to: newer, at: 1_684_126_800 + day, counters: counters).count == 1)
    }

    @Test("a line that is another every day is told three times at most")
    func habit() {
        var memory = ContentMemory(lines: page("คำขวัญประจำวัน ก"), at: 0)
        var told = 0
        for number in 1...9 {
            let newer = page("คำขวัญประจำวัน \(String(repeating: "ข", count: number))")
            told += memory.take(newer, later: [newer], at: number * day, counters: counters).count
        }
        #expect((1...3).contains(told))
    }
}

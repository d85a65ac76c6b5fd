import Rendering
import Testing

@testable import Picturing

/// Finding quotes in the texts of a page.
@Suite struct QuoteSearchTests {
    private func result(
        of quote: String, in runs: [String], before: String = "", after: String = "", shown: [Bool]? = nil
    ) -> QuoteSearch.Result {
        let flags = shown ?? runs.map { _ in true }
        return QuoteSearch(zip(runs, flags).map { (text: $0, isShown: $1) })
            .result(of: SoughtWords(text: quote, before: before, after: after))
    }

    private func text(_ result: QuoteSearch.Result, _ runs: [String]) -> [String]? {
        guard case .found(let stretches) = result else { return nil }
        return stretches.map { stretch in
            let units = Array(runs[stretch.run].utf16)
            return String(decoding: units[stretch.range], as: UTF16.self)
        }
    }

    @Test func aQuoteIsFoundAcrossElementsAndWhatTheyPutBetween() {
        let runs = ["ที่", "โครงการ/กิจกรรม", "  งบประมาณ\n (บาท)", "1"]
        let found = result(of: "ที่ | โครงการ/กิจกรรม | งบประมาณ (บาท)", in: runs)
        #expect(text(found, runs) == ["ที่", "โครงการ/กิจกรรม", "งบประมาณ\n (บาท"])
    }

    @Test func bothSpellingsOfSaraAmAreOne() {
        let runs = ["น้ํา และ เเผน"]
        #expect(text(result(of: "แผน", in: runs), runs) == ["เเผน"])
        #expect(text(result(of: "นํา", in: ["นำ"]), ["นำ"]) == ["นำ"])
    }

    @Test func invisibleCharactersDoNotCount() {
        let runs = ["ก\u{200B}ร\u{00AD}ะ\u{202E}ทำ"]
        #expect(text(result(of: "กระทำ", in: runs), runs) == runs)
    }

    @Test func ofSeveralPlacesTheOneInItsSurroundingsIsTaken() {
        let runs = ["ปี 2565 รายงานผลการดำเนินงาน", "2566", "ปี 2566 แผนพัฒนาท้องถิ่น", "2566"]
        let found = result(of: "2566", in: runs, before: "ปี 2566 แผนพัฒนาท้องถิ่น")
        #expect(found == .found([.init(run: 3, range: 0..<4)]))
    }

    @Test func aShortTextInSeveralPlacesIsBoxedNowhere() {
        #expect(result(of: "2566", in: ["2566", "ก", "2566"]) == .ambiguous)
        #expect(result(of: "2566", in: ["ปี 2566"]) == .found([.init(run: 0, range: 3..<7)]))
    }

    @Test func aLinkIsFoundWithoutItsAddressAndARowWithoutItsHeads() {
        #expect(result(of: "ถาม-ตอบ /index.php?id=88", in: ["ถาม-ตอบ"]) == .found([.init(run: 0, range: 0..<7)]))
        let runs = ["ที่", "ชื่อ", "ก", "1", "ข", "5", "ถนนสายหนึ่ง"]
        #expect(text(result(of: "ที่ | ชื่อ → 5 | ถนนสายหนึ่ง", in: runs), runs) == ["5", "ถนนสายหนึ่ง"])
    }

    @Test func vowelsAndTonesInAnotherOrderDoNotHideAText() {
        let runs = ["มัน ่คง ตัง้ ใจ ทำงาน"]
        #expect(result(of: "มั่นคง ตั้งใจ ทำงาน", in: runs) != .notFound)
        #expect(result(of: "มั่น", in: ["มันๆ"]) == .notFound, "too short to be told apart without its tone")
    }

    @Test func whatIsNotDisplayedIsTold() {
        #expect(result(of: "ข้อความลับ", in: ["ข้อความลับ", "อื่น"], shown: [false, true]) == .hidden)
        #expect(
            result(of: "ข้อความลับ", in: ["ข้อความลับ", "ข้อความลับ"], shown: [false, true])
                == .found([.init(run: 1, range: 0..<10)]))
        #expect(result(of: "ไม่มี", in: ["อื่น"]) == .notFound)
        #expect(result(of: " · … ", in: ["อื่น"]) == .notFound)
    }

    @Test func offsetsCountUTF16() {
        #expect(result(of: "ตัวอย่าง", in: ["😀😀 ตัวอย่าง"]) == .found([.init(run: 0, range: 5..<13)]))
    }

    @Test(.timeLimit(.minutes(1))) func aLineOf100KilobytesTakesNoTime() {
        let line = String(repeating: "ก", count: 100_000)
        #expect(result(of: String(repeating: "ก", count: 20_000) + "ข", in: [line]) == .notFound)
    }
}

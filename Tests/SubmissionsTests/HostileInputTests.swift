import GradingCore
import Testing

@testable import Submissions

@Suite struct HostileInputTests {
    private let table = """
        หน่วยงาน,อบต.ตัวอย่าง
        ข้อ,คำตอบ,url1,url2,หมายเหตุ,อื่น
        o1,มี,"https://a.go.th
        https://b.go.th",https://c.go.th/แผน 1.pdf,"a ""b\""",x
        ,,https://d.go.th,,,
        ๑๒,ไม่มี,,,,

        """
    private let json = """
        {"agency": {"name": "อบต.", "type": "sao"}, "fiscal_year": 2566,
         "answers": [{"item": "o12", "answer": true, "urls": ["https://a.go.th/\\u0e01\\ud83d\\ude00"]}]}
        """
    private let scores = """
        {"fiscal_year": 2564, "indicators": {"1": "88.95", "2": 78.28, "การใช้อำนาจ": 8.401e1},
         "items": {"o1": 100, "o2": null}, "published": {"overall": "82.76", "level": "B"}}
        """
    private let scoreTable = "อันดับ,ตัวชี้วัด,คะแนน\n1,การปฏิบัติหน้าที่,๑๐๐\n2,การใช้อำนาจ,99.44%\n,คะแนนรวม,95.75\n,ระดับ,AA\n"

    private func readsSubmission(_ bytes: [UInt8]) -> Bool {
        do throws(SubmissionProblems) {
            let found = try submission(reading: bytes, fileName: "x", itemIDs: Fixture.list)
            return !written(found, as: .csv).isEmpty && !written(found, as: .json).isEmpty
        } catch {
            if error.problems.isEmpty { Issue.record("an error without problems") }
            return false
        }
    }

    private func readsScores(_ bytes: [UInt8]) -> Bool {
        do throws(ScoreFileProblems) {
            _ = try scoreFile(reading: bytes, fileName: "x")
            return true
        } catch {
            if error.problems.isEmpty { Issue.record("an error without problems") }
            return false
        }
    }

    /// How many of 2,000 mutations are read. That each of them returns is the point.
    private func sweep(_ original: [UInt8], seed: UInt64, _ reads: ([UInt8]) -> Bool) -> Int {
        var random = SeededRandom(seed: seed)
        return (0..<2_000).count { _ in reads(random.mutated(original)) }
    }

    @Test func `mutated submissions never crash the reader`() throws {
        #expect((1..<1_999).contains(sweep(Array(table.utf8), seed: 1, readsSubmission)))
        #expect((1..<1_999).contains(sweep(Array(json.utf8), seed: 2, readsSubmission)))
        let workbook = try Fixture.bytes("answers-with-title-rows-links-and-second-sheet.xlsx")
        #expect((1..<1_999).contains(sweep(workbook, seed: 3, readsSubmission)))
    }

    @Test func `mutated score files never crash the reader`() throws {
        #expect((1..<1_999).contains(sweep(Array(scoreTable.utf8), seed: 4, readsScores)))
        #expect((1..<1_999).contains(sweep(Array(scores.utf8), seed: 5, readsScores)))
        #expect((0..<1_999).contains(sweep(Array(table.utf8), seed: 6, readsScores)))
    }

    @Test func `deep and long JSON is an answer and not a crash`() {
        #expect(problems(String(repeating: "[", count: 100_000)).map(\.code) == [.jsonSyntax])
        #expect(problems("{\"answers\": [\(String(repeating: "{\"item\": 1},", count: 20_000)){\"item\": 2}]}").isEmpty)
    }

    @Test func `texts beyond the limit are refused before they are read`() {
        #expect(problems(String(repeating: "a", count: (8 << 20) + 1)).map(\.code) == [.tooLarge])
    }

    @Test(.timeLimit(.minutes(1)))
    func `large tables are read in time that grows with their size`() throws {
        let row = "o1,มี,https://a.go.th/x y?q=1,คำอธิบาย\n"
        let found = try read("item,answer,url,explanation\n" + String(repeating: row, count: 20_000))
        #expect(found.answers.count == 1)
        #expect(found.answers[0].urls.count == 1)
        #expect(problems(String(repeating: ",", count: 2_000_000)).map(\.code) == [.noItemColumn, .noURLColumn])
        #expect(problems("item,url\no1," + String(repeating: " \"", count: 500_000)).count <= 1)
    }
}

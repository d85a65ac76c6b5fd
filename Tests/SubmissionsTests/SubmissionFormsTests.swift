import GradingCore
import Testing
import WebEvidence

@testable import Submissions

@Suite struct SubmissionFormsTests {
    /// Answers of the ugliest kind that still are text.
    private static func sample(seed: UInt64) -> Submission {
        var random = SeededRandom(seed: seed)
        let notes = [
            "", "เมนู > แผน", "=1+1", "- รายการ", "-5", "@x", "'=x", "''+1", "บรรทัด 1\nบรรทัด 2", "a;b\tc,\"d\"",
            "+66 2 123", "_x0041_",
        ]
        let urls = [
            "https://a.go.th/x", "www.a.go.th/แผน ปี 66.pdf", "http://a.go.th/แผน งาน", "ไม่มี", "-",
            "https://a.go.th/a,b;c|d",
            "https://a.go.th/?q=\"x\"", "ftp://a.go.th/", "=HYPERLINK(\"x\")", "https://a.go.th/a https", "ข้อความ",
        ]
        let answers = Fixture.list.shuffled(using: &random).prefix(20).map { item in
            SubmittedAnswer(
                itemText: item.text, item: item, answer: [true, false, nil].randomElement(using: &random) ?? nil,
                urls: urls.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)).map {
                    SubmittedURL(verbatim: $0)
                }, explanation: notes.randomElement(using: &random) ?? "")
        }
        return Submission(
            agency: DeclaredAgency(
                name: "เทศบาลตำบลสมมติ", website: "https://a.go.th", type: .municipality, province: "น่าน"),
            fiscalYear: FiscalYear(2566), answers: answers)
    }

    private func facts(_ submission: Submission) -> [String] {
        submission.answers.map {
            "\($0.item.text)|\($0.answer.map(String.init) ?? "-")|\($0.urls.map(\.verbatim))|\($0.explanation)"
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `every form gives the same answers back`(seed: UInt64) throws {
        let meant = SubmissionFormsTests.sample(seed: seed)
        for bytes in [written(meant, as: .csv), written(meant, as: .json), try workbook(of: meant)] {
            let again = try submission(reading: bytes, fileName: "a", itemIDs: Fixture.list)
            #expect(facts(again) == facts(meant))
            #expect(!ConversionLoss.between(meant, and: again).contains { $0.kind == .answers })
        }
    }

    @Test func `a workbook keeps agency and year, a table says that it does not`() throws {
        let meant = SubmissionFormsTests.sample(seed: 3)
        let book = try submission(reading: try workbook(of: meant), fileName: "a", itemIDs: Fixture.list)
        #expect(book.agency == meant.agency && book.fiscalYear == meant.fiscalYear)
        #expect(book.warnings.allSatisfy { $0.code == .urlsWithNo })
        #expect(ConversionLoss.between(meant, and: book).isEmpty)
        let table = try submission(reading: written(meant, as: .csv), fileName: "a", itemIDs: Fixture.list)
        #expect(ConversionLoss.between(meant, and: table).map(\.kind) == [.agency, .fiscalYear])
    }

    @Test func `the year of a workbook chooses the list`() throws {
        let bytes = try workbook(of: SubmissionFormsTests.sample(seed: 1))
        var asked: [Int?] = []
        _ = try submission(reading: bytes, fileName: "a") { year in
            asked.append(year?.year)
            return Fixture.list
        }
        #expect(asked == [2566])
    }

    @Test func `columns of one's own come back in tables and are told as lost in JSON`() throws {
        let meant = try read("ข้อ,งบ,ลิงก์,ผู้รับผิดชอบ\no1,500,https://a.go.th/1,กองคลัง\no2,,https://a.go.th/2,สำนักปลัด\n")
        let again = try submission(reading: written(meant, as: .csv), fileName: "a", itemIDs: Fixture.list)
        #expect(again.unknownColumns.map(\.head) == ["งบ", "ผู้รับผิดชอบ"])
        #expect(again.unknownColumns[1].cells.values.sorted() == ["กองคลัง", "สำนักปลัด"])
        #expect(ConversionLoss.between(meant, and: again).isEmpty)
        let json = try submission(reading: written(meant, as: .json), fileName: "a", itemIDs: Fixture.list)
        #expect(ConversionLoss.between(meant, and: json).map(\.kind) == [.columns])
    }

    @Test func `where a search found an answer stays in JSON and is told as lost elsewhere`() throws {
        let text = """
            {"fiscal_year": 2566, "answers": [{"item": "o1", "urls": ["https://a.go.th/1"], "found_on": "https://a.go.th/ita",
             "confidence": "high", "candidates": ["https://a.go.th/2", {"url": "https://a.go.th/3", "title": "แผน", "quotes": ["ก"], "confidence": "low"}]}]}
            """
        let meant = try read(text)
        let origin = try #require(meant.answers[0].origin)
        #expect(origin.foundOn == "https://a.go.th/ita" && origin.confidence == "high")
        #expect(origin.candidates.map(\.url) == ["https://a.go.th/2", "https://a.go.th/3"])
        let json = try submission(reading: written(meant, as: .json), fileName: "a", itemIDs: Fixture.list)
        #expect(json.answers[0].origin == origin && json.warnings.isEmpty)
        let table = try submission(reading: written(meant, as: .csv), fileName: "a", itemIDs: Fixture.list)
        #expect(ConversionLoss.between(meant, and: table).map(\.kind).contains(.origin))
    }

    @Test func `what a table cannot hold is told and not hidden`() throws {
        let meant = Submission(
            agency: DeclaredAgency(), fiscalYear: nil,
            answers: [
                SubmittedAnswer(
                    itemText: "o7", item: ItemID("o7"), answer: nil, urls: [SubmittedURL(verbatim: "https://a.go.th/")],
                    explanation: "ก\u{0}ข")
            ])
        let again = try submission(reading: written(meant, as: .csv), fileName: "a", itemIDs: Fixture.list)
        let losses = ConversionLoss.between(meant, and: again)
        #expect(losses.map(\.kind) == [.answers] && losses[0].message.en.contains("o7"))
    }

    @Test(arguments: ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2+3", "'=1"])
    func `no cell of a table begins a formula`(note: String) throws {
        let meant = Submission(
            agency: DeclaredAgency(), fiscalYear: nil,
            answers: [SubmittedAnswer(itemText: "o1", item: ItemID("o1"), answer: nil, urls: [], explanation: note)])
        let text = String(decoding: written(meant, as: .csv), as: UTF8.self)
        #expect(text.contains(",'"))
        #expect(try read(text).answers[0].explanation == note)
    }
}

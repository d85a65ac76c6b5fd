import GradingCore
import Testing

@testable import Submissions

@Suite struct SubmissionProblemsTests {
    @Test func `every problem comes at once with its place`() {
        let found = problems(
            "item,answer,url\n,มี,https://x.go.th\nabc,มี,https://a.go.th\no99,มี,https://b.go.th\no1,มี,https://c.go.th\no1,ไม่มี,\no2,maybe,https://d.go.th\n9.1,มี,https://e.go.th\n"
        )
        #expect(
            found.map(\.code) == [
                .missingItem, .unreadableItem, .unknownItem, .conflictingAnswers, .unreadableAnswer, .unreadableItem,
            ])
        #expect(found.map(\.place.row) == [2, 3, 4, 6, 7, 8])
        #expect(found.map(\.place.column) == ["A", "A", "A", "A", "B", "A"])
        for problem in found {
            #expect(problem.place.file == "in.csv")
            #expect(!problem.message.th.isEmpty && !problem.message.en.isEmpty)
            #expect(!problem.fix.th.isEmpty && !problem.fix.en.isEmpty)
        }
        #expect(found[2].message.en.contains("o43"))
    }

    @Test(arguments: [
        ("", InputProblem.Code.emptyFile), ("  \n\n\t", .emptyFile), ("\u{FEFF}", .emptyFile), ("item,url\n", .noRows),
        ("ข้อ,คำตอบ\no1,มี\n", .noURLColumn), ("คำตอบ,url\nมี,https://a.go.th\n", .noItemColumn),
        ("<html><table><tr><td>ข้อ</td></tr></table></html>", .notATable), ("%PDF-1.7 x", .unsupportedFile),
        ("a\u{0}b", .notATable), ("item,url\no1,\"https://a.go.th\no2,https://b.go.th\n", .unclosedQuote),
        ("PK\u{3}\u{4}nothing", .damagedFile),
    ])
    func `a file that is no submission is told apart`(text: String, code: InputProblem.Code) {
        #expect(problems(text).map(\.code) == [code])
    }

    @Test func `a table without any head lacks both columns`() {
        #expect(problems("hello\nworld\n").map(\.code) == [.noItemColumn, .noURLColumn])
    }

    @Test func `an old workbook and a bomb are refused`() throws {
        do throws(SubmissionProblems) {
            _ = try submission(reading: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], fileName: "old.xls", itemIDs: nil)
            Issue.record("was read")
        } catch {
            #expect(error.problems.map(\.code) == [.unsupportedFile])
        }
        let bomb = try Fixture.bytes("bomb-sheet-of-forty-megabytes.xlsx")
        do throws(SubmissionProblems) {
            _ = try submission(reading: bomb, fileName: "bomb.xlsx", itemIDs: nil)
            Issue.record("was read")
        } catch {
            #expect(error.problems.map(\.code) == [.tooLarge])
        }
    }

    @Test(
        arguments: [
            ("{", InputProblem.Code.jsonSyntax, nil), ("[]", .jsonType, nil), ("{}", .missingMember, nil),
            (#"{"answers": {}}"#, .jsonType, "answers"), (#"{"answers": [1]}"#, .jsonType, "answers[0]"),
            (#"{"answers": [{"urls": []}]}"#, .missingMember, "answers[0]"),
            (#"{"answers": [{"item": "o1", "urls": [5]}]}"#, .jsonType, "answers[0].urls[0]"),
            (#"{"answers": [{"item": "o1", "answer": []}]}"#, .jsonType, "answers[0].answer"),
            (#"{"answers": [{"item": "o99"}]}"#, .unknownItem, "answers[0].item"),
            (#"{"answers": [{"item": true}]}"#, .jsonType, "answers[0].item"),
            (#"{"fiscal_year": 2023, "answers": []}"#, .badFiscalYear, "fiscal_year"),
            (#"{"agency": {"type": "village"}, "answers": []}"#, .unknownAgencyType, "agency.type"),
            (#"{"agency": {"name": 5}, "answers": []}"#, .jsonType, "agency.name"),
            (#"{"answers": [], "answers": []}"#, .jsonSyntax, nil), (#"{"answers": [],}"#, .jsonSyntax, nil),
        ] as [(String, InputProblem.Code, String?)])
    func `wrong JSON names its path`(text: String, code: InputProblem.Code, path: String?) {
        let found = problems(text)
        #expect(found.map(\.code) == [code])
        #expect(found.first?.place.path == path)
    }

    @Test func `JSON problems tell line and character`() {
        let found = problems("{\"answers\": [\n  {\"item\": \"กข\", \"urls\": []},\n  {\"item\" 5}]}")
        #expect(found.map(\.place.row) == [3])
        #expect(found.map(\.place.column) == ["11"])
        let ids = problems("{\"answers\": [\n  {\"item\": \"กข\", \"urls\": [1]}\n]}")
        #expect(ids.map(\.code) == [.jsonType, .unreadableItem])
        #expect(ids.map(\.place.row) == [2, 2])
    }

    @Test func `the same item on two sheets is a problem and endless problems are cut`() {
        var log = ProblemLog()
        var gathering = AnswerGathering(known: nil)
        for sheet in ["2565", "2566"] {
            let place = InputPlace(file: "a.xlsx", sheet: sheet, row: 2, column: "A")
            gathering.add(WrittenAnswer(itemText: "1", place: place, answer: nil, urls: [], explanation: ""), &log)
        }
        #expect(log.problems.map(\.code) == [.itemOnTwoSheets])
        let many = problems("item,url\n" + String(repeating: "abc,https://a.go.th\n", count: 5_000))
        #expect(many.count == 1_001)
        #expect(many.last?.code == .tooManyProblems)
    }
}

import GradingCore
import OfficeFiles
import Testing
import WebEvidence

@testable import Submissions

@Suite struct SuggestionTests {
    private func proposal(_ item: String, _ url: String, _ replacement: String) -> Suggestion {
        Suggestion(itemText: item, url: url, replacement: replacement, place: InputPlace(file: "s.json"))
    }

    private func edited(_ bytes: [UInt8], _ proposals: [Suggestion]) throws -> EditedSubmission {
        let read = try submission(reading: bytes, fileName: "in", itemIDs: Fixture.list)
        return EditedSubmission(
            bytes, fileName: "in", submission: read,
            plan: SuggestionPlan(proposals, for: read, itemIDs: Fixture.list), itemIDs: Fixture.list)
    }

    @Test(arguments: [
        // Only the address itself, not one that begins with it; several in a cell; quotes; other columns stay.
        (
            "ข้อ,ลิงก์,งบ\r\no1,\"https://a.go.th/x/y\r\nhttps://a.go.th/x\",  5 \r\n",
            "ข้อ,ลิงก์,งบ\r\no1,\"https://a.go.th/x/y\r\nhttps://a.go.th/new\",  5 \r\n"
        ),
        ("sep=;\nข้อ;ลิงก์\n;\no1;https://a.go.th/x\n", "sep=;\nข้อ;ลิงก์\n;\no1;https://a.go.th/new\n"),
        ("ข้อ\tลิงก์\nO 1\t https://a.go.th/x", "ข้อ\tลิงก์\nO 1\thttps://a.go.th/new"),
        // The same address twice in one item, with rows between.
        (
            "ข้อ,ลิงก์\no1,https://a.go.th/x\no2,https://a.go.th/x\no1,https://a.go.th/x\n",
            "ข้อ,ลิงก์\no1,https://a.go.th/new\no2,https://a.go.th/x\no1,https://a.go.th/new\n"
        ),
        (
            "{\"answers\": [{\"item\": 1, \"x\": [1.50, {}], \"urls\": [\"https:\\/\\/a.go.th\\/x\"]}],\n\"z\": 1}",
            "{\"answers\": [{\"item\": 1, \"x\": [1.50, {}], \"urls\": [\"https://a.go.th/new\"]}],\n\"z\": 1}"
        ),
        (
            "{\"answers\": [{\"item\": \"o1\", \"url\": \"https://a.go.th/x https://a.go.th/y\"}]}",
            "{\"answers\": [{\"item\": \"o1\", \"url\": \"https://a.go.th/new https://a.go.th/y\"}]}"
        ),
    ])
    func `an address is replaced where it stands and nothing else changes`(before: String, after: String) throws {
        let result = try edited(Array(before.utf8), [proposal("o1", "https://a.go.th/x", "https://a.go.th/new")])
        #expect(result.plan.steps.map(\.effect) == [.replaced])
        #expect(String(decoding: result.bytes, as: UTF8.self) == after)
    }

    @Test(arguments: [
        ("ข้อ,ลิงก์\no1,https://a/1\no2,https://a/2", "ข้อ,ลิงก์\no1,https://a/1\no1,https://new/\no2,https://a/2"),
        ("ข้อ,ลิงก์\no2,https://a/2", "ข้อ,ลิงก์\no2,https://a/2\no1,https://new/"),
        ("ข้อ,คำตอบ,ลิงก์\r\no1,ไม่มี\r\n", "ข้อ,คำตอบ,ลิงก์\r\no1,มี,https://new/\r\n"),
        ("ข้อ,ลิงก์,หมายเหตุ\no1,\"\",ก\n", "ข้อ,ลิงก์,หมายเหตุ\no1,\"https://new/\",ก\n"),
        (
            "{\"answers\": []}",
            "{\"answers\": [\n    {\"item\": \"o1\", \"answer\": null, \"urls\": [\"https://new/\"], \"explanation\": \"\"}\n  ]}"
        ),
        (
            "{\"answers\": [{\"item\": \"o1\", \"answer\": false}]}",
            "{\"answers\": [{\"item\": \"o1\", \"answer\": true, \"urls\": [\"https://new/\"]}]}"
        ),
        (
            "{\"answers\": [{\"item\": \"o1\", \"urls\": null}]}",
            "{\"answers\": [{\"item\": \"o1\", \"urls\": [\"https://new/\"]}]}"
        ),
    ])
    func `an address is added where the item stands`(before: String, after: String) throws {
        let result = try edited(Array(before.utf8), [proposal("๐๑", "", "https://new/")])
        #expect(result.plan.steps.map(\.effect) == [.added])
        #expect(String(decoding: result.bytes, as: UTF8.self) == after)
    }

    @Test func `a file keeps its encoding`() throws {
        let thai = try Fixture.bytes("answers-in-windows-874.csv")
        let result = try edited(
            thai, [proposal("o1", "https://www.example.go.th/a", "https://www.example.go.th/แผน.pdf")])
        #expect(result.bytes.count == thai.count + 6 && result.bytes.starts(with: thai.prefix(56)))
        #expect(result.submission.answers[0].urls[0].verbatim == "https://www.example.go.th/แผน.pdf")
        let wide = try Fixture.bytes("answers-in-utf-16.tsv")
        let other = try edited(wide, [proposal("12", "https://www.example.go.th/ก", "https://www.example.go.th/ข")])
        #expect(other.bytes.count == wide.count && other.bytes.starts(with: wide.prefix(2)))
        #expect(other.submission.answers[0].urls[0].verbatim == "https://www.example.go.th/ข")
    }

    @Test func `a character that the file's encoding lacks is refused, not spoilt`() throws {
        let thai = try Fixture.bytes("answers-in-windows-874.csv")
        let result = try edited(thai, [proposal("o1", "https://www.example.go.th/a", "https://www.example.go.th/计划")])
        #expect(result.plan.steps.map(\.effect) == [.notEditable] && result.bytes == thai)
    }

    @Test func `a workbook keeps title rows, sheets and links`() throws {
        let bytes = try Fixture.bytes("answers-with-title-rows-links-and-second-sheet.xlsx")
        let before = try OfficeFile.spreadsheet(bytes)
        let result = try edited(
            bytes,
            [
                proposal("o1", "https://www.example.go.th/more", "https://www.example.go.th/moved"),
                proposal("o1", "https://www.example.go.th/structure", "https://www.example.go.th/new?a=1&b=2"),
                proposal("o3", "", "https://www.example.go.th/o3"), proposal("o2", "", "https://www.example.go.th/o2"),
            ])
        #expect(result.plan.steps.map(\.effect) == [.replaced, .replaced, .added, .added])
        let after = try OfficeFile.spreadsheet(result.bytes)
        #expect(after.sheets.map(\.name) == before.sheets.map(\.name))
        #expect(after.sheets[0].rows.prefix(4) == before.sheets[0].rows.prefix(4))
        #expect(Array(after.sheets.dropFirst()) == Array(before.sheets.dropFirst()))
        let answers = Dictionary(result.submission.answers.map { ($0.item.text, $0.urls.map(\.verbatim)) }) { $1 }
        #expect(answers["o1"]?.first == "https://www.example.go.th/new?a=1&b=2")
        #expect(answers["o1"]?.last == "https://www.example.go.th/moved")
        #expect(answers["o2"] == ["https://www.example.go.th/o2"] && answers["o3"] == ["https://www.example.go.th/o3"])
        #expect(result.submission.answers.first { $0.item.text == "o2" }?.answer == true)
    }

    @Test func `what does not match is told apart from what was done before`() throws {
        let read = try read("ข้อ,ลิงก์\no1,https://a.go.th/new\no2,www.a.go.th/x\n")
        let plan = SuggestionPlan(
            [
                proposal("o1", "https://a.go.th/x", "https://a.go.th/new"),
                proposal("o1", "https://a.go.th/x", "https://a.go.th/2"),
                proposal("o2", "http://www.a.go.th/x", "https://a.go.th/3"), proposal("o99", "", "https://a.go.th/4"),
                proposal("หน้าแรก", "", "https://a.go.th/4"), proposal("o1", "", "https://a.go.th/new"),
            ], for: read, itemIDs: Fixture.list)
        #expect(
            plan.steps.map(\.effect) == [
                .alreadyThere, .unmatched, .replaced, .unknownItem, .unknownItem, .alreadyThere,
            ])
        #expect(plan.steps[2].url == "www.a.go.th/x")
    }

    @Test(arguments: [
        ("{}", InputProblem.Code.missingMember), ("{\"suggestions\": 5}", .jsonType), ("[1]", .jsonType),
        ("{\"suggestions\": [", .jsonSyntax),
        ("[{\"item\": \"o1\"}]", .missingMember),
        ("[{\"item\": \"o1\", \"replacement\": \"javascript:alert(1)\"}]", .badReplacement),
        ("[{\"item\": \"o1\", \"replacement\": \"www.a.go.th\"}]", .badReplacement),
        ("[{\"item\": \"o1\", \"replacement\": \"https://a.go.th/\\nx\"}]", .badReplacement),
        ("[{\"item\": [], \"replacement\": \"https://a.go.th/\"}]", .jsonType),
    ])
    func `proposals that cannot be meant are refused with their place`(text: String, code: InputProblem.Code) {
        do throws(SubmissionProblems) {
            _ = try SuggestionFile(reading: Array(text.utf8), fileName: "s.json")
            Issue.record("was read")
        } catch {
            #expect(error.problems.map(\.code) == [code] && error.problems[0].place.file == "s.json")
        }
    }

    @Test func `proposals are found in a report, whatever else it holds`() throws {
        let text =
            "{\"schema\": \"oit-report/1\", \"fiscal_year\": 2566, \"items\": [], \"suggestions\": [{\"item\": \"o1\", \"url\": null, \"replacement\": \"https://a.go.th/1\", \"why\": \"ย้าย\", \"more\": 1}]}"
        let file = try SuggestionFile(reading: Array(text.utf8), fileName: "report.json")
        #expect(
            file.fiscalYear == FiscalYear(2566) && file.suggestions.map(\.url) == [""]
                && file.suggestions[0].why == "ย้าย")
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `a damaged file is never changed beyond what was meant`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let sound =
            "ข้อ,คำตอบ,ลิงก์,หมายเหตุ\no1,มี,\"https://a.go.th/x https://a.go.th/y\",ก\no2,ไม่มี,,\n\no3,มี,https://a.go.th/x,\"ข\"\n"
        let bytes = random.mutated(Array(sound.utf8))
        let found: Submission
        do throws(SubmissionProblems) {
            found = try submission(reading: bytes, fileName: "in", itemIDs: Fixture.list)
        } catch { return }
        let result = try edited(
            bytes, [proposal("o1", "https://a.go.th/x", "https://a.go.th/new"), proposal("o2", "", "https://b.go.th/")])
        let others = { (submission: Submission) in
            submission.answers.filter { !["o1", "o2"].contains($0.item.text) }.map {
                "\($0.item.text) \($0.urls.map(\.verbatim)) \($0.explanation)"
            }
        }
        #expect(others(result.submission) == others(found))
    }
}

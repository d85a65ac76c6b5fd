import Foundation
import Testing

@Suite("oit score on an agency's own report")
struct ScoreCommandTests {
    private static let fixtures = BuiltProgram.root.appending(path: "Tests/ScoreReportsTests/Fixtures")

    private func run(_ fixture: String, _ words: [String] = []) throws -> BuiltProgram.Result {
        try BuiltProgram.run(["score", Self.fixtures.appending(path: fixture).path] + words)
    }

    private func inFolder(_ text: String, _ words: [String] = []) throws -> BuiltProgram.Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "oit-score-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appending(path: "report.txt"))
        return try BuiltProgram.run(["score", "report.txt"] + words, in: folder)
    }

    @Test(
        "exit 0 where everything agrees, 1 where something does not, 65 for what is no report of a result",
        arguments: [
            ("seen/agrees-docx-merged-instruments/report.docx", 0), ("held-out/agrees-odt-other-order/report.odt", 0),
            ("held-out/agrees-memo-pdf-thai-digits/report.pdf", 0),
            ("held-out/disagrees-level-misspelt-html/report.html", 1),
            ("seen/disagrees-level-not-possible/report.txt", 1), ("seen/refused-other-assessment/report.html", 65),
            ("held-out/refused-measures-without-scores/report.docx", 65), ("seen/unread-minima-only/report.docx", 0),
        ])
    func exits(fixture: String, code: Int32) throws {
        let result = try run(fixture)
        #expect(result.code == code, "\(result.output) \(result.errors)")
    }

    @Test("with --strict a report that leaves something unread is 2")
    func strict() throws {
        #expect(try run("seen/unread-minima-only/report.docx", ["--strict"]).code == 2)
    }

    @Test("JSON keeps the members of the figures and adds what the report says")
    func json() throws {
        let result = try run("held-out/disagrees-prose-counts-pdf/report.pdf", ["--format", "json"])
        #expect(result.output == (try run("held-out/disagrees-prose-counts-pdf/report.pdf", ["--json"])).output)
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(
            Set(document.keys) == [
                "agrees", "conflicts", "indicators", "instruments", "levels", "overall", "report", "sub_indicators",
            ])
        let report = try #require(document["report"] as? [String: Any])
        #expect(
            Set(report.keys) == [
                "agency", "checks", "figures", "fiscal_year", "fiscal_years", "items_without_points", "levels",
                "outcome",
                "schema", "unread",
            ])
        #expect(report["outcome"] as? String == "disagrees" && report["fiscal_year"] as? Int == 2564)
        let checks = try #require(report["checks"] as? [[String: Any]])
        let wrong = checks.filter { $0["agrees"] as? Bool == false }
        #expect(Set(wrong.compactMap { $0["code"] as? String }) == ["count", "lowest"])
        #expect((wrong.first?["place"] as? [String: Any])?["page"] as? Int == 1)
    }

    @Test("the terminal says in Thai and English what does not agree, with the words of the report")
    func languages() throws {
        let thai = try run("held-out/disagrees-level-misspelt-html/report.html", ["--language", "th"]).output
        #expect(thai.contains("ไม่ตรงกัน (1)") && thai.contains("รายงานระบุ “ผ่านดี” แต่ตามคะแนนต้องเป็น “ผ่าน”"))
        let english = try run("held-out/disagrees-level-misspelt-html/report.html", ["--language", "en"]).output
        #expect(english.contains("Does not agree (1)") && english.contains("page") == false)
    }

    @Test("a table of figures stays one, also where it names the assessment")
    func table() throws {
        let rows = (1...10).map { "\($0),90.00" }.joined(separator: "\n")
        let result = try inFolder("ตัวชี้วัด,คะแนน\n\(rows)\n", ["--year", "2564", "--json"])
        #expect(result.code == 0 && !result.output.contains("\"report\""), "\(result.errors)")
    }

    @Test("a report without a year asks for one; a text of anything else names both reasons")
    func refusals() throws {
        let undated = try inFolder("ผลการประเมิน ITA\nคะแนนรวม 82.00 คะแนน อยู่ในระดับ B\n")
        #expect(undated.code == 64 && undated.errors.contains("--year"), "\(undated.errors)")
        let other = try inFolder("รายงานการประชุมสภา ครั้งที่ 2 ผู้เข้าประชุม 12 คน\n")
        #expect(other.code == 65 && other.errors.contains("ITA"), "\(other.errors)")
        #expect(try inFolder("", []).code == 65)
    }

    @Test("an unknown format is 64")
    func format() throws {
        #expect(try run("seen/unread-minima-only/report.docx", ["--format", "pdf"]).code == 64)
    }
}

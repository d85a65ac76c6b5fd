import Foundation
import TestSupport
import Testing

/// `oit submission` as a user meets it: exit codes, messages, files.
@Suite struct SubmissionCommandTests {
    private static let csv = """
        ข้อ,คำตอบ,ลิงก์,หมายเหตุ
        o1,มี,https://www.a.go.th/1,เมนู
        o5,มี,https://www.a.go.th/contact.pdf,
        o11,มี,https://www.a.go.th/plan-2566,
        o12,มี,https://www.a.go.th/report,
        o6,ไม่มี,,

        """

    private func inFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        try await withTemporaryFolder { folder in
            try Data(SubmissionCommandTests.csv.utf8).write(to: folder.appending(path: "a.csv"))
            return try await body(folder)
        }
    }

    private func oit(_ words: [String], in folder: URL) throws -> BuiltProgram.Result {
        try BuiltProgram.run(["submission"] + words, in: folder)
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(arguments: [
        (["frobnicate", "a.csv"], "frobnicate"), ([], "verb"), (["show"], "one submission"),
        (["diff", "a.csv"], "two submissions"),
        (["apply", "a.csv"], "proposals"), (["show", "a.csv"], "--year"), (["check", "a.csv"], "--year"),
        (["convert", "a.csv", "--to", "pdf", "--year", "2566"], "csv, xlsx or json"),
        (["convert", "a.csv", "--year", "2566"], "--to"),
        (["show", "a.csv", "--to", "2567", "--year", "2566"], "--to"),
        (["rollover", "a.csv", "--year", "2566"], "--to 2567"),
        (["rollover", "a.csv", "--year", "2566", "--to", "soon"], "soon"),
        (["page", "a.csv", "--year", "2566", "--website", "ข้อความ"], "--website"),
        (["rollover", "a.csv", "--year", "2566", "--to", "2567", "--output", "x.txt"], "csv, xlsx or json"),
        (["check", "a.csv", "--language", "fr"], "--language"),
    ])
    func `a wrong command line is 64 and says what is wrong`(words: [String], said: String) async throws {
        try await inFolder { folder in
            let result = try oit(words, in: folder)
            #expect(result.code == 64 && result.errors.contains(said), "\(result.errors)")
            #expect(result.output.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
        }
    }

    @Test(arguments: [
        ["show", "none.csv"], ["check", "none.csv"], ["convert", "none.csv", "--to", "json"],
        ["diff", "a.csv", "none.csv"],
        ["apply", "a.csv", "none.json"], ["apply", "none.csv", "a.csv"], ["page", "none.csv"],
        ["rollover", "none.csv", "--to", "2567"],
    ])
    func `a missing file is 66`(words: [String]) async throws {
        try await inFolder { folder in
            let result = try oit(words + ["--year", "2566"], in: folder)
            #expect(result.code == 66 && result.errors.contains("none."), "\(result.errors)")
        }
    }

    @Test(arguments: [
        ["show"], ["check"], ["convert", "--to", "json"], ["page"], ["rollover", "--to", "2567"],
    ])
    func `bad content is 65 and every place is named, in the language asked for`(words: [String]) async throws {
        try await inFolder { folder in
            try Data("ข้อ,คำตอบ,ลิงก์\no99,มี,https://a/\nx,อาจจะ,https://b/\n".utf8).write(
                to: folder.appending(path: "bad.csv"))
            let call = [words[0], "bad.csv"] + words.dropFirst() + ["--year", "2566"]
            let english = try oit(call, in: folder)
            let thai = try oit(call + ["--language", "th"], in: folder)
            #expect(english.code == 65 && thai.code == 65)
            let said = english.output + english.errors
            #expect(said.contains("row 2") && said.contains("row 3") && said.contains("column A"), "\(said)")
            #expect((thai.output + thai.errors).contains("แถว 2"))
        }
    }

    @Test func `output that cannot be written is 74 and leaves nothing behind`() async throws {
        try await inFolder { folder in
            for words in [
                ["convert", "a.csv", "--to", "json"], ["page", "a.csv"], ["rollover", "a.csv", "--to", "2567"],
            ] {
                let result = try oit(words + ["--year", "2566", "--output", "no/folder/x.json"], in: folder)
                #expect(result.code == 74 && result.errors.contains("no/folder"), "\(result.errors)")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
        }
    }

    @Test func `show tells each item of the year and counts`() async throws {
        try await inFolder { folder in
            let result = try oit(["show", "a.csv", "--year", "2566", "--json"], in: folder)
            let shown = try json(result.output)
            let counts = try #require(shown["counts"] as? [String: Int])
            #expect(counts == ["items": 43, "submitted": 4, "answered_no": 1, "no_url": 0, "no_row": 38, "urls": 4])
            let items = try #require(shown["items"] as? [[String: Any]])
            #expect(
                items.count == 43 && items[1]["answer"] is NSNull
                    && items[4]["urls"] as? [String] == ["https://www.a.go.th/contact.pdf"])
            let text = try oit(["show", "a.csv", "--year", "2566", "--language", "th"], in: folder).output
            #expect(text.contains("โครงสร้าง  [มีลิงก์]") && text.contains("ตอบไม่มี 1"))
        }
    }

    @Test func `warnings alone are no failure`() async throws {
        try await inFolder { folder in
            let result = try oit(
                ["check", "a.csv", "--year", "2566", "--website", "https://b.go.th", "--json"], in: folder)
            let found = try json(result.output)
            #expect(result.code == 0 && found["valid"] as? Bool == true)
            let codes = try #require(found["warnings"] as? [[String: Any]]).compactMap { $0["code"] as? String }
            #expect(codes.count { $0 == "other_host" } == 4 && codes.count { $0 == "item_without_row" } == 38)
        }
    }

    @Test func `a submission goes through every form and comes back the same`() async throws {
        try await inFolder { folder in
            let year = ["--year", "2566", "--agency", "เทศบาลตำบลสมมติ", "--website", "https://www.a.go.th"]
            #expect(try oit(["convert", "a.csv", "--output", "b.xlsx"] + year, in: folder).code == 0)
            #expect(try oit(["convert", "b.xlsx", "--output", "c.json"], in: folder).code == 0)
            let table = try oit(["convert", "c.json", "--to", "csv", "--output", "d.csv"], in: folder)
            #expect(table.code == 0 && table.errors.contains("--year 2566") && table.errors.contains("--agency"))
            let same = try oit(["diff", "a.csv", "d.csv", "--json"], in: folder)
            #expect(try json(same.output)["unchanged"] as? Int == 5)
            #expect((try json(same.output)["entries"] as? [Any])?.isEmpty == true)
            let json = try String(contentsOf: folder.appending(path: "c.json"), encoding: .utf8)
            #expect(json.contains("\"fiscal_year\": 2566") && json.contains("เทศบาลตำบลสมมติ"))
        }
    }

    @Test func `proposals are written, and refused as a whole where one does not match`() async throws {
        try await inFolder { folder in
            let good =
                #"{"fiscal_year": 2566, "suggestions": [{"item": "o1", "url": "https://www.a.go.th/1", "replacement": "https://www.a.go.th/new", "why": "moved"}]}"#
            let bad =
                #"{"suggestions": [{"item": "o1", "url": "https://www.a.go.th/1", "replacement": "https://www.a.go.th/2"}, {"item": "o5", "url": "https://x/", "replacement": "https://y.go.th/"}]}"#
            try Data(good.utf8).write(to: folder.appending(path: "good.json"))
            try Data(bad.utf8).write(to: folder.appending(path: "bad.json"))
            func text() throws -> String { try String(contentsOf: folder.appending(path: "a.csv"), encoding: .utf8) }
            let refused = try oit(["apply", "a.csv", "bad.json"], in: folder)
            #expect(refused.code == 65 && refused.errors.contains("suggestions[1]"))
            #expect(try text() == SubmissionCommandTests.csv)
            #expect(try oit(["apply", "a.csv", "good.json", "--dry-run"], in: folder).code == 0)
            #expect(try text() == SubmissionCommandTests.csv)
            #expect(try oit(["apply", "a.csv", "good.json"], in: folder).code == 0)
            #expect(
                try text()
                    == SubmissionCommandTests.csv.replacingOccurrences(
                        of: "https://www.a.go.th/1,", with: "https://www.a.go.th/new,"))
            let again = try oit(["apply", "a.csv", "good.json", "--json"], in: folder)
            #expect(again.code == 0 && again.output.contains("already_there"))
            #expect(
                try oit(["apply", "a.csv", "bad.json", "--matching-only", "--output", "b.csv"], in: folder).code == 0)
        }
    }

    @Test func `a submission is carried by topic and the new one is written`() async throws {
        try await inFolder { folder in
            let result = try oit(
                [
                    "rollover", "a.csv", "--year", "2566", "--to", "2567", "--as-of", "2024-02-10", "--json",
                    "--output", "new.json",
                ], in: folder)
            let found = try json(result.output)
            #expect(result.code == 0 && found["from"] as? Int == 2566 && found["to"] as? Int == 2567)
            let items = try #require(found["items"] as? [[String: Any]])
            let plan = try #require(items.first { $0["to"] as? String == "o8" })
            #expect(
                plan["change"] as? String == "merged" && plan["from"] as? [String] == ["o11", "o12"]
                    && plan["must_renew"] as? Bool == true)
            #expect(items.contains { $0["change"] as? String == "gone" && $0["to"] is NSNull })
            let new = try json(try String(contentsOf: folder.appending(path: "new.json"), encoding: .utf8))
            let answers = try #require(new["answers"] as? [[String: Any]])
            #expect(
                new["fiscal_year"] as? Int == 2567
                    && answers.compactMap { $0["item"] as? String } == ["o1", "o4", "o8"])
            let text = try oit(
                ["rollover", "a.csv", "--year", "2566", "--to", "2567", "--as-of", "2024-02-10", "--language", "th"],
                in: folder
            ).output
            #expect(
                text.contains("o11 + o12 → o8") && text.contains("ปีงบประมาณ พ.ศ. 2567")
                    && text.contains("30 เม.ย. 2567") && text.contains("ไม่ถามแล้ว"))
            let all = try oit(
                [
                    "rollover", "a.csv", "--year", "2566", "--to", "2567", "--all-items", "--quiet", "--output",
                    "all.csv",
                ], in: folder)
            #expect(all.code == 0)
            #expect(
                try String(contentsOf: folder.appending(path: "all.csv"), encoding: .utf8).split(separator: "\r\n")
                    .count == 35 + 1 + 1)
        }
    }

    @Test func `the page of the year is Thai unless another language is asked for`() async throws {
        try await inFolder { folder in
            #expect(try oit(["page", "a.csv", "--year", "2566", "--as-of", "2023-05-15"], in: folder).code == 0)
            let page = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
            #expect(
                page.contains("<html lang=\"th\">") && page.contains("https://www.a.go.th/contact.pdf")
                    && page.contains("application/ld+json"))
            #expect(
                try oit(["page", "a.csv", "--year", "2566", "--language", "en", "--output", "en.html"], in: folder).code
                    == 0)
            #expect(
                try String(contentsOf: folder.appending(path: "en.html"), encoding: .utf8).contains(
                    "<html lang=\"en\">"))
        }
    }

    @Test func `a closed pipe and a full disk are told apart`() async throws {
        try await inFolder { folder in
            let process = BuiltProgram.process(
                ["submission", "convert", "a.csv", "--to", "xlsx", "--year", "2566"], in: folder)
            process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 74)
        }
    }
}

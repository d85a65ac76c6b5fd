import Foundation
import TestSupport
import Testing

/// Exit codes and messages of the built program on good and bad command lines and files.
@Suite struct CommandLineTests {
    private func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "oit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    @Test(
        "a wrong command line is 64 and says what is wrong",
        arguments: [
            (["frobnicate"], "unknown command"), (["audit"], "name a submission"),
            (["audit", "--nonsense"], "unknown option"),
            (["audit", "--year"], "needs a value"), (["audit", "x.csv", "--as-of", "yesterday"], "--as-of"),
            (["audit", "--sample", "--format", "xls"], "--format"),
            (["audit", "--sample", "--retries", "many"], "--retries"),
            (["audit", "--sample", "--resolve", "nothing"], "--resolve"),
            (["audit", "--sample", "--allow-network", "everywhere"], "--allow-network"),
            (["audit", "--sample", "--fail-under", "101"], "--fail-under"),
            (["audit", "--sample", "--language", "fr"], "--language"),
            (["checklist"], "subcommand"), (["checklist", "diff", "2566"], "two years"), (["score"], "name one file"),
            (["checklist", "show"], "--year"),
        ])
    func wrongCommandLine(words: [String], said: String) throws {
        try inFolder { folder in
            try Data("ข้อ,ลิงก์\no1,http://x.example/\n".utf8).write(to: folder.appending(path: "x.csv"))
            let result = try BuiltProgram.run(words, in: folder)
            #expect(result.code == 64 && result.errors.contains(said), "\(result.errors)")
            #expect(result.output.isEmpty)
        }
    }

    @Test("two mistakes on one command line are named together")
    func together() throws {
        let result = try BuiltProgram.run(["audit", "--one", "--two"])
        #expect(result.errors.contains("--one") && result.errors.contains("--two"))
    }

    @Test(
        "content that is invalid is 65 and names every place",
        arguments: [
            ("bad.csv", "ข้อ,ลิงก์\no99,http://a.example/\nhello,http://b.example/\n", ["row 2", "row 3"]),
            ("empty.csv", "", ["empty"]), ("bad.json", "{\"agency\": ", ["row 1"]),
            ("type.json", "{\"fiscal_year\": \"2566\", \"answers\": 5}", ["answers"]),
            ("head.csv", "foo,bar\n1,2\n", ["column"]),
        ])
    func invalid(name: String, text: String, said: [String]) throws {
        try inFolder { folder in
            try Data(text.utf8).write(to: folder.appending(path: name))
            let result = try BuiltProgram.run(["audit", name, "--year", "2566"], in: folder)
            #expect(result.code == 65, "\(result.errors)")
            for word in said { #expect(result.errors.contains(word), "\(result.errors)") }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
        }
    }

    @Test("a table names no year, so that without --year it is 64; a year without a list is 65; a missing file 66")
    func yearAndFile() throws {
        try inFolder { folder in
            try Data("ข้อ,ลิงก์\no1,http://x.example/\n".utf8).write(to: folder.appending(path: "x.csv"))
            #expect(try BuiltProgram.run(["audit", "x.csv"], in: folder).code == 64)
            let other = try BuiltProgram.run(["audit", "x.csv", "--year", "2023"], in: folder)
            #expect(other.code == 65 && other.errors.contains("2566"))
            #expect(try BuiltProgram.run(["audit", "none.csv", "--year", "2566"], in: folder).code == 66)
            #expect(try BuiltProgram.run(["score", "none.json"], in: folder).code == 66)
        }
    }

    @Test("an output folder that cannot be made is 74 before anything is fetched")
    func output() throws {
        try inFolder { folder in
            try Data("x".utf8).write(to: folder.appending(path: "file"))
            let result = try BuiltProgram.run(["audit", "--sample", "--output", "file/below"], in: folder)
            #expect(result.code == 74 && result.errors.contains("file/below"))
        }
    }

    @Test("the sample audit writes the four files, prints JSON on request, and keeps its gates")
    func sample() throws {
        try inFolder { folder in
            let words = ["audit", "--sample", "--second-pass", "0", "--output", "out"]
            let plain = try BuiltProgram.run(words, in: folder)
            #expect(plain.code == 0 && plain.output.contains("62.75"), "\(plain.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path).sorted()
            #expect(names == ["evidence.csv", "items.csv", "oit.sqlite", "report.html", "report.json"])
            let json = try BuiltProgram.run(words + ["--json", "--format", "json"], in: folder)
            let written = try String(contentsOf: folder.appending(path: "out/report.json"), encoding: .utf8)
            #expect(json.output == written)
            #expect(try BuiltProgram.run(words + ["--fail-under", "85", "--quiet"], in: folder).code == 1)
            #expect(try BuiltProgram.run(words + ["--strict", "--quiet"], in: folder).code == 2)
            #expect(try BuiltProgram.run(words + ["--fail-under", "60", "--quiet"], in: folder).output.isEmpty)
        }
    }

    @Test("a published score is recomputed, with its level and whether it agrees")
    func score() throws {
        try inFolder { folder in
            let text = """
                {"fiscal_year": 2564, "indicators": {"1": "88.95", "2": "78.28", "3": "84.01", "4": "81.4", "5": "78.82", "6": "84.95",
                 "7": "86.63", "8": "83.53", "9": "69.07", "10": "93.75"}, "published": {"overall": "82.76", "level": "B"}}
                """
            try Data(text.utf8).write(to: folder.appending(path: "s.json"))
            let result = try BuiltProgram.run(["score", "s.json", "--json"], in: folder)
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            let overall = try #require(document["overall"] as? [String: Any])
            #expect(overall["published"] as? String == "82.76" && overall["exact"] as? String == "82.7626")
            #expect(document["levels"] as? [String] == ["B"] && document["agrees"] as? Bool == true)
        }
    }

    @Test("a new list is valid as written")
    func skeleton() throws {
        try inFolder { folder in
            #expect(try BuiltProgram.run(["checklist", "new", "mine.json"], in: folder).code == 0)
            let check = try BuiltProgram.run(["checklist", "validate", "--checklist", "mine.json"], in: folder)
            #expect(check.code == 0, "\(check.errors)")
            #expect(try BuiltProgram.run(["checklist", "new", "mine.json"], in: folder).code == 74)
        }
    }

    @Test("the years are listed as JSON in the shape of the contract")
    func list() throws {
        let result = try BuiltProgram.run(["checklist", "list", "--json"])
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
        #expect(rows.map { $0["year"] as? Int } == [2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569])
        #expect(rows.map { $0["items"] as? Int } == [48, 43, 43, 43, 43, 35, 28, 26])
    }
}

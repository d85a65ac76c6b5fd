import Digests
import Foundation
import TestSupport
import Testing

/// The files that offices use, as a user asks for them.
@Suite struct OfficeReportTests {
    private static let report = BuiltProgram.root.appending(path: "reports/sample/report.json").path

    private func oit(
        _ folder: URL, _ words: [String], environment: [String: String] = [:]
    ) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            words, in: folder,
            environment: ["OIT_STORE": folder.appending(path: "store").path].merging(environment) { $1 })
    }

    private func bytes(_ folder: URL, _ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: name))
    }

    /// The text of every member of a zip archive.
    private func members(_ folder: URL, _ name: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            "-c",
            "import sys, zipfile\nfor n in zipfile.ZipFile(sys.argv[1]).namelist(): "
                + "print(zipfile.ZipFile(sys.argv[1]).read(n).decode())",
            folder.appending(path: name).path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }

    @Test(
        "the name of the output file says what is written",
        arguments: [
            ("memo.odt", "PK"), ("memo.docx", "PK"), ("REPORT.XLSX", "PK"), ("report.pdf", "%PDF"),
            ("junit.xml", "<?xml"), ("badge.svg", "<svg"), ("page.html", "<!DOCTYPE"), ("copy.json", "{"),
        ])
    func endings(_ name: String, _ lead: String) async throws {
        try await withTemporaryFolder { folder in
            let result = try oit(folder, ["report", Self.report, "--output", name])
            #expect(result.code == 0 && result.output == "\(name)\n", "\(result.errors)")
            #expect(try bytes(folder, name).starts(with: Data(lead.utf8)))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
        }
    }

    @Test("formats go into a folder under fixed names, beside what else is asked for")
    func folder() async throws {
        try await withTemporaryFolder { folder in
            let list = "xlsx,memo,junit,badge,csv"
            let result = try oit(folder, ["report", Self.report, "--format", list, "--output", "out", "--quiet"])
            #expect(result.code == 0, "\(result.errors)")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path).sorted()
                    == ["badge.svg", "evidence.csv", "items.csv", "junit.xml", "memo.odt", "report.xlsx"])
        }
    }

    @Test(
        "a wrong wish is told before anything is written",
        arguments: [
            (["--format", "xls"], 64, "html, json, csv, xlsx, pdf, memo, docx, junit, badge"),
            (["--format", "pdf", "--output", "a.xlsx"], 64, "a.xlsx"),
            (["--summary", "--output", "a.odt"], 64, "html, json, csv or xlsx"),
            ([Self.report, "--output", "a.pdf"], 64, "one RUN"),
            (["--output", "a.odt", "--strength", "x"], 64, "--strength"),
            (["--output", "a.odt", "--strength", "80"], 64, "--improve"),
            (["--output", "a.odt", "--scores", "none.json"], 66, "none.json"),
            (["--output", "none/a.odt"], 74, "none/a.odt"),
        ])
    func wrong(_ words: [String], _ code: Int32, _ said: String) async throws {
        try await withTemporaryFolder { folder in
            let result = try oit(folder, ["report", Self.report] + words)
            #expect(result.code == code && result.errors.contains(said), "\(result.code): \(result.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("a memo that somebody filled in is kept, an untouched one is replaced")
    func keepsMemo() async throws {
        try await withTemporaryFolder { folder in
            func write() throws -> BuiltProgram.Result {
                try oit(folder, ["report", Self.report, "--output", "memo.odt"])
            }
            #expect(try write().errors.isEmpty && write().errors.isEmpty)
            try Data("กรอกแล้ว".utf8).write(to: folder.appending(path: "memo.odt"))
            #expect(try write().errors.contains("memo-1.odt"))
            #expect(try bytes(folder, "memo-1.odt") == Data("กรอกแล้ว".utf8))
            #expect(try bytes(folder, "memo.odt").starts(with: Data("PK".utf8)))
            try Data("กรอกอีก".utf8).write(to: folder.appending(path: "memo.odt"))
            #expect(try write().errors.contains("memo-2.odt"))
        }
    }

    @Test("figures of IIT and EIT give the memo an overall score; those of another year are refused")
    func scores() async throws {
        try await withTemporaryFolder { folder in
            func memo(_ scores: String) throws -> BuiltProgram.Result {
                try Data(scores.utf8).write(to: folder.appending(path: "s.json"))
                return try oit(
                    folder, ["report", Self.report, "--output", "m.odt", "--scores", "s.json", "--thai-digits"])
            }
            let good = try memo(#"{"fiscal_year": 2566, "instruments": {"IIT": "90.00", "EIT1": "80", "EIT2": "90"}}"#)
            #expect(good.code == 0, "\(good.errors)")
            // 0.30 x 90 + 0.30 x 85 + 0.40 x 62.75 and 70.88
            #expect(try members(folder, "m.odt").contains("คะแนนรวม ๗๗.๖๐ – ๘๐.๘๕ คะแนน"))
            let other = try memo(#"{"fiscal_year": 2565, "instruments": {"IIT": "90.00"}}"#)
            #expect(other.code == 65 && other.errors.contains("2565"), "\(other.errors)")
        }
    }

    @Test("a missing program costs its own file only, and is named with its package")
    func missingPrograms() async throws {
        try await withTemporaryFolder { folder in
            let result = try oit(
                folder, ["report", Self.report, "--format", "docx,html,pdf", "--output", "out", "--quiet"],
                environment: ["PATH": folder.path])
            #expect(result.code == 74)
            #expect(result.errors.contains("libreoffice-writer-nogui") && result.errors.contains("package chromium"))
            let there = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path)
            #expect(there == ["report.html"])
        }
    }

    @Test("a file that cannot be made for one run keeps no other run from its reports")
    func missingForEach() async throws {
        try await withTemporaryFolder { folder in
            let copy = folder.appending(path: "copy.json").path
            try FileManager.default.copyItem(atPath: Self.report, toPath: copy)
            let result = try oit(
                folder, ["report", Self.report, copy, "--format", "html,docx", "--output", "out", "--quiet"],
                environment: ["PATH": folder.path])
            #expect(result.code == 74)
            let out = folder.appending(path: "out").path
            let runs = try FileManager.default.contentsOfDirectory(atPath: out)
            #expect(runs.count == 2)
            for run in runs { #expect(FileManager.default.fileExists(atPath: "\(out)/\(run)/report.html"), "\(run)") }
        }
    }

    @Test("where no temporary file can be made the workbook says so")
    func noRoom() async throws {
        try await withTemporaryFolder { folder in
            let result = try oit(
                folder, ["report", Self.report, "--output", "a.xlsx"], environment: ["TMPDIR": "/proc/none"])
            #expect(result.code == 74 && result.errors.contains("TMPDIR"), "\(result.errors)")
        }
    }

    @Test("readers' decisions stand in the workbook, from the log in the folder; a changed log is an error")
    func review() async throws {
        try await withTemporaryFolder { folder in
            let run = folder.appending(path: "run")
            try FileManager.default.createDirectory(at: run, withIntermediateDirectories: true)
            let report = try Data(contentsOf: URL(filePath: Self.report))
            try report.write(to: run.appending(path: "report.json"))
            let members = try #require(try JSONSerialization.jsonObject(with: report) as? [String: Any])
            let reading: [String: Any] = [
                "schema": "oit-review/1", "run": try #require(members["run"]), "reader": "ผู้ทบทวน ก", "role": "reader",
                "report": ContentDigest(of: [UInt8](report)).hexadecimal, "phase": "review", "blind": false,
                "exported_at": "2023-05-20T04:00:00Z",
                "items": [
                    [
                        "item": "o8", "machine": "unsatisfied", "decision": "overrule", "verdict": "satisfied",
                        "reason": "พบในหน้าถัดไป โดย 1-1017-00203-45-0", "note": "", "at": "2023-05-20T03:05:00Z",
                    ]
                ],
            ]
            try JSONSerialization.data(withJSONObject: reading).write(to: folder.appending(path: "review.json"))
            let merged = try oit(folder, ["review", "merge", "run", "review.json"])
            #expect(merged.code == 0, "\(merged.errors)")
            let log = run.appending(path: "review-log.jsonl")
            try #require(FileManager.default.fileExists(atPath: log.path), "the log lies in the folder of the run")
            #expect(try oit(folder, ["report", "run", "--output", "a.xlsx"]).code == 0)
            let cells = try self.members(folder, "a.xlsx")
            #expect(cells.contains("บันทึกการทบทวน") && cells.contains("พบในหน้าถัดไป"))
            #expect(!cells.contains("00203"), "personal data is hidden")
            try Data(String(contentsOf: log, encoding: .utf8).replacing("overrule", with: "accept").utf8).write(to: log)
            let broken = try oit(folder, ["report", "run", "--output", "b.xlsx"])
            #expect(broken.code == 74 && broken.errors.contains("review-log.jsonl"), "\(broken.errors)")
        }
    }

    @Test("the summary of runs is a workbook where its name says so")
    func summary() async throws {
        try await withTemporaryFolder { folder in
            let result = try oit(
                folder, ["report", Self.report, Self.report, "--summary", "--quiet", "--output", "all.xlsx"])
            #expect(result.code == 0, "\(result.errors)")
            #expect(try members(folder, "all.xlsx").contains("องค์การบริหารส่วนตำบลทุ่งฟ้าใส"))
        }
    }

    @Test("an audit writes the workbook with what was declared, personal data hidden")
    func declared() async throws {
        let server = try LoopbackServer { _ in .page("<title>ผู้บริหาร</title><p>นายก</p>") }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let base = "http://127.0.0.1:\(server.port)"
            let text = """
                {"agency": {"name": "เทศบาลตำบลตัวอย่าง", "website": "\(base)/"}, "fiscal_year": 2566, "answers": [
                 {"item": "o2", "answer": true, "urls": ["\(base)/people.html"],
                  "explanation": "ผู้ร้องเรียน เลขประจำตัวประชาชน 1-1017-00203-45-0 ดูหน้า 2"}]}
                """
            try Data(text.utf8).write(to: folder.appending(path: "s.json"))
            let audit = try oit(
                folder,
                [
                    "audit", "s.json", "--as-of", "2023-05-15", "--output", "out", "--quiet", "--render", "never",
                    "--format", "json,xlsx", "--allow-network", "127.0.0.0/8", "--second-pass", "0", "--retries", "0",
                ])
            #expect(audit.code == 0, "\(audit.errors)")
            let again = try oit(folder, ["report", "out", "--output", "again.xlsx", "--quiet"])
            #expect(again.code == 0, "\(again.errors)")
            for name in ["out/report.xlsx", "again.xlsx"] {
                let cells = try members(folder, name)
                #expect(cells.contains("ดูหน้า 2") && cells.contains("ผู้ร้องเรียน"), "\(name)")
                #expect(!cells.contains("1-1017-00203-45-0") && !cells.contains("00203"), "\(name)")
            }
            #expect(try bytes(folder, "out/report.xlsx") == bytes(folder, "again.xlsx"))
        }
    }
}

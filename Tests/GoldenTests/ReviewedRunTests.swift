import Foundation
import TestSupport
import Testing

/// Dossiers and reviews as a user meets them: what is missing, in the way, changed or in conflict.
@Suite struct ReviewedRunTests {
    /// A kept run of a small website in `out`; the store is `store`.
    private func withRun(_ body: (URL) async throws -> Void) async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/structure.html": .page("<title>โครงสร้าง</title><h1>โครงสร้างหน่วยงาน</h1><p>สำนักปลัด กองคลัง กองช่าง</p>")
            default: .page("<p>ไม่พบ</p>", status: 404)
            }
        }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let base = "http://127.0.0.1:\(server.port)"
            let text = """
                {"agency": {"name": "เทศบาลตำบลตัวอย่าง", "website": "\(base)/"}, "fiscal_year": 2566, "answers": [
                 {"item": "o1", "answer": true, "urls": ["\(base)/structure.html"]},
                 {"item": "o2", "answer": true, "urls": ["\(base)/gone.html"]}]}
                """
            try Data(text.utf8).write(to: folder.appending(path: "s.json"))
            let audit = try oit(
                folder,
                ["audit", "s.json", "--as-of", "2023-05-15", "--output", "out", "--quiet", "--render", "never"]
                    + network)
            #expect(audit.code == 0, "\(audit.errors)")
            try await body(folder)
        }
    }

    private let network = ["--allow-network", "127.0.0.0/8", "--second-pass", "0", "--retries", "0"]

    private func oit(_ folder: URL, _ words: [String]) throws -> BuiltProgram.Result {
        try BuiltProgram.run(words, in: folder, environment: ["OIT_STORE": folder.appending(path: "store").path])
    }

    private func members(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    // MARK: Dossiers

    @Test("a sealed dossier is intact until one byte is another one; seal and verify agree on the key")
    func sealed() async throws {
        try await withRun { folder in
            let sealed = try oit(folder, ["dossier", "seal", "out", "--output", "a.wacz", "--json"])
            #expect(sealed.code == 0, "\(sealed.errors)")
            let fingerprint = try #require(try members(sealed.output)["fingerprint"] as? String)
            let intact = try oit(folder, ["dossier", "verify", "a.wacz", "--fingerprint", fingerprint])
            #expect(intact.code == 0 && intact.output.contains(fingerprint), "\(intact.output)")
            #expect(intact.output.contains("without a time-stamp"))
            let again = try oit(folder, ["dossier", "seal", "out", "--output", "b.wacz", "--json"])
            #expect(try members(again.output)["fingerprint"] as? String == fingerprint)
            var bytes = try Data(contentsOf: folder.appending(path: "a.wacz"))
            bytes[5000] ^= 1
            try bytes.write(to: folder.appending(path: "a.wacz"))
            let changed = try oit(folder, ["dossier", "verify", "a.wacz", "--json"])
            #expect(changed.code == 1)
            #expect(try members(changed.output)["intact"] as? Bool == false)
            #expect(changed.output.contains("record "), "\(changed.output)")
            let thai = try oit(folder, ["dossier", "verify", "a.wacz", "--language", "th"])
            #expect(thai.code == 1 && thai.output.contains("ใช้เป็นหลักฐานไม่ได้"))
            #expect(try names(folder) == ["a.wacz", "b.wacz", "out", "s.json", "store"])
        }
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("what is missing or in the way of a dossier has its own exit code and leaves nothing behind")
    func dossierFaults() async throws {
        try await withRun { folder in
            let before = try names(folder)
            for (words, code) in [
                (["dossier"], 64), (["dossier", "write", "out"], 64), (["dossier", "burn", "out"], 64),
                (["dossier", "write", "out", "--warc", "--wacz", "--output", "a"], 64),
                (["dossier", "write", "nothing", "--output", "a.wacz"], 66),
                (["dossier", "verify", "nothing.wacz"], 66), (["dossier", "verify", "out"], 66),
                (["dossier", "write", "out", "--output", "out"], 74),
                (["dossier", "write", "out", "--output", "/dev/null"], 74),
                (["review", "open", "out", "--output", "/dev/null"], 74),
                (["dossier", "write", "out", "--output", "no/a.wacz"], 74),
                (["dossier", "seal", "out", "--output", "no/a.wacz"], 74), (["dossier", "verify", "s.json"], 1),
            ] {
                let result = try oit(folder, words)
                #expect(result.code == code, "\(words): \(result.code) \(result.errors)")
            }
            try FileManager.default.createDirectory(
                at: folder.appending(path: "bare"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: folder.appending(path: "out/report.json"), to: folder.appending(path: "bare/report.json"))
            let bare = try BuiltProgram.run(
                ["dossier", "write", "bare", "--output", "a.wacz"], in: folder,
                environment: ["OIT_STORE": folder.appending(path: "other").path])
            #expect(bare.code == 66 && bare.errors.contains("without its evidence"), "\(bare.errors)")
            try FileManager.default.removeItem(at: folder.appending(path: "bare"))
            #expect(try names(folder) == before)
        }
    }

    @Test("a disk that is full ends with 74, and neither half a dossier nor a draft stays")
    func fullDisk() async throws {
        try await withRun { folder in
            let before = try names(folder)
            let program = BuiltProgram.process([]).executableURL?.path ?? ""
            for words in ["write out --output a.wacz", "write out --output a.warc.gz", "seal out --output a.wacz"] {
                let process = Process()
                process.executableURL = URL(filePath: "/bin/bash")
                // A limit on the size of files stands for a disk without room.
                process.arguments = ["-c", "ulimit -f 4; trap '' XFSZ; exec '\(program)' dossier \(words)"]
                process.currentDirectoryURL = folder
                process.environment = ProcessInfo.processInfo.environment
                    .merging(["OIT_STORE": folder.appending(path: "store").path, "LC_ALL": "C.UTF-8"]) { $1 }
                process.standardError = FileHandle.nullDevice
                process.standardOutput = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationStatus == 74, "\(words)")
            }
            #expect(try names(folder) == before)
        }
    }

    // MARK: Reviews

    private func reading(_ folder: URL, _ name: String, _ reader: String, _ items: [[String: String]]) throws {
        let report = try members(String(contentsOf: folder.appending(path: "out/report.json"), encoding: .utf8))
        let document: [String: Any] = [
            "schema": "oit-review/1", "run": report["run"] ?? "", "report": "", "reader": reader, "role": "reader",
            "phase": "review", "blind": true, "exported_at": "2023-05-20T00:00:00Z",
            "items": items.map { $0.merging(["note": "", "at": "2023-05-20T00:00:00Z"]) { one, _ in one } },
        ]
        try JSONSerialization.data(withJSONObject: document).write(to: folder.appending(path: name))
    }

    private let overruled = [
        "item": "o2", "machine": "unsatisfied", "decision": "overrule", "verdict": "satisfied", "reason": "เปิดได้แล้ว",
    ]
    private let accepted = ["item": "o2", "machine": "unsatisfied", "decision": "accept", "reason": ""]

    @Test("two readers who differ are listed; both verdicts stay in a log that only grows")
    func merged() async throws {
        try await withRun { folder in
            #expect(try oit(folder, ["review", "open", "out"]).code == 0)
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "out/review.html").path))
            try reading(folder, "1.json", "ก", [overruled])
            try reading(folder, "2.json", "ข", [accepted])
            let first = try oit(folder, ["review", "merge", "out", "1.json", "--json"])
            #expect(first.code == 0, "\(first.errors)")
            let log = folder.appending(path: "out/review-log.jsonl")
            let before = try Data(contentsOf: log)
            let both = try oit(folder, ["review", "merge", "out", "1.json", "2.json", "--json"])
            let result = try members(both.output)
            #expect(result["conflicts"] as? [String] == ["o2"])
            let after = try Data(contentsOf: log)
            #expect(after.starts(with: before) && after.count > before.count)
            let agreement = try #require((result["agreement"] as? [[String: Any]])?.first)
            #expect(agreement["agreement"] as? String == "0.0000" && agreement["kappa"] as? String == "0.0000")
            #expect(try oit(folder, ["review", "agreement", "out"]).output.contains("o2"))

            var changed = after
            changed[changed.count / 2] ^= 1
            try changed.write(to: log)
            let refused = try oit(folder, ["review", "merge", "out", "2.json"])
            #expect(refused.code == 74 && refused.errors.contains("review-log.jsonl"), "\(refused.errors)")
            #expect(try Data(contentsOf: log) == changed, "nothing is added to a broken log")
        }
    }

    @Test("a bad reading is refused with every problem, and nothing of the good one beside it is merged")
    func refused() async throws {
        try await withRun { folder in
            try reading(folder, "good.json", "ก", [accepted])
            var silent = overruled
            silent["reason"] = " "
            try reading(folder, "bad.json", "", [silent])
            let result = try oit(folder, ["review", "merge", "out", "good.json", "bad.json", "s.json"])
            #expect(result.code == 65)
            for words in ["bad.json: it names no reader", "bad.json: o2: overruled without a reason", "s.json: "] {
                #expect(result.errors.contains(words), "\(result.errors)")
            }
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out/review-log.jsonl").path))
            #expect(try oit(folder, ["review", "merge", "out", "none.json"]).code == 66)
            #expect(try oit(folder, ["review", "shut", "out"]).code == 64)
        }
    }

    @Test("an objection gathers sealed evidence, readings and today's state of the addresses first submitted")
    func objection() async throws {
        try await withRun { folder in
            try reading(folder, "1.json", "ก", [accepted])
            #expect(try oit(folder, ["review", "merge", "out", "1.json", "--quiet"]).code == 0)
            let result = try oit(
                folder, ["review", "objection", "out", "--items", "O2", "--output", "case", "--json"] + network)
            #expect(result.code == 0, "\(result.errors)")
            let items = try #require(try members(result.output)["items"] as? [[String: Any]])
            #expect(items.map { $0["id"] as? String } == ["o2"])
            let today = try #require((items[0]["today"] as? [[String: Any]])?.first)
            #expect(today["outcome"] as? String == "http_404" && today["dead"] as? Bool == true)
            #expect((items[0]["readings"] as? [Any])?.count == 1)
            #expect(try oit(folder, ["dossier", "verify", "case/evidence.wacz"]).code == 0)
            let page = try String(contentsOf: folder.appending(path: "case/objection.html"), encoding: .utf8)
            #expect(page.contains("http_404") && page.contains("gone.html"))
            #expect(try members(result.output)["certificates"] as? [[String: String]] == [])
            let given = try oit(
                folder,
                [
                    "review", "objection", "out", "--items", "O2", "--output", "case", "--offline", "--json",
                    "--certificate", "1.json",
                ])
            let certificates = try members(given.output)["certificates"] as? [[String: String]]
            #expect(certificates == [["file": "certificate-1.html", "standing": "worthless"]])
            let unknown = try oit(folder, ["review", "objection", "out", "--items", "o99", "--output", "case"])
            #expect(unknown.code == 64)
        }
    }
}

import Foundation
import Synchronization
import TestSupport
import Testing

/// Runs that are kept, as a user meets them: folders that move, programs that are killed, files that are not ours.
@Suite struct KeptRunsCommandTests {
    private static let network = ["--allow-network", "127.0.0.0/8", "--second-pass", "0", "--retries", "0"]

    /// A small agency website whose structure page can be changed, and whose last page can be made to wait.
    private final class Website: Sendable {
        private struct State {
            var text = "สำนักปลัด กองคลัง กองช่าง"
            var stalls = false
        }
        private let state = Mutex(State())
        var text: String {
            get { state.withLock(\.text) }
            set { state.withLock { $0.text = newValue } }
        }
        var stalls: Bool {
            get { state.withLock(\.stalls) }
            set { state.withLock { $0.stalls = newValue } }
        }

        func reply(_ request: ServedRequest) -> ServedReply {
            switch request.path {
            case "/structure.html":
                return .page("<title>โครงสร้าง</title><h1>โครงสร้างหน่วยงาน</h1><p>โครงสร้างการแบ่งส่วนราชการ \(text)</p>")
            case "/contact.html":
                return .page("<h1>ข้อมูลการติดต่อ</h1><p>ที่อยู่สำนักงาน โทรศัพท์ 0-2123-4567 อีเมล office@example.go.th</p>")
            case "/slow.html":
                return stalls ? ServedReply(steps: [.stall]) : .page("<h1>แผนพัฒนา</h1><p>แผนพัฒนาท้องถิ่น 2566-2570</p>")
            default: return .page("<p>ไม่พบ</p>", status: 404)
            }
        }
    }

    private func withSite(_ body: (URL, Website, LoopbackServer) async throws -> Void) async throws {
        let site = Website()
        let server = try LoopbackServer { site.reply($0) }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let base = "http://127.0.0.1:\(server.port)"
            let text = """
                {"agency": {"name": "เทศบาลตำบลตัวอย่าง", "website": "\(base)/"}, "fiscal_year": 2566, "answers": [
                 {"item": "o1", "answer": true, "urls": ["\(base)/structure.html"]},
                 {"item": "o5", "answer": true, "urls": ["\(base)/contact.html"]},
                 {"item": "o4", "answer": true, "urls": ["\(base)/slow.html"]}]}
                """
            try Data(text.utf8).write(to: folder.appending(path: "s.json"))
            try await body(folder, site, server)
        }
    }

    private func audit(_ folder: URL, _ more: [String] = []) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            ["audit", "s.json", "--as-of", "2023-05-15", "--output", "out"] + KeptRunsCommandTests.network + more,
            in: folder, environment: ["OIT_STORE": folder.appending(path: "store").path])
    }

    private func text(_ folder: URL, _ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    private func run(_ report: String) throws -> String {
        let document = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
        return try #require(document?["run"] as? String)
    }

    @Test("an output folder that was moved is reported there as it was, by folder, by report.json and by id")
    func moved() async throws {
        try await withSite { folder, _, server in
            #expect(try audit(folder).code == 0)
            let report = try text(folder, "out/report.json")
            try FileManager.default.moveItem(
                at: folder.appending(path: "out"), to: folder.appending(path: "elsewhere"))
            let asked = server.targets.count
            let empty = ["OIT_STORE": folder.appending(path: "other").path]
            for word in ["elsewhere", "elsewhere/report.json"] {
                let result = try BuiltProgram.run(
                    ["report", word, "--output", "again", "--quiet"], in: folder, environment: empty)
                #expect(result.code == 0, "\(result.errors)")
                for name in ["report.json", "report.html", "items.csv", "evidence.csv"] {
                    #expect(try text(folder, "again/\(name)") == text(folder, "elsewhere/\(name)"), "\(word) \(name)")
                }
                try FileManager.default.removeItem(at: folder.appending(path: "again"))
            }
            let byID = try BuiltProgram.run(
                ["report", try run(report), "--json", "--output", "again", "--store", "store"], in: folder)
            #expect(byID.code == 0 && byID.output == report)
            #expect(server.targets.count == asked, "reports ask the network for nothing")
            let unknown = try BuiltProgram.run(
                ["report", "2566-2023-05-15-0000000000", "--store", "store"], in: folder)
            #expect(unknown.code == 66 && unknown.errors.contains("2566-2023-05-15-0000000000"))
        }
    }

    @Test("the reports of an earlier run are moved aside whole, and files that are not ours are never touched")
    func earlier() async throws {
        try await withSite { folder, site, _ in
            #expect(try audit(folder).code == 0)
            let first = try text(folder, "out/report.json")
            #expect(try audit(folder).code == 0)
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out/earlier").path))
            site.text = "สำนักปลัด กองคลัง กองช่าง และกองการศึกษา"
            let changed = try audit(folder)
            #expect(changed.code == 0 && changed.errors.contains("earlier"))
            let kept = "out/earlier/\(try run(first))"
            #expect(try run(try text(folder, "\(kept)/report.json")) == run(first))
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "\(kept)/oit.sqlite").path))
            #expect(try run(try text(folder, "out/report.json")) != run(first))

            try FileManager.default.createDirectory(
                at: folder.appending(path: "mine"), withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: folder.appending(path: "mine/report.html"))
            let refused = try BuiltProgram.run(["audit", "s.json", "--output", "mine"], in: folder)
            #expect(refused.code == 74 && refused.errors.contains("report.html"))
            #expect(try text(folder, "mine/report.html") == "mine")
        }
    }

    @Test("killed in the middle, the audit goes on with --resume, asks for nothing twice and ends as if undisturbed")
    func killed() async throws {
        try await withSite { folder, site, server in
            #expect(try audit(folder).code == 0)
            let undisturbed = try text(folder, "out/report.json")
            try FileManager.default.removeItem(at: folder.appending(path: "out"))
            try FileManager.default.removeItem(at: folder.appending(path: "store"))

            site.stalls = true
            let before = server.targets.count
            let process = BuiltProgram.process(
                ["audit", "s.json", "--as-of", "2023-05-15", "--output", "out"] + KeptRunsCommandTests.network,
                in: folder, environment: ["OIT_STORE": folder.appending(path: "store").path])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            while !Set(server.targets.dropFirst(before)).isSuperset(of: [
                "/structure.html", "/contact.html", "/slow.html",
            ]) {
                try await Task.sleep(for: .milliseconds(20))
            }
            try await keptPages(2, in: folder)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let unfinished = try BuiltProgram.run(["store", "list", "--store", "store", "--json"], in: folder)
            #expect(unfinished.output.contains("\"open\""), "\(unfinished.output)\(unfinished.errors)")

            site.stalls = false
            let asked = server.targets.count
            let resumed = try audit(folder, ["--resume"])
            #expect(resumed.code == 0, "\(resumed.errors)")
            let again = Array(server.targets.dropFirst(asked))
            #expect(!again.contains("/structure.html") && again.contains("/slow.html"), "\(again)")
            let report = try text(folder, "out/report.json")
            #expect(try run(report) == run(undisturbed))
            #expect(resumed.errors.contains("continued"))
        }
    }

    /// Waits until a program that runs has stored so many pages.
    private func keptPages(_ count: Int, in folder: URL) async throws {
        for _ in 0..<500 {
            let list = try BuiltProgram.run(["store", "list", "--store", "store", "--json"], in: folder)
            let runs = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]]
            if let pages = runs?.first?["pages"] as? Int, pages >= count { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("no \(count) pages were stored in time")
    }

    @Test("a store that is a text file, or of a newer program, is named and left as it is: 74")
    func foreignStores() async throws {
        try await withSite { folder, _, _ in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "store"), withIntermediateDirectories: true)
            let file = folder.appending(path: "store/oit.sqlite")
            try Data("this is a letter, not a store; it must not be lost".utf8).write(to: file)
            let letter = try audit(folder)
            #expect(letter.code == 74 && letter.errors.contains("oit.sqlite"), "\(letter.errors)")
            #expect(try text(folder, "store/oit.sqlite").contains("must not be lost"))

            try FileManager.default.removeItem(at: file)
            #expect(try audit(folder).code == 0)
            // user_version stands at byte 60 of the file, big endian.
            var bytes = try Data(contentsOf: file)
            bytes[60] = 0x40
            try bytes.write(to: file)
            let newer = try audit(folder)
            #expect(newer.code == 74, "\(newer.errors)")
            #expect(try Data(contentsOf: file) == bytes)
        }
    }

    @Test("a store that was named and cannot be made is 74; a usual place that cannot be made costs only the memory")
    func noStore() async throws {
        try await withSite { folder, _, _ in
            try Data("x".utf8).write(to: folder.appending(path: "file"))
            let named = try BuiltProgram.run(
                ["audit", "s.json", "--output", "out", "--store", "file/below"] + KeptRunsCommandTests.network,
                in: folder)
            #expect(named.code == 74, "\(named.errors)")
            let usual = try BuiltProgram.run(
                ["audit", "s.json", "--output", "out"] + KeptRunsCommandTests.network, in: folder,
                environment: ["OIT_STORE": "", "XDG_DATA_HOME": folder.appending(path: "file").path])
            #expect(usual.code == 0 && usual.errors.contains("out"), "\(usual.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out/.run").path))
            let again = try BuiltProgram.run(["report", "out", "--output", "copy", "--quiet"], in: folder)
            #expect(again.code == 0, "\(again.errors)")
        }
    }
}

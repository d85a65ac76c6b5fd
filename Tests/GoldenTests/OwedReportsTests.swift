import Foundation
import TestSupport
import Testing

/// Audits that broke after their last page was judged: what is owed is written, and no website is asked again.
@Suite struct OwedReportsTests {
    private func withSites(_ count: Int, _ body: (URL, LoopbackServer) async throws -> Void) async throws {
        let server = try LoopbackServer { request in
            request.path.hasPrefix("/structure")
                ? .page("<title>โครงสร้าง</title><h1>โครงสร้างหน่วยงาน</h1><p>โครงสร้างการแบ่งส่วนราชการ สำนักปลัด กองคลัง</p>")
                : .page("<p>ไม่พบ</p>", status: 404)
        }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let base = "http://127.0.0.1:\(server.port)"
            try FileManager.default.createDirectory(
                at: folder.appending(path: "lists"), withIntermediateDirectories: true)
            for number in 1...count {
                let text = """
                    {"agency": {"name": "เทศบาลตำบลตัวอย่าง \(number)", "website": "\(base)/"}, "fiscal_year": 2566,
                     "answers": [{"item": "o1", "answer": true, "urls": ["\(base)/structure-\(number).html"]}]}
                    """
                try Data(text.utf8).write(to: folder.appending(path: "lists/\(number).json"))
            }
            try await body(folder, server)
        }
    }

    private func audit(_ folder: URL, store: String, _ more: [String] = []) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            [
                "audit", "lists", "--as-of", "2023-05-15", "--output", "out", "--format", "html,json,xlsx",
                "--allow-network", "127.0.0.0/8", "--second-pass", "0", "--retries", "0",
            ] + more, in: folder, environment: ["OIT_STORE": store, "HOME": folder.path])
    }

    /// A folder in the place of a report, so that a finished run cannot be delivered.
    private func block(_ path: URL) throws {
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    }

    @Test("reports that could not be written are written by --resume, and nothing is asked again")
    func single() async throws {
        try await withSites(1) { folder, server in
            let store = folder.appending(path: "store").path
            let report = folder.appending(path: "out/report.xlsx")
            try block(report)
            #expect(try audit(folder, store: store).code == 74)
            let asked = server.targets.count
            #expect(asked > 0)
            try FileManager.default.removeItem(at: report)
            let again = try audit(folder, store: store, ["--resume"])
            #expect(again.code == 0, "\(again.errors)")
            #expect(server.targets.count == asked)
            for name in ["report.json", "report.html", "report.xlsx", "oit.sqlite"] {
                #expect(FileManager.default.fileExists(atPath: folder.appending(path: "out/\(name)").path), "\(name)")
            }
            // The command has ended: the next one is a new audit.
            #expect(try audit(folder, store: store, ["--resume"]).code == 0)
            #expect(server.targets.count > asked)
        }
    }

    @Test("of several submissions each gets its reports, whichever of them broke")
    func several() async throws {
        try await withSites(3) { folder, server in
            let store = folder.appending(path: "store").path
            #expect(try audit(folder, store: store).code == 0)
            let asked = server.targets.count
            let folders = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path)
                .sorted()
            #expect(folders.count == 3)
            try FileManager.default.removeItem(at: folder.appending(path: "out"))
            let blocked = folder.appending(path: "out/\(folders[2])/report.xlsx")
            try block(blocked)
            #expect(try audit(folder, store: store).code == 74)
            #expect(server.targets.count == 2 * asked)
            try FileManager.default.removeItem(at: blocked)
            let again = try audit(folder, store: store, ["--resume"])
            #expect(again.code == 0, "\(again.errors)")
            #expect(server.targets.count == 2 * asked)
            for name in folders {
                let report = folder.appending(path: "out/\(name)/report.json")
                #expect(FileManager.default.fileExists(atPath: report.path), "\(name)")
            }
        }
    }

    @Test("half-made files of a program that was killed are taken away by the next one")
    func drafts() async throws {
        try await withSites(1) { folder, _ in
            let out = folder.appending(path: "out")
            try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
            let dead = Process()
            dead.executableURL = URL(filePath: "/bin/true")
            try dead.run()
            dead.waitUntilExit()
            let number = dead.processIdentifier
            let left = [
                "report.html.new-\(number)", "report.json.new-\(number).writing-\(number)",
                ".oit-\(number).writing-\(number)", "oit.sqlite.writing-\(number)-12345-journal",
            ]
            let mine = ["notes.new-\(number)", "report.html.new-\(getpid())", "report.html.new-x"]
            for name in left + mine { try Data("x".utf8).write(to: out.appending(path: name)) }
            let result = try audit(folder, store: folder.appending(path: "store").path)
            #expect(result.code == 0, "\(result.errors)")
            let there = try FileManager.default.contentsOfDirectory(atPath: out.path)
            #expect(left.allSatisfy { !there.contains($0) }, "\(there)")
            #expect(mine.allSatisfy(there.contains))
            #expect(!there.contains(".oit-under-way"))
        }
    }
}

import Foundation
import TestSupport
import Testing

/// The link check of the built program against a server on loopback.
@Suite struct LinksCommandTests {
    private struct Line: Decodable {
        var agency: String
        var item: String
        var url: String
        var finalURL: String
        var outcome: String
        var status: Int?
        var redirects: Int
        var attempts: Int
        var bytes: Int
        var milliseconds: Int

        private enum CodingKeys: String, CodingKey {
            case agency, item, url, outcome, status, redirects, attempts, bytes, milliseconds
            case finalURL = "final_url"
        }
    }

    private func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "oit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    private func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            switch request.path {
            case "/good", "/": .page("<h1>โครงสร้าง</h1><p>ข้อความของหน้านี้ยาวพอสมควร</p>")
            case "/moved": .page("", status: 302, headers: ["Location: /good"])
            case "/broken": .page("<p>ขัดข้อง</p>", status: 500)
            default: .page("<p>ไม่พบ</p>", status: 404)
            }
        }
    }

    private func lines(_ output: String) throws -> [Line] {
        try output.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test("every submitted URL has one line in order, verbatim, and a dead one ends with 1")
    func lines() throws {
        let server = try server()
        defer { server.stop() }
        try inFolder { folder in
            let base = "http://127.0.0.1:\(server.port)"
            let rows = [
                "o1,\(base)/good", "o2,\(base)/gone", "o3,\(base)/moved", "o4,javascript:alert(1)", "o5,\(base)/good",
            ]
            try Data((["item,url"] + rows).joined(separator: "\n").utf8).write(to: folder.appending(path: "s.csv"))
            let words = [
                "links", "s.csv", "--year", "2566", "--allow-network", "127.0.0.0/8", "--second-pass", "0", "--json",
            ]
            let result = try BuiltProgram.run(words, in: folder)
            #expect(result.code == 1)
            let lines = try lines(result.output)
            #expect(lines.map(\.item) == ["o1", "o2", "o3", "o4", "o5"])
            #expect(lines.map(\.outcome) == ["ok", "http_404", "ok", "unsupported_scheme", "ok"])
            #expect(lines.map(\.url) == rows.map { String($0.dropFirst(3)) })
            #expect(lines[2].redirects == 1 && lines[2].finalURL == "\(base)/good" && lines[1].status == 404)
            #expect(server.targets.count { $0 == "/good" } <= 2, "one request for two items, one for the redirect")
            #expect(try BuiltProgram.run(words + ["--no-fail"], in: folder).code == 0)
        }
    }

    @Test("a failure that may pass is dead only when the second pass fails as well")
    func secondPass() throws {
        let server = try server()
        defer { server.stop() }
        try inFolder { folder in
            let text = "item,url\no1,http://127.0.0.1:\(server.port)/broken\n"
            try Data(text.utf8).write(to: folder.appending(path: "s.csv"))
            let words = [
                "links", "s.csv", "--year", "2566", "--allow-network", "127.0.0.0/8", "--retries", "0", "--json",
            ]
            let once = try BuiltProgram.run(words + ["--second-pass", "0"], in: folder)
            let first = try lines(once.output)
            #expect(once.code == 0 && first.first?.attempts == 1, "\(once.output)")
            let twice = try BuiltProgram.run(words + ["--second-pass", "1"], in: folder)
            let second = try lines(twice.output)
            #expect(twice.code == 1 && second.first?.attempts == 2)
        }
    }

    @Test("several submissions give one line for each URL of each, and a bad file does not hide the good ones")
    func severalFiles() throws {
        let server = try server()
        defer { server.stop() }
        try inFolder { folder in
            let good = """
                {"agency": {"name": "อบต.ทดสอบ"}, "fiscal_year": 2566,
                 "answers": [{"item": "o1", "answer": true, "urls": ["http://127.0.0.1:\(server.port)/good"]}]}
                """
            try Data(good.utf8).write(to: folder.appending(path: "a.json"))
            try Data("item,url\no99,x\n".utf8).write(to: folder.appending(path: "b.csv"))
            let result = try BuiltProgram.run(
                [
                    "links", "a.json", "b.csv", "--year", "2566", "--allow-network", "127.0.0.0/8", "--second-pass",
                    "0", "--json",
                ], in: folder)
            #expect(result.code == 65 && result.errors.contains("b.csv"))
            let lines = try lines(result.output)
            #expect(lines.count == 1 && lines.first?.agency == "อบต.ทดสอบ" && lines.first?.outcome == "ok")
        }
    }
}

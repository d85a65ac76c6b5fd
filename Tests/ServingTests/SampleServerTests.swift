import FoundationEssentials
import Glibc
import Testing

@testable import Serving

/// A folder that is removed afterwards.
private func withSite<Result>(
    _ json: String, files: [String: String] = [:], _ body: (String) async throws -> Result
) async throws -> Result {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.path + "/serving-tests-\(UUID().uuidString)"
    try manager.createDirectory(atPath: folder + "/pages", withIntermediateDirectories: true)
    defer {
        do { try manager.removeItem(atPath: folder) } catch { Issue.record(error) }
    }
    try Data(json.utf8).write(to: URL(filePath: folder + "/site.json"))
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: folder + "/" + name)) }
    return try await body(folder)
}

/// Nobody listens on the port.
private struct Refused: Error {}

/// Sends a request text to a loopback port and returns everything that comes back.
private func exchange(_ request: String, port: UInt16) throws -> String {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    guard connected == 0 else { throw Refused() }
    let bytes = Array(request.utf8)
    try #require(send(handle, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = recv(handle, &chunk, chunk.count, 0)
        guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
        answer += chunk[..<count]
    }
}

private func get(_ target: String, port: UInt16, method: String = "GET") throws -> String {
    try exchange("\(method) \(target) HTTP/1.1\r\nHost: www.example.go.th\r\nConnection: close\r\n\r\n", port: port)
}

@Suite struct SampleServerTests {
    private let json = """
        {"hosts": ["www.example.go.th"], "routes": [
          {"path": "/", "file": "pages/home.html"},
          {"path": "/index.php?mod=ita&year=2566", "file": "pages/ita.html", "headers": {"Content-Type": "text/html; charset=UTF-8", "X-Test": "1"}},
          {"path": "/%E0%B8%81", "file": "pages/thai.html"},
          {"path": "/old", "status": 301, "location": "/"},
          {"path": "/gone", "status": 410, "file": "pages/home.html"},
          {"path": "/empty"}
        ], "fallback": {"status": 404, "file": "pages/lost.html", "headers": {}}}
        """
    private let files = [
        "pages/home.html": "<p>home</p>", "pages/ita.html": "<p>ita</p>", "pages/thai.html": "<p>ก</p>",
        "pages/lost.html": "<p>lost</p>",
    ]

    @Test(arguments: [
        ("/", "200", "<p>home</p>", "Content-Type: text/html\r\n"),
        ("/index.php?mod=ita&year=2566", "200", "<p>ita</p>", "Content-Type: text/html; charset=UTF-8\r\n"),
        ("/index.php?mod=ita&year=2566", "200", "<p>ita</p>", "X-Test: 1\r\n"),
        ("/index.php?mod=ita", "404", "<p>lost</p>", ""), ("/index.php", "404", "<p>lost</p>", ""),
        ("/%E0%B8%81", "200", "<p>ก</p>", ""), ("/%e0%b8%81", "200", "<p>ก</p>", ""),
        ("/old", "301", "", "Location: /\r\n"), ("/gone", "410", "<p>home</p>", ""), ("/empty", "200", "", ""),
        ("/../../etc/passwd", "404", "<p>lost</p>", ""), ("/site.json", "404", "<p>lost</p>", ""),
        ("/%00", "404", "<p>lost</p>", ""),
    ])
    func `routes answer by their exact target`(target: String, status: String, body: String, header: String)
        async throws
    {
        try await withSite(json, files: files) { folder in
            try await withSampleServer(folder: folder) { server in
                let answer = try get(target, port: server.port)
                #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
                #expect(answer.hasSuffix("\r\n\r\n" + body))
                #expect(header.isEmpty || answer.contains(header))
            }
        }
    }

    @Test func `heads come without body and other methods are refused`() async throws {
        try await withSite(json, files: files) { folder in
            try await withSampleServer(folder: folder) { server in
                let head = try get("/", port: server.port, method: "HEAD")
                #expect(head.contains("Content-Length: 11\r\n"))
                #expect(head.hasSuffix("\r\n\r\n"))
                #expect(try get("/", port: server.port, method: "POST").hasPrefix("HTTP/1.1 405 "))
            }
        }
    }

    @Test func `stopping closes the port and a second server may run beside`() async throws {
        try await withSite(json, files: files) { folder in
            let first = try SampleServer(folder: folder)
            let second = try SampleServer(folder: folder)
            #expect(first.port != second.port)
            #expect(first.origin == "http://127.0.0.1:\(first.port)")
            #expect(first.hosts == ["www.example.go.th"])
            #expect(throws: ServingError.cannotListen(port: first.port)) {
                try SampleServer(folder: folder, port: first.port)
            }
            first.stop()
            first.stop()
            #expect(try get("/", port: second.port).hasPrefix("HTTP/1.1 200 "))
            #expect(throws: Refused.self) { try get("/", port: first.port) }
        }
    }

    @Test func `many requests at once are answered`() async throws {
        try await withSite(json, files: files) { folder in
            try await withSampleServer(folder: folder) { server in
                let port = server.port
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    for index in 0..<200 {
                        group.addTask {
                            try get(index % 2 == 0 ? "/" : "/none", port: port)
                                .hasSuffix(index % 2 == 0 ? "<p>home</p>" : "<p>lost</p>")
                        }
                    }
                    for try await isRight in group { #expect(isRight) }
                }
            }
        }
    }

    @Test func `every problem of a description comes at once`() async throws {
        let wrong = """
            {"hosts": ["http://a"], "routes": [
              {"path": "no-slash", "file": "pages/home.html"}, {"path": "/a", "file": "../site.json"},
              {"path": "/b", "file": "/etc/passwd"}, {"path": "/c", "file": "pages/none.html"}, {"path": "/d", "status": 42},
              {"path": "/e", "status": 200, "location": "/"}, {"path": "/f", "headers": {"X\\r\\n": "1"}}, {"path": "/f"},
              {"path": "/g", "headers": {"Content-Length": "5"}}, {"path": "/ก"}, {"path": "/h", "file": "pages/outside.html"}
            ], "fallback": {"file": ""}}
            """
        try await withSite(wrong, files: files) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/pages/outside.html", withDestinationPath: "/etc/hostname")
            do throws(ServingError) {
                _ = try SampleSite(folder: folder)
                Issue.record("was read")
            } catch {
                guard case .invalidSite(let problems) = error else {
                    Issue.record(error)
                    return
                }
                #expect(
                    problems.map(\.path) == [
                        "fallback.file", "routes[0].path", "routes[1].file", "routes[2].file", "routes[3].file",
                        "routes[4].status",
                        "routes[5].location", "routes[6].headers.X\r\n", "routes[7].path",
                        "routes[8].headers.Content-Length",
                        "routes[9].path", "routes[10].file", "hosts[0]",
                    ])
            }
        }
    }

    @Test(arguments: [
        ("{", ""), ("[]", ""), ("{}", "routes"), (#"{"routes": [{"file": "x"}]}"#, "routes[0].path"),
        (#"{"routes": [{"path": "/", "status": "x"}]}"#, "routes[0].status"),
    ])
    func `broken descriptions name the place`(json: String, path: String) async throws {
        try await withSite(json) { folder in
            do throws(ServingError) {
                _ = try SampleSite(folder: folder)
                Issue.record("was read")
            } catch {
                guard case .invalidSite(let problems) = error else {
                    Issue.record(error)
                    return
                }
                #expect(problems.map(\.path) == [path])
            }
        }
    }

    @Test func `a folder without description is told apart`() {
        #expect(throws: ServingError.unreadableFolder("/nonexistent")) { try SampleSite(folder: "/nonexistent") }
    }

    @Test func `broken requests are survived`() async throws {
        try await withSite(json, files: files) { folder in
            try await withSampleServer(folder: folder) { server in
                for request in [
                    "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
                    "GET /\(String(repeating: "a", count: 100_000)) HTTP/1.0\r\n\r\n",
                ] {
                    _ = try exchange(request + "GET / HTTP/1.0\r\nConnection: close\r\n\r\n", port: server.port)
                }
                #expect(try get("/", port: server.port).hasPrefix("HTTP/1.1 200 "))
            }
        }
    }
}

import Foundation
import Synchronization
import TestSupport
import Testing

/// Runs that end badly: killed at any moment, without descriptors. `Benchmarks/survival` does the same two hundred times.
@Suite struct SurvivalTests {
    private static let pages = 24

    private static func reply(_ request: ServedRequest) -> ServedReply {
        guard request.path.hasPrefix("/page/") else { return .page("<p>ไม่พบ</p>", status: 404) }
        let number = request.path.dropFirst(6)
        var reply = ServedReply.page(
            "<title>หน้า \(number)</title><h1>รายงานฉบับที่ \(number)</h1><p>ผลการดำเนินงานของกองช่าง โครงการที่ \(number)</p>")
        reply.steps.insert(.wait(milliseconds: 15), at: 0)
        return reply
    }

    private func withSite(_ body: (URL, LoopbackServer) async throws -> Void) async throws {
        let server = try LoopbackServer { SurvivalTests.reply($0) }
        defer { server.stop() }
        try await withTemporaryFolder { folder in
            let answers = (1...SurvivalTests.pages).map {
                #"{"item": "o\#($0)", "answer": true, "urls": ["http://127.0.0.1:\#(server.port)/page/\#($0)"]}"#
            }
            let text = """
                {"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "fiscal_year": 2566, "answers": [\(answers.joined(separator: ","))]}
                """
            try Data(text.utf8).write(to: folder.appending(path: "s.json"))
            try await body(folder, server)
        }
    }

    private static let words = [
        "audit", "s.json", "--as-of", "2023-05-15", "--output", "out", "--store", "store", "--allow-network",
        "127.0.0.0/8", "--second-pass", "0", "--retries", "0", "--render", "never", "--no-progress",
    ]

    /// The report without times and the run's own name.
    private func report(_ folder: URL) throws -> String {
        let bytes = try Data(contentsOf: folder.appending(path: "out/report.json"))
        let times: Set<String> = ["started_at", "finished_at", "fetched_at", "run", "milliseconds"]
        func timeless(_ value: Any) -> Any {
            if let object = value as? [String: Any] {
                return object.filter { !times.contains($0.key) }.mapValues(timeless)
            }
            return (value as? [Any])?.map(timeless) ?? value
        }
        let document = timeless(try JSONSerialization.jsonObject(with: bytes))
        return String(
            decoding: try JSONSerialization.data(withJSONObject: document, options: .sortedKeys), as: UTF8.self)
    }

    private func clear(_ folder: URL) throws {
        for name in ["out", "store"] where FileManager.default.fileExists(atPath: folder.appending(path: name).path) {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    @Test(
        "killed at random moments and resumed, an audit gives the report of an undisturbed one and asks nothing twice")
    func kills() async throws {
        try await withSite { folder, server in
            let began = ContinuousClock.now
            #expect(try BuiltProgram.run(SurvivalTests.words, in: folder).code == 0)
            let length = (ContinuousClock.now - began) / .milliseconds(1)
            let undisturbed = try report(folder)
            let asked = server.targets.count
            for round in 0..<4 {
                try clear(folder)
                let moment = Int.random(in: 0...max(1, Int(length)))
                let process = BuiltProgram.process(SurvivalTests.words, in: folder)
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                try await Task.sleep(for: .milliseconds(moment))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                let before = server.targets.count
                let resumed = try BuiltProgram.run(SurvivalTests.words + ["--resume"], in: folder)
                #expect(resumed.code == 0, "round \(round), killed after \(moment) ms: \(resumed.errors)")
                #expect(try report(folder) == undisturbed, "round \(round), killed after \(moment) ms")
                let kept = resumed.errors.split(separator: " ").compactMap { Int($0) }.first ?? 0
                let again = server.targets.count - before
                #expect(again <= asked - kept, "round \(round): \(again) of \(asked) requests with \(kept) pages kept")
            }
        }
    }

    @Test("with few descriptors the report is the same; with too few to begin, one sentence and exit 74")
    func descriptors() async throws {
        try await withSite { folder, _ in
            #expect(try BuiltProgram.run(SurvivalTests.words, in: folder).code == 0)
            let undisturbed = try report(folder)
            for (limit, code) in [(64, Int32(0)), (16, 74)] {
                try clear(folder)
                let process = BuiltProgram.process(SurvivalTests.words, in: folder)
                let program = try #require(process.executableURL).path
                process.executableURL = URL(filePath: "/bin/sh")
                process.arguments =
                    ["-c", "ulimit -n \(limit); exec \"$@\"", "-", program] + SurvivalTests.words
                let errors = Pipe()
                process.standardOutput = FileHandle.nullDevice
                process.standardError = errors
                try process.run()
                let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                process.waitUntilExit()
                #expect(process.terminationStatus == code && process.terminationReason == .exit, "\(limit): \(said)")
                if code == 0 { #expect(try report(folder) == undisturbed) }
                if code != 0 { #expect(said.hasPrefix("oit: too few open files")) }
            }
        }
    }
}

import Foundation
import Glibc
import Programs
import TestSupport

/// How programs are confined in a test: as this computer allows, or as one without bubblewrap would.
enum Confining: String, Sendable, CaseIterable {
    case asFarAsPossible, withoutSandbox
}

/// A folder of small programs and a spawner to run them.
struct Workbench: Sendable {
    let spawner: ProgramSpawner
    /// Where private folders are made; empty when all runs cleaned up.
    let runs: URL
    private let folder: URL

    /// Writes a shell script and gives it as a program.
    func script(_ body: String, name: String = "script") throws -> Program {
        let file = folder.appendingPathComponent("\(name).sh")
        try Data(("#!/bin/sh\n" + body + "\n").utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return try Program(file.path)
    }

    func path(of name: String) -> String { folder.appendingPathComponent(name).path }

    static func with(
        _ confining: Confining, concurrency: Int? = 2, _ body: (Workbench) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let runs = folder.appendingPathComponent("runs", isDirectory: true)
            try FileManager.default.createDirectory(at: runs, withIntermediateDirectories: true)
            let tools = folder.appendingPathComponent("tools", isDirectory: true)
            try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
            for name in ["setpriv", "prlimit", "true"] {
                let tool = try Program(name)
                try FileManager.default.createSymbolicLink(
                    atPath: tools.appendingPathComponent(name).path, withDestinationPath: tool.path)
            }
            let spawner = ProgramSpawner(
                concurrency: concurrency, temporaryFolder: runs.path,
                searchPath: confining == .withoutSandbox ? tools.path : nil)
            try await body(Workbench(spawner: spawner, runs: runs, folder: folder))
            let left = try FileManager.default.contentsOfDirectory(atPath: runs.path)
            if !left.isEmpty { throw LeftOver(names: left) }
        }
    }

    /// A run whose private folder is still there.
    struct LeftOver: Error { let names: [String] }
}

/// Numbers of the processes on this computer whose command line contains a text.
func processes(mentioning text: String) -> [Int] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { Int($0) }.filter { number in
        guard number != Int(getpid()), let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline")
        else { return false }
        return String(decoding: line, as: UTF8.self).contains(text)
    }
}

/// Looks again and again until something is so; false when it is not within half a minute. What other processes do
/// gives no signal, so there is a pause between two looks.
func eventually(_ condition: () -> Bool) async -> Bool {
    let end = ContinuousClock.now + .seconds(30)
    while !condition() {
        if ContinuousClock.now > end { return false }
        try? await Task.sleep(for: .milliseconds(10))
    }
    return true
}

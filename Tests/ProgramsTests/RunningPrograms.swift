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
    /// An empty place for a test's own files.
    let folder: URL

    /// A run of a few lines of shell. They are an argument, not a file: a file just written can be busy for a moment
    /// in a process that starts others all the time.
    func shell(_ lines: String, _ arguments: [String] = []) throws -> ProgramRequest {
        ProgramRequest(try Program("sh"), ["-c", lines, "sh"] + arguments)
    }

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
    let sought = Data(text.utf8)
    var buffer = [UInt8](repeating: 0, count: 4096)
    return entries.compactMap { Int($0) }.filter { number in
        let file = open("/proc/\(number)/cmdline", O_RDONLY | O_CLOEXEC)
        guard file >= 0, number != Int(getpid()) else { return false }
        defer { close(file) }
        let count = read(file, &buffer, buffer.count)
        return count > 0 && Data(buffer[..<count]).range(of: sought) != nil
    }
}

/// Looks again and again until something is so; false when it is not within two minutes. What other processes do
/// gives no signal, so there is a pause between two looks.
func eventually(_ condition: () -> Bool) async -> Bool {
    let end = ContinuousClock.now + .seconds(120)
    while !condition() {
        if ContinuousClock.now > end { return false }
        try? await Task.sleep(for: .milliseconds(30))
    }
    return true
}

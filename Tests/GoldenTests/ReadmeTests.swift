import Foundation
import Testing

/// What the documentation says must be what the program says.
@Suite struct ReadmeTests {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func text(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }

    /// The program that this test run built, beside the test bundle.
    private func help(_ words: [String]) throws -> String {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        var program = folder.appending(path: "oit")
        if !FileManager.default.isExecutableFile(atPath: program.path) {
            program = root.appending(path: ".build/debug/oit")
        }
        let process = Process()
        process.executableURL = program
        process.arguments = words
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("the usage in the README is what --help prints")
    func usage() throws {
        let help = try help(["--help"])
        let start = try #require(help.range(of: "Usage:")).lowerBound
        let end = try #require(help.range(of: "\n\noit COMMAND")).lowerBound
        #expect(try text("README.md").contains(help[start..<end]))
    }

    @Test(
        "the exit codes in the README are those of --help",
        arguments: ["0", "1", "2", "64", "65", "66", "70", "74", "130"])
    func exitCodes(code: String) throws {
        let help = try help(["--help"])
        let line = try #require(help.split(separator: "\n").first { $0.hasPrefix("  \(code) ") })
        let meaning = line.dropFirst(2 + code.count).trimmingCharacters(in: .whitespaces)
        let plain = try text("README.md").replacingOccurrences(of: "`", with: "")
        #expect(plain.contains("| \(code) | \(meaning) |"))
    }
}

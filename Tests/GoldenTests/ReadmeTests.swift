import Foundation
import Testing

/// What the documentation says must be what the program says.
@Suite struct ReadmeTests {
    private func text(_ name: String) throws -> String {
        try String(contentsOf: BuiltProgram.root.appending(path: name), encoding: .utf8)
    }

    private func help(_ words: [String]) throws -> String { try BuiltProgram.run(words).output }

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

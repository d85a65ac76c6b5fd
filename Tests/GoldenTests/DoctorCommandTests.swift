import Foundation
import Testing

/// `oit doctor`: what is installed, and what is lost without it.
@Suite struct DoctorCommandTests {
    private struct Entry: Decodable {
        var name: String
        var found: Bool
        var version: String
        var package: String
        var purpose: String
        var lost: String

        private enum CodingKeys: String, CodingKey {
            case name, found, version, package, lost
            case purpose = "for"
        }
    }

    private func entries(_ environment: [String: String] = [:]) throws -> [Entry] {
        let result = try BuiltProgram.run(["doctor", "--json", "--language", "en"], environment: environment)
        #expect(result.code == 0, "\(result.errors)")
        return try JSONDecoder().decode([Entry].self, from: Data(result.output.utf8))
    }

    @Test("names each optional program with version, package, purpose and what is lost")
    func installed() throws {
        let entries = try entries()
        #expect(entries.map(\.name).contains("pdftotext") && entries.map(\.name).contains("chromium"))
        #expect(entries.allSatisfy { !$0.package.isEmpty && !$0.purpose.isEmpty && !$0.lost.isEmpty })
        let pdftotext = try #require(entries.first { $0.name == "pdftotext" })
        #expect(pdftotext.found && pdftotext.version.contains("."), "\(pdftotext)")
    }

    @Test("without any program everything is told as missing, with the command that installs it")
    func missing() throws {
        let entries = try entries(["PATH": "/nonexistent"])
        #expect(entries.allSatisfy { !$0.found && $0.version.isEmpty })
        let result = try BuiltProgram.run(["doctor", "--language", "th"], environment: ["PATH": "/nonexistent"])
        #expect(result.code == 0)
        #expect(result.output.contains("apt-get install --no-install-recommends poppler-utils"))
        #expect(result.output.contains("ไม่พบ"))
    }

    @Test("a surplus argument is a wrong command line")
    func surplus() throws {
        #expect(try BuiltProgram.run(["doctor", "now"]).code == 64)
    }

    @Test("an audit names what is missing before it begins")
    func auditNamesWhatIsMissing() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "oit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let words = ["audit", "--sample", "--no-progress", "--language", "en", "--output", folder.path]
        let result = try BuiltProgram.run(words, environment: ["PATH": "/nonexistent"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.errors.contains("not installed here: pdftotext (poppler-utils)"), "\(result.errors)")
    }
}

import FoundationEssentials
import Testing

@Suite struct SourcesTests {
    @Test("The core imports nothing and names no item, indicator or year")
    func sources() throws {
        let folder = repository.appending(path: "Sources/GradingCore")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(files.count >= 10)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let words = line.split { $0 == " " || $0 == "\t" || $0 == ";" }.prefix { $0 != "//" && $0 != "///" }
                #expect(!words.contains("import"), "\(file):\(number + 1)")
                #expect(!words.contains("Double") && !words.contains("Float"), "\(file):\(number + 1)")
                #expect(!words.contains { $0.contains("canImport") }, "\(file):\(number + 1)")
            }
        }
    }
}

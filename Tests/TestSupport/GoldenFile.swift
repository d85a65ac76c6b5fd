import Foundation
public import Testing

/// Compares bytes with a committed file beside the test: `expectGolden(bytes, "report.json")` looks in the folder
/// `Golden` next to the test's source. `OIT_RECORD=1` writes the file instead, but never where `CI` is set.
public func expectGolden(
    _ bytes: [UInt8], _ name: String, file: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let golden = URL(fileURLWithPath: "\(file)").deletingLastPathComponent()
        .appendingPathComponent("Golden", isDirectory: true).appendingPathComponent(name)
    let environment = ProcessInfo.processInfo.environment
    if environment["OIT_RECORD"] == "1", environment["CI"] == nil {
        try FileManager.default.createDirectory(
            at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: golden)
        return
    }
    guard FileManager.default.fileExists(atPath: golden.path) else {
        Issue.record("No golden file \(name); record it with OIT_RECORD=1", sourceLocation: sourceLocation)
        return
    }
    let expected = try [UInt8](Data(contentsOf: golden))
    guard expected != bytes else { return }
    let place = zip(expected, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let offset = place ?? min(expected.count, bytes.count)
    func excerpt(_ all: [UInt8]) -> String {
        String(decoding: all[max(0, offset - 60)..<min(all.count, offset + 60)], as: UTF8.self)
    }
    Issue.record(
        "\(name) differs at byte \(offset): expected …\(excerpt(expected))… but got …\(excerpt(bytes))…",
        sourceLocation: sourceLocation)
}

/// The same for text.
public func expectGolden(
    _ text: String, _ name: String, file: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    try expectGolden(Array(text.utf8), name, file: file, sourceLocation: sourceLocation)
}

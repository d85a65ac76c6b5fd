import Foundation
import TestSupport
import Testing

/// The committed sample report is what the program writes today, times aside. `OIT_RECORD=1` records it anew.
@Suite struct SampleReportTests {
    private static var records: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["OIT_RECORD"] == "1" && environment["CI"] == nil
    }
    private static let names = ["report.json", "report.html", "items.csv", "evidence.csv"]

    /// Times and durations differ from run to run; nothing else may.
    private static func timeless(_ json: String) -> String {
        json.replacing(/"(started_at|finished_at|fetched_at)": "[^"]*"/) {
            "\"\($0.output.1)\": \"2023-05-15T02:00:00Z\""
        }.replacing(/"milliseconds": [0-9]+/, with: "\"milliseconds\": 0")
    }

    @Test("reports/sample is what an audit of the sample agency writes")
    func sample() async throws {
        try await withTemporaryFolder { folder in
            let audit = try BuiltProgram.run(
                ["audit", "--sample", "--second-pass", "0", "--output", "run", "--quiet"], in: folder)
            #expect(audit.code == 0, "\(audit.errors)")
            let written = try String(contentsOf: folder.appending(path: "run/report.json"), encoding: .utf8)
            let alone = folder.appending(path: "report.json")
            try Data(SampleReportTests.timeless(written).utf8).write(to: alone)
            // Every report can be made from report.json alone.
            let report = try BuiltProgram.run(
                ["report", "report.json", "--output", "again", "--quiet"], in: folder,
                environment: ["OIT_STORE": folder.appending(path: "none").path])
            #expect(report.code == 0, "\(report.errors)")
            let sample = BuiltProgram.root.appending(path: "reports/sample")
            for name in SampleReportTests.names {
                let made = try Data(contentsOf: folder.appending(path: "again/\(name)"))
                let committed = sample.appending(path: name)
                if SampleReportTests.records {
                    try FileManager.default.createDirectory(at: sample, withIntermediateDirectories: true)
                    try made.write(to: committed)
                }
                #expect(made == (try? Data(contentsOf: committed)), "\(name) differs; record it with OIT_RECORD=1")
            }
        }
    }
}

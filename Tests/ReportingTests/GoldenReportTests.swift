import Foundation
import GradingCore
import Reporting
import Testing

@Suite struct GoldenReportTests {
    /// Name of the committed file and how it is made.
    static let files: [(name: String, bytes: @Sendable () -> [UInt8])] = [
        ("report.json", { Sample.report.json() }),
        ("items.th.csv", { Sample.report.itemsCSV(language: .thai) }),
        ("items.en.csv", { Sample.report.itemsCSV(language: .english) }),
        ("evidence.csv", { Sample.report.evidenceCSV() }),
        ("report.th.html", { Sample.report.html(language: .thai) }),
        ("report.en.html", { Sample.report.html(language: .english) }),
        ("summary.th.txt", { Array(Sample.report.terminalSummary(language: .thai, width: 100, color: false).utf8) }),
        ("summary.en.txt", { Array(Sample.report.terminalSummary(language: .english, width: 80, color: true).utf8) }),
    ]

    @Test("Reports equal the committed files", arguments: files.map(\.name))
    func golden(_ name: String) throws {
        let made = try #require(Self.files.first { $0.name == name }).bytes()
        let file = repository.appending(path: "Tests/ReportingTests/Golden/\(name)")
        let environment = ProcessInfo.processInfo.environment
        if environment["OIT_RECORD"] == "1", environment["CI"] == nil { try Data(made).write(to: file) }
        let committed = try Data(contentsOf: file)
        #expect(
            Array(committed) == made,
            "\(name) differs; look at the change, then record it with OIT_RECORD=1 swift test --filter GoldenReportTests"
        )
    }

    @Test("Rendering again gives the same bytes, whatever the order of the dictionaries")
    func determinism() throws {
        for round in 0..<5 {
            var frame = Sample.frame
            frame.indicatorTitles.reserveCapacity(64 << round)
            frame.subIndicatorTitles.reserveCapacity(64 << round)
            let again = try #require(Report(Sample.assessment, frame: frame))
            #expect(again.json() == Sample.report.json())
            #expect(again.html(language: .thai) == Sample.report.html(language: .thai))
            #expect(again.itemsCSV(language: .thai) == Sample.report.itemsCSV(language: .thai))
        }
    }
}

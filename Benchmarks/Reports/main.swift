import Findings
import Foundation
import GradingCore
import Reporting

// Time and size of the HTML report of a year with 43 items, and the pages that the browser checks look at.
//
//   swift run -c release report-benchmark [ROUNDS]     measures; median of the rounds, default 21
//   swift run report-benchmark --write FOLDER          writes one page for each kind of agency
//   swift run report-benchmark --runs COUNT FOLDER     writes a report.json for each of so many agencies

let agencies = try Agencies()
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "--write", arguments.count == 2 {
    try agencies.write(to: URL(filePath: arguments[1]))
} else if arguments.first == "--runs", arguments.count == 3, let count = Int(arguments[1]) {
    try agencies.writeRuns(count, to: URL(filePath: arguments[2]))
} else {
    let rounds = arguments.first.flatMap { Int($0) } ?? 21
    for kind in Agencies.Kind.measured {
        let assessment = agencies.assessment(kind)
        var spent: [Double] = []
        var processor = 0.0
        var size = 0
        for _ in 0..<max(1, rounds) {
            let (start, ticks) = (ContinuousClock.now, clock())
            guard let report = Report(assessment, frame: agencies.frame(kind)) else { continue }
            size = report.html(language: .thai).count
            processor += Double(clock() - ticks) * 1000 / Double(CLOCKS_PER_SEC)
            let passed = (ContinuousClock.now - start).components
            spent.append(Double(passed.seconds) * 1000 + Double(passed.attoseconds) / 1e15)
        }
        spent.sort()
        let name = kind.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
        print(
            String(
                format: "%@ %3d items %4d pages  %7.1f ms median (%.1f to %.1f), CPU %.1f ms  %8d bytes",
                name as NSString, assessment.items.count, assessment.evidence.count, spent[spent.count / 2], spent[0],
                spent[spent.count - 1], processor / Double(spent.count), size))
    }
}

import Documents
import Extraction
import Programs
import TestSupport
import WebEvidence

/// Pages of PDF a second, one file at a time: the whole reading, sandbox included, beside the bare program that takes the
/// text out. Medians of alternating runs.
///
///     swift run -c release document-benchmark [RUNS]
///     swift run -c release document-benchmark compare FILE...  the same for files that are there, 15 runs each
///     swift run -c release document-benchmark files FILE...    what comes of files, one line each
@main struct DocumentBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "files" {
            try await FileListing(paths: Array(arguments.dropFirst())).print()
            return
        }
        let programs = ProgramSpawner(concurrency: 1)
        let reading = DocumentReading(programs: programs, tools: .found())
        print("sandbox works: \(try await programs.isSandboxed())")
        if arguments.first == "compare" {
            for path in arguments.dropFirst() {
                guard let body = FileListing.bytes(of: path) else { continue }
                try await compare(path, body, reading: reading, runs: 15)
            }
            return
        }
        let runs = arguments.first.flatMap { Int($0) } ?? 41
        for pages in [1, 5, 50, 200] {
            let body = SampleFile.report(pages: pages).bytes()
            try await compare("\(pages) made pages", body, reading: reading, runs: runs)
        }
    }

    private static func compare(_ name: String, _ body: [UInt8], reading: DocumentReading, runs: Int) async throws {
        let times = try await compared(body, reading: reading, runs: runs)
        let rate = Int(Double(times.pages) / (times.reading / Duration.seconds(1)))
        print(
            "\(name): \(times.pages) pages, bare \(times.bare), reading \(times.reading), \(rate) pages a second, "
                + "\(rounded(times.bare / times.reading)) of the bare program; medians of \(runs)")
    }

    private static func compared(
        _ body: [UInt8], reading: DocumentReading, runs: Int
    ) async throws -> (bare: Duration, reading: Duration, pages: Int) {
        let bare = try BareProgram(body)
        defer { bare.remove() }
        let file = ReceivedFile(body: body, kind: .pdf, address: try PageAddress(submitted: "http://a.example/a.pdf"))
        var bareTimes: [Duration] = []
        var readingTimes: [Duration] = []
        var pages = 0
        for run in 0..<(runs + 2) {
            let bareTime = try bare.run()
            let start = ContinuousClock.now
            let document = await reading.document(of: file)
            let readingTime = ContinuousClock.now - start
            guard document.fault == nil, !document.blocks.isEmpty else { throw BenchmarkError.unread }
            pages = document.parts.count
            guard run >= 2 else { continue }  // warm
            bareTimes.append(bareTime)
            readingTimes.append(readingTime)
        }
        return (bareTimes.sorted()[runs / 2], readingTimes.sorted()[runs / 2], pages)
    }

    private static func rounded(_ ratio: Double) -> String {
        let hundredths = Int((ratio * 100).rounded())
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }
}

enum BenchmarkError: Error {
    case unread, notStarted
}

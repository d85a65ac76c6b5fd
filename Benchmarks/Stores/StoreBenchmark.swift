import Digests
import Extraction
import Findings
import Foundation
import GradingCore
import Storage
import WebEvidence

/// Time and room that a store takes: opening with many runs, a large run written and read, a small one.
/// Run: swift run -c release store-benchmark [RUNS]
@main
enum StoreBenchmark {
    static func main() async throws {
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
        let folder = FileManager.default.temporaryDirectory.appending(path: "store-benchmark-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        print("a large run: 300 pages of 10 to 60 KB")
        try await measure(
            pages: 300, bytes: 10_000...60_000, menuGroups: 8, reportBytes: 400_000, in: folder.path + "/large")
        print("a small run: 70 pages of 5 KB")
        try await measure(
            pages: 70, bytes: 4_500...5_500, menuGroups: 1, reportBytes: 60_000, in: folder.path + "/small")
        print("a store of \(runs) runs")
        try await measureOpening(runs: runs, in: folder.path + "/many")
    }

    // MARK: One run

    private static func measure(
        pages count: Int, bytes: ClosedRange<Int>, menuGroups: Int, reportBytes: Int, in folder: String
    ) async throws {
        let sample = try SampleRun(pages: count, bytes: bytes, menuGroups: menuGroups, reportBytes: reportBytes)
        line("extraction, per page", sample.extraction / Double(count), "ms")
        let store = try await FileStore.open(folder, mode: .writing)
        let run = try await store.begin(sample.draft)
        let written = try await milliseconds {
            for page in sample.pages { try await store.keep(page, of: run) }
        }
        line("written, per page", written / Double(count), "ms")
        let concluded = try await milliseconds {
            try await store.conclude(run, id: RunID("2566-a"), isPartial: false, judgement: sample.judgement)
        }
        line("concluded", concluded, "ms")
        var read: [KeptPage] = []
        let reading = try await milliseconds { read = try await store.pages(of: run, readBy: sample.extractor) }
        line("read with documents, per page", reading / Double(count), "ms")
        let bare = try await milliseconds { _ = try await store.pages(of: run, readBy: nil) }
        line("documents of these, per page", (reading - bare) / Double(count), "ms")
        let isEqual = read.count == count && read.filter { $0.document == nil }.isEmpty
        print("  all pages and documents are back: \(isEqual)")
        let copying = try await milliseconds { try await store.exportRun(run, to: folder + "-copy") }
        line("run copied to a folder", copying, "ms")
        await store.close()
        try sizes(sample, file: folder + "/" + FileStore.fileName, copy: folder + "-copy/" + FileStore.fileName)
    }

    private static func sizes(_ sample: SampleRun, file: String, copy: String) throws {
        let stored = try size(file)
        print("  bodies \(sample.bodyBytes / 1024) KB, store \(stored / 1024) KB, copy \(try size(copy) / 1024) KB")
        for level in [3, 9, 19] as [Int32] {
            let alone = sample.pages.reduce(0) { $0 + packedBytes($1.record.body, level: level) }
            line("store to bodies packed alone by zstd -\(level)", Double(stored) / Double(alone), "")
        }
    }

    private static func size(_ file: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    }

    // MARK: Many runs

    private static func measureOpening(runs count: Int, in folder: String) async throws {
        let store = try await FileStore.open(folder, mode: .writing)
        let sample = try SampleRun(pages: 2, bytes: 4_500...5_500, menuGroups: 1, reportBytes: 4_000)
        let written = try await milliseconds {
            for number in 0..<count {
                var draft = sample.draft
                draft.agency.name += " \(number / 10)"
                draft.resumeKey = ResumeKey(String(repeating: "0123456789abcdef", count: 4) + "\(number)")
                let run = try await store.begin(draft)
                try await store.conclude(
                    run, id: RunID("2566-2023-05-15-\(number)"), isPartial: false, judgement: sample.judgement)
            }
        }
        line("begun and concluded, per run", written / Double(count), "ms")
        await store.close()
        for mode in FileStore.Mode.allCases {
            var times: [Double] = []
            for _ in 0..<20 {
                var opened: FileStore?
                times.append(try await milliseconds { opened = try await FileStore.open(folder, mode: mode) })
                await opened?.close()
            }
            line("opened for \(mode), median of 20", times.sorted()[10], "ms")
        }
        let reader = try await FileStore.open(folder, mode: .reading)
        line("listed", try await milliseconds { _ = try await reader.runs() }, "ms")
        let found = try await milliseconds {
            _ = try await reader.run(RunID("2566-2023-05-15-\(count / 2)"), ordinal: nil)
        }
        line("one run found by its id", found, "ms")
        await reader.close()
    }

    // MARK: Output

    static func milliseconds(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        let time = (ContinuousClock.now - start).components
        return Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
    }

    static func line(_ name: String, _ value: Double, _ unit: String) {
        print("  \(name): \(String(format: "%.2f", value)) \(unit)")
    }
}

import Documents
import Extraction
import Glibc
import Programs
import WebEvidence

/// `office-benchmark [SECONDS]`: how many small office files are read in a second by one core, and whether memory stays
/// flat. `office-benchmark FILE...` reads the given files instead and prints what was found in each.
@main
struct OfficeBenchmark {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let seconds = arguments.first.map({ Int($0) }) ?? 5 {
            try await measure(seconds: seconds)
        } else {
            for path in arguments { try await show(path) }
        }
    }

    private static func measure(seconds: Int) async throws {
        let reading = DocumentReading(programs: ProgramSpawner(), tools: DocumentTools())
        let address = try PageAddress("https://agency.example/files/plan")
        for (name, body) in [("docx", GeneratedOffice.text()), ("xlsx", GeneratedOffice.workbook())] {
            let file = ReceivedFile(body: body, kind: bodyKind(of: body, contentType: nil), address: address)
            let first = await reading.document(of: file)
            precondition(first.fault == nil && first.blocks.count > 100, "the generated \(name) must be readable")
            for _ in 0..<20 { _ = await reading.document(of: file) }
            let before = Usage()
            var files = 0
            while Usage().wall - before.wall < Double(seconds) {
                for _ in 0..<10 { _ = await reading.document(of: file) }
                files += 10
            }
            let after = Usage()
            let rate = Double(files) / (after.cpu - before.cpu)
            print(
                "\(name): \(body.count) bytes, \(first.blocks.count) blocks; \(files) files, "
                    + "\(Int(rate)) files per second of one core; resident \(before.residentKB) kB before, "
                    + "\(after.residentKB) kB after")
        }
    }

    private static func show(_ path: String) async throws {
        guard let body = contents(path) else {
            print("\(path): cannot be read")
            return
        }
        let reading = DocumentReading(programs: ProgramSpawner(), tools: .found())
        let kind = bodyKind(of: body, contentType: nil)
        let before = Usage()
        let document = await reading.document(
            of: ReceivedFile(body: body, kind: kind, address: try PageAddress("https://agency.example/files/plan")))
        let milliseconds = Int((Usage().wall - before.wall) * 1_000)
        print("== \(path)")
        print(
            "\(body.count) bytes, \(kind.rawValue), \(document.form.rawValue), \(milliseconds) ms, "
                + "fault \(document.fault?.rawValue ?? "-") \(document.faultDetail)")
        print(
            "title “\(document.title)”, parts \(document.parts.count)/\(document.partCount ?? -1), "
                + "blocks \(document.blocks.count), tables \(document.tables.count), links \(document.links.count), "
                + "dates \(document.machineDates.map(\.text))")
        for part in document.parts.prefix(20) { print("  part \(part.kind.rawValue) \(part.number) \(part.name)") }
        for table in document.tables.prefix(3) {
            print("  head \(table.head.joined(separator: " | "))")
        }
        for (index, block) in document.blocks.prefix(40).enumerated() {
            let place = document.sheetCell(ofBlock: index) ?? "\(block.kind)"
            print("  [\(place)] \(block.region == .main ? "" : block.region.rawValue + " ")\(block.text.prefix(160))")
        }
    }

    private static func contents(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
    }
}

/// What this process has used so far.
private struct Usage {
    let cpu: Double
    let wall: Double
    let residentKB: Int

    init() {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        cpu =
            Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        wall = Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
        var pages = 0
        if let file = fopen("/proc/self/statm", "r") {
            var line = [CChar](repeating: 0, count: 128)
            fgets(&line, 128, file)
            fclose(file)
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        }
        residentKB = pages * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_024
    }
}

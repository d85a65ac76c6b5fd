import Glibc
import GradingCore
import Programs
import Rendering
import WebEvidence

/// What a page made by script costs: the first one with the start of the browser, and the ones after it.
///
///     swift run -c release render-benchmark [PAGES]
@main struct RenderBenchmark {
    /// A list of five hundred entries that is fetched after 200 ms.
    private static let page = """
        <div id=root></div><script>setTimeout(async () => {
        const items = await (await fetch('/api')).json();
        root.innerHTML = items.map(x => `<li><a href=/n/${x}>ประกาศ ${x}</a>`).join('') }, 200)</script>
        """

    static func main() async throws {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20
        guard let program = BrowserProgram.find(), let date = CivilDate(year: 2026, month: 11, day: 21) else {
            return print("no Chromium")
        }
        try await withPageRenderer(program, spawner: ProgramSpawner()) { renderer in
            let start = ContinuousClock.now
            let state = try await renderer.check().get()
            print("\(state.version), confined: \(state.confinement.isComplete), start \(ContinuousClock.now - start)")
            var times: [Duration] = []
            for number in 0..<count {
                let begin = ContinuousClock.now
                let bytes = try await rendered(number, by: renderer, date: date)
                times.append(.now - begin)
                if number == 0 { print("first page \(times[0]), \(bytes) bytes") }
            }
            let total = times.dropFirst().reduce(.zero, +)
            print("warm: median \(times.sorted()[count / 2]), \(count - 1) pages in \(total)")
            print("PSS of the browser's processes: \(browserKilobytes() / 1024) MiB")
        }
    }

    private static func rendered(_ number: Int, by renderer: PageRenderer, date: CivilDate) async throws -> Int {
        let address = try PageAddress("http://agency.example/\(number)")
        let list = "[" + (0..<500).map(String.init).joined(separator: ",") + "]"
        let page = try await renderer.rendered(
            address, main: answer(Self.page, at: address, "text/html; charset=utf-8"), userAgent: "oit-benchmark",
            date: date, answer: { answer(list, at: $0.address, "application/json") }
        ).get()
        return page.html.count
    }

    /// Proportional memory of all processes whose program is a Chromium, in KiB; 0 where it cannot be read.
    private static func browserKilobytes() -> Int {
        guard let listing = opendir("/proc") else { return 0 }
        defer { closedir(listing) }
        var sum = 0
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard Int(name) != nil, text("/proc/\(name)/comm").contains("chrom") else { continue }
            for line in text("/proc/\(name)/smaps_rollup").split(separator: "\n") where line.hasPrefix("Pss:") {
                sum += line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            }
        }
        return sum
    }

    private static func text(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}

private func answer(_ body: String, at address: PageAddress, _ type: String) -> RenderAnswer {
    .answered(
        final: address, status: 200, headers: [HeaderField(name: "Content-Type", value: type)], body: Array(body.utf8))
}

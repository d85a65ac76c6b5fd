import Programs

/// Median times of running a program that does nothing: what one outside program costs.
///
///     swift run -c release spawn-benchmark [RUNS]
@main struct SpawnBenchmark {
    static func main() async throws {
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100
        let program = try Program("true")
        let boxed = ProgramSpawner(concurrency: 1)
        print("sandbox works: \(try await boxed.isSandboxed())")
        try await report("as far as possible", boxed, program, runs)
        if let folder = CommandLine.arguments.dropFirst(2).first {
            // A folder with setpriv, prlimit and true, but without bwrap.
            try await report("without sandbox", ProgramSpawner(concurrency: 1, searchPath: folder), program, runs)
        }
    }

    private static func report(_ name: String, _ spawner: ProgramSpawner, _ program: Program, _ runs: Int) async throws
    {
        var inner: [Duration] = []
        var outer: [Duration] = []
        _ = try await spawner.run(ProgramRequest(program))
        for _ in 0..<runs {
            let start = ContinuousClock.now
            inner.append(try await spawner.run(ProgramRequest(program)).duration)
            outer.append(.now - start)
        }
        let (child, whole) = (inner.sorted()[runs / 2], outer.sorted()[runs / 2])
        print("\(name): child \(child), whole run with its folder \(whole), median of \(runs)")
    }
}

import Foundation
import Glibc
import Programs
import TestSupport
import Testing

/// Many runs: at once, cancelled, and one after the other.
@Suite struct SpawnerTests {
    @Test(arguments: Confining.allCases) func manyTasksRunProgramsAtOnce(_ confining: Confining) async throws {
        try await Workbench.with(confining, concurrency: 8) { bench in
            let cat = try Program("cat")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        let input = Array(String(repeating: "งาน \(index)\n", count: 1 + index * 300).utf8)
                        let run = try await bench.spawner.run(ProgramRequest(cat, input: input))
                        #expect(run.succeeded && run.output.bytes == input)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: Confining.allCases) func aCancelledTaskEndsItsProgram(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let request = try bench.shell("sleep 61.0707 & sleep 61.0707")
            let task = Task { try await bench.spawner.run(request) }
            // Running, not merely named in the arguments of the tools that start it.
            #expect(await eventually { processes(mentioning: "sleep\u{0}61.0707").count >= 2 })
            task.cancel()
            await #expect(throws: ProgramError.cancelled) { try await task.value }
            #expect(await eventually { processes(mentioning: "61.0707").isEmpty })
        }
    }

    @Test func whoIsCancelledWhileWaitingRunsNothing() async throws {
        try await Workbench.with(.withoutSandbox, concurrency: 1) { bench in
            let long = try bench.shell("read line; echo $line")
            var blocking = ProgramRequest(try Program("sleep"), ["61.0808"])
            blocking.limits.deadline = .seconds(60)
            let first = Task { [blocking] in try await bench.spawner.run(blocking) }
            #expect(await eventually { !processes(mentioning: "sleep\u{0}61.0808").isEmpty })
            let second = Task { try await bench.spawner.run(long) }
            second.cancel()
            await #expect(throws: ProgramError.cancelled) { try await second.value }
            #expect(!processes(mentioning: "61.0808").isEmpty)
            first.cancel()
            await #expect(throws: ProgramError.cancelled) { try await first.value }
            #expect(try await bench.spawner.run(ProgramRequest(try Program("true"))).succeeded)
        }
    }

    @Test func aTaskThatIsCancelledBeforeItBeginsRunsNothing() async throws {
        try await Workbench.with(.withoutSandbox) { bench in
            let request = ProgramRequest(try Program("true"))
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await bench.spawner.run(request)
            }
            await #expect(throws: ProgramError.cancelled) { try await task.value }
        }
    }

    @Test func aProgramDoesNotOutliveUs() async throws {
        try await Workbench.with(.withoutSandbox) { bench in
            let python = try Program("python3", searchPath: "/usr/bin")
            let asked = "import ctypes; v = ctypes.c_int(); ctypes.CDLL(None).prctl(2, ctypes.byref(v)); print(v.value)"
            let run = try await bench.spawner.run(ProgramRequest(python, ["-c", asked]))
            #expect(run.output.text == "9\n")  // PR_GET_PDEATHSIG: SIGKILL
        }
    }

    @Test func nothingBlocksTheTasksThatWait() async throws {
        // More waiting programs than threads of the pool: a blocked pool would never run the last task.
        try await Workbench.with(.withoutSandbox, concurrency: 40) { bench in
            var request = ProgramRequest(try Program("sleep"), ["61.0909"])
            request.limits.deadline = .seconds(60)
            let sleeping = request
            let tasks = (0..<32).map { _ in Task { try await bench.spawner.run(sleeping) } }
            #expect(await eventually { processes(mentioning: "sleep\u{0}61.0909").count == 32 })
            #expect(try await bench.spawner.run(ProgramRequest(try Program("true"))).succeeded)
            for task in tasks { task.cancel() }
            for task in tasks { await #expect(throws: ProgramError.cancelled) { try await task.value } }
        }
    }
}

/// Descriptors and children of this process must level off.
@Suite struct SpawnerLeakTests {
    private func descriptorsAndChildren() throws -> Int {
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
        return tasks.reduce(descriptors + tasks.count) { sum, task in
            let list = FileManager.default.contents(atPath: "/proc/self/task/\(task)/children") ?? Data()
            return sum + list.split(separator: 32).count
        }
    }

    @Test(.timeLimit(.minutes(5))) func threeHundredRunsLeaveNothing() async throws {
        try await Workbench.with(.withoutSandbox) { bench in
            let request = ProgramRequest(try Program("true"), input: [1])
            let path = bench.folder.appendingPathComponent("gone").path
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: try Program("sh").path)
            let missing = ProgramRequest(try Program(path))
            try FileManager.default.removeItem(atPath: path)
            var slow = ProgramRequest(try Program("sleep"), ["61"])
            slow.limits.deadline = .milliseconds(5)
            let before = try descriptorsAndChildren()
            for round in 0..<300 {
                switch round % 10 {
                case 3: await #expect(throws: ProgramError.notFound(path)) { try await bench.spawner.run(missing) }
                case 7: _ = try await bench.spawner.run(slow)
                default: #expect(try await bench.spawner.run(request).succeeded)
                }
            }
            // Other suites run beside this one and hold some of each for a while; a leak would be 300 and stay.
            #expect(await eventually { ((try? descriptorsAndChildren()) ?? .max) < before + 100 })
        }
    }
}

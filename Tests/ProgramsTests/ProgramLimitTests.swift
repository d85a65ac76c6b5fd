import Foundation
import Glibc
import Programs
import TestSupport
import Testing

/// Programs that behave badly. Each must be over soon and leave nothing behind.
@Suite struct ProgramLimitTests {
    /// Runs a script with changed limits; `marker` is a text in the command lines of all that it starts.
    private func run(
        _ script: String, _ confining: Confining, marker: String? = nil,
        limits: (inout ProgramLimits) -> Void = { _ in }, check: (ProgramRun) throws -> Void
    ) async throws {
        try await Workbench.with(confining) { bench in
            var request = try bench.shell(script)
            request.limits.deadline = .seconds(60)
            request.limits.grace = .milliseconds(50)
            limits(&request.limits)
            let run = try await bench.spawner.run(request)
            try check(run)
            if let marker { #expect(await eventually { processes(mentioning: marker).isEmpty }) }
        }
    }

    @Test(arguments: Confining.allCases) func aSlowProgramMeetsItsDeadline(_ confining: Confining) async throws {
        try await run("sleep 61.0101", confining, marker: "61.0101", limits: { $0.deadline = .milliseconds(200) }) {
            #expect($0.ending == .limited(.deadline))
            #expect($0.duration > .milliseconds(200) && $0.duration < .seconds(50))
        }
    }

    @Test(arguments: Confining.allCases) func whatWasWrittenBeforeTheDeadlineIsKept(_ confining: Confining) async throws
    {
        try await run("echo early; exec sleep 61", confining, limits: { $0.deadline = .seconds(3) }) {
            #expect($0.output.text == "early\n")
        }
    }

    @Test func anEndThatIsAskedForIsWaitedFor() async throws {
        let polite = """
            import signal, sys
            signal.signal(signal.SIGTERM, lambda *_: (print("bye"), sys.exit(3)))
            print("ready", flush=True)
            signal.pause()
            """
        try await Workbench.with(.withoutSandbox) { bench in
            var request = ProgramRequest(try Program("python3", searchPath: "/usr/bin"), ["-c", polite])
            request.limits.deadline = .seconds(3)
            request.limits.grace = .seconds(50)
            let run = try await bench.spawner.run(request)
            #expect(run.ending == .limited(.deadline))
            #expect(run.output.text == "ready\nbye\n")
            #expect(run.duration < .seconds(40))
        }
    }

    @Test(arguments: Confining.allCases) func ignoringTheRequestToEndDoesNotHelp(_ confining: Confining) async throws {
        let script = "trap '' TERM INT HUP; while :; do sleep 0.0203; done"
        try await run(script, confining, marker: "0.0203", limits: { $0.deadline = .milliseconds(200) }) {
            #expect($0.ending == .limited(.deadline))
            #expect($0.duration < .seconds(50))
        }
    }

    @Test(arguments: Confining.allCases)
    func aGrandchildThatHoldsThePipesHoldsUpNobody(_ confining: Confining) async throws {
        try await run("echo done; sleep 61.0404 & exit 5", confining, marker: "61.0404") {
            #expect($0.ending == .exited(5))
            #expect($0.output.text == "done\n")
            #expect($0.duration < .seconds(50))
        }
    }

    @Test(.enabled(if: Sandbox.works)) func aProcessThatLeavesTheGroupDiesWithTheSandbox() async throws {
        try await run(
            "setsid sleep 61.0505 & setsid sleep 61.0505 & sleep 0.2; exit 0", .asFarAsPossible, marker: "61.0505"
        ) {
            #expect($0.ending == .exited(0))
        }
    }

    @Test(arguments: Confining.allCases) func aFloodIsCutAndEnded(_ confining: Confining) async throws {
        try await run("exec yes", confining, limits: { $0.outputBytes = 100_000 }) {
            #expect($0.ending == .limited(.outputBytes))
            #expect($0.output.isTruncated && $0.output.bytes.count == 100_000)
        }
    }

    @Test(arguments: Confining.allCases) func aFloodOfComplaintsIsCutAndGoesOn(_ confining: Confining) async throws {
        try await run("yes | head -c 3000000 >&2; echo end", confining, limits: { $0.errorBytes = 1000 }) {
            #expect($0.ending == .exited(0))
            #expect($0.output.text == "end\n")
            #expect($0.errorOutput.isTruncated && $0.errorOutput.bytes.count == 1000)
        }
    }

    @Test(arguments: Confining.allCases) func aForkBombIsBounded(_ confining: Confining) async throws {
        let pause = confining == .asFarAsPossible ? "0.0606" : "0.0607"
        let bombing = """
            import os, time
            while True:
                try: os.fork()
                except OSError: time.sleep(\(pause))
            """
        var most = 0
        try await Workbench.with(confining) { bench in
            var request = ProgramRequest(try Program("python3", searchPath: "/usr/bin"), ["-c", bombing])
            request.limits.deadline = .seconds(120)
            request.limits.processes = 40
            let bomb = Task { [request] in try await bench.spawner.run(request) }
            #expect(await eventually { processes(mentioning: pause).count > 10 })
            for _ in 0..<20 {
                most = max(most, processes(mentioning: pause).count)
                try await Task.sleep(for: .milliseconds(10))
            }
            bomb.cancel()
            await #expect(throws: ProgramError.cancelled) { try await bomb.value }
            #expect(await eventually { processes(mentioning: pause).isEmpty })
        }
        // Its processes, and the tools of confinement with the script among their arguments. Under our own user, without
        // sandbox, other tests leave room that the bomb takes too.
        let bound = geteuid() == 0 || (confining == .asFarAsPossible && Sandbox.works) ? 44 : 400
        #expect(most > 0 && most <= bound, "\(most) at once")
    }

    @Test(arguments: Confining.allCases) func aProgramThatWantsTooMuchMemoryGetsNone(_ confining: Confining)
        async throws
    {
        let script = "dd if=/dev/zero of=/dev/null bs=600M count=1 2>/dev/null && echo got"
        try await run(script, confining, limits: { $0.memoryBytes = 200 << 20 }) {
            #expect($0.ending != .exited(0) && $0.output.text.isEmpty)
        }
        try await run(script, confining) { #expect($0.output.text == "got\n") }
    }

    @Test(arguments: Confining.allCases) func aFileThatGrowsTooLargeEndsItsProgram(_ confining: Confining) async throws
    {
        try await run("exec head -c 500000 /dev/zero > big", confining, limits: { $0.fileBytes = 100_000 }) {
            #expect($0.ending == .limited(.fileBytes))
        }
    }

    @Test(arguments: Confining.allCases) func aBusyLoopMeetsItsLimitOfCPUTime(_ confining: Confining) async throws {
        try await run("while :; do :; done", confining, limits: { $0.cpuTime = .milliseconds(900) }) {
            #expect($0.ending == .limited(.cpuTime))
            #expect($0.isSandboxed == ($0.cpuTime == nil))
            #expect($0.cpuTime ?? .seconds(1) > .milliseconds(500))
        }
    }

    @Test(arguments: Confining.allCases) func openFilesAreLimited(_ confining: Confining) async throws {
        try await run("ulimit -n; ulimit -c", confining, limits: { $0.openFiles = 32 }) {
            #expect($0.output.text == "32\n0\n")
        }
    }

    @Test(arguments: Confining.allCases) func aCrashIsASignal(_ confining: Confining) async throws {
        try await run("kill -SEGV $$", confining) { #expect($0.ending == .signalled(11)) }
    }

    @Test(arguments: Confining.allCases) func whateverIsLeftInTheFolderIsRemoved(_ confining: Confining) async throws {
        let script = """
            mkdir -p a/b/c locked/in; echo x > a/b/c/file; echo y > locked/in/file; chmod 000 locked/in locked a/b/c
            printf 'x' > "$(printf 'n\\377\\001 \\n')"; ln -s / root; mkfifo pipe; ln -s nowhere broken
            mkdir -p deep/$(printf 'd/%.0s' $(seq 1500))
            """
        try await run(script, confining) { #expect($0.ending == .exited(0)) }
    }
}

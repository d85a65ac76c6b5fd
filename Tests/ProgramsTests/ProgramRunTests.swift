import Foundation
import Glibc
import Programs
import TestSupport
import Testing

/// What a program is given and what comes back.
@Suite struct ProgramRunTests {
    @Test(arguments: Confining.allCases) func statusAndBothOutputsComeBack(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let run = try await bench.spawner.run(bench.shell("echo out; echo err >&2; exit 7"))
            #expect(run.ending == .exited(7))
            #expect(!run.succeeded)
            #expect(run.output.text == "out\n" && run.errorOutput.text == "err\n")
            #expect(!run.output.isTruncated && !run.errorOutput.isTruncated)
            #expect(run.isSandboxed == (try await bench.spawner.isSandboxed()))
            #expect(confining == .asFarAsPossible || !run.isSandboxed)
        }
    }

    @Test(arguments: Confining.allCases) func noShellTouchesTheArguments(_ confining: Confining) async throws {
        let arguments = ["a b", "", "$HOME", "`id`", "\"'\\", "*", "-n", "--", "ข้อมูลข่าวสาร", "line\nbreak", ";exit 9"]
        try await Workbench.with(confining) { bench in
            let run = try await bench.spawner.run(
                bench.shell(#"for a in "$@"; do printf '%s\0' "$a"; done"#, arguments))
            #expect(run.output.text == arguments.map { $0 + "\0" }.joined())
        }
    }

    @Test(arguments: Confining.allCases) func nothingOfOurEnvironmentIsInherited(_ confining: Confining) async throws {
        setenv("OIT_TEST_SECRET", "1", 1)
        try await Workbench.with(confining) { bench in
            var request = ProgramRequest(try Program("env"))
            request.environment = ["EXTRA": "ค่า", "PATH": "/elsewhere"]
            let lines = try await bench.spawner.run(request).output.text.split(separator: "\n").map(String.init)
            let names = Set(lines.compactMap { $0.split(separator: "=").first.map(String.init) }).subtracting(["PWD"])
            #expect(names == ["EXTRA", "HOME", "LC_ALL", "PATH", "TMPDIR"])
            #expect(lines.contains("LC_ALL=C.UTF-8") && lines.contains("EXTRA=ค่า"))
            #expect(lines.contains("PATH=/usr/bin:/bin"))
            #expect(lines.contains { $0.hasPrefix("HOME=\(bench.runs.path)/") })
        }
    }

    @Test(arguments: Confining.allCases) func aHugeInputPassesThrough(_ confining: Confining) async throws {
        let input = (0..<(6 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        try await Workbench.with(confining) { bench in
            let run = try await bench.spawner.run(ProgramRequest(try Program("cat"), input: input))
            #expect(run.succeeded)
            #expect(run.output.bytes == input)
        }
    }

    @Test(arguments: Confining.allCases) func anInputThatNobodyReadsIsDropped(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let input = [UInt8](repeating: 65, count: 4 << 20)
            let run = try await bench.spawner.run(ProgramRequest(try Program("true"), input: input))
            #expect(run.ending == .exited(0))
        }
    }

    @Test(arguments: Confining.allCases, [nil, []] as [[UInt8]?])
    func withoutInputAReaderEndsAtOnce(_ confining: Confining, input: [UInt8]?) async throws {
        try await Workbench.with(confining) { bench in
            let run = try await bench.spawner.run(ProgramRequest(try Program("cat"), input: input))
            #expect(run.succeeded && run.output.bytes.isEmpty)
        }
    }

    @Test(arguments: Confining.allCases) func filesGoInAndOut(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            var request = try bench.shell(
                "cat in.txt > out.txt; ln -s /etc/passwd link; mkfifo pipe; mkdir folder; ln in.txt twice; head -c 9 in.txt"
            )
            request.files = ["in.txt": Array("เอกสารเข้า".utf8), "other": [0, 255]]
            request.results = ["out.txt", "link", "pipe", "folder", "twice", "missing", "other"]
            let run = try await bench.spawner.run(request)
            #expect(run.results.keys.sorted() == ["other", "out.txt"])
            #expect(run.results["out.txt"]?.text == "เอกสารเข้า")
            #expect(run.results["other"]?.bytes == [0, 255])
        }
    }

    @Test func aLargeResultIsCut() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            var request = try bench.shell("head -c 100000 /dev/zero > big")
            request.results = ["big"]
            request.limits.resultBytes = 1000
            let result = try await bench.spawner.run(request).results["big"]
            #expect(result?.bytes.count == 1000 && result?.isTruncated == true)
        }
    }

    @Test(arguments: Confining.allCases) func signalsReachAProgramAsUsual(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let run = try await bench.spawner.run(
                ProgramRequest(try Program("grep"), ["-E", "Sig(Blk|Ign)|NoNewPrivs|CapEff", "/proc/self/status"]))
            var values: [String: UInt64] = [:]
            for line in run.output.text.split(separator: "\n") {
                let parts = line.split(separator: ":\t")
                values[String(parts[0])] = UInt64(parts[1], radix: 16)
            }
            // The C library keeps two signals of its own ignored while it spawns.
            values["SigIgn"]? &= ~(3 << 31)
            #expect(values == ["SigBlk": 0, "SigIgn": 0, "NoNewPrivs": 1, "CapEff": 0])
        }
    }

    @Test(arguments: Confining.allCases) func noDescriptorOfOursLeaksIntoAProgram(_ confining: Confining) async throws {
        let open = (0..<20).map { _ in Glibc.open("/dev/null", O_RDONLY) }  // without O_CLOEXEC, as a library might
        defer { for descriptor in open { close(descriptor) } }
        try await Workbench.with(confining) { bench in
            let run = try await bench.spawner.run(bench.shell("cd /proc/self/fd; echo *"))
            // 0, 1, 2, where the shell reads its script and the folder that it lists.
            #expect(run.output.text.split(whereSeparator: \.isWhitespace).count <= 5, "\(run.output.text)")
        }
    }

    @Test(arguments: 0..<6) func whatNoProgramCanBeGivenIsRefused(_ number: Int) async throws {
        try await Workbench.with(.withoutSandbox) { bench in
            var request = ProgramRequest(try Program("true"))
            switch number {
            case 0: request.arguments = ["a\0b"]
            case 1: request.environment = ["A=B": "c"]
            case 2: request.files = ["../x": []]
            case 3: request.files = [".": []]
            case 4: request.results = ["a/b"]
            default: request.readable = ["x"]
            }
            do throws(ProgramError) {
                _ = try await bench.spawner.run(request)
                Issue.record("\(number) was accepted")
            } catch {
                guard case .unusable = error else {
                    Issue.record("\(number): \(error)")
                    return
                }
            }
        }
    }

    @Test(arguments: Confining.allCases) func aProgramMayLieAnywhere(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let path = bench.folder.appendingPathComponent("อ่าน").path
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: try Program("sh").path)
            let run = try await bench.spawner.run(ProgramRequest(try Program(path), ["-c", "echo here"]))
            #expect(run.output.text == "here\n")
        }
    }

    @Test func aMissingToolOfConfinementIsNamed() async throws {
        let spawner = ProgramSpawner(searchPath: "/nowhere")
        let program = try Program("true")
        await #expect(throws: ProgramError.notFound("true")) { try await spawner.run(ProgramRequest(program)) }
    }

    @Test(.enabled(if: geteuid() == 0), arguments: Confining.allCases)
    func aProgramBehindLockedFoldersIsRefused(_ confining: Confining) async throws {
        try await Workbench.with(confining) { bench in
            let locked = bench.runs.deletingLastPathComponent().appendingPathComponent("locked")
            try FileManager.default.createDirectory(at: locked, withIntermediateDirectories: true)
            let path = locked.appendingPathComponent("true").path
            try FileManager.default.copyItem(atPath: try Program("true").path, toPath: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: locked.path)
            let request = ProgramRequest(try Program(path))
            await #expect(throws: ProgramError.notExecutable(path)) { try await bench.spawner.run(request) }
        }
    }

    @Test func aProgramTellsItsVersion() async throws {
        try await Workbench.with(.asFarAsPossible) { bench in
            let sh = try Program("sh")
            let asked = ["-c", "echo; echo 'tool version 22.12.0 (x)' >&2; exit 99"]
            let version = try await bench.spawner.version(of: sh, arguments: asked)
            #expect(version?.text == "tool version 22.12.0 (x)" && version?.numbers == [22, 12, 0])
            #expect(try await bench.spawner.version(of: sh, arguments: ["-c", "echo none"]) == nil)
        }
    }
}

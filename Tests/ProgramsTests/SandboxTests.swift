import Foundation
import Programs
import TestSupport
import Testing

/// Whether bubblewrap works on this computer.
enum Sandbox {
    static let works: Bool = {
        guard let bwrap = try? Program("bwrap") else { return false }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: bwrap.path)
        process.arguments = ["--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

/// What a program sees of the computer in the sandbox.
@Suite(.enabled(if: Sandbox.works)) struct SandboxTests {
    private func run(_ script: String, change: (inout ProgramRequest) -> Void = { _ in }) async throws -> ProgramRun {
        var result: ProgramRun?
        try await Workbench.with(.asFarAsPossible) { bench in
            var request = try bench.shell(script)
            change(&request)
            result = try await bench.spawner.run(request)
        }
        let run = try #require(result)
        #expect(run.isSandboxed)
        return run
    }

    @Test func thereIsNoNetwork() async throws {
        try await withLoopbackServer(script: { _ in .page("reached") }) { server in
            let script = "curl -s -m 5 \(server.address("/")); echo $?"
            let alone = try await run(script)
            #expect(alone.output.text == "7\n")  // could not connect
            #expect(server.requests.isEmpty)
            #expect(try await run("cat /proc/net/dev | tail -n +3 | cut -d: -f1").output.text.contains("lo"))
            let shared = try await run(script) { $0.network = .shared }
            #expect(shared.output.text == "reached0\n")
        }
    }

    @Test func theSystemIsReadOnly() async throws {
        let places = "/ /usr /usr/bin /etc /bin /opt /sys /root /home /var"
        let run = try await run("for p in \(places); do touch $p/oit-x 2>/dev/null && echo $p; done; echo end")
        #expect(run.output.text == "end\n")
    }

    @Test func nobodysFilesAreVisible() async throws {
        let run = try await run("ls /; ls /tmp; ls -A /home /root /var /etc/shadow 2>/dev/null")
        let seen = Set(run.output.text.split(whereSeparator: \.isWhitespace).map(String.init))
        #expect(seen.isDisjoint(with: ["home", "root", "var", "work", "/etc/shadow", "boot", "srv"]), "\(seen)")
    }

    @Test func whatMayBeReadIsNamed() async throws {
        try await withTemporaryFolder { folder in
            try Data("given".utf8).write(to: folder.appendingPathComponent("x"))
            let script = "cat \(folder.path)/x; echo >> \(folder.path)/x; cat \(folder.path)/x"
            #expect(try await run(script).output.text.isEmpty)
            #expect(try await run(script) { $0.readable = [folder.path] }.output.text == "givengiven")
        }
    }

    @Test func otherProcessesAreInvisible() async throws {
        let run = try await run("ls /proc | grep -c '^[0-9]'")
        #expect((Int(run.output.text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 99) < 8)
    }
}

import Testing

@testable import Programs

/// The chain of tools that confines a run, as a pure function.
@Suite struct LaunchLineTests {
    private func line(
        boxed: Bool = false, ownUser: UInt32? = nil, counted: Int = 0, change: (inout ProgramRequest) -> Void = { _ in }
    ) throws -> LaunchLine {
        let tool = try Program("true")
        let confinement = Confinement(
            setpriv: tool, prlimit: tool, bwrap: boxed ? tool : nil, hasOwnUser: ownUser != nil)
        var request = ProgramRequest(try Program("sh"), ["-c", "x"])
        change(&request)
        return LaunchLine(
            request, in: "/tmp/run", confinement: confinement, user: ownUser, processesOfUser: counted)
    }

    private func follows(_ sequence: [String], in arguments: [String]) -> Bool {
        arguments.indices.contains { arguments[$0...].starts(with: sequence) }
    }

    @Test func theProgramIsTheLastLinkWithItsArguments() throws {
        let sh = try Program("sh").path
        #expect(try line().arguments.suffix(4) == ["--", sh, "-c", "x"])
        #expect(try line(boxed: true).arguments.suffix(4) == ["--", sh, "-c", "x"])
    }

    @Test func aUserOfItsOwnLosesAllGroups() throws {
        let own = ["--reuid", "61200", "--regid", "61200", "--clear-groups"]
        #expect(follows(own, in: try line(ownUser: 61_200).arguments))
        #expect(!(try line().arguments.contains("--reuid")))
    }

    @Test func everyLimitIsSet() throws {
        let arguments = try line(counted: 7) { request in
            request.limits.memoryBytes = 1000
            request.limits.cpuTime = .milliseconds(1500)
            request.limits.fileBytes = 2000
            request.limits.openFiles = 30
            request.limits.processes = 5
        }.arguments
        let expected = ["--core=0", "--fsize=2000", "--nofile=30", "--nproc=12", "--as=1000", "--cpu=2:3"]
        for option in expected { #expect(arguments.contains(option), "\(option)") }
    }

    @Test func whatHasNoLimitSetsNone() throws {
        let arguments = try line { request in
            request.limits.memoryBytes = nil
            request.limits.cpuTime = nil
        }.arguments
        #expect(!arguments.contains { $0.hasPrefix("--as") || $0.hasPrefix("--cpu") })
    }

    @Test func aSandboxCountsItsOwnProcesses() throws {
        let arguments = try line(boxed: true, counted: 500) { $0.limits.processes = 5 }.arguments
        #expect(arguments.contains("--nproc=5"))
    }

    @Test func theSandboxDiesWithUs() throws {
        #expect(try line(boxed: true).arguments.contains("--die-with-parent"))
        #expect(follows(["--pdeathsig", "KILL"], in: try line().arguments))
    }

    @Test func theSandboxHasNoNetworkUnlessAskedFor() throws {
        #expect(try line(boxed: true).arguments.contains("--unshare-all"))
        #expect(!(try line(boxed: true).arguments.contains("--share-net")))
        #expect(try line(boxed: true) { $0.network = .shared }.arguments.contains("--share-net"))
    }

    @Test func onlyTheRunsFolderIsWritable() throws {
        let arguments = try line(boxed: true) { $0.readable = ["/usr/share", "/usrlocal", "/data"] }.arguments
        #expect(follows(["--bind", "/tmp/run", "/tmp/run", "--remount-ro", "/"], in: arguments))
        #expect(arguments.filter { $0 == "--bind" }.count == 1)
        #expect(follows(["--ro-bind", "/usrlocal", "/usrlocal", "--ro-bind", "/data", "/data"], in: arguments))
        #expect(!arguments.contains("/usr/share"))
    }

    @Test func theEnvironmentIsSortedAndComplete() throws {
        let line = try line { $0.environment = ["Z": "1", "HOME": "/root"] }
        #expect(
            line.environment == [
                "HOME=/tmp/run", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "TMPDIR=/tmp/run", "Z=1",
            ])
    }
}

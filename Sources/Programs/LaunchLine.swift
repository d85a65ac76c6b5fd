/// The arguments and variables with which a run is started: a chain of programs, each of which confines and then
/// becomes the next. A pure function of its inputs.
struct LaunchLine: Sendable, Hashable {
    /// The first is the absolute path of the program to execute.
    let arguments: [String]
    /// `NAME=value`, sorted.
    let environment: [String]

    /// `folder` is the run's private one, `user` the number of its own user, `processesOfUser` what else runs under the
    /// user and counts against the same limit.
    init(
        _ request: ProgramRequest, in folder: String, confinement: Confinement, user: UInt32?, processesOfUser: Int
    ) {
        let counted = confinement.isSandboxed ? 0 : processesOfUser  // a sandbox counts its own
        arguments =
            LaunchLine.unprivileged(confinement, user: user)
            + LaunchLine.boxed(request, in: folder, confinement: confinement)
            + LaunchLine.limited(request.limits, confinement: confinement, counted: counted)
            + [request.program.path] + request.arguments
        var variables = request.environment
        variables["LC_ALL"] = "C.UTF-8"
        variables["PATH"] = "/usr/bin:/bin"
        variables["HOME"] = folder
        variables["TMPDIR"] = folder
        environment = variables.map { "\($0.key)=\($0.value)" }.sorted()
    }

    /// No way back to privileges, and death with the thread that watches.
    private static func unprivileged(_ confinement: Confinement, user: UInt32?) -> [String] {
        let own = user.map { ["--reuid", "\($0)", "--regid", "\($0)", "--clear-groups"] } ?? []
        return [confinement.setpriv.path, "--no-new-privs", "--pdeathsig", "KILL"] + own + ["--"]
    }

    /// What a program needs to run and to write Thai: nothing of anybody's own files.
    private static let systemFolders = [
        "/usr", "/bin", "/sbin", "/lib", "/lib64", "/opt", "/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache",
        "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/libreoffice", "/etc/chromium", "/etc/chromium.d",
        "/etc/localtime", "/etc/paper", "/etc/ssl/certs",
    ]

    private static func boxed(_ request: ProgramRequest, in folder: String, confinement: Confinement) -> [String] {
        guard let bwrap = confinement.bwrap else { return [] }
        let home = request.program.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let own = [home.joined(separator: "/")] + request.readable
        // A path inside one that is there already needs nothing; one that merely begins alike does.
        let further = own.filter { path in !systemFolders.contains { path == $0 || path.hasPrefix($0 + "/") } }
        let network = request.network == .shared ? ["--share-net"] : []
        return [bwrap.path, "--unshare-all"] + network
            + ["--die-with-parent", "--cap-drop", "ALL", "--size", "\(64 << 20)", "--tmpfs", "/tmp"]
            + systemFolders.flatMap { ["--ro-bind-try", $0, $0] }
            + further.flatMap { ["--ro-bind", $0, $0] }
            + ["--dev", "/dev", "--proc", "/proc", "--bind", folder, folder, "--remount-ro", "/"]
            + ["--chdir", folder, "--"]
    }

    private static func limited(_ limits: ProgramLimits, confinement: Confinement, counted: Int) -> [String] {
        var options = [
            "--core=0", "--fsize=\(limits.fileBytes)", "--nofile=\(limits.openFiles)",
            "--nproc=\(limits.processes + counted)",
        ]
        if let memory = limits.memoryBytes { options.append("--as=\(memory)") }
        if let memory = limits.privateMemoryBytes { options.append("--data=\(memory)") }
        if let time = limits.cpuTime {
            // Told at the limit (SIGXCPU), ended a second later if it does not listen.
            options.append("--cpu=\(time.wholeSeconds):\(time.wholeSeconds + 1)")
        }
        return [confinement.prlimit.path] + options + ["--"]
    }
}

extension Duration {
    /// Rounded up, at least 1.
    var wholeSeconds: Int64 { max(1, components.seconds + (components.attoseconds > 0 ? 1 : 0)) }

    /// Rounded up, at least 0, for `poll`.
    var pollMilliseconds: Int32 {
        let fraction = (components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(min(max(min(components.seconds, 60) * 1000 + fraction, 0), 60_000))
    }
}

import CSpawn
import Glibc
import Synchronization

/// Runs programs on the calling thread, which it blocks, as confined as this computer allows.
final class ProgramHost: Sendable {
    private let temporaryFolder: String
    private let searchPath: String?
    /// Runs that may be under way beside one.
    private let companions: Int
    private let known = Mutex<Confinement?>(nil)

    init(temporaryFolder: String, searchPath: String?, concurrency: Int) {
        self.temporaryFolder = temporaryFolder
        self.searchPath = searchPath
        companions = concurrency - 1
    }

    /// What works here; found out once by running a program that does nothing. Others wait meanwhile.
    func confinement() throws(ProgramError) -> Confinement {
        let result: Result<Confinement, ProgramError> = known.withLock { known in
            if let known { return .success(known) }
            do throws(ProgramError) {
                let found = try probe()
                known = found
                return .success(found)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func probe() throws(ProgramError) -> Confinement {
        var probed = ProgramRequest(try Program("true", searchPath: searchPath))
        probed.limits.deadline = .seconds(10)
        let candidates = try Confinement.candidates(isRoot: geteuid() == 0, searchPath: searchPath)
        for candidate in candidates.dropLast() {
            do throws(ProgramError) {
                if try run(probed, confinement: candidate, control: RunControl()).succeeded { return candidate }
            } catch {
                continue  // what cannot even be started here does not work here
            }
        }
        return candidates[candidates.count - 1]
    }

    /// Runs to the end; `control` may stop it meanwhile.
    func run(_ request: ProgramRequest, control: RunControl) throws(ProgramError) -> ProgramRun {
        try run(request, confinement: try confinement(), control: control)
    }

    private func run(
        _ request: ProgramRequest, confinement: Confinement, control: RunControl
    ) throws(ProgramError) -> ProgramRun {
        let bell = try control.open()
        defer { control.close() }
        return try withChild(request, confinement: confinement) { child, folder throws(ProgramError) in
            var watch = ChildWatch(child, request: request)
            var run = try watch.result(bell: bell, isSandboxed: confinement.isSandboxed)
            for name in request.results {
                run.results[name] = folder.read(name, upTo: request.limits.resultBytes)
            }
            return run
        }
    }

    /// Starts a program and talks with it until it ends; `started` is called once it runs.
    func converse(
        _ request: ProgramRequest, line: ConversationLine, receive: @escaping @Sendable ([UInt8]) -> Void,
        started: () -> Void
    ) throws(ProgramError) -> ProgramRun {
        let confinement = try confinement()
        let bell = try line.open()
        defer { line.close() }
        return try withChild(request, confinement: confinement, isConversing: true) { child, _ throws(ProgramError) in
            started()
            var watch = ConversationWatch(child, request: request, line: line, receive: receive)
            return watch.result(bell: bell, isSandboxed: confinement.isSandboxed)
        }
    }

    /// Starts a program in a folder of its own, which is gone afterwards.
    private func withChild(
        _ request: ProgramRequest, confinement: Confinement, isConversing: Bool = false,
        _ body: (ChildProcess, PrivateFolder) throws(ProgramError) -> ProgramRun
    ) throws(ProgramError) -> ProgramRun {
        let user = confinement.hasOwnUser ? OwnUser.next() : nil
        try request.program.check(isForOtherUser: user != nil)
        let folder = try PrivateFolder(below: temporaryFolder, user: user)
        defer { folder.remove() }
        for (name, bytes) in request.files { try folder.write(bytes, to: name, user: user) }
        // Under our own user the limit counts everything of ours, and the runs that begin beside this one.
        let sharesUser = !confinement.isSandboxed && user == nil
        let others = sharesUser ? OwnUser.processesOfThisUser() + companions * request.limits.processes : 0
        let line = LaunchLine(
            request, in: folder.path, confinement: confinement, user: user, processesOfUser: others)
        let child = try ChildProcess(
            line, in: folder.path, hasInput: request.input?.isEmpty == false, isConversing: isConversing)
        return try body(child, folder)
    }
}

/// The users under which programs run.
enum OwnUser {
    private static let counter = Atomic<UInt32>(0)

    /// The next of the numbers that are nobody's (the range that systemd uses for such users).
    static func next() -> UInt32 {
        let range: ClosedRange<UInt32> = 61_184...65_519
        return range.lowerBound + counter.add(1, ordering: .relaxed).oldValue % UInt32(range.count)
    }

    /// Processes and threads under way under our own user: the limit on processes counts them all.
    static func processesOfThisUser() -> Int {
        guard let listing = opendir("/proc") else { return 0 }
        defer { closedir(listing) }
        var count = 0
        while let entry = readdir(listing) {
            let first = entry.pointee.d_name.0
            guard (48...57).contains(first) else { continue }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            guard stat("/proc/\(name)/task", &status) == 0, status.st_uid == getuid() else { continue }
            count += max(1, Int(status.st_nlink) - 2)  // one folder for each thread
        }
        return count
    }
}

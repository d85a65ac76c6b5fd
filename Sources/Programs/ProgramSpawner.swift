import Glibc

/// The one way to run outside programs. May be used from any number of tasks; each run is watched by a thread of its
/// own, so no task ever blocks. Runs over the number of slots wait in order.
public final class ProgramSpawner: Sendable {
    let host: ProgramHost
    private let slots: RunSlots

    /// - Parameters:
    ///   - concurrency: programs that run at once; nil for one per processor.
    ///   - temporaryFolder: where each run's private folder is made; nil for `TMPDIR`, else `/tmp`.
    ///   - searchPath: where the tools that confine programs (`setpriv`, `prlimit`, `bwrap`) are sought; nil for `PATH`.
    public init(concurrency: Int? = nil, temporaryFolder: String? = nil, searchPath: String? = nil) {
        let folder = temporaryFolder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let count = max(1, concurrency ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        host = ProgramHost(temporaryFolder: folder, searchPath: searchPath, concurrency: count)
        slots = RunSlots(count: count)
    }

    /// Runs a program to its end and removes its folder. A program that fails, or reaches a limit, is a result.
    /// Cancelling the task ends the program and everything it started; then, and where it could not be run at all,
    /// throws `ProgramError`.
    public func run(_ request: ProgramRequest) async throws(ProgramError) -> ProgramRun {
        try ProgramSpawner.check(request)
        return try await onThread { [host] control throws(ProgramError) in try host.run(request, control: control) }
    }

    /// Whether programs get no network and a read-only view here; found out once. Throws `ProgramError` where
    /// `setpriv` and `prlimit` are missing.
    public func isSandboxed() async throws(ProgramError) -> Bool {
        try await onThread { [host] _ throws(ProgramError) in try host.confinement().isSandboxed }
    }

    private func onThread<Value: Sendable>(
        _ work: @escaping @Sendable (RunControl) throws(ProgramError) -> Value
    ) async throws(ProgramError) -> Value {
        guard await slots.take() else { throw .cancelled }
        defer { slots.giveBack() }
        let control = RunControl()
        let result: Result<Value, ProgramError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let job = RunJob {
                    do throws(ProgramError) {
                        continuation.resume(returning: .success(try work(control)))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
                if let code = job.start() {
                    continuation.resume(returning: .failure(.refused(errno: code, step: "start a thread")))
                }
            }
        } onCancel: {
            control.cancel()
        }
        return try result.get()
    }

    /// What no program can be given is refused before anything is started.
    static func check(_ request: ProgramRequest) throws(ProgramError) {
        let texts = request.arguments + request.environment.flatMap { [$0.key, $0.value] } + request.readable
        if texts.contains(where: { $0.utf8.contains(0) }) { throw .unusable("a text with a zero byte") }
        if let name = request.environment.keys.first(where: { $0.isEmpty || $0.contains("=") }) {
            throw .unusable("the variable name “\(name)”")
        }
        for name in Array(request.files.keys) + request.results where !PrivateFolder.isPlainName(name) {
            throw .unusable("the file name “\(name)”")
        }
        if let path = request.readable.first(where: { !$0.hasPrefix("/") }) {
            throw .unusable("the relative path “\(path)”")
        }
    }
}

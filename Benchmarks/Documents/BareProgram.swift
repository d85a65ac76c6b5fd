import Glibc
import Programs

/// `pdftotext -raw` started directly, its output thrown away.
struct BareProgram {
    private let path: String
    private let program: Program

    init(_ body: [UInt8]) throws {
        program = try Program("pdftotext")
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        path = "\(folder)/document-benchmark-\(getpid()).pdf"
        guard let file = fopen(path, "wb") else { throw BenchmarkError.notStarted }
        defer { fclose(file) }
        guard fwrite(body, 1, body.count, file) == body.count else { throw BenchmarkError.notStarted }
    }

    func remove() { unlink(path) }

    /// From the start to the end.
    func run() throws -> Duration {
        let start = ContinuousClock.now
        var pid: pid_t = 0
        let words = [program.path, "-raw", path, "/dev/null"]
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        guard posix_spawn(&pid, program.path, nil, nil, &arguments, environ) == 0 else {
            throw BenchmarkError.notStarted
        }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw BenchmarkError.unread }
        return .now - start
    }
}

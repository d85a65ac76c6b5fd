/// What one run of a program may use. There is no other place for such numbers.
public struct ProgramLimits: Sendable, Hashable {
    /// Wall time from the start; then the program and all that it started are ended.
    public var deadline: Duration = .seconds(30)
    /// Between the request to end (SIGTERM) and the end (SIGKILL). In the sandbox SIGTERM ends at once.
    public var grace: Duration = .milliseconds(500)
    /// CPU time of each process, rounded up to seconds; nil for none but the deadline.
    public var cpuTime: Duration? = .seconds(20)
    /// Address space of each process (RLIMIT_AS); nil for programs that reserve more than they use.
    public var memoryBytes: Int? = 1 << 30
    /// Memory of each process that it may write to and shares with nobody (RLIMIT_DATA); nil for no such limit. For
    /// programs that reserve far more address space than they use.
    public var privateMemoryBytes: Int?
    /// Largest file that may be written.
    public var fileBytes: Int = 256 << 20
    /// Open files of each process.
    public var openFiles: Int = 256
    /// Processes and threads under way at the same time. Without a sandbox and without root this bounds all runs
    /// together, not each.
    public var processes: Int = 64
    /// What is kept of standard output; a program that writes more is ended.
    public var outputBytes: Int = 64 << 20
    /// What is kept of standard error; more is thrown away.
    public var errorBytes: Int = 64 << 10
    /// What is kept of each file that is asked back.
    public var resultBytes: Int = 64 << 20

    /// The defaults.
    public init() {}
}

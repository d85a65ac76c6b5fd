/// What came of one run.
public struct ProgramRun: Sendable {
    public let ending: ProgramEnding
    public let output: ProgramBytes
    public let errorOutput: ProgramBytes
    /// The files asked back that were there, by name.
    public internal(set) var results: [String: ProgramBytes]
    /// From the start until it was reaped.
    public let duration: Duration
    /// CPU time of the program and of those of its children for which it waited; nil in the sandbox, which keeps it
    /// for itself.
    public let cpuTime: Duration?
    /// True when it had no network (unless asked for) and a read-only view of the system; false where the sandbox does
    /// not work.
    public let isSandboxed: Bool

    /// True when the program ended by itself with status 0.
    public var succeeded: Bool { ending == .exited(0) }
}

/// Bytes that a program wrote, as far as they were kept.
public struct ProgramBytes: Sendable, Hashable {
    public internal(set) var bytes: [UInt8] = []
    /// True when the program wrote more.
    public internal(set) var isTruncated = false

    /// The bytes as UTF-8, repaired.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Takes up as much as fits.
    mutating func append(_ more: ArraySlice<UInt8>, upTo limit: Int) {
        let room = max(0, limit - bytes.count)
        bytes.append(contentsOf: more.prefix(room))
        if more.count > room { isTruncated = true }
    }
}

/// How a run ended.
public enum ProgramEnding: Sendable, Hashable {
    /// By itself, with a status of 0...255.
    case exited(Int32)
    /// By a signal that we did not send. In the sandbox this is concluded from a status over 128.
    case signalled(Int32)
    /// By a limit that it reached. A refused allocation, file or process is no end: the program saw it and decided.
    case limited(ProgramLimit)
}

/// The limits whose crossing ends a program.
public enum ProgramLimit: String, Sendable, Hashable, CaseIterable {
    case deadline, cpuTime = "cpu_time", fileBytes = "file_bytes", outputBytes = "output_bytes"
}

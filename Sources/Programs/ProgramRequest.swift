/// One run of a program: what it is given and what it may use. There is no shell anywhere.
public struct ProgramRequest: Sendable {
    public var program: Program
    /// As the program sees them, without its own name.
    public var arguments: [String]
    /// Bytes on standard input; nil for none at all (`/dev/null`).
    public var input: [UInt8]?
    /// Files that lie in the program's folder when it starts, by their plain name. The folder is its working and home
    /// folder, the only place where it may write, and is removed with all that is in it.
    public var files: [String: [UInt8]] = [:]
    /// Plain names of files in that folder that are read back at the end; links and missing ones are left out.
    public var results: [String] = []
    /// Variables beside `LC_ALL`, `PATH`, `HOME` and `TMPDIR`; nothing is inherited.
    public var environment: [String: String] = [:]
    /// Absolute paths that the program may read in the sandbox beside the system's programs, libraries and fonts.
    public var readable: [String] = []
    /// Whether the sandbox leaves the network in place; without a sandbox it always is.
    public var network = ProgramNetwork.none
    public var limits = ProgramLimits()

    /// A run with the default limits and no input.
    public init(_ program: Program, _ arguments: [String] = [], input: [UInt8]? = nil) {
        self.program = program
        self.arguments = arguments
        self.input = input
    }
}

/// What of the network a program sees in the sandbox.
public enum ProgramNetwork: Sendable, Hashable {
    /// Not even this computer's loopback.
    case none
    /// The network of this computer.
    case shared
}

/// How the program ends. The numbers are part of the contract with scripts and schedulers.
enum ExitCode: Int32, CaseIterable, Sendable {
    case finished = 0
    case gateNotMet = 1
    case undecided = 2
    case wrongCommandLine = 64
    case invalidContent = 65
    case missingInput = 66
    case internalDefect = 70
    case outputFailure = 74
    case interrupted = 130

    /// Of several runs the worst one ends the program: a gate not met is worse than doubt.
    var severity: Int32 {
        switch self {
        case .undecided: 1
        case .gateNotMet: 2
        default: rawValue
        }
    }

    /// One line of the table in help and README.
    var meaning: String {
        switch self {
        case .finished: "finished, every requested gate met"
        case .gateNotMet: "finished, a gate not met"
        case .undecided:
            "finished, gates met but some items undecided (only with --strict); links: our network was down"
        case .wrongCommandLine: "wrong command line"
        case .invalidContent: "submission or checklist content invalid"
        case .missingInput: "input missing or unreadable"
        case .internalDefect: "internal defect"
        case .outputFailure: "store or output failure"
        case .interrupted: "interrupted, run saved and resumable"
        }
    }
}

/// Ends a command with an exit code and a sentence for standard error.
struct CommandFailure: Error {
    var code: ExitCode
    var message: String

    init(_ code: ExitCode, _ message: String) {
        self.code = code
        self.message = message
    }
}

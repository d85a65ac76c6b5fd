import Glibc

/// Why a program was not run to an end of its own. What a program that did run says is a `ProgramRun`.
public enum ProgramError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Name or path of what is not there.
    case notFound(String)
    /// Path of a file that may not be executed: by us or, where we are root, by the users that programs get.
    case notExecutable(String)
    /// An argument, name or value that no program can be given, in words.
    case unusable(String)
    /// The system refused a step; its error number and the step in words.
    case refused(errno: Int32, step: String)
    /// The task was cancelled; the program, if it ran, was ended.
    case cancelled

    public var description: String {
        switch self {
        case .notFound(let name): "The program \(name) was not found; install it or add its folder to PATH."
        case .notExecutable(let path): "\(path) may not be executed; set its permission."
        case .unusable(let what): "A program cannot be given this: \(what)."
        case .refused(let code, let step): "The system refused to \(step): \(String(cString: strerror(code)))."
        case .cancelled: "The program was stopped because its task was cancelled."
        }
    }
}

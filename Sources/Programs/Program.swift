import CSpawn
import Glibc

/// An outside program, by the absolute path under which it was found.
public struct Program: Sendable, Hashable {
    /// As it is called, for example `pdftotext`.
    public let name: String
    /// Absolute.
    public let path: String

    /// Looks a program up once. A name is sought in the absolute folders of `searchPath` (by default `PATH`), relative
    /// ones are passed over; a path must be absolute. Throws `ProgramError.notFound` when nothing is there, and
    /// `.notExecutable` when what is there may not be executed.
    public init(_ name: String, searchPath: String? = nil) throws(ProgramError) {
        let folders = (searchPath ?? Program.systemSearchPath).split(separator: ":").filter { $0.hasPrefix("/") }
        let candidates = name.hasPrefix("/") ? [name] : folders.map { "\($0)/\(name)" }
        guard !name.isEmpty, !name.utf8.contains(0), name.hasPrefix("/") || !name.contains("/") else {
            throw .notFound(name)
        }
        var locked: String?
        for path in candidates where Program.isFile(path) {
            if access(path, X_OK) == 0 {
                self.name = name.split(separator: "/").last.map(String.init) ?? name
                self.path = path
                return
            }
            locked = locked ?? path
        }
        if let locked { throw .notExecutable(locked) }
        throw .notFound(name)
    }

    /// Looks again before a run: throws `notFound` or `notExecutable`. For another user the file, and all folders above
    /// it, must let everybody through.
    func check(isForOtherUser: Bool) throws(ProgramError) {
        guard Program.isFile(path) else { throw .notFound(path) }
        guard access(path, X_OK) == 0 else { throw .notExecutable(path) }
        guard isForOtherUser else { return }
        var status = stat()
        var part = path[...]
        while !part.isEmpty {
            guard stat(String(part), &status) == 0, status.st_mode & S_IXOTH != 0 else { throw .notExecutable(path) }
            part = part[..<(part.lastIndex(of: "/") ?? part.startIndex)]
        }
    }

    private static var systemSearchPath: String { getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin" }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

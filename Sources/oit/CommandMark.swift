import Glibc
import Synchronization

/// The mark of an audit command that has not come to its end, in its first output folder. A run may be finished in the
/// store while its reports are not written yet: with the mark `--resume` knows that they are owed, without asking any
/// website again; without it a finished run is history, and the next audit begins anew.
struct CommandMark: Sendable {
    static let name = ".oit-under-way"

    private let path: String

    init(folder: String) { path = "\(folder)/\(CommandMark.name)" }

    /// When the command began whose mark lies here, UTC with `Z`; nil without one.
    func began() throws(CommandFailure) -> String? {
        guard Files.exists(path) else { return nil }
        let text = String(decoding: try Files.bytes(path).prefix { $0 > 32 }, as: UTF8.self)
        return text.isEmpty ? nil : text
    }

    /// Exit 74 when it cannot be written.
    func set(_ moment: String) throws(CommandFailure) { try Files.write(Array("\(moment)\n".utf8), to: path) }

    /// Has it taken away as the very last act of the program: whoever is killed while the store is being closed has not
    /// come to the end.
    func clearAtEnd() { CommandMark.ended.withLock { $0.append(path) } }

    private static let ended = Mutex<[String]>([])

    /// For the end of the program.
    static func clearEnded() {
        for path in ended.withLock({ $0 }) { unlink(path) }
    }
}

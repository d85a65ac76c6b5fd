import Glibc

/// A file that grows piece by piece beside its target and takes its place at the end, so that no reader ever sees half
/// of it and nobody holds it whole in memory. Given up without `commit`, it is taken away.
final class FileDraft {
    private let path: String
    private let draft: String
    private var descriptor: Int32
    private var waiting: [UInt8] = []

    /// Exit 74 when it cannot be made.
    init(_ path: String) throws(CommandFailure) {
        guard !Files.isFolder(path) else {
            throw CommandFailure(.outputFailure, "cannot write \(path): it is a folder")
        }
        self.path = path
        draft = "\(path).new-\(getpid())"
        descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(draft)
    }

    func append(_ bytes: [UInt8]) throws(CommandFailure) {
        waiting += bytes
        if waiting.count >= 1 << 16 { try send() }
    }

    /// Gives the drafts their names, once all of them are safe on the disk.
    static func commit(_ drafts: [FileDraft]) throws(CommandFailure) {
        for draft in drafts { try draft.settle() }
        for draft in drafts { try draft.take() }
    }

    private func settle() throws(CommandFailure) {
        try send()
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    private func take() throws(CommandFailure) {
        guard rename(draft, path) == 0 else { throw failure() }
        close(descriptor)
        descriptor = -1
    }

    private func send() throws(CommandFailure) {
        var sent = 0
        while sent < waiting.count {
            let count = waiting[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            sent += count
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func failure() -> CommandFailure {
        CommandFailure(.outputFailure, "cannot write \(path): \(String(cString: strerror(errno)))")
    }
}

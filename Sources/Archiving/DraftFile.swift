import Glibc

/// A file that grows beside its name and gets it when it is complete, so that nobody ever sees half of one. What was
/// not finished is removed.
final class DraftFile {
    let path: String
    let draft: String
    private(set) var descriptor: Int32
    private var isOpen = true

    init(_ path: String) throws(ArchiveFault) {
        self.path = path
        draft = "\(path).writing-\(getpid())"
        descriptor = open(draft, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ArchiveFault(.writing, "cannot write \(path): \(DraftFile.cause)") }
    }

    deinit { abandon() }

    /// Bytes so far.
    var size: Int { Int(lseek(descriptor, 0, SEEK_END)) }

    func append(_ bytes: [UInt8]) throws(ArchiveFault) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw fault() }
            sent += count
        }
    }

    /// The failure of the last call of the system, or of a library that says what went wrong.
    func fault(_ cause: String = DraftFile.cause) -> ArchiveFault {
        ArchiveFault(.writing, "cannot write \(path): \(cause)")
    }

    /// On the disk, and under its name. An existing file of that name is replaced.
    func finish() throws(ArchiveFault) {
        guard fsync(descriptor) == 0, rename(draft, path) == 0 else { throw fault() }
        close(descriptor)
        isOpen = false
    }

    /// Removes it; nothing when it was finished.
    func abandon() {
        guard isOpen else { return }
        isOpen = false
        close(descriptor)
        unlink(draft)
    }

    static var cause: String { String(cString: strerror(errno)) }
}

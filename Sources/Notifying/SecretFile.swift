import Glibc

/// Files that hold secrets: opened once, checked on what was opened, so that nothing can be exchanged in between.
enum SecretFile {
    /// Settings are a few lines.
    private static let mostBytes = 64 * 1024

    /// The bytes of a plain file of this user or root which nobody else may read or write (0600 or stricter). Throws
    /// `SettingsFault` with the way to mend it.
    static func bytes(_ path: String) throws(SettingsFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw fault(path, String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault(path, String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw fault(path, "not a plain file") }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw fault(path, "belongs to another user; it holds secrets and must be yours")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw fault(path, "others may read or write it; it holds secrets: chmod 600 \(path)")
        }
        var bytes = [UInt8](repeating: 0, count: mostBytes + 1)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault(path, String(cString: strerror(errno))) }
            if count == 0 { return Array(bytes[..<filled]) }
            filled += count
        }
        throw fault(path, "larger than 64 kB")
    }

    private static func fault(_ path: String, _ cause: String) -> SettingsFault { SettingsFault("\(path): \(cause)") }
}

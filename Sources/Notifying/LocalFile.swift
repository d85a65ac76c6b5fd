import Glibc

/// Files that other programs read while we write them: feeds and calendars.
public enum LocalFile {
    /// Puts bytes in the place of a file, at once: readers see the old file or the new one, never half of it, also when the
    /// disk is full or the program is ended. The permissions of an old file stay. Throws `LocalFileFault`.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(LocalFileFault) {
        var mode: mode_t = 0o644
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { throw LocalFileFault(path, "not a plain file") }
            mode = status.st_mode & 0o777
        }
        let draft = "\(path).writing-\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw LocalFileFault(path, errno) }
        var sent = 0
        var code: Int32 = 0
        while sent < bytes.count, code == 0 {
            let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { sent += count } else if errno != EINTR { code = errno }
        }
        if code == 0, fsync(descriptor) != 0 { code = errno }
        close(descriptor)
        if code == 0, rename(draft, path) != 0 { code = errno }
        if code != 0 {
            unlink(draft)
            throw LocalFileFault(path, code)
        }
    }
}

/// A file that could not be written, in words.
public struct LocalFileFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
    init(_ path: String, _ cause: String) { description = "cannot write \(path): \(cause)" }
    init(_ path: String, _ code: Int32) { self.init(path, String(cString: strerror(code))) }
}

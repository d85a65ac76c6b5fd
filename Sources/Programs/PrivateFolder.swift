import CSpawn
import Glibc

/// A folder of our own, as the one of a run: made for it alone, closed to others, removed with everything in it.
package struct PrivateFolder: Sendable {
    package let path: String

    /// Makes an empty folder below `base` that only we, or the run's own user, may enter.
    package init(below base: String, user: UInt32? = nil) throws(ProgramError) {
        var template = Array("\(base)/oit-run-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .refused(errno: errno, step: "make a folder below \(base)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let user, chown(path, user, user) != 0 else { return }
        let cause = errno
        rmdir(path)
        throw .refused(errno: cause, step: "hand the folder to the program's user")
    }

    /// A name that means a file in the folder and nothing else.
    static func isPlainName(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(where: { $0 == 0 || $0 == 47 })
    }

    /// Writes a file that the program finds when it starts.
    func write(_ bytes: [UInt8], to name: String, user: UInt32?) throws(ProgramError) {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .refused(errno: errno, step: "write \(name)") }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .refused(errno: errno, step: "write \(name)") }
            rest = rest.dropFirst(written)
        }
        if let user, fchown(file, user, user) != 0 { throw .refused(errno: errno, step: "hand over \(name)") }
    }

    /// Reads a file back, as far as `limit`; nil for what is missing, a link, or no ordinary file with one name.
    package func read(_ name: String, upTo limit: Int) -> ProgramBytes? {
        let file = open("\(path)/\(name)", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else { return nil }
        var kept = ProgramBytes()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !kept.isTruncated {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            kept.append(buffer[..<count], upTo: limit)
        }
        return kept
    }

    /// Removes the folder, however deep, and whatever permissions the program left. Folders inside are emptied into
    /// this one instead of being descended, so depth costs neither stack nor descriptors.
    package func remove() {
        let top = oit_open_folder(AT_FDCWD, path)
        guard top >= 0 else { return }
        var moved = 0
        var progressed = true
        while progressed {
            progressed = false
            for name in PrivateFolder.names(in: top) where remove(name, in: top, moved: &moved) { progressed = true }
        }
        close(top)
        rmdir(path)
    }

    /// Removes one entry, or moves what it holds up; false when nothing came of it.
    private func remove(_ name: [CChar], in top: Int32, moved: inout Int) -> Bool {
        if unlinkat(top, name, 0) == 0 || unlinkat(top, name, AT_REMOVEDIR) == 0 { return true }
        var inner = oit_open_folder(top, name)
        if inner < 0, errno == EACCES, fchmodat(top, name, 0o700, 0) == 0 { inner = oit_open_folder(top, name) }
        guard inner >= 0 else { return false }
        defer { close(inner) }
        fchmod(inner, 0o700)
        var progressed = false
        for entry in PrivateFolder.names(in: inner) {
            moved += 1
            let target = "oit-moved-\(moved)"
            if renameat(inner, entry, top, target) == 0 {
                progressed = true
            } else if errno == EACCES, fchmodat(inner, entry, 0o700, 0) == 0 {
                progressed = renameat(inner, entry, top, target) == 0 || progressed
            }
        }
        return unlinkat(top, name, AT_REMOVEDIR) == 0 || progressed
    }

    /// Names as the system has them: a program need not write UTF-8.
    private static func names(in folder: Int32) -> [[CChar]] {
        let copy = oit_open_folder(folder, ".")
        guard copy >= 0, let listing = fdopendir(copy) else { return [] }
        defer { closedir(listing) }
        var names: [[CChar]] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            if name != [46, 0], name != [46, 46, 0] { names.append(name) }
        }
        return names
    }
}

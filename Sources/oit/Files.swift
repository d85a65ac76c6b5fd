import FoundationEssentials
import Glibc

/// Reads and writes files for the commands; every failure is a sentence with the path.
enum Files {
    /// The bytes of a file; exit 66 when it cannot be read.
    static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
        if isFolder(path) { throw CommandFailure(.missingInput, "\(path) is a folder, not a file") }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure(.missingInput, "cannot read \(path): \(cause())") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw CommandFailure(.missingInput, "cannot read \(path): \(cause())")
            }
            bytes.append(contentsOf: buffer[0..<count])
        }
    }

    /// Writes beside the target and renames, so that no reader ever sees half a file; exit 74 on failure.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
        let draft = "\(path).writing-\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CommandFailure(.outputFailure, "cannot write \(path): \(cause())") }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw abandoned(draft, descriptor, path) }
            sent += count
        }
        guard fsync(descriptor) == 0 else { throw abandoned(draft, descriptor, path) }
        close(descriptor)
        guard rename(draft, path) == 0 else {
            let message = "cannot write \(path): \(cause())"
            unlink(draft)
            throw CommandFailure(.outputFailure, message)
        }
    }

    /// Writes a set of files: all beside their targets first, then all renamed, so that an old set is never mixed
    /// with a new one by a full disk.
    static func write(_ files: [(path: String, bytes: [UInt8])]) throws(CommandFailure) {
        var drafts: [(draft: String, path: String)] = []
        do throws(CommandFailure) {
            for file in files {
                if isFolder(file.path) {
                    throw CommandFailure(.outputFailure, "cannot write \(file.path): it is a folder")
                }
                let draft = "\(file.path).new-\(getpid())"
                drafts.append((draft, file.path))
                try write(file.bytes, to: draft)
            }
        } catch {
            for entry in drafts { unlink(entry.draft) }
            throw error
        }
        for entry in drafts where rename(entry.draft, entry.path) != 0 {
            let message = "cannot write \(entry.path): \(cause())"
            for rest in drafts { unlink(rest.draft) }
            throw CommandFailure(.outputFailure, message)
        }
    }

    private static func abandoned(_ draft: String, _ descriptor: Int32, _ path: String) -> CommandFailure {
        let message = "cannot write \(path): \(cause())"
        close(descriptor)
        unlink(draft)
        return CommandFailure(.outputFailure, message)
    }

    /// Makes a folder with its parents and checks that it can be written; exit 74 on failure.
    static func makeFolder(_ path: String) throws(CommandFailure) {
        if exists(path), !isFolder(path) {
            throw CommandFailure(.outputFailure, "cannot make the output folder \(path): a file of that name exists")
        }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(.outputFailure, "cannot make the output folder \(path): \(error)")
        }
        let probe = "\(path)/.oit-\(getpid())"
        try write([], to: probe)
        unlink(probe)
    }

    /// Moves a file within one file system; exit 74 on failure.
    static func move(_ path: String, to target: String) throws(CommandFailure) {
        guard rename(path, target) == 0 else {
            throw CommandFailure(.outputFailure, "cannot move \(path) to \(target): \(cause())")
        }
    }

    /// Removes a half-made file of our own, where it is still there.
    static func removeDraft(_ path: String) { unlink(path) }

    /// Removes a folder of our own with all that is in it; exit 74 on failure.
    static func removeFolder(_ path: String) throws(CommandFailure) {
        do { try FileManager.default.removeItem(atPath: path) } catch {
            throw CommandFailure(.outputFailure, "cannot remove \(path): \(error)")
        }
    }

    /// True for a process of this machine, also another user's.
    static func isRunning(_ process: Int32) -> Bool { process > 0 && (kill(process, 0) == 0 || errno != ESRCH) }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// True for what is there and is no plain file: a folder, a device, a pipe. Nothing may take its name.
    static func isSpecial(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Names in a folder, sorted; exit 66 when it cannot be listed.
    static func names(in folder: String) throws(CommandFailure) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw CommandFailure(.missingInput, "cannot list the folder \(folder): \(cause())")
        }
    }

    private static func cause() -> String { String(cString: strerror(errno)) }
}

/// The members by which a report.json is known.
struct ReportHead: Decodable, Sendable {
    var schema: String
    var run: String
}

extension Files {
    /// Schema and run of a report.json; nil for any other file.
    static func reportHead(_ path: String) throws(CommandFailure) -> ReportHead? {
        let bytes = try bytes(path)
        do {
            let head = try JSONDecoder().decode(ReportHead.self, from: Data(bytes))
            return head.schema.hasPrefix("oit-report/") ? head : nil
        } catch { return nil }
    }
}

extension Files {
    /// The path from the root: what is stored must hold wherever the program is called from.
    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }
}

/// Keeps two runs of one thing apart: the lock of a file, which ends with the process however it ends.
final class FileLock {
    private let descriptor: Int32

    /// Nil when another process holds it; exit 74 when the file cannot be made.
    init?(_ path: String) throws(CommandFailure) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(.outputFailure, "cannot make the lock \(path): \(String(cString: strerror(errno)))")
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }

    /// Ends it; also says that it was wanted until here.
    func release() { flock(descriptor, LOCK_UN) }
}

import Digests
import Glibc

/// A file that is read piece by piece.
final class FileReading {
    let path: String
    let size: Int
    /// For libraries that read by themselves; they find it at the beginning of the file.
    var rewoundDescriptor: Int32 {
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }
    private let descriptor: Int32
    private static let piece = 1 << 18

    init(_ path: String) throws(ArchiveFault) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ArchiveFault(.reading, "cannot read \(path): \(DraftFile.cause)") }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ArchiveFault(.reading, "cannot read \(path): it is not a plain file")
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// So many bytes from a place on; fewer at the end of the file.
    func bytes(_ count: Int, from place: Int) throws(ArchiveFault) -> [UInt8] {
        var cause: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
            filled = 0
            while filled < count {
                let read = pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, place + filled)
                if read < 0, errno == EINTR { continue }
                if read < 0 { cause = errno }
                if read <= 0 { return }
                filled += read
            }
        }
        guard cause == 0 else {
            throw ArchiveFault(.reading, "cannot read \(path): \(String(cString: strerror(cause)))")
        }
        return bytes
    }

    /// The bytes of a range, in pieces.
    func pieces(_ range: Range<Int>, _ body: ([UInt8]) throws(ArchiveFault) -> Void) throws(ArchiveFault) {
        var place = range.lowerBound
        while place < range.upperBound {
            let next = try bytes(min(FileReading.piece, range.upperBound - place), from: place)
            guard !next.isEmpty else { throw ArchiveFault(.reading, "cannot read \(path): it has become shorter") }
            try body(next)
            place += next.count
        }
    }

    /// The digest of a range.
    func digest(_ range: Range<Int>) throws(ArchiveFault) -> ContentDigest {
        let running = RunningDigest()
        try pieces(range) { (piece) throws(ArchiveFault) in running.update(piece) }
        return running.digest
    }
}

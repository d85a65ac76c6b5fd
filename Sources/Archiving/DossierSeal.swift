import Digests
import Glibc
public import Proofs

/// Puts a seal on a dossier: the comment at the end of the zip archive, where every zip reader steps over it.
///
/// What is sealed is the file as it was before, byte for byte; the only bytes that the seal changes are the two that tell the
/// length of the comment, and these follow from the seal. So there is no byte in a sealed file that could be another one.
public enum DossierSeal {
    /// A zip archive ends with 22 bytes, the last two of which are the length of the comment.
    static let endBytes = 22
    static let endMark: [UInt8] = [0x50, 0x4B, 5, 6]
    /// The longest comment that a zip archive can have.
    static let mostBytes = 65_535

    /// How a sealing went.
    public struct Sealed: Sendable {
        /// Fingerprint of the key.
        public let fingerprint: String
        /// True when there is a time-stamp.
        public let isTimeStamped: Bool
        /// Why there is none where one was wished for.
        public let timeStampFault: String?
    }

    /// Seals a WACZ without seal in its place. An authority that cannot be reached costs the time-stamp, not the
    /// seal. Throws `ArchiveFault`.
    public static func put(
        on path: String, by operator: OperatorKey, authority: TimeStampAuthority?
    ) async throws(ArchiveFault) -> Sealed {
        let content = try unsealedDigest(of: path)
        var stamp: TimeStamp?
        var fault: String?
        if let authority {
            do throws(ProofFault) {
                stamp = try await authority.stamp(FileSeal.stamped(content, `operator`.publicKey))
            } catch { fault = "\(error)" }
        }
        var seal = FileSeal(content: content, timeStamp: stamp, by: `operator`)
        if seal.bytes.count > mostBytes {
            (stamp, fault) = (nil, "the time-stamp is too long for the file")
            seal = FileSeal(content: content, timeStamp: nil, by: `operator`)
        }
        try append(seal.bytes, to: path)
        return Sealed(
            fingerprint: `operator`.publicKey.fingerprint, isTimeStamped: stamp != nil, timeStampFault: fault)
    }

    private static func unsealedDigest(of path: String) throws(ArchiveFault) -> ContentDigest {
        let file = try FileReading(path)
        let end = try file.bytes(endBytes, from: file.size - endBytes)
        guard end.starts(with: endMark), end.suffix(2).elementsEqual([0, 0]) else {
            throw ArchiveFault(.reading, "\(path) is no dossier without seal")
        }
        return try file.digest(0..<file.size)
    }

    private static func append(_ seal: [UInt8], to path: String) throws(ArchiveFault) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ArchiveFault(.writing, "cannot seal \(path): \(DraftFile.cause)") }
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, SEEK_END)
        let length = [UInt8(seal.count & 255), UInt8(seal.count >> 8)]
        let isDone =
            pwrite(descriptor, seal, seal.count, size) == seal.count && pwrite(descriptor, length, 2, size - 2) == 2
            && fsync(descriptor) == 0
        guard isDone else { throw ArchiveFault(.writing, "cannot seal \(path): \(DraftFile.cause)") }
    }
}

/// The seal at the end of a file, and where it begins.
struct FoundSeal {
    var seal: FileSeal
    /// The place of its first byte.
    var start: Int
    var end: Int { start + seal.bytes.count }

    /// The seal with which a file ends; nil when it does not end with one.
    static func atEnd(of file: FileReading) throws(ArchiveFault) -> FoundSeal? { try endingAt(file.size, of: file) }

    /// The last seal anywhere in a file, where bytes were put behind it.
    static func anywhere(in file: FileReading) throws(ArchiveFault) -> FoundSeal? {
        let mark = Array("\n-->\n".utf8)
        let step = 1 << 18
        var end = file.size
        while end > 0 {
            let start = max(0, end - step)
            let bytes = try file.bytes(end - start, from: start)
            for place in stride(from: bytes.count - mark.count, through: 0, by: -1)
            where bytes[place] == 10 && bytes[place..<(place + mark.count)].elementsEqual(mark) {
                if let found = try endingAt(start + place + mark.count, of: file) { return found }
            }
            if start == 0 { return nil }
            end = start + mark.count - 1
        }
        return nil
    }

    private static func endingAt(_ end: Int, of file: FileReading) throws(ArchiveFault) -> FoundSeal? {
        let start = max(0, end - DossierSeal.mostBytes)
        let tail = try file.bytes(end - start, from: start)
        return FileSeal.read(tail).map { FoundSeal(seal: $0.seal, start: start + $0.content.count) }
    }

    /// The digest of what was sealed; nil where no zip archive ends before the seal and names its length.
    func content(of file: FileReading) throws(ArchiveFault) -> ContentDigest? {
        let place = start - DossierSeal.endBytes
        guard place >= 0 else { return nil }
        let tail = try file.bytes(DossierSeal.endBytes, from: place)
        let length = seal.bytes.count
        guard tail.starts(with: DossierSeal.endMark), Int(tail[20]) | Int(tail[21]) << 8 == length else { return nil }
        let running = RunningDigest()
        try file.pieces(0..<(start - 2)) { (piece) throws(ArchiveFault) in running.update(piece) }
        running.update([0, 0])
        return running.digest
    }
}

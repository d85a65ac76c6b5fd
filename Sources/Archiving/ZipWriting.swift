import CArchive
import Glibc

/// A zip archive whose members are stored as they are, so that players of web archives can jump to any record.
final class ZipWriting {
    private let file: DraftFile
    private let archive: OpaquePointer
    private let seconds: Int

    /// `seconds` since 1970: the time that every member shows.
    init(_ file: DraftFile, seconds: Int) throws(ArchiveFault) {
        self.file = file
        self.seconds = seconds
        guard let archive = archive_write_new() else { throw file.fault("no memory for packing") }
        self.archive = archive
        try check(archive_write_set_format_zip(archive))
        try check(archive_write_zip_set_compression_store(archive))
        try check(archive_write_set_bytes_in_last_block(archive, 1))
        try check(archive_write_open_fd(archive, file.descriptor))
    }

    deinit { archive_write_free(archive) }

    /// Adds a member; its bytes come from `fill` in pieces, `size` in all.
    func add(
        _ name: String, size: Int,
        _ fill: (_ take: ([UInt8]) throws(ArchiveFault) -> Void) throws(ArchiveFault) -> Void
    ) throws(ArchiveFault) {
        guard let entry = archive_entry_new() else { throw file.fault("no memory for packing") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, S_IFREG)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(size))
        archive_entry_set_mtime(entry, seconds, 0)
        try check(archive_write_header(archive, entry))
        try fill { (piece) throws(ArchiveFault) in
            guard !piece.isEmpty else { return }
            let count = piece.withUnsafeBytes { archive_write_data(self.archive, $0.baseAddress, $0.count) }
            guard count == piece.count else { throw self.file.fault(ArchiveWords.cause(self.archive)) }
        }
    }

    func add(_ name: String, _ bytes: [UInt8]) throws(ArchiveFault) {
        try add(name, size: bytes.count) { (take) throws(ArchiveFault) in try take(bytes) }
    }

    /// Writes the directory at the end.
    func finish() throws(ArchiveFault) { try check(archive_write_close(archive)) }

    private func check(_ code: Int32) throws(ArchiveFault) {
        guard code >= ARCHIVE_WARN else { throw file.fault(ArchiveWords.cause(archive)) }
    }
}

import CArchive
import Glibc

/// One gzip member (RFC 1952) at the end of a file, without name and time: a record of a WARC that can be read alone.
enum GzipMember {
    /// Packs the pieces one after the other.
    static func append(_ pieces: [[UInt8]], to file: DraftFile) throws(ArchiveFault) {
        guard let archive = archive_write_new() else { throw file.fault("no memory for packing") }
        defer { archive_write_free(archive) }
        guard let entry = archive_entry_new() else { throw file.fault("no memory for packing") }
        defer { archive_entry_free(entry) }
        archive_entry_set_filetype(entry, S_IFREG)
        func done(_ code: Int32) throws(ArchiveFault) {
            guard code >= ARCHIVE_WARN else { throw file.fault(ArchiveWords.cause(archive)) }
        }
        try done(archive_write_set_format_raw(archive))
        try done(archive_write_add_filter_gzip(archive))
        try done(archive_write_set_filter_option(archive, "gzip", "timestamp", nil))
        try done(archive_write_set_bytes_in_last_block(archive, 1))
        try done(archive_write_open_fd(archive, file.descriptor))
        try done(archive_write_header(archive, entry))
        for piece in pieces where !piece.isEmpty {
            let count = piece.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
            guard count == piece.count else { throw file.fault(ArchiveWords.cause(archive)) }
        }
        try done(archive_write_close(archive))
    }
}

/// What libarchive says of its last failure.
enum ArchiveWords {
    static func cause(_ archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? "the archive library failed"
    }
}

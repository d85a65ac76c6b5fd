import CArchive

/// Writes zip archives in memory. Equal members give equal bytes: no clock enters.
enum ZipWriting {
    /// One file of the archive.
    struct Member {
        var name: String
        var contents: [UInt8]
    }

    /// The time of every member: 1 January 1980, the first that the format knows.
    private static let earliest = 315_532_800

    static func bytes(of members: [Member]) throws(OfficeFileError) -> [UInt8] {
        guard let archive = archive_write_new() else { throw failure("No memory for the archive writer.") }
        defer { archive_write_free(archive) }
        let sink = ZipSink()
        archive_write_set_format_zip(archive)
        archive_write_set_bytes_in_last_block(archive, 1)
        let opened = archive_write_open(
            archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
            { _, client, buffer, count in
                guard let client, let buffer else { return -1 }
                let sink = Unmanaged<ZipSink>.fromOpaque(client).takeUnretainedValue()
                sink.bytes.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: count))
                return count
            }, nil)
        guard opened == ARCHIVE_OK else { throw failure("The archive cannot be begun.") }
        for member in members { try write(member, to: archive) }
        guard withExtendedLifetime(sink, { archive_write_close(archive) }) == ARCHIVE_OK else {
            throw failure("The archive cannot be finished.")
        }
        return sink.bytes
    }

    private static func write(_ member: Member, to archive: OpaquePointer) throws(OfficeFileError) {
        guard let entry = archive_entry_new() else { throw failure("No memory for a member.") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, member.name)
        archive_entry_set_size(entry, Int64(member.contents.count))
        archive_entry_set_filetype(entry, 0o100000)  // AE_IFREG, a macro that is not imported
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_mtime(entry, earliest, 0)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else {
            throw failure("The member \(member.name) cannot be written.")
        }
        let written = member.contents.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == member.contents.count else { throw failure("The member \(member.name) cannot be written.") }
    }

    private static func failure(_ detail: String) -> OfficeFileError { OfficeFileError(.notWritten, detail: detail) }
}

/// Where the archive's bytes go; used by one writer on one thread.
private final class ZipSink {
    var bytes: [UInt8] = []
}

import CArchive

/// Why a zip archive cannot be read; in words.
struct ZipFault: Error {
    var cause: String
}

/// Reads a zip archive that may have been changed anywhere, without unpacking it to the disk.
enum ZipReading {
    private static let piece = 1 << 16

    /// Calls `body` for each member; `next` gives its bytes in pieces, nil at its end. Sums are not looked at:
    /// digests find out better what was changed. More bytes than the file has are one.
    static func visit(
        _ file: FileReading,
        _ body: (_ name: String, _ next: () throws(ZipFault) -> [UInt8]?) throws(ZipFault) -> Void
    ) throws(ZipFault) {
        guard let archive = archive_read_new() else { throw ZipFault(cause: "no memory for the archive reader") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip(archive)
        // A member whose sum does not fit would come without its last bytes, in which the changed record may lie.
        archive_read_set_format_option(archive, "zip", "ignorecrc32", "1")
        guard archive_read_open_fd(archive, file.rewoundDescriptor, piece) == ARCHIVE_OK else {
            throw ZipFault(cause: ArchiveWords.cause(archive))
        }
        var left = file.size
        var entry: OpaquePointer?
        while true {
            let code = archive_read_next_header(archive, &entry)
            if code == ARCHIVE_EOF { return }
            guard code >= ARCHIVE_WARN, let entry else { throw ZipFault(cause: ArchiveWords.cause(archive)) }
            let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
            try body(name.map { String(cString: $0) } ?? "") { () throws(ZipFault) in
                let bytes = [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
                    count = max(0, archive_read_data(archive, buffer.baseAddress, piece))
                }
                left -= bytes.count
                guard left >= 0 else { throw ZipFault(cause: "its members are larger than the file") }
                return bytes.isEmpty ? nil : bytes
            }
        }
    }
}

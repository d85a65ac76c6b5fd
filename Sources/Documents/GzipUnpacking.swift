import CArchive

/// The bytes inside a gzip file, such as a packed sitemap (RFC 1952); nil for anything else, for a damaged file, and for
/// one that unpacks to more than `most` bytes.
public func gunzipped(_ bytes: [UInt8], most: Int) -> [UInt8]? {
    guard bytes.starts(with: [0x1F, 0x8B]), let archive = archive_read_new() else { return nil }
    defer { archive_read_free(archive) }
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_raw(archive)
    return bytes.withUnsafeBytes { buffer -> [UInt8]? in
        var entry: OpaquePointer?
        guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK,
            archive_read_next_header(archive, &entry) == ARCHIVE_OK
        else { return nil }
        var unpacked: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return unpacked }
            guard count > 0, unpacked.count + count <= most else { return nil }
            unpacked.append(contentsOf: chunk[..<count])
        }
    }
}

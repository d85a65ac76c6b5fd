import CArchive

@testable import Documents

/// Zip and 7z archives that are really packed.
enum DeflatedZip {
    static func bytes(_ parts: [(name: String, bytes: [UInt8])], isSevenZip: Bool = false) -> [UInt8] {
        var packed: [UInt8] = []
        withThaiNames { packed = written(parts, isSevenZip) }
        return packed
    }

    private static func written(_ parts: [(name: String, bytes: [UInt8])], _ isSevenZip: Bool) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 4 << 20)
        var used = 0
        let archive = archive_write_new()
        if isSevenZip { archive_write_set_format_7zip(archive) } else { archive_write_set_format_zip(archive) }
        buffer.withUnsafeMutableBytes { memory in
            archive_write_open_memory(archive, memory.baseAddress, memory.count, &used)
            for part in parts {
                let entry = archive_entry_new()
                archive_entry_set_pathname_utf8(entry, part.name)
                archive_entry_set_filetype(entry, 0o100000)
                archive_entry_set_perm(entry, 0o644)
                archive_entry_set_size(entry, Int64(part.bytes.count))
                archive_write_header(archive, entry)
                part.bytes.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
                archive_entry_free(entry)
            }
            archive_write_close(archive)
        }
        archive_write_free(archive)
        return Array(buffer[..<used])
    }
}

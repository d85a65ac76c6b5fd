import CArchive

/// A zip archive in memory whose members are unpacked on demand, by name, within limits.
///
/// The limits hold for everything that one package gives. Not for sharing between threads.
/// Only the archive's directory counts (as in every office program); names are compared without ASCII case.
final class ZipPackage {
    private let bytes: [UInt8]
    private let limits: OfficeFileLimits
    private var unpackedBytes = 0
    /// Folded name to declared size (nil where the directory does not say).
    private let declaredSizes: [String: Int?]

    /// Reads the directory only.
    init(_ bytes: [UInt8], limits: OfficeFileLimits) throws(OfficeFileError) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw OfficeFileError(
                .binaryOfficeFile, detail: "The file is in the format of old office programs, or has a password.")
        }
        guard bytes.starts(with: [0x50, 0x4B]) else {
            throw OfficeFileError(.notAZip, detail: "The file does not begin like a zip archive.")
        }
        var sizes: [String: Int?] = [:]
        var count = 0
        try ZipPackage.visit(bytes) { (entry, _) throws(OfficeFileError) in
            count += 1
            guard count <= limits.maximumMembers else {
                throw OfficeFileError(.tooLarge, detail: "More than \(limits.maximumMembers) members.")
            }
            guard let name = ZipPackage.name(of: entry), sizes[name] == nil else { return true }
            sizes[name] = .some(archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil)
            return true
        }
        guard count > 0 else { throw OfficeFileError(.notAZip, detail: "The archive holds no members.") }
        self.bytes = bytes
        self.limits = limits
        declaredSizes = sizes
    }

    /// True when the archive lists the member.
    func contains(_ name: String) -> Bool { declaredSizes[ZipPackage.folded(name)] != nil }

    /// Pictures among the members, by the ending of their names.
    var pictureCount: Int {
        declaredSizes.keys.count { name in
            [".png", ".jpg", ".jpeg", ".tif", ".tiff", ".emf", ".wmf", ".gif", ".bmp"].contains { name.hasSuffix($0) }
        }
    }

    /// The contents of one member; nil when there is none.
    func member(_ name: String) throws(OfficeFileError) -> [UInt8]? {
        try members([name])[ZipPackage.folded(name)]
    }

    /// The contents of the named members that exist, by folded name, in one pass over the archive.
    func members(_ names: [String]) throws(OfficeFileError) -> [String: [UInt8]] {
        let wanted = Set(names.map(ZipPackage.folded)).filter { declaredSizes[$0] != nil }
        let limits = limits
        for name in wanted {
            if let size = declaredSizes[name] ?? nil, size > limits.maximumMemberBytes || size < 0 {
                throw OfficeFileError(.tooLarge, part: name, detail: "The member declares \(size) bytes.")
            }
        }
        var found: [String: [UInt8]] = [:]
        guard !wanted.isEmpty else { return found }
        let ratioCap = max(limits.ratioFreeBytes, bytes.count.multipliedReportingOverflow(by: limits.maximumRatio).0)
        try ZipPackage.visit(bytes) { (entry, archive) throws(OfficeFileError) in
            guard let name = ZipPackage.name(of: entry), wanted.contains(name), found[name] == nil else { return true }
            guard archive_entry_is_encrypted(entry) == 0 else {
                throw OfficeFileError(.encrypted, part: name, detail: "The member is protected by a password.")
            }
            let left = min(limits.maximumTotalBytes, ratioCap) - unpackedBytes
            let cap = min(limits.maximumMemberBytes, left)
            let contents = try ZipPackage.unpacked(archive, name: name, cap: cap)
            unpackedBytes += contents.count
            found[name] = contents
            return found.count < wanted.count
        }
        return found
    }

    /// Every member under its own name, in the order of the archive; folders are left out.
    func allMembers() throws(OfficeFileError) -> [ZipWriting.Member] {
        let contents = try members(Array(declaredSizes.keys))
        var members: [ZipWriting.Member] = []
        try ZipPackage.visit(bytes) { (entry, _) throws(OfficeFileError) in
            guard let pointer = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return true }
            let name = String(cString: pointer)
            guard !name.hasSuffix("/"), let bytes = contents[ZipPackage.folded(name)],
                !members.contains(where: { $0.name == name })
            else { return true }
            members.append(ZipWriting.Member(name: name, contents: bytes))
            return true
        }
        return members
    }

    /// ASCII lower case, forward slashes, no leading slash.
    static func folded(_ name: String) -> String {
        let bytes = name.utf8.map { byte -> UInt8 in
            switch byte {
            case 65...90: byte + 32
            case 92: 47
            default: byte
            }
        }
        return String(decoding: bytes.drop { $0 == 47 }, as: UTF8.self)
    }

    private static func name(of entry: OpaquePointer) -> String? {
        guard let pointer = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return nil }
        return folded(String(cString: pointer))
    }

    /// Calls `body` for each member until it returns false; pointers are valid only inside the call.
    private static func visit(
        _ bytes: [UInt8], _ body: (OpaquePointer, OpaquePointer) throws(OfficeFileError) -> Bool
    ) throws(OfficeFileError) {
        guard let archive = archive_read_new() else {
            throw OfficeFileError(.notAZip, detail: "No memory for the archive reader.")
        }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        do {
            try bytes.withUnsafeBytes { buffer in
                guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                    throw OfficeFileError(.notAZip, detail: "The archive has no readable directory.")
                }
                var next: OpaquePointer?
                while true {
                    let code = archive_read_next_header(archive, &next)
                    if code == ARCHIVE_EOF { return }
                    guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry = next else {
                        throw OfficeFileError(.notAZip, detail: "The archive's directory is broken.")
                    }
                    guard try body(entry, archive) else { return }
                }
            }
        } catch let error as OfficeFileError {
            throw error
        } catch {
            throw OfficeFileError(.damagedMember, detail: "The archive cannot be read.")
        }
    }

    private static func unpacked(
        _ archive: OpaquePointer, name: String, cap: Int
    ) throws(OfficeFileError) -> [UInt8] {
        var contents: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return contents }
            guard count > 0 else {
                throw OfficeFileError(.damagedMember, part: name, detail: "The member cannot be unpacked.")
            }
            guard contents.count + count <= cap else {
                throw OfficeFileError(.tooLarge, part: name, detail: "The member unpacks to more than \(cap) bytes.")
            }
            contents.append(contentsOf: chunk[..<count])
        }
    }
}

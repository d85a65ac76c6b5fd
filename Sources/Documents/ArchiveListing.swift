import CArchive
import Extraction
import Glibc
import ThaiText
import WebEvidence

/// What one archive may make the reader do.
struct ArchiveLimits: Sendable {
    /// Names that are listed.
    var members = 2_000
    /// Members that are read.
    var readMembers = 20
    /// Members that are unpacked to see what they are.
    var unpackedMembers = 100
    /// Unpacked bytes of one member and of all.
    var memberBytes = 64 << 20
    var totalBytes = 100 << 20
    /// Unpacked bytes for each byte of the archive, beyond those that are always allowed.
    var ratio = 200
    var ratioFreeBytes = 16 << 20
}

/// One file in an archive.
struct ArchiveMember: Sendable {
    /// With its folders, as far as it could be decoded.
    var path: String
    var isEncrypted = false
    /// What it is and holds, where it was unpacked and is of a kind that is read.
    var kind: BodyKind?
    var contents: [UInt8]?
    /// When it was last changed, ISO 8601 without zone; nil where the archive does not say.
    var modified: String?
}

/// The members of a zip or tar archive in memory, read in process within limits.
struct ArchiveListing: Sendable {
    private(set) var members: [ArchiveMember] = []
    /// Files in the archive, as far as they were counted.
    private(set) var count = 0
    private(set) var fault: DocumentFault?
    private(set) var detail = ""

    private let limits: ArchiveLimits
    private var bytesLeft: Int
    private var readLeft: Int
    private var unpackLeft: Int

    /// - Parameter packedBytes: of the archive as it came from the network.
    init(_ bytes: [UInt8], packedBytes: Int, limits: ArchiveLimits = ArchiveLimits()) {
        self.limits = limits
        let byRatio = packedBytes.multipliedReportingOverflow(by: limits.ratio)
        bytesLeft = min(limits.totalBytes, max(limits.ratioFreeBytes, byRatio.overflow ? .max : byRatio.partialValue))
        readLeft = limits.readMembers
        unpackLeft = limits.unpackedMembers
        withThaiNames { read(bytes) }
    }

    /// Only names are known.
    init(names: [String], fault: DocumentFault?, detail: String) {
        limits = ArchiveLimits()
        (bytesLeft, readLeft, unpackLeft) = (0, 0, 0)
        members = names.prefix(limits.members).map { ArchiveMember(path: $0) }
        count = names.count
        self.fault = fault
        self.detail = detail
    }

    mutating func fail(_ fault: DocumentFault, _ detail: String) {
        guard self.fault == nil else { return }
        self.fault = fault
        self.detail = detail
    }

    private mutating func read(_ bytes: [UInt8]) {
        // Nothing but the end of a directory: what programs write for an archive without files.
        if bytes.count >= 22, bytes.starts(with: [0x50, 0x4B, 5, 6]) {
            return fail(.empty, "The archive holds no files.")
        }
        guard let archive = archive_read_new() else { return fail(.exceeded, "No memory for the archive reader.") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        archive_read_support_format_tar(archive)
        bytes.withUnsafeBytes { buffer in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                return fail(.damaged, "The archive has no readable directory.")
            }
            while readNext(archive) {}
        }
        if count == 0 { fail(.empty, "The archive holds no files.") }
    }

    /// AE_IFREG of libarchive, a macro that is not imported.
    private static let ordinaryFile: mode_t = 0o100000

    /// False at the end.
    private mutating func readNext(_ archive: OpaquePointer) -> Bool {
        var next: OpaquePointer?
        let code = archive_read_next_header(archive, &next)
        if code == ARCHIVE_EOF { return false }
        guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry = next else {
            fail(.damaged, "The archive's directory is broken or ends in the middle.")
            return false
        }
        guard [ArchiveListing.ordinaryFile, 0].contains(archive_entry_filetype(entry)) else { return true }
        let path = ArchiveListing.path(of: entry)
        guard !path.isEmpty, !ArchiveListing.isJunk(path) else { return true }
        count += 1
        guard members.count < limits.members else {
            fail(.exceeded, "The archive has more than \(limits.members) files; the rest is not listed.")
            return count < limits.members * 10
        }
        var member = ArchiveMember(path: path)
        member.modified = ArchiveListing.modified(entry)
        member.isEncrypted = archive_entry_is_encrypted(entry) != 0
        if member.isEncrypted { fail(.locked, "Files in the archive are protected by a password.") }
        if !member.isEncrypted { unpack(&member, archive) }
        members.append(member)
        return true
    }

    private mutating func unpack(_ member: inout ArchiveMember, _ archive: OpaquePointer) {
        guard readLeft > 0, unpackLeft > 0 else {
            return fail(.exceeded, "Only the first files of the archive are read: there are too many.")
        }
        guard bytesLeft > 0 else { return fail(.exceeded, "The archive unpacks to too many bytes.") }
        unpackLeft -= 1
        var contents: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let cap = min(limits.memberBytes, bytesLeft)
        while true {
            let count = chunk.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { break }
            guard count > 0 else { return fail(.damaged, "A file in the archive cannot be unpacked.") }
            guard contents.count + count <= cap else {
                bytesLeft -= cap
                return fail(.exceeded, "A file in the archive unpacks to more than \(cap) bytes.")
            }
            contents.append(contentsOf: chunk[..<count])
        }
        bytesLeft -= contents.count
        let kind = bodyKind(of: contents, contentType: nil)
        member.kind = kind
        switch kind {
        case .html, .text, .pdf, .ooxml, .ole, .image, .rtf, .mhtml, .flatOffice:
            guard !contents.isEmpty else { return }
            readLeft -= 1
            member.contents = contents
        case .json, .xml, .archive, .unknown: return
        }
    }

    // MARK: Names

    /// Names are UTF-8 where the archive says so; else what Windows wrote on a Thai computer.
    private static func path(of entry: OpaquePointer) -> String {
        guard let pointer = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return "" }
        let bytes = UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map { UInt8(bitPattern: $0) }
        let text = String(validating: bytes, as: UTF8.self) ?? decodedText(bytes, declared: ["windows-874"]).text
        let shown = text.unicodeScalars.map { $0 == "\\" ? "/" : $0 }.filter {
            $0.properties.generalCategory != .control
        }
        var path = String.UnicodeScalarView()
        path.append(contentsOf: shown.prefix(1_000))
        return OfficeAssembly.folded(String(path))
    }

    /// Files that programs of other systems put beside the real ones.
    private static func isJunk(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return path.hasPrefix("__MACOSX/") || name.hasPrefix("._")
            || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name)
    }

    private static func modified(_ entry: OpaquePointer) -> String? {
        guard archive_entry_mtime_is_set(entry) != 0 else { return nil }
        var seconds = archive_entry_mtime(entry)
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil, (80...300).contains(parts.tm_year) else { return nil }
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(1_900 + parts.tm_year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    }
}

/// Runs `body` in a locale whose names are UTF-8, on this thread alone: libarchive turns names into that of the locale.
func withThaiNames(_ body: () -> Void) {
    guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return body() }
    let former = uselocale(locale)
    body()
    _ = uselocale(former)
    freelocale(locale)
}

/// Zip archives of uncompressed members without extra fields, as the first member of an OpenDocument file must be
/// (OASIS ODF 1.3 part 2, section 3.3): libarchive always writes such fields. Equal members give equal bytes.
enum PlainZip {
    /// 1 January 1980, the first day that the format knows.
    private static let date: UInt16 = 1 << 5 | 1
    /// Names are UTF-8.
    private static let flags: UInt16 = 1 << 11

    /// Members must be fewer than 65,536 and together below 4 GiB: ours are a handful of texts.
    static func bytes(of members: [ZipWriting.Member]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.name.utf8)
            let common = common(member.contents, nameLength: name.count)
            let offset = UInt32(archive.count)
            archive += little(0x0403_4B50 as UInt32) + common + little(0 as UInt16) + name + member.contents
            directory += little(0x0201_4B50 as UInt32) + little(20 as UInt16) + common
            // Extra field, comment, disk, internal and external attributes: none.
            directory += [UInt8](repeating: 0, count: 12) + little(offset) + name
        }
        let count = little(UInt16(members.count))
        let start = UInt32(archive.count)
        return archive + directory + little(0x0605_4B50 as UInt32) + [0, 0, 0, 0] + count + count
            + little(UInt32(directory.count)) + little(start) + [0, 0]
    }

    /// What the head of a member and its entry in the directory share: from the needed version to the name's length.
    private static func common(_ contents: [UInt8], nameLength: Int) -> [UInt8] {
        let size = little(UInt32(contents.count))
        return little(20 as UInt16) + little(flags) + little(0 as UInt16) + little(0 as UInt16) + little(date)
            + little(checksum(contents)) + size + size + little(UInt16(nameLength))
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }

    /// CRC-32 of ISO 3309, as the zip format asks.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}

extension OfficeFile {
    /// An OpenDocument text (`.odt`) of the given XML parts. Equal parts give equal bytes.
    ///
    /// - Parameters:
    ///   - content: `content.xml`, UTF-8 with its XML declaration; likewise `styles` and `meta`.
    package static func openDocumentText(content: [UInt8], styles: [UInt8], meta: [UInt8]) -> [UInt8] {
        let kind = "application/vnd.oasis.opendocument.text"
        let entries = [("/", kind)] + ["content.xml", "styles.xml", "meta.xml"].map { ($0, "text/xml") }
        let manifest =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
            + "manifest:version=\"1.3\">"
            + entries.map { path, type in
                "<manifest:file-entry manifest:full-path=\"\(path)\" manifest:media-type=\"\(type)\""
                    + (path == "/" ? " manifest:version=\"1.3\"/>" : "/>")
            }.joined() + "</manifest:manifest>"
        return PlainZip.bytes(of: [
            ZipWriting.Member(name: "mimetype", contents: Array(kind.utf8)),
            ZipWriting.Member(name: "content.xml", contents: content),
            ZipWriting.Member(name: "styles.xml", contents: styles),
            ZipWriting.Member(name: "meta.xml", contents: meta),
            ZipWriting.Member(name: "META-INF/manifest.xml", contents: Array(manifest.utf8)),
        ])
    }
}

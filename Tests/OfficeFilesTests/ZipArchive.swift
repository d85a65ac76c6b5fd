/// A zip archive with stored members, made by hand so that tests can also lie in its fields.
struct ZipArchive {
    struct Member {
        var name: String
        var bytes: [UInt8]
        /// Sizes written into both headers; the true size where nil.
        var declaredSize: UInt32?
        var flags: UInt16 = 0
    }

    var members: [Member] = []

    init(_ parts: [(String, String)] = []) {
        members = parts.map { Member(name: $0.0, bytes: Array($0.1.utf8)) }
    }

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let offset = UInt32(file.count)
            let size = member.declaredSize ?? UInt32(member.bytes.count)
            var common = little(UInt16(20)) + little(member.flags) + [0, 0, 0, 0, 0, 0]
            common += little(ZipArchive.crc32(member.bytes)) + little(UInt32(member.bytes.count)) + little(size)
            common += little(UInt16(member.name.utf8.count)) + [0, 0]
            file += little(UInt32(0x0403_4B50)) + common + Array(member.name.utf8) + member.bytes
            directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common + [UInt8](repeating: 0, count: 10)
            directory += little(offset) + Array(member.name.utf8)
        }
        let count = little(UInt16(members.count))
        var end = little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + count + count
        end += little(UInt32(directory.count)) + little(UInt32(file.count)) + [0, 0]
        return file + directory + end
    }

    private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// The parts of a small workbook; tests replace single ones.
enum WorkbookParts {
    static let relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static func archive(
        sheet: String, strings: String? = nil, styles: String? = nil, sheetRelationships: String? = nil,
        workbookProperties: String = ""
    ) -> ZipArchive {
        var parts = [
            (
                "_rels/.rels",
                relationships(
                    "<Relationship Id=\"r1\" Type=\"\(relationshipType)/officeDocument\" Target=\"xl/workbook.xml\"/>")
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"m\" xmlns:r=\"\(relationshipType)\">\(workbookProperties)<sheets>"
                    + "<sheet name=\"แผ่น 1\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relationships(
                    "<Relationship Id=\"s1\" Type=\"\(relationshipType)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"s2\" Type=\"\(relationshipType)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                        + "<Relationship Id=\"s3\" Type=\"\(relationshipType)/styles\" Target=\"styles.xml\"/>")
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
        if let strings { parts.append(("xl/sharedStrings.xml", strings)) }
        if let styles { parts.append(("xl/styles.xml", styles)) }
        if let sheetRelationships {
            parts.append(("xl/worksheets/_rels/sheet1.xml.rels", relationships(sheetRelationships)))
        }
        return ZipArchive(parts)
    }

    static func worksheet(_ rows: String, after: String = "") -> String {
        "<worksheet xmlns=\"m\" xmlns:r=\"\(relationshipType)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    }

    static func relationships(_ entries: String) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(entries)</Relationships>"
    }
}

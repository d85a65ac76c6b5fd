#if DEBUG || FUZZING
    /// A workbook whose parts are given, in an archive without compression and with right checksums, so that strange
    /// parts reach their readers.
    struct StoredWorkbook {
        private static let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

        let bytes: [UInt8]

        /// `parts`: sheet, shared texts, styles, links of the sheet, list of sheets; missing ones are plain.
        init(_ parts: [[UInt8]]) {
            let names = [
                "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                "xl/worksheets/_rels/sheet1.xml.rels", "xl/workbook.xml",
            ]
            var members = [
                ("_rels/.rels", StoredWorkbook.links([("officeDocument", "xl/workbook.xml")])),
                (
                    "xl/_rels/workbook.xml.rels",
                    StoredWorkbook.links([
                        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
                        ("styles", "styles.xml"),
                    ])
                ),
            ]
            let sheets = "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r0\"/></sheets>"
            let book = "<workbook xmlns=\"m\" xmlns:r=\"\(StoredWorkbook.namespace)\">\(sheets)</workbook>"
            if parts.count < 5 { members.append(("xl/workbook.xml", Array(book.utf8))) }
            for (name, part) in zip(names, parts) { members.append((name, part)) }
            bytes = StoredWorkbook.archive(members)
        }

        private static func links(_ targets: [(kind: String, path: String)]) -> [UInt8] {
            let entries = targets.enumerated().map { index, target in
                "<Relationship Id=\"r\(index)\" Type=\"\(namespace)/\(target.kind)\" Target=\"\(target.path)\"/>"
            }
            let all = entries.joined()
            let name = "http://schemas.openxmlformats.org/package/2006/relationships"
            return Array("<Relationships xmlns=\"\(name)\">\(all)</Relationships>".utf8)
        }

        /// APPNOTE.TXT of PKZIP, sections 4.3.7, 4.3.12 and 4.3.16, method 0.
        private static func archive(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
            var file: [UInt8] = []
            var directory: [UInt8] = []
            for member in members {
                let offset = file.count
                let size = little(member.content.count, 4)
                let common =
                    little(20, 2) + little(0, 8) + little(Int(checksum(member.content)), 4) + size + size
                    + little(member.name.utf8.count, 2) + little(0, 2)
                file += little(0x0403_4B50, 4) + common + Array(member.name.utf8) + member.content
                directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10) + little(offset, 4)
                directory += Array(member.name.utf8)
            }
            let counts = little(members.count, 2) + little(members.count, 2)
            let end =
                little(0x0605_4B50, 4) + little(0, 4) + counts + little(directory.count, 4) + little(file.count, 4)
            return file + directory + end + little(0, 2)
        }

        private static func little(_ number: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
        }

        private static let table: [UInt32] = (0..<256).map { start in
            (0..<8).reduce(UInt32(start)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }

        private static func checksum(_ bytes: [UInt8]) -> UInt32 {
            ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 255)] }
        }
    }
#endif

import WebEvidence

/// Documents of any shape, also of shapes that no page has: a codec must give every value back.
struct RandomDocuments {
    private var random: SeededGenerator
    let base: PageAddress
    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        base = try PageAddress("https://www.thungtuayang.example/ita/page.php?id=3")
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    private mutating func flip() -> Bool { Bool.random(using: &random) }
    private mutating func few<Value>(_ make: (inout RandomDocuments) -> Value) -> [Value] {
        (0..<number(6)).map { _ in make(&self) }
    }

    private mutating func text() -> String {
        switch number(8) {
        case 0: return ""
        case 1: return "ก\u{0E38}\u{0E48}"
        // The same to Swift, other bytes.
        case 2: return "ก\u{0E48}\u{0E38}"
        case 3: return "a\u{0}b \"quoted\" 'x'"
        case 4: return String(repeating: "ข้อมูล", count: number(300))
        default: return "ข้อความที่ \(number(40))"
        }
    }

    private mutating func int() -> Int {
        switch number(6) {
        case 0: return .max
        case 1: return .min
        case 2: return -1
        default: return number(20)
        }
    }

    private mutating func region() -> TextBlock.Region {
        [.main, .navigation, .header, .footer, .aside][number(5)]
    }

    mutating func target() -> String {
        let targets = [
            "", "#", "#part-2", "/files/\(number(9)).pdf", "แผน \(number(9)).pdf", "../up.php?id=\(number(9))",
            "https://www.thungtuayang.example/x?y=1&z=ก", "http://other.example", "//cdn.example/a.js",
            "HTTPS://WWW.EXAMPLE:443/A b", "mailto:a@example", " /padded ", "?id=\(number(9))", "page.php?id=5#x",
        ]
        return targets[number(targets.count)]
    }

    private mutating func address(_ target: String) -> PageAddress? {
        switch number(5) {
        case 0: return nil
        case 1:
            return PageAddress(
                scheme: "ftp", host: "a:b/c", port: int(), path: text(), query: flip() ? text() : nil,
                fragment: flip() ? text() : nil)
        default: return try? PageAddress(target, relativeTo: base)
        }
    }

    private mutating func kind() -> TextBlock.Kind {
        switch number(8) {
        case 0: return .heading(level: flip() ? number(7) : int())
        case 1: return .listEntry
        case 2: return .caption
        case 3: return .label
        case 4: return .cell(table: flip() ? number(3) : nil, row: number(4), column: number(4), isHead: flip())
        case 5: return .cell(table: nil, row: int(), column: int(), isHead: flip())
        default: return .paragraph
        }
    }

    private mutating func block() -> TextBlock {
        let text = text()
        return TextBlock(
            kind: kind(), text: text, linkedBytes: [0, text.utf8.count, int()][number(3)],
            headingPath: few { $0.flip() ? $0.number(8) : $0.int() }, region: region(),
            links: few { $0.flip() ? $0.number(8) : $0.int() })
    }

    private mutating func link(_ blocks: [TextBlock]) -> PageLink {
        let target = target()
        return PageLink(
            address: address(target), target: target, text: text(), label: text(), row: text(), columnHead: text(),
            headings: few { $0.text() }, region: region(), block: flip() ? nil : flip() ? int() : number(8))
    }

    private mutating func form() -> PageForm {
        PageForm(
            purpose: [.search, .login, .message, .other][number(4)], action: address(target()), method: text(),
            fields: few { $0.text() }, hasTextArea: flip(), hasFileField: flip(), submitLabel: text(),
            headings: few { $0.text() }, region: region())
    }

    private mutating func image() -> PageImage {
        PageImage(
            address: address(target()), alternativeText: text(), width: flip() ? int() : nil,
            height: flip() ? int() : nil, headings: few { $0.text() }, region: region())
    }

    mutating func document() -> ExtractedDocument {
        var document = ExtractedDocument(title: text())
        document.blocks = few { $0.block() } + few { $0.block() }
        document.tables = few { made in
            TextTable(
                caption: made.text(), head: made.few { $0.text() }, rows: made.few { row in row.few { $0.text() } },
                headingPath: made.few { $0.int() })
        }
        let blocks = document.blocks
        document.links = few { $0.link(blocks) } + few { $0.link(blocks) }
        document.forms = few { $0.form() }
        document.images = few { $0.image() }
        document.machineDates = few { made in
            MachineDate(
                text: made.text(), role: [.published, .updated, .file, .event, .other][made.number(5)],
                source: made.text())
        }
        document.embeds = few { made in
            PageEmbed(
                kind: [.frame, .iframe, .object, .embed, .video][made.number(5)],
                address: made.address(made.target()), title: made.text(), headings: made.few { $0.text() })
        }
        document.refreshTarget = address(target())
        document.encoding = text()
        document.hasDamagedText = flip()
        document.needsScript = flip()
        return document
    }

    /// One of the bytes changed, or some cut off or added.
    mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        switch number(4) {
        case 0: return Array(bytes.prefix(number(bytes.count + 1)))
        case 1: return bytes + (0..<number(9)).map { _ in UInt8(number(256)) }
        default:
            if !bytes.isEmpty { bytes[number(bytes.count)] ^= UInt8(1 + number(255)) }
            return bytes
        }
    }
}

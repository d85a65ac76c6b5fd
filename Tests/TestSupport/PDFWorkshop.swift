/// Writes PDF files for tests: good ones and those that break readers. The same description gives the same bytes.
public struct PDFWorkshop: Sendable {
    public var pages: [PDFPage]
    /// Title property; nil for none.
    public var title: String?
    /// Creation date as PDF has it, for example `D:20230115101500+07'00'`; nil for none.
    public var created: String?
    /// A font file (TrueType) with which pages are drawn so that a picture of them can be read; nil for boxes.
    public var font: TrueTypeFont?
    /// Says that the file is locked by a password that nobody knows.
    public var isLocked = false
    /// The tree of pages points to itself.
    public var hasLoop = false

    public init(_ pages: [PDFPage], title: String? = nil, created: String? = nil) {
        self.pages = pages
        self.title = title
        self.created = created
    }

    /// The file.
    public func bytes() -> [UInt8] {
        var writer = PDFWriter()
        let catalog = writer.reserve()
        let tree = writer.reserve()
        var kids = pages.map { add($0, to: &writer, tree: tree) }
        if hasLoop { kids.append(tree) }
        let list = kids.map { "\($0) 0 R" }.joined(separator: " ")
        writer.set(tree, "<< /Type /Pages /Count \(kids.count) /Kids [\(list)] >>")
        writer.set(catalog, "<< /Type /Catalog /Pages \(tree) 0 R >>")
        var trailer = "/Root \(catalog) 0 R"
        let dates = created.map { " /CreationDate (\($0)) /ModDate (\($0))" } ?? ""
        let name = title.map { " /Title <\(PDFWriter.hex(Array("\u{FEFF}\($0)".utf16)))>" } ?? ""
        trailer += " /Info \(writer.add("<<\(name)\(dates) >>")) 0 R"
        if isLocked {
            let key = String(repeating: "5A", count: 32)
            let lock = writer.add("<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <\(key)> /U <\(key)> >>")
            trailer +=
                " /Encrypt \(lock) 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]"
        }
        return writer.file(trailer: trailer)
    }

    private func add(_ page: PDFPage, to writer: inout PDFWriter, tree: Int) -> Int {
        var resources = ""
        let stream: PDFStream
        switch page.content {
        case .lines(let lines, let layer):
            let sheet = PDFLettering(lines, layer: layer, font: font)
            stream = PDFStream(sheet.drawing)
            if !lines.isEmpty { resources = "/Font << /F1 \(sheet.addFont(to: &writer)) 0 R >>" }
        case .picture(let width, let height, let gray):
            let shape = "/Width \(width) /Height \(height) /ColorSpace /DeviceGray /BitsPerComponent 8"
            let image = writer.add(PDFStream(gray, entries: "/Type /XObject /Subtype /Image \(shape)"))
            resources = "/XObject << /I1 \(image) 0 R >>"
            stream = PDFStream(Array("q 595 0 0 842 0 0 cm /I1 Do Q".utf8))
        case .stream(let given):
            stream = given
        }
        let content = writer.add(stream)
        let links = page.links.map { address in
            writer.add(
                "<< /Type /Annot /Subtype /Link /Rect [72 700 200 720] /A << /S /URI /URI (\(address)) >> >>")
        }
        let list = links.map { "\($0) 0 R" }.joined(separator: " ")
        return writer.add(
            "<< /Type /Page /Parent \(tree) 0 R /MediaBox [0 0 595 842] /Rotate \(page.rotation) "
                + "/Resources << \(resources) >> /Contents \(content) 0 R /Annots [\(list)] >>")
    }
}

/// Numbers objects and writes the file with its table of offsets.
struct PDFWriter {
    private var objects: [[UInt8]] = []

    /// A number for an object that is set later.
    mutating func reserve() -> Int {
        objects.append([])
        return objects.count
    }

    mutating func set(_ number: Int, _ text: String) { objects[number - 1] = Array(text.utf8) }

    mutating func add(_ text: String) -> Int {
        objects.append(Array(text.utf8))
        return objects.count
    }

    mutating func add(_ stream: PDFStream) -> Int {
        objects.append(
            Array("<< /Length \(stream.bytes.count) \(stream.entries) >>\nstream\n".utf8) + stream.bytes
                + Array("\nendstream".utf8))
        return objects.count
    }

    func file(trailer: String) -> [UInt8] {
        var bytes = Array("%PDF-1.4\n%\u{E2}\u{E3}\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            bytes += Array((String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n").utf8)
        }
        bytes += Array("trailer\n<< /Size \(objects.count + 1) \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }

    /// Two bytes for each unit, highest first, in hexadecimal digits.
    static func hex(_ units: [UInt16]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = units.flatMap { unit in [12, 8, 4, 0].map { digits[Int(unit >> $0 & 0xF)] } }
        return String(decoding: bytes, as: UTF8.self)
    }
}

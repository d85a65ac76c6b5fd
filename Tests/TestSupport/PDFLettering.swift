/// The text of one page: drawing operators, and the font that they need.
///
/// Codes have two bytes: the place of a letter among the letters of the page or, with a font file, its glyph.
struct PDFLettering {
    /// Operators that draw the lines.
    let drawing: [UInt8]
    private let letters: [(code: UInt16, scalar: Unicode.Scalar)]
    private let layer: PDFPage.Layer
    private let font: TrueTypeFont?

    init(_ lines: [String], layer: PDFPage.Layer, font: TrueTypeFont?) {
        var codes: [Unicode.Scalar: UInt16] = [:]
        var letters: [(code: UInt16, scalar: Unicode.Scalar)] = []
        var text = lines.isEmpty ? "" : "BT /F1 12 Tf 18 TL 72 790 Td\n"
        for line in lines {
            let units = line.unicodeScalars.map { scalar -> UInt16 in
                if let known = codes[scalar] { return known }
                let code = font?.glyph(of: scalar) ?? UInt16(letters.count + 33)
                codes[scalar] = code
                letters.append((code, scalar))
                return code
            }
            text += "<\(PDFWriter.hex(units))> Tj T*\n"
        }
        drawing = Array((lines.isEmpty ? "" : text + "ET").utf8)
        self.letters = letters
        self.layer = layer
        self.font = font
    }

    /// Adds the font to the file; gives its number.
    func addFont(to writer: inout PDFWriter) -> Int {
        let widths = letters.map { "\($0.code) [\(font?.width(of: $0.code) ?? PDFLettering.width(of: $0.scalar))]" }
        var file = ""
        if let font {
            let number = writer.add(PDFStream(font.bytes, entries: "/Length1 \(font.bytes.count)"))
            file = " /FontFile2 \(number) 0 R"
        }
        let descriptor = writer.add(
            "<< /Type /FontDescriptor /FontName /Workshop /Flags 4 /FontBBox [0 -300 1000 1000] /ItalicAngle 0 "
                + "/Ascent 900 /Descent -300 /CapHeight 700 /StemV 80\(file) >>")
        let descendant = writer.add(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Workshop /CIDToGIDMap /Identity "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                + "/FontDescriptor \(descriptor) 0 R /DW 500 /W [\(widths.joined(separator: " "))] >>")
        var table = ""
        if let map = map() { table = " /ToUnicode \(writer.add(PDFStream(map))) 0 R" }
        return writer.add(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Workshop /Encoding /Identity-H "
                + "/DescendantFonts [\(descendant) 0 R]\(table) >>")
    }

    /// The table from codes to letters, as the layer has it.
    private func map() -> [UInt8]? {
        let translated: (Unicode.Scalar) -> Unicode.Scalar
        switch layer {
        case .faithful: translated = { $0 }
        case .mapped(let other): translated = other
        case .absent: return nil
        }
        var text = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapType 2 def\n"
        text += "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        var rest = letters[...]
        while !rest.isEmpty {
            let piece = rest.prefix(100)
            rest = rest.dropFirst(100)
            text += "\(piece.count) beginbfchar\n"
            for (code, scalar) in piece {
                let units = Array(String(Character(translated(scalar))).utf16)
                text += "<\(PDFWriter.hex([code]))> <\(PDFWriter.hex(units))>\n"
            }
            text += "endbfchar\n"
        }
        return Array((text + "endcmap end end\n").utf8)
    }

    /// Thousandths of the height of a line: marks above and below take no room.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: 0
        case 0x20: 250
        default: 500
        }
    }
}

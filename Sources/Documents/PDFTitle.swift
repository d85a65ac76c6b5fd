import ThaiText

/// The title that a PDF carries among its properties.
enum PDFTitle {
    /// The title where it names the document; empty where it names a program or a file, or nothing.
    static func meaningful(_ title: String) -> String {
        guard let line = PageLine.lines(of: Array(title.utf8)).first, line.bytes.count <= 600 else { return "" }
        let text = line.text
        let ending = text.utf8.suffix(5)
        if let dot = ending.lastIndex(of: 46), ending[dot...].dropFirst().count >= 2,
            ending[dot...].dropFirst().allSatisfy({ $0 | 0x20 >= 97 && $0 | 0x20 <= 122 })
        {
            return ""  // the name of a file
        }
        if text.hasPrefix("Microsoft ") { return "" }  // "Microsoft Word - Document1"
        let layer = PDFPageLayer(Array(text.utf8))
        guard layer.standing != .garbled, !layer.isRelettered else { return "" }
        let mended = String(decoding: layer.text, as: UTF8.self)
        let letters = mended.unicodeScalars.count { (0x0E01...0x0E4E).contains($0.value) }
        return letters >= 6 || line.words >= 3 ? mended : ""
    }

    /// The title where the first pages begin to say the same: programs fill in their own words, and files are made
    /// from those of other years. Without text nothing contradicts it.
    static func confirmed(_ title: String, by layers: [PDFPageLayer]) -> String {
        let pages = layers.filter { $0.standing != .garbled && !$0.text.isEmpty }.prefix(3)
        guard !title.isEmpty, !pages.isEmpty else { return title }
        let beginning = Array(NormalisedText.key(title).prefix(confirmedBytes))
        return pages.contains { contains(NormalisedText(String(decoding: $0.text, as: UTF8.self)).bytes, beginning) }
            ? title : ""
    }

    /// Ten Thai letters.
    private static let confirmedBytes = 30

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { start in
            text[start] == first && text[start..<(start + part.count)].elementsEqual(part)
        }
    }
}

import WebEvidence

/// What `pdftotext -raw -htmlmeta` writes: properties in the head of a page of HTML, then the text of the pages in one
/// `<pre>`, as it is, each page ended by a form feed. One program gives both so that one start suffices.
struct PDFText {
    /// Title property, unescaped; may be empty.
    private(set) var title = ""
    /// Dates of the file's properties, as ISO 8601.
    private(set) var dates: [MachineDate] = []
    /// Text of each page, valid UTF-8.
    private(set) var pages: [[UInt8]] = []

    /// Takes what the program wrote before it ended, whole or not; a page that was not finished is left out.
    init(_ output: [UInt8]) {
        guard let start = PDFText.end(of: "<pre>\n", in: output, from: 0) else { return }
        readHead(String(decoding: output[..<start], as: UTF8.self))
        var pageStart = start
        for index in output[start...].indices where output[index] == 0x0C {
            pages.append(PDFText.repaired(output[pageStart..<index]))
            pageStart = index + 1
        }
    }

    private mutating func readHead(_ head: String) {
        for line in head.split(separator: "\n") {
            if let name = PDFText.between("<title>", "</title>", in: line) {
                title = PDFText.unescaped(name)
            }
            for property in ["CreationDate", "ModDate"] {
                guard let text = PDFText.between("<meta name=\"\(property)\" content=\"", "\"/>", in: line),
                    let first = text.utf8.first, first &- 48 < 10, text.utf8.count <= 40
                else { continue }
                dates.append(MachineDate(text: PDFText.withMinutes(text), role: .file, source: "pdf \(property)"))
            }
        }
    }

    /// The program leaves the minutes of a zone away where they are none: `+07`.
    private static func withMinutes(_ text: String) -> String {
        let zone = text.utf8.suffix(3)
        return text.utf8.count == 22 && (zone.first == 43 || zone.first == 45) ? text + ":00" : text
    }

    private static func between(_ start: String, _ end: String, in line: Substring) -> String? {
        guard line.hasPrefix(start), line.hasSuffix(end), line.utf8.count >= start.utf8.count + end.utf8.count else {
            return nil
        }
        return String(line.dropFirst(start.count).dropLast(end.count))
    }

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            let entities = [
                ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&"),
            ]
            let found = entities.first { rest[mark...].hasPrefix($0.0) }
            result += found?.1 ?? "&"
            rest = rest[mark...].dropFirst(found?.0.count ?? 1)
        }
        return result + rest
    }

    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
        let pattern = Array(mark.utf8)
        var index = start
        while index + pattern.count <= bytes.count {
            if bytes[index] == pattern[0], bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
                return index + pattern.count
            }
            index += 1
        }
        return nil
    }

    /// The program writes what the file says, which may be half of a pair of units.
    private static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text = String(decoding: bytes, as: UTF8.self)
        return text.withUTF8 { Array($0) }
    }
}

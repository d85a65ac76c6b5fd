import Programs
import WebEvidence

/// Links of a PDF: addresses written in its text, and those that lie under it.
struct PDFLinks {
    /// Links of one file.
    private static let most = 500
    /// Longer files are not searched for links under the text: one more start of a program for each file.
    static let annotatedPages = 20

    /// Adds a link for each address written in a block, with the block as its surroundings.
    static func addWritten(to document: inout ExtractedDocument) {
        for index in document.blocks.indices {
            let text = Array(document.blocks[index].text.utf8)
            // Every address has a point; most blocks of text have none.
            guard text.contains(0x2E) else { continue }
            for range in addresses(in: text) where document.links.count < most {
                let target = String(decoding: text[range], as: UTF8.self)
                document.blocks[index].links.append(document.links.count)
                document.blocks[index].linkedBytes += range.count
                document.links.append(
                    PageLink(
                        address: address(target), target: target, text: target, row: row(text, without: range),
                        block: index))
            }
        }
    }

    /// Adds what `pdfinfo -url` lists and is not written in the text.
    static func addAnnotated(_ listing: String, to document: inout ExtractedDocument) {
        var known = Set(document.links.map(\.target))
        for line in listing.split(separator: "\n") {
            let words = line.split(maxSplits: 2, whereSeparator: { $0 == " " })
            guard words.count == 3, Int(words[0]) != nil, document.links.count < most else { continue }
            let target = String(words[2].drop { $0 == " " })
            guard target.utf8.count <= 2_000, known.insert(target).inserted else { continue }
            document.links.append(PageLink(address: address(target), target: target, text: ""))
        }
    }

    /// True where links may lie under the text, as far as the bytes show.
    static func mayHaveAnnotated(_ body: [UInt8]) -> Bool {
        let span = body.span
        var index = 0
        while index + 3 < span.count {
            if span[index] == 0x2F, span[index + 1] == 0x55, span[index + 2] == 0x52, span[index + 3] == 0x49 {
                return true
            }
            index += 1
        }
        return false
    }

    private static func address(_ target: String) -> PageAddress? {
        do { return try PageAddress(submitted: target) } catch { return nil }
    }

    /// What stands around an address in its block, near it.
    private static func row(_ text: [UInt8], without range: Range<Int>) -> String {
        let before = text[..<range.lowerBound].suffix(300).drop { $0 & 0xC0 == 0x80 }
        var end = min(text.count, range.upperBound + 300)
        while end < text.count, end > range.upperBound, text[end] & 0xC0 == 0x80 { end -= 1 }
        let after = text[range.upperBound..<end]
        return String(decoding: before, as: UTF8.self) + String(decoding: after, as: UTF8.self)
    }

    /// Addresses as they are written: from the scheme or `www.` to the first letter that is none of an address.
    private static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] < 0x80, let start = begins(bytes, at: index) else {
                index += 1
                continue
            }
            var end = index + start
            while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
            while end > index, closers.contains(bytes[end - 1]) { end -= 1 }
            if end > index + start + 3 { found.append(index..<end) }
            index = max(end, index + start)
        }
        return found
    }

    private static let starts = ["http://", "https://", "www."].map { Array($0.utf8) }
    /// Signs that end a sentence and not an address: . , ; : ) ] '
    private static let closers: Set<UInt8> = [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x27]

    /// The length of the beginning of an address that stands here.
    private static func begins(_ bytes: [UInt8], at index: Int) -> Int? {
        guard bytes[index] | 0x20 == 0x68 || bytes[index] | 0x20 == 0x77 else { return nil }
        if index > 0, bytes[index - 1] | 0x20 &- 97 < 26 { return nil }
        return starts.first { start in
            index + start.count <= bytes.count
                && zip(start, bytes[index...]).allSatisfy { $0 == $1 | ($1 &- 65 < 26 ? 0x20 : 0) }
        }?.count
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: true
        default: false
        }
    }
}

import Extraction
import WebEvidence

extension DocumentReading {
    /// A page that was saved with its parts in one text (MHTML, RFC 2557): its first part of HTML is the page.
    func webArchiveDocument(_ file: ReceivedFile) -> ExtractedDocument {
        guard let page = MailPart.page(in: file.body) else {
            return ExtractedDocument(
                form: .page, fault: .damaged, detail: "The web archive holds no page that can be read.")
        }
        return extractedDocument(
            body: page.body, contentType: page.contentType, lastModified: nil, address: file.address)
    }
}

/// One part of a text in mail form (RFC 2045).
struct MailPart {
    var contentType: String
    var body: [UInt8]

    /// The first part that is a page, inside multiparts at most four deep.
    static func page(in bytes: [UInt8], depth: Int = 0) -> MailPart? {
        let (headers, rest) = split(bytes[...])
        let type = headers["content-type"] ?? "text/plain"
        let folded = type.lowercased()
        if folded.hasPrefix("text/html") || folded.hasPrefix("application/xhtml") {
            return MailPart(
                contentType: type, body: decoded(rest, by: headers["content-transfer-encoding"]?.lowercased() ?? ""))
        }
        guard folded.hasPrefix("multipart/"), depth < 4, let boundary = parameter("boundary", of: type) else {
            return nil
        }
        for part in parts(of: rest, boundary: boundary).prefix(1_000) {
            if let page = page(in: Array(part), depth: depth + 1) { return page }
        }
        return nil
    }

    private static func split(_ bytes: ArraySlice<UInt8>) -> (headers: [String: String], body: ArraySlice<UInt8>) {
        var headers: [String: String] = [:]
        var last: String?
        var rest = bytes.drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }
        for _ in 0..<200 {
            let end = rest.firstIndex(of: 10) ?? rest.endIndex
            var line = rest[..<end]
            rest = end < rest.endIndex ? rest[(end + 1)...] : []
            if line.last == 13 { line = line.dropLast() }
            if line.isEmpty { break }
            let text = String(decoding: line.prefix(4_096), as: UTF8.self)
            if let first = line.first, first == 32 || first == 9, let name = last {
                headers[name, default: ""] += " " + text.drop { $0 == " " || $0 == "\t" }
            } else if let colon = text.firstIndex(of: ":") {
                let name = text[..<colon].lowercased()
                headers[name] = String(text[text.index(after: colon)...].drop { $0 == " " })
                last = name
            }
        }
        return (headers, rest)
    }

    private static func parameter(_ name: String, of type: String) -> String? {
        for part in type.split(separator: ";").dropFirst() {
            let pieces = part.split(separator: "=", maxSplits: 1)
            guard pieces.count == 2, OfficeAssembly.folded(String(pieces[0])).lowercased() == name else { continue }
            let value = OfficeAssembly.folded(String(pieces[1])).filter { $0 != "\"" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    private static func parts(of bytes: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        var line = bytes.startIndex
        while line < bytes.endIndex {
            let end = bytes[line...].firstIndex(of: 10) ?? bytes.endIndex
            if bytes[line..<end].starts(with: mark) {
                if let start { parts.append(bytes[start..<line]) }
                start = min(end + 1, bytes.endIndex)
            }
            line = end + 1
        }
        if let start, start < bytes.endIndex { parts.append(bytes[start...]) }
        return parts
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>, by encoding: String) -> [UInt8] {
        switch OfficeAssembly.folded(encoding) {
        case "quoted-printable": quotedPrintable(bytes)
        case "base64": base64(bytes)
        default: Array(bytes)
        }
    }

    /// RFC 2045 section 6.7; what is no escape stays as it is.
    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == 61 else {
                decoded.append(bytes[index])
                index += 1
                continue
            }
            let rest = bytes[(index + 1)...]
            if rest.first == 10 {
                index += 2
            } else if rest.starts(with: [13, 10]) {
                index += 3
            } else if rest.count >= 2, let high = digit(rest[rest.startIndex]),
                let low = digit(rest[rest.startIndex + 1])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(61)
                index += 1
            }
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt8
            switch byte {
            case 65...90: value = byte - 65
            case 97...122: value = byte - 71
            case 48...57: value = byte + 4
            case 43: value = 62
            case 47: value = 63
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return decoded
    }
}

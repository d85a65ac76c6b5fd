/// What a body is, whatever its address ends in.
public enum BodyKind: String, Sendable, Hashable, CaseIterable {
    case html, text, pdf
    /// Zip with an office document inside (docx, xlsx, pptx, odt, ...).
    case ooxml
    /// Legacy Office (doc, xls, ppt).
    case ole
    case image, json, xml
    /// Zip, rar, 7z, gzip, tar.
    case archive
    case unknown

    /// True for the kinds that `extractedDocument` reads.
    public var isReadable: Bool { self == .html || self == .text }

    /// True for files that may be evidence and that `Documents` reads.
    public var isFile: Bool {
        switch self {
        case .pdf, .ooxml, .ole, .image, .archive: true
        case .html, .text, .json, .xml, .unknown: false
        }
    }
}

/// Tells what a body is: by its leading bytes first, then by the Content-Type, never by the address.
/// An empty body is what its Content-Type says, `text` without one.
public func bodyKind(of body: [UInt8], contentType: String?) -> BodyKind {
    if let kind = kindByMagic(body) { return kind }
    let head = body.prefix(2_048)
    let start = markupStart(head)
    if isHTMLStart(start) { return .html }
    let declared = kindByType(contentType)
    if start.starts(with: Array("<?xml".utf8)) {
        let isPage = declared == .html || firstOffset(of: "<html", in: Array(head), from: 0) != nil
        return isPage ? .html : .xml
    }
    let isBinary = !isUTF16(head) && head.contains { $0 == 0 || ($0 < 9) || (14...26).contains($0) }
    switch declared {
    case .html?, .text?: return isBinary && isMostlyControl(head) ? .unknown : declared ?? .text
    case let declared?: return declared
    case nil: break
    }
    if isBinary { return .unknown }
    if start.first == 123 || start.first == 91 { return .json }
    return firstOffset(of: "<html", in: Array(head), from: 0) != nil
        || firstOffset(of: "<body", in: Array(head), from: 0) != nil
        || firstOffset(of: "<table", in: Array(head), from: 0) != nil ? .html : .text
}

private let magics: [([UInt8], BodyKind)] = [
    (Array("%PDF-".utf8), .pdf), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole),
    ([0xFF, 0xD8, 0xFF], .image), ([0x89, 0x50, 0x4E, 0x47], .image), (Array("GIF8".utf8), .image),
    (Array("II*\u{0}".utf8), .image), (Array("MM\u{0}*".utf8), .image), (Array("Rar!".utf8), .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive), ([0x1F, 0x8B, 0x08], .archive), (Array("BZh".utf8), .archive),
]

private func kindByMagic(_ body: [UInt8]) -> BodyKind? {
    if let found = magics.first(where: { body.starts(with: $0.0) }) { return found.1 }
    if body.starts(with: Array("PK\u{3}\u{4}".utf8)) { return zipKind(body) }
    if body.count > 12, body.starts(with: Array("RIFF".utf8)), Array(body[8..<12]) == Array("WEBP".utf8) {
        return .image
    }
    if body.count > 12, Array(body[4..<8]) == Array("ftyp".utf8) { return .unknown }
    // Some servers put a line break or a byte order mark before a PDF.
    let head = Array(body.prefix(1_024))
    if let offset = firstOffset(of: "%pdf-1", in: head, from: 0), head[..<offset].allSatisfy({ $0 <= 32 || $0 >= 0xBB })
    {
        return .pdf
    }
    return nil
}

/// Office documents name their parts near the start of the zip.
private func zipKind(_ body: [UInt8]) -> BodyKind {
    let head = Array(body.prefix(4_096))
    let names: [StaticString] = [
        "[content_types].xml", "word/", "xl/", "ppt/", "_rels/.rels", "application/vnd.oasis",
    ]
    return names.contains { firstOffset(of: $0, in: head, from: 0) != nil } ? .ooxml : .archive
}

private func markupStart(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = head
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if isUTF16(head) { rest = ArraySlice(head.filter { $0 != 0 && $0 < 0xFE }) }
    rest = rest.drop { $0 <= 32 }
    while rest.starts(with: Array("<!--".utf8)), let end = firstOffset(of: "-->", in: Array(rest), from: 4) {
        rest = ArraySlice(Array(rest)[(end + 3)...].drop { $0 <= 32 })
    }
    return ArraySlice(rest.prefix(64).map(asciiLowered))
}

private func isUTF16(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
}

private func isHTMLStart(_ start: ArraySlice<UInt8>) -> Bool {
    let starts = [
        "<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<title", "<table", "<div", "<frameset",
        "<style",
        "<link", "<h1", "<center", "<p>", "<font", "<iframe", "<br",
    ]
    return starts.contains { start.starts(with: Array($0.utf8)) }
}

private func isMostlyControl(_ head: ArraySlice<UInt8>) -> Bool {
    head.count { $0 < 9 || (14...31).contains($0) } * 20 > head.count
}

private func kindByType(_ contentType: String?) -> BodyKind? {
    let type = (contentType ?? "").lowercased().utf8.prefix { $0 != 59 && $0 != 44 }.filter { $0 > 32 }
    let name = String(decoding: type, as: UTF8.self)
    if name.isEmpty || name == "application/octet-stream" || name == "application/force-download" { return nil }
    switch name {
    case "text/html", "application/xhtml+xml": return .html
    case "application/pdf", "application/x-pdf": return .pdf
    case "application/json", "application/ld+json": return .json
    case "text/xml", "application/xml", "application/rss+xml", "application/atom+xml": return .xml
    case "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint": return .ole
    case "application/zip", "application/x-rar-compressed", "application/gzip", "application/x-7z-compressed":
        return .archive
    default: break
    }
    if name.hasPrefix("image/") { return .image }
    if name.hasPrefix("application/vnd.openxmlformats") || name.hasPrefix("application/vnd.oasis") { return .ooxml }
    return name.hasPrefix("text/") ? .text : .unknown
}

/// What a body is, whatever its address ends in.
public enum BodyKind: String, Sendable, Hashable, CaseIterable {
    case html, text, pdf
    /// Zip with an office document inside (docx, xlsx, pptx, odt, ods, odp, ...).
    case ooxml
    /// Legacy Office (doc, xls, ppt), and encrypted office documents: both come in the same container.
    case ole
    case image, json, xml
    /// Zip, rar, 7z, gzip, tar.
    case archive
    case unknown
    /// Rich Text Format.
    case rtf
    /// A web page with its parts in one mail-like text; office programs write it under the names doc and xls.
    case mhtml
    /// An office document as one XML text: Spreadsheet and Word 2003 XML, flat OpenDocument.
    case flatOffice = "flat_office"

    /// True for the kinds that `extractedDocument` reads.
    public var isReadable: Bool {
        switch self {
        case .html, .text, .json, .xml: true
        case .pdf, .ooxml, .ole, .rtf, .mhtml, .flatOffice, .image, .archive, .unknown: false
        }
    }

    /// True for files that may be evidence and that `Documents` reads.
    public var isFile: Bool {
        switch self {
        case .pdf, .ooxml, .ole, .rtf, .mhtml, .flatOffice, .image, .archive: true
        case .html, .text, .json, .xml, .unknown: false
        }
    }
}

/// Tells what a body is: by its leading bytes first, then by the Content-Type, never by the address.
/// An empty body is what its Content-Type says, `text` without one. Members of a zip are known by its directory, which
/// stands at its end.
public func bodyKind(of body: [UInt8], contentType: String?) -> BodyKind {
    if let kind = kindByMagic(body) { return kind }
    let head = body.prefix(2_048)
    let start = markupStart(head)
    if isHTMLStart(start) { return .html }
    let declared = declaredKind(contentType)
    if start.starts(with: Array("<?xml".utf8)) { return xmlKind(body, head: head, declared: declared) }
    if isMHTML(start, head) { return .mhtml }
    let isBinary = !isUTF16(head) && head.contains { $0 == 0 || ($0 < 9) || (14...26).contains($0) }
    switch declared {
    case .html?, .text?, .mhtml?:
        if isBinary, isMostlyControl(head) { return .unknown }
        return declared == .html ? .html : .text
    case .ole?, .ooxml?, .archive?, .rtf?, .pdf?:
        // Tables are often sent as text under the name of a spreadsheet.
        guard !body.isEmpty, !isBinary else { return declared ?? .unknown }
        return textKind(start, head)
    case let declared?: return declared
    case nil: break
    }
    return isBinary ? .unknown : textKind(start, head)
}

/// JSON, a fragment of a page, or plain text.
private func textKind(_ start: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> BodyKind {
    if start.first == 123 || start.first == 91 { return .json }
    let bytes = Array(head)
    return firstOffset(of: "<html", in: bytes, from: 0) != nil || firstOffset(of: "<body", in: bytes, from: 0) != nil
        || firstOffset(of: "<table", in: bytes, from: 0) != nil ? .html : .text
}

private func xmlKind(_ body: [UInt8], head: ArraySlice<UInt8>, declared: BodyKind?) -> BodyKind {
    let bytes = isUTF16(head) ? head.filter { $0 != 0 } : Array(head)
    let offices: [StaticString] = [
        "urn:schemas-microsoft-com:office:spreadsheet", "schemas.microsoft.com/office/word/2003/wordml",
        "schemas.microsoft.com/office/2006/xmlpackage", "<office:document ",
    ]
    if offices.contains(where: { firstOffset(of: $0, in: bytes, from: 0) != nil }) { return .flatOffice }
    return declared == .html || firstOffset(of: "<html", in: bytes, from: 0) != nil ? .html : .xml
}

/// The header of a mail with its parts behind it.
private func isMHTML(_ start: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> Bool {
    guard
        start.starts(with: Array("mime-version:".utf8)) || start.starts(with: Array("from: <saved by".utf8))
            || start.starts(with: Array("content-type: multipart/related".utf8))
    else { return false }
    return firstOffset(of: "multipart/", in: Array(head), from: 0) != nil
        || firstOffset(of: "text/html", in: Array(head), from: 0) != nil
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
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    // Without a mark: one byte of each pair is that of Latin or Thai letters, the other never zero.
    let sample = Array(head.prefix(64))
    guard sample.count >= 16 else { return false }
    func isText(highByteAt high: Int) -> Bool {
        (0..<sample.count / 2).allSatisfy { pair in
            let page = sample[pair * 2 + high]
            let letter = sample[pair * 2 + 1 - high]
            return (page == 0 || page == 0x0E) && letter != 0
        }
    }
    return isText(highByteAt: 0) || isText(highByteAt: 1)
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

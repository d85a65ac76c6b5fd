import ThaiText
public import WebEvidence

/// Reads a page or a plain text into the document that is judged.
///
/// - Parameters:
///   - body: the bytes after content decoding; any bytes are allowed.
///   - contentType: value of the Content-Type header, for its charset and to tell plain text.
///   - lastModified: value of the Last-Modified header.
///   - address: the final address of the page; references are resolved against it or the page's `<base>`.
///   - wrappers: how viewers name their files in scripts and attributes.
/// - Returns: an empty document for kinds that are no pages or texts (see `BodyKind.isReadable`).
///
/// Only the first 100,000 links of a page are recorded; `Limits` lists the other bounds.
public func extractedDocument(
    body: [UInt8], contentType: String?, lastModified: String?, address: PageAddress, wrappers: WrapperRules = .none
) -> ExtractedDocument {
    let kind = bodyKind(of: body, contentType: contentType)
    var document: ExtractedDocument
    switch kind {
    case .html, .xml: document = htmlDocument(body, contentType: contentType, address: address, wrappers: wrappers)
    case .text, .json: document = plainDocument(body, contentType: contentType)
    default: document = ExtractedDocument()
    }
    if let lastModified, !lastModified.isEmpty {
        document.machineDates.insert(
            MachineDate(text: foldedText(lastModified), role: .file, source: "header Last-Modified"), at: 0)
    }
    return document
}

private func htmlDocument(
    _ body: [UInt8], contentType: String?, address: PageAddress, wrappers: WrapperRules
) -> ExtractedDocument {
    let decoded = decodedText(body, declared: declaredEncodings(contentType: contentType, body: body))
    var text = decoded.text
    var builder = DocumentBuilder(address: address, wrappers: wrappers)
    let read: (UnsafeBufferPointer<UInt8>) -> Void = { bytes in
        withHTMLTree(bytes) { root in
            if let root { builder.read(root) }
        }
    }
    text.withUTF8 { bytes in
        if bytes.contains(0) {
            bytes.filter { $0 != 0 }.withUnsafeBufferPointer { readBounded($0, read) }
        } else {
            readBounded(bytes, read)
        }
    }
    builder.finish()
    builder.document.encoding = decoded.encoding
    builder.document.hasDamagedText = decoded.isDamaged
    return builder.document
}

/// Reads markup after surplus attributes are taken out of it.
private func readBounded(_ bytes: UnsafeBufferPointer<UInt8>, _ read: (UnsafeBufferPointer<UInt8>) -> Void) {
    if let bounded = TagBounds(bytes).bounded { bounded.withUnsafeBufferPointer(read) } else { read(bytes) }
}

/// Each line is a paragraph.
private func plainDocument(_ body: [UInt8], contentType: String?) -> ExtractedDocument {
    let decoded = decodedText(body, declared: declaredEncodings(contentType: contentType, body: []))
    var document = ExtractedDocument()
    document.encoding = decoded.encoding
    document.hasDamagedText = decoded.isDamaged
    for line in decoded.text.utf8.split(whereSeparator: { $0 == 10 || $0 == 13 || $0 == 12 }) {
        let text = foldedText(String(decoding: line, as: UTF8.self))
        if !text.isEmpty { document.blocks.append(TextBlock(kind: .paragraph, text: text)) }
    }
    return document
}

extension DocumentBuilder {
    /// After the walk: regions that were guessed wrongly, and whether the page waits for its scripts.
    mutating func finish() {
        reviseRegions()
        dropLinkedContent()
        let text = document.blocks.reduce(0) { $0 + $1.text.utf8.count }
        let hasOther =
            !document.embeds.isEmpty || !document.images.isEmpty || !document.forms.isEmpty
            || document.refreshTarget != nil
        let isShell = scriptSigns.hasRoot && scriptSigns.scripts > 0 && text < 400
        let isBare = scriptSigns.scripts > 0 && text < 60 && document.links.count < 3
        document.needsScript = (isShell || isBare) && !hasOther
    }
}

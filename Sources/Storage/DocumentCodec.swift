import WebEvidence

/// Extracted documents in a compact form of our own. Numbers stand in one stream, column by column, so that equal ones
/// lie together; texts stand in another in the order of the page, each once, so that the page as prefix swallows them.
///
/// A field that is new in a document or one of its parts needs the next version here, and a store that holds such
/// documents the next version of the store, so that older programs say so: a test compares the fields of
/// each type with `fields`.
enum DocumentCodec {
    static let version = 2

    /// Documents of version 1 had no parts and no faults.
    static let firstVersion = 1

    /// - Parameter base: the final address of the page, against which its links were resolved.
    static func bytes(_ document: ExtractedDocument, base: PageAddress) -> [UInt8] {
        var writer = DocumentWriter(base: base)
        writer.write(document)
        return writer.bytes
    }

    /// Nil for anything that `bytes` never gives; no bytes make it fail otherwise.
    static func document(_ bytes: [UInt8], base: PageAddress) -> ExtractedDocument? {
        guard var reader = DocumentReader(bytes, base: base) else { return nil }
        let document = reader.document()
        return reader.isComplete ? document : nil
    }

    /// The fields of each part that this version writes.
    static let fields: [String: [String]] = [
        "ExtractedDocument": [
            "title", "blocks", "tables", "links", "forms", "images", "machineDates", "embeds", "refreshTarget",
            "encoding", "hasDamagedText", "needsScript", "isRendered", "form", "parts", "partCount",
            "fault", "faultDetail",
        ],
        "DocumentPart": ["kind", "number", "name", "firstBlock", "isRecognised"],
        "TextBlock": ["kind", "text", "linkedBytes", "headingPath", "region", "links"],
        "TextTable": ["caption", "head", "rows", "headingPath"],
        "PageLink": [
            "address", "target", "text", "label", "row", "columnHead", "headings", "region", "block",
        ],
        "PageForm": [
            "purpose", "action", "method", "fields", "hasTextArea", "hasFileField", "submitLabel", "headings",
            "region",
        ],
        "PageImage": ["address", "alternativeText", "width", "height", "headings", "region"],
        "MachineDate": ["text", "role", "source"],
        "PageEmbed": ["kind", "address", "title", "headings"],
        "PageAddress": ["text", "scheme", "host", "port", "path", "query", "fragment"],
    ]
}

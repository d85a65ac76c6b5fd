/// The properties that a document tells of itself: `docProps/core.xml` (ISO 29500-2 section 11) or `meta.xml`
/// (OpenDocument 1.3 part 3 section 4.3).
final class DocumentProperties: XMLPartVisitor {
    private(set) var title = ""
    private(set) var created: String?
    private(set) var modified: String?
    private var collected: [UInt8]?

    func opened(_ name: String, _ attributes: XMLPartAttributes) throws(OfficeFileError) {
        let wanted = ["title", "created", "modified", "creation-date", "date"].contains(name)
        collected = wanted ? [] : nil
    }

    func closed(_ name: String) throws(OfficeFileError) {
        guard let bytes = collected else { return }
        collected = nil
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.allSatisfy(\.isWhitespace) else { return }
        switch name {
        case "title": if title.isEmpty { title = text }
        case "created", "creation-date": created = created ?? text
        case "modified", "date": modified = modified ?? text
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(OfficeFileError) {
        if let count = collected?.count, count < 4_096 { collected?.append(contentsOf: bytes.prefix(4_096)) }
    }
}

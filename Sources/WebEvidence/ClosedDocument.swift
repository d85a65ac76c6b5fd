/// A document put away in little room: a website of thousands of pages is judged without holding the texts of all.
public final class ClosedDocument: Sendable {
    /// The document without its blocks, tables, links, forms and pictures.
    public let outline: ExtractedDocument
    /// About how many bytes its texts take while it is open.
    public let openBytes: Int
    private let opening: @Sendable () -> ExtractedDocument

    /// - Parameter opening: gives the same document at every call, from any thread.
    public init(_ document: ExtractedDocument, opening: @escaping @Sendable () -> ExtractedDocument) {
        var outline = document
        outline.blocks = []
        outline.tables = []
        outline.links = []
        outline.forms = []
        outline.images = []
        self.outline = outline
        openBytes = ClosedDocument.size(of: document)
        self.opening = opening
    }

    /// The whole document, made anew at every call.
    public func opened() -> ExtractedDocument { opening() }

    /// Blocks and links with their texts and the room that lists of them take.
    private static func size(of document: ExtractedDocument) -> Int {
        let blocks = document.blocks.reduce(0) { $0 + $1.text.utf8.count + 200 }
        let cells = document.tables.reduce(0) { sum, table in
            sum + table.rows.reduce(0) { $0 + $1.count * 48 }
        }
        return blocks + cells + document.links.count * 800
    }
}

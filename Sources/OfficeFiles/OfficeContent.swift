/// What an office document says, in reading order and without its layout.
public struct OfficeContent: Sendable, Hashable {
    /// What kind of document it is, with its content.
    public enum Body: Sendable, Hashable {
        /// A word processor's document: header, text, footer and notes, as far as there are any.
        case text([OfficeSection])
        /// A workbook, hidden sheets included.
        case sheets([Sheet])
        /// A presentation: one section for each slide that is shown.
        case slides([OfficeSection])
    }

    public var body: Body
    /// The title among the document's properties, as stored; may be empty.
    public var title = ""
    /// When it was made and last changed, by its own properties: ISO 8601 as stored; nil where it does not say.
    public var created: String?
    public var modified: String?
    /// Slides and sheets that it has, hidden ones included; nil for texts.
    public var partCount: Int?
    /// Pictures inside; their text is not read here.
    public var pictureCount = 0
    /// What kept the rest from being read; nil when all was.
    public var shortfall: OfficeFileError?

    /// A document that says only what `body` holds.
    public init(body: Body) { self.body = body }
}

/// A stretch of a document: its text, a header, a slide.
public struct OfficeSection: Sendable, Hashable {
    /// Where a stretch stands.
    public enum Place: String, Sendable, Hashable {
        case header, body, footer, note
    }
    public var place: Place
    /// Number of the slide, hidden ones counted; 1 for texts.
    public var number: Int
    public var items: [OfficeItem]
}

/// A paragraph, or a table.
public enum OfficeItem: Sendable, Hashable {
    case paragraph(OfficeParagraph)
    case table(OfficeTable)
}

/// One paragraph; hidden and deleted text is left out.
public struct OfficeParagraph: Sendable, Hashable {
    /// White space folded to single spaces; never empty, except in cells.
    public var text = ""
    /// 1...9 by the document's styles; nil for ordinary text.
    public var headingLevel: Int?
    public var isListEntry = false
    /// All of its letters are bold.
    public var isBold = false
    public var isCentred = false
    public var links: [OfficeLink] = []

    /// An empty paragraph.
    public init() {}
}

/// A link out of the document.
public struct OfficeLink: Sendable, Hashable {
    /// As stored.
    public var target: String
    /// Offsets of its words in the UTF-8 of the paragraph's or cell's text; empty for a link without words.
    public var bytes: Range<Int>

    /// A link of the words at `bytes`.
    public init(target: String, bytes: Range<Int>) {
        self.target = target
        self.bytes = bytes
    }
}

/// A table of a text or slide.
public struct OfficeTable: Sendable, Hashable {
    public var rows: [OfficeRow] = []
}

/// One row of written cells.
public struct OfficeRow: Sendable, Hashable {
    /// Marked as a head that is repeated on each page.
    public var isHead = false
    public var cells: [OfficeCell] = []
}

/// One written cell, with the places it covers.
public struct OfficeCell: Sendable, Hashable {
    /// Columns to the right that it covers, itself included.
    public var columns = 1
    /// True for the continuation of the cell above.
    public var isContinued = false
    public var paragraphs: [OfficeParagraph] = []
}

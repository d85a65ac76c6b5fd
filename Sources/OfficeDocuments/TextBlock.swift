/// What a text document is made of, apart from how it is written.
enum TextBlock: Sendable {
    case paragraph(TextStyle, [TextSpan])
    case table(TextTable)
    /// From here on another page layout.
    case layout(PageLayout)
}

/// A piece of a paragraph.
struct TextSpan: Sendable {
    var text: String
    var isBold = false
    /// A dotted line to be filled by hand, to the next stop at the right.
    var isBlank = false

    static func plain(_ text: String) -> TextSpan { TextSpan(text: text) }
    static func bold(_ text: String) -> TextSpan { TextSpan(text: text, isBold: true) }
    static let blank = TextSpan(text: "", isBlank: true)
}

/// The paragraphs of a memo. Raw values are the names of the styles in the document.
enum TextStyle: String, Sendable, CaseIterable {
    case title = "MemoTitle"
    case emblem = "MemoEmblem"
    /// A line of the head: label, value, dotted line to the margin.
    case field = "MemoField"
    /// The same with a second field from the middle.
    case halves = "MemoHalves"
    /// The last line of the head, with a rule below.
    case lastField = "MemoLastField"
    case heading = "MemoHeading"
    case subheading = "MemoSubheading"
    case body = "MemoBody"
    case point = "MemoPoint"
    case note = "MemoNote"
    /// A note that stays with what follows.
    case keptNote = "MemoKeptNote"
    case signature = "MemoSignature"
    /// The last line of a place to sign.
    case signatureEnd = "MemoSignatureEnd"
    /// A line above a place to sign.
    case opinion = "MemoOpinion"
    case cellHead = "MemoCellHead"
    case cell = "MemoCell"
    case cellNumber = "MemoCellNumber"
    case cellBlank = "MemoCellBlank"
    case annexTitle = "MemoAnnexTitle"
}

/// Pages of a memo.
enum PageLayout: String, Sendable, CaseIterable {
    case portrait = "Following"
    case landscape = "Measures"
}

/// A table whose head is repeated on each page.
struct TextTable: Sendable {
    /// Widths of the columns in tenths of a millimetre.
    var widths: [Int]
    var head: [String]
    var rows: [[Cell]]
    var hasBorders = true

    struct Cell: Sendable {
        var style: TextStyle
        /// One or more paragraphs.
        var lines: [[TextSpan]]

        static func text(_ text: String) -> Cell { Cell(style: .cell, lines: [[.plain(text)]]) }
        static func texts(_ texts: [String]) -> Cell {
            Cell(style: .cell, lines: texts.isEmpty ? [[]] : texts.map { [.plain($0)] })
        }
        static func number(_ text: String) -> Cell { Cell(style: .cellNumber, lines: [[.plain(text)]]) }
        /// Lines to be filled by hand.
        static func blank(lines: Int) -> Cell {
            Cell(style: .cellBlank, lines: Array(repeating: [.blank], count: lines))
        }
    }
}

/// The bounds that keep one hostile page from costing more than its bytes deserve.
enum Limits {
    /// Links recorded on one page; the text of further links is kept, their addresses are not.
    static let links = 100_000
    /// Links inside links (a clickable row that holds links).
    static let linkDepth = 8
    /// UTF-8 bytes of a link's own text.
    static let linkText = 4_000
    /// Cells of one table after spans are filled; further cells are not repeated.
    static let tableCells = 400_000
    /// Columns that one cell may span.
    static let columnSpan = 200
    /// UTF-8 bytes of a link's row context.
    static let rowContext = 600
    /// UTF-8 bytes of a title that is no marked-up heading; a longer text is a paragraph.
    static let impliedTitle = 300
    /// Forms read on one page, fields read of one form, nodes looked at for one form.
    static let forms = 200
    static let formFields = 200
    static let formNodes = 20_000
    /// Images, embeds and machine dates recorded on one page, each.
    static let media = 20_000
    /// Files that viewers of one page name in their settings.
    static let wrappedContent = 12
    /// Headings above one block.
    static let headingDepth = 24
}

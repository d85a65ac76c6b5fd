import WebEvidence

/// Where the words of a quote stand on their page.
enum QuoteOrigin: Sendable {
    /// Bytes of the shadow of a unit, quoted with so many letters of context.
    case unit(Int, Range<Int>, context: Int)
    /// A row of a data table, by their numbers in the document.
    case row(Int, table: Int)
    /// `words`: those of its text or target that decide; may be empty.
    case link(PageLink, words: String)
    /// A picture, form or frame: only the headings above are known.
    case below(headings: [String])
    /// Once inside a text that is no block: an address, the words of the link that led to the page.
    case within(String)
    /// Nothing on the page: markup, or the mere absence of something.
    case nowhere
}

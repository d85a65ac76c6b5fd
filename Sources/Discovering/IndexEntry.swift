import GradingCore
import WebEvidence

/// A link of a page with the texts that may say which item it answers.
struct IndexLink: Sendable {
    /// Place among the links of the page.
    var order: Int
    var address: PageAddress
    /// Its own words: text, and its label where there is no text.
    var text: String
    /// The other cells of its row, or what else stands on its line.
    var cells: [String]
    var columnHead: String
    /// Outermost first.
    var headings: [String]
    var region: TextBlock.Region
    var block: Int?
    /// Table, row and column of its cell.
    var place: TablePlace?

    struct TablePlace: Sendable, Hashable {
        var table: Int
        var row: Int
        var column: Int
    }
}

/// One item as an index names it, with the links that it gives for it.
struct IndexEntry: Sendable {
    /// As it is written; nil where only a title stands.
    var number: ItemNumber?
    /// Empty where only a number stands.
    var title: String
    /// The year under which it stands on the page, Buddhist era; nil where the page names none.
    var year: Int?
    var links: [IndexLink]
    /// True when a link's own words name the item, not what stands around it.
    var isNamedByLink: Bool
    /// Headings above it, outermost first.
    var headings: [String]
}

/// What an index says of one item of the year.
struct IndexPair: Sendable {
    var item: ItemID
    /// In the order of the page, each once.
    var addresses: [PageAddress]
    /// The item as the index calls it.
    var words: String
    /// Headings above it, outermost first.
    var headings: [String]
    var confidence: DiscoveryConfidence
}

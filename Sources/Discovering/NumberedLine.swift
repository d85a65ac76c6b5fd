import WebEvidence

/// A line of a page that begins with an item's number and is no link: what follows it may be its links.
struct NumberedLine: Sendable {
    /// Index into the blocks of the page.
    var block: Int
    var number: ItemNumber
    var region: TextBlock.Region
    /// Texts of the headings above it, outermost first.
    var headings: [String]

    /// Those with a letter: other numbers number anything. Headings and cells are told with the links themselves.
    static func all(in document: ExtractedDocument) -> [NumberedLine] {
        document.blocks.enumerated().compactMap { number, block in
            switch block.kind {
            case .heading, .cell: return nil
            default: break
            }
            guard block.linkedBytes * 2 < block.text.utf8.count, block.text.utf8.count < 900,
                let item = ItemNumber(block.text), item.mark == .letter
            else { return nil }
            return NumberedLine(
                block: number, number: item, region: block.region,
                headings: block.headingPath.map { document.blocks[$0].text })
        }
    }
}

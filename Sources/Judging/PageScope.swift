import WebEvidence

/// A whole page, or the part under one heading.
struct PageScope: Sendable, Hashable {
    /// Index into `ExtractedDocument.blocks`; nil: the whole page.
    var heading: Int?

    static let whole = PageScope(heading: nil)

    func holds(_ unit: TextUnit) -> Bool {
        guard let heading else { return true }
        return unit.block == heading || unit.headingPath.contains(heading)
    }

    func holds(path: [Int]) -> Bool { heading.map(path.contains) ?? true }

    /// True when the heading's text is among the headings given as words.
    func holds(headings: [String], in page: AnalysedPage) -> Bool {
        guard let heading else { return true }
        return headings.contains(page.page.document.blocks[heading].text)
    }
}

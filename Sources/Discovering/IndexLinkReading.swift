import Extraction
import ThaiText
import WebEvidence

/// Takes from a page the links that may be answers, with what stands around them.
struct IndexLinkReading {
    let words: DiscoveryWords
    let page: PageAddress
    let frontPages: Set<String>

    /// More links than this are no index.
    static let mostLinks = 20_000

    /// The links of a document that lead somewhere else than to the page itself, the front page, a social share or the
    /// like.
    func links(of document: ExtractedDocument) -> [IndexLink] {
        document.links.prefix(IndexLinkReading.mostLinks).enumerated().compactMap { order, link in
            guard let address = link.address, isAnswer(link, address) else { return nil }
            var place: IndexLink.TablePlace?
            if let block = link.block, case .cell(let table?, let row, _, _) = document.blocks[block].kind {
                place = IndexLink.TablePlace(table: table, row: row)
            }
            return IndexLink(
                order: order, address: address, text: ownText(link), cells: cells(of: link),
                columnHead: link.columnHead, headings: headings(of: link, in: document), region: link.region,
                block: link.block,
                place: place)
        }
    }

    /// A link inside a heading stands beside the heading before it, not under it.
    private func headings(of link: PageLink, in document: ExtractedDocument) -> [String] {
        guard let block = link.block, case .heading(let level) = document.blocks[block].kind else {
            return link.headings
        }
        return document.blocks[block].headingPath.filter { above in
            if case .heading(let other) = document.blocks[above].kind { other < level } else { true }
        }.filter { $0 != block }.map { document.blocks[$0].text }
    }

    private func isAnswer(_ link: PageLink, _ address: PageAddress) -> Bool {
        if link.target.hasPrefix("#") || address.isSamePage(as: page) { return false }
        if frontPages.contains(address.withoutFragment.text) { return false }
        if words.isSkipped(host: address.host, path: address.path) { return false }
        return !words.isNavigation(link.text)
    }

    private func ownText(_ link: PageLink) -> String {
        let text = link.text.isEmpty ? link.label : link.text
        // An address as its own text says nothing; its file name may.
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return "" }
        return text
    }

    /// The row is written with bars between its cells.
    private func cells(of link: PageLink) -> [String] {
        link.row.split(separator: "|", omittingEmptySubsequences: true).map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty && !$0.hasPrefix("http://") && !$0.hasPrefix("https://") }
    }
}

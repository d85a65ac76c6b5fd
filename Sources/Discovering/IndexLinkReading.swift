import Extraction
import ThaiText
import WebEvidence

/// Takes from a page the links that may be answers, with what stands around them.
struct IndexLinkReading {
    let words: DiscoveryWords
    let page: PageAddress
    let frontPages: Set<String>
    let bounds: SiteBounds
    let wrappers: WrapperRules

    /// More links than this are no index.
    static let mostLinks = 20_000
    private static let mostEmbeds = 500

    /// The links of a document that lead somewhere else than to the page itself, the front page, a social share or the
    /// like.
    func links(of document: ExtractedDocument) -> [IndexLink] {
        document.links.prefix(IndexLinkReading.mostLinks).enumerated().compactMap { order, link in
            guard let address = link.address, isAnswer(link, address) else { return nil }
            var place: IndexLink.TablePlace?
            if let block = link.block, case .cell(let table?, let row, let column, _) = document.blocks[block].kind {
                place = IndexLink.TablePlace(table: table, row: row, column: column)
            }
            return IndexLink(
                order: order, address: address, text: ownText(link, address), cells: cells(of: link, in: document),
                columnHead: link.columnHead, headings: headings(of: link, in: document), region: link.region,
                block: link.block,
                place: place)
        }
    }

    /// What the page shows inside itself under a heading (a file, a viewer), as if it were a link there. Where a viewer
    /// shows a file of the website itself, the file.
    func embedded(in document: ExtractedDocument) -> [IndexLink] {
        document.embeds.prefix(IndexLinkReading.mostEmbeds).enumerated().compactMap { order, embed in
            guard !embed.headings.isEmpty, let written = embed.address, !written.isSamePage(as: page) else {
                return nil
            }
            let shown = wrappers.contentAddress(of: written)?.target
            // A fragment tells the viewer how to show it.
            let address = (shown.flatMap { bounds.isOwn($0) ? $0 : nil } ?? written).withoutFragment
            guard !words.isSkipped(host: address.host, path: address.path) else { return nil }
            return IndexLink(
                order: IndexLinkReading.mostLinks + order, address: address, text: embed.title, cells: [],
                columnHead: "", headings: embed.headings, region: .main, block: nil, place: nil)
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

    private func ownText(_ link: PageLink, _ address: PageAddress) -> String {
        let text = link.text.isEmpty ? link.label : link.text
        // An address as its own text says nothing; its file name may.
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return "" }
        return cutShort(text, address) ?? text
    }

    /// Listings of folders cut long names short; the address holds the whole.
    private func cutShort(_ text: String, _ address: PageAddress) -> String? {
        guard text.hasSuffix("..>") || text.hasSuffix("..") || text.hasSuffix("…") else { return nil }
        let stem = NormalisedText.key(String(text.drop { $0 == " " }.prefix { $0 != "." && $0 != "…" }))
        guard let name = PercentEncoding.decoded(address.path).split(separator: "/").last,
            stem.count >= 3, NormalisedText.key(String(name)).starts(with: stem)
        else { return nil }
        return String(name.map { $0 == "_" ? " " : $0 })
    }

    /// The other cells of its row; of a row that holds several items only those of its own item.
    private func cells(of link: PageLink, in document: ExtractedDocument) -> [String] {
        let written = link.row.split(separator: "|", omittingEmptySubsequences: true).map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty && !$0.hasPrefix("http://") && !$0.hasPrefix("https://") }
        guard let block = link.block, case .cell(let table?, let row, let column, false) = document.blocks[block].kind,
            document.tables.indices.contains(table), document.tables[table].rows.indices.contains(row)
        else { return written }
        let cells = document.tables[table].rows[row]
        var starts: [Int] = []
        for index in cells.indices {
            // A cell that spans columns is told in each.
            guard let number = ItemNumber(cells[index]), number.mark != .word,
                !starts.contains(where: { cells[$0] == cells[index] })
            else { continue }
            starts.append(index)
        }
        guard starts.count > 1, let start = starts.last(where: { $0 <= column }),
            isSame(starts.map { ItemNumber(cells[$0])?.mark })
        else { return written }
        let end = starts.first { $0 > start } ?? cells.count
        return (start..<end).filter { $0 != column }.map { cells[$0] }.filter { !$0.isEmpty }
    }

    /// Items of one row are numbered alike; a row number beside an item's number is no second item.
    private func isSame(_ marks: [ItemNumber.Mark?]) -> Bool { Set(marks).count == 1 }
}

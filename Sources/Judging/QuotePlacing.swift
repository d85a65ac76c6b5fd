import Findings
import ThaiText
import WebEvidence

/// Finds what stands around a quote in the reading order of its page: first in its own block, then in the neighbouring
/// blocks of the content.
struct QuotePlacing {
    let page: AnalysedPage

    /// - Parameter quote: the quote as it is shown; `words` that it does not hold are left out.
    func surroundings(of origin: QuoteOrigin, quote: String) -> QuoteSurroundings {
        guard !quote.isEmpty else { return QuoteSurroundings() }
        var around = parts(of: origin, quote: quote)
        around.keepNumbersWhole(around: quote)
        let isInside = around.words != quote && quote.utf8Contains(around.words)
        return QuoteSurroundings(
            words: isInside ? around.words : "", before: Excerpt.end(of: around.before),
            after: Excerpt.beginning(of: around.after), location: location(of: origin))
    }

    /// The page, sheet, slide or member of a file in which a quote stands.
    private func location(of origin: QuoteOrigin) -> QuoteLocation? {
        let document = page.page.document
        guard !document.parts.isEmpty, let block = block(of: origin), let part = document.part(ofBlock: block) else {
            return nil
        }
        return QuoteLocation(
            kind: QuoteLocation.Kind(part.kind), number: part.number, name: part.name,
            cell: document.sheetCell(ofBlock: block) ?? "", isRecognised: part.isRecognised)
    }

    private func block(of origin: QuoteOrigin) -> Int? {
        switch origin {
        case .unit(let number, _, _): return page.units[number].block
        case .row(let row, let table): return block(ofRow: row, table: table)
        case .link(let link, _): return link.block
        case .below, .within, .nowhere: return nil
        }
    }

    /// The first cell of a row of a data table. Rows of sheets are numbered as in the sheet, so the row is known by its
    /// words.
    private func block(ofRow row: Int, table: Int) -> Int? {
        let document = page.page.document
        let words = document.tables[table].rows[row].filter { !$0.isEmpty }
        var found: (row: Int, first: Int, texts: [String])?
        for (number, block) in document.blocks.enumerated() {
            guard case .cell(table, let own, _, _) = block.kind else { continue }
            if let known = found, known.row == own {
                found?.texts.append(block.text)
            } else {
                if let known = found, known.texts == words { return known.first }
                found = (own, number, [block.text])
            }
        }
        return found.flatMap { $0.texts == words ? $0.first : nil }
    }

    private func parts(of origin: QuoteOrigin, quote: String) -> QuoteParts {
        switch origin {
        case .unit(let number, let range, let context):
            let text = page.units[number].text
            let own = text.surroundings(of: range, context: context)
            return QuoteParts(
                words: text.words(range), before: Passage(own.before, before(unit: number)),
                after: Passage(own.after, after(unit: number)))
        case .row(let row, let table): return parts(row: row, table: table)
        case .link(let link, let words): return parts(link, words: words)
        case .below(let headings):
            return QuoteParts(before: Passage(headings.last ?? ""))
        case .within(let text):
            guard let place = text.utf8Range(of: quote) else { return QuoteParts() }
            return QuoteParts(
                before: Passage(text.utf8Text(0..<place.lowerBound)),
                after: Passage(text.utf8Text(place.upperBound..<text.utf8.count)))
        case .nowhere: return QuoteParts()
        }
    }

    private func parts(row: Int, table number: Int) -> QuoteParts {
        let units = page.units.indices.filter { page.units[$0].table == number && page.units[$0].block != nil }
        let rows = page.page.document.tables[number].rows
        func text(_ number: Int) -> Passage.Neighbour {
            Passage.Neighbour(text: rows[number].filter { !$0.isEmpty }.joined(separator: " | "))
        }
        let isHeadless = page.page.document.tables[number].head.isEmpty
        // Without a head the first row is part of the quote.
        let above = rows.indices.filter { $0 < row && !($0 == 0 && isHeadless) }.reversed().map(text)
        let below = rows.indices.filter { $0 > row }.map(text)
        return QuoteParts(
            before: Passage("", above + (units.first.map { before(unit: $0) } ?? [])),
            after: Passage("", below + (units.last.map { after(unit: $0) } ?? [])))
    }

    private func parts(_ link: PageLink, words: String) -> QuoteParts {
        guard let block = link.block, let number = page.units.firstIndex(where: { $0.block == block }) else {
            return QuoteParts(words: words, before: Passage(link.headings.last ?? ""), after: Passage(link.row))
        }
        let text = page.page.document.blocks[block].text
        guard let place = text.utf8Range(of: link.text) else {
            return QuoteParts(
                words: words, before: Passage("", before(unit: number)), after: Passage(text, after(unit: number)))
        }
        return QuoteParts(
            words: words, before: Passage(text.utf8Text(0..<place.lowerBound), before(unit: number)),
            after: Passage(text.utf8Text(place.upperBound..<text.utf8.count), after(unit: number)))
    }

    // MARK: Neighbours

    /// Texts before a unit, nearest first.
    private func before(unit number: Int) -> [Passage.Neighbour] {
        guard page.units[number].block != nil else { return [] }
        return neighbours(of: number, page.units.indices[..<number].reversed())
    }

    /// Texts after a unit, nearest first; after a table's caption its cells.
    private func after(unit number: Int) -> [Passage.Neighbour] {
        let unit = page.units[number]
        if unit.block == nil, let table = unit.table {
            return neighbours(of: number, page.units.indices.filter { page.units[$0].table == table })
        }
        guard unit.block != nil else { return [] }
        return neighbours(of: number, page.units.indices[(number + 1)...])
    }

    /// Texts of units that are blocks of the content, as many as an excerpt can need.
    private func neighbours(of unit: Int, _ numbers: some Sequence<Int>) -> [Passage.Neighbour] {
        var texts: [Passage.Neighbour] = []
        var bytes = 0
        var latestRow = row(of: unit)
        for number in numbers where page.units[number].block != nil {
            let text = page.units[number].text.original
            let row = row(of: number)
            texts.append(Passage.Neighbour(text: text, isSameRow: row != nil && row == latestRow))
            latestRow = row
            bytes += text.utf8.count
            if bytes > Excerpt.mostBytes { break }
        }
        return texts
    }

    /// What the cells of one row have in common (the table is nil for one that only lays out the page); nil for no cell.
    private func row(of unit: Int) -> [Int?]? {
        guard let block = page.units[unit].block,
            case .cell(let table, let row, _, let isHead) = page.page.document.blocks[block].kind
        else { return nil }
        return [table, row, isHead ? 1 : 0]
    }
}

extension QuoteLocation.Kind {
    init(_ kind: DocumentPart.Kind) {
        switch kind {
        case .page: self = .page
        case .sheet: self = .sheet
        case .slide: self = .slide
        case .member: self = .member
        }
    }
}

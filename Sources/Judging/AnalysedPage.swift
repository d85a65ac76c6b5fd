import Checklists
import ThaiText
import WebEvidence

/// One run of text of a page with its place, hits and dates. Furniture has none.
struct TextUnit: Sendable {
    let place: Place
    let text: NormalisedText
    /// Index into the document's blocks; nil for title, file name and table captions.
    let block: Int?
    /// The data table whose cell it is.
    let table: Int?
    /// Headings above it.
    let headingPath: [Int]
    let hits: [PhraseHit]
    let dates: [TextDate]
    /// Heading level, 0 for what is no heading.
    let level: Int
    /// One of the first lines of the content that begins with the name of a topic: "Plan …, fiscal year 2566".
    var opensWithName = false
}

/// A page prepared for judging: every text normalised once, all phrases and dates found in one pass.
struct AnalysedPage: Sendable {
    let page: ReadPage
    let units: [TextUnit]
    /// Data tables without furniture, by index, with filled rows.
    let tables: [Int: TextTable]
    let links: [PageLink]
    let furnitureLinks: [PageLink]
    let images: [PageImage]
    let forms: [PageForm]
    /// Scope of the whole page.
    var whole: PageScope { PageScope(heading: nil) }

    init(_ page: ReadPage, index: TopicIndex, repeatedTitles: Set<String>) {
        self.page = page
        let document = page.document
        let mask = page.furniture
        let linkedRows = AnalysedPage.rowsWithLinks(document)
        var units: [TextUnit] = []
        func add(
            _ text: String, _ place: Place, block: Int? = nil, table: Int? = nil, path: [Int] = [], level: Int = 0,
            isInLinkedRow: Bool = false
        ) {
            guard !text.isEmpty else { return }
            let shadow = NormalisedText(text)
            let dates = place == .fileName ? datesInFileName(text) : datesFound(in: shadow)
            let hits = index.hits(in: shadow)
            // An index entry names a thing without being it.
            let isEntry = isInLinkedRow && place == .body && index.namesAny(hits)
            units.append(
                TextUnit(
                    place: isEntry ? .link : place, text: shadow, block: block, table: table, headingPath: path,
                    hits: hits, dates: dates, level: level))
        }
        if !repeatedTitles.contains(document.title) { add(document.title, .title) }
        add(AnalysedPage.slug(page.address), .fileName)
        for (number, block) in document.blocks.enumerated() {
            if AnalysedPage.isSet(mask?.blocks, number) { continue }
            let (place, level, table) = AnalysedPage.place(of: block)
            add(
                block.text, place, block: number, table: table, path: block.headingPath, level: level,
                isInLinkedRow: AnalysedPage.isInRow(block, of: linkedRows))
        }
        for (number, table) in document.tables.enumerated() {
            add(table.caption, .heading, table: number, path: table.headingPath, level: 4)
        }
        AnalysedPage.markOpeningLines(&units, index: index)
        self.units = units
        let shown = Set(units.compactMap(\.table))
        tables = Dictionary(
            uniqueKeysWithValues: document.tables.enumerated().filter { shown.contains($0.offset) }
                .map { ($0.offset, $0.element) })
        func kept<Value>(_ values: [Value], _ flags: [Bool]?) -> [Value] {
            values.indices.filter { !AnalysedPage.isSet(flags, $0) }.map { values[$0] }
        }
        links = kept(document.links, mask?.links)
        furnitureLinks = document.links.indices.filter { AnalysedPage.isSet(mask?.links, $0) }.map {
            document.links[$0]
        }
        images = kept(document.images, mask?.images)
        forms = kept(document.forms, mask?.forms)
    }

    /// The first lines of the content often say what it is, without markup and in one line with its year.
    private static func markOpeningLines(_ units: inout [TextUnit], index: TopicIndex) {
        var lines = 0
        for number in units.indices where units[number].place == .body && units[number].table == nil {
            lines += 1
            if lines > 12 { return }
            units[number].opensWithName = units[number].hits.contains { hit in
                index.uses[hit.phrase].contains { $0.isName } && hit.range.lowerBound <= 12
            }
        }
    }

    private static func isSet(_ flags: [Bool]?, _ index: Int) -> Bool {
        guard let flags, index < flags.count else { return false }
        return flags[index]
    }

    /// Rows (table, row) of data tables that hold a link.
    private static func rowsWithLinks(_ document: ExtractedDocument) -> Set<[Int]> {
        var rows: Set<[Int]> = []
        for block in document.blocks {
            if case .cell(let table?, let row, _, false) = block.kind, block.linkedBytes > 0 {
                rows.insert([table, row])
            }
        }
        return rows
    }

    private static func isInRow(_ block: TextBlock, of rows: Set<[Int]>) -> Bool {
        if case .cell(let table?, let row, _, false) = block.kind { return rows.contains([table, row]) }
        return false
    }

    private static func place(of block: TextBlock) -> (Place, Int, Int?) {
        let isMostlyLink = block.linkedBytes * 10 >= block.text.utf8.count * 6
        switch block.kind {
        case .heading(let level): return (isMostlyLink ? .link : .heading, level, nil)
        case .cell(let table, _, _, true): return (.tableHead, 0, table)
        case .cell(let table, _, _, false): return (isMostlyLink ? .link : .body, 0, table)
        default: return (isMostlyLink ? .link : .body, 0, nil)
        }
    }

    /// Path and query as words.
    private static func slug(_ address: PageAddress) -> String {
        let query = address.query.map { "?" + PercentEncoding.decoded($0) } ?? ""
        return PercentEncoding.decoded(address.path) + query
    }
}

/// A whole page, or the part under one heading.
struct PageScope: Sendable, Hashable {
    /// Index into `ExtractedDocument.blocks`; nil: the whole page.
    var heading: Int?

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

import Checklists
import ThaiText
import WebEvidence

/// A page prepared for judging: every text normalised once, all phrases and dates found in one pass. What is asked of
/// it more than once is kept, so that it serves many items and several judgements of a growing run.
final class AnalysedPage: Sendable {
    let page: ReadPage
    /// True when the title names the site and not the page.
    let isTitleRepeated: Bool
    let units: [TextUnit]
    /// Data tables without furniture, by their numbers in the document.
    let tables: [(number: Int, table: TextTable)]
    let links: [PageLink]
    let furnitureLinks: [PageLink]
    let images: [PageImage]
    let forms: [PageForm]
    let keptScores = Kept<PageScope, TopicScores>()
    let keptSubstance = Kept<PageScope, Substance>()
    let keptFits = Kept<TopicOnPage, FitReading>()
    let keptTables = Kept<Int, TableReading>()
    let keptLinks = Kept<LinkOnPage, LinkWords>()
    /// Units that name something without holding it.
    let hollowUnits: Set<Int>

    /// - Parameter earlier: the same document read with another mask; what it holds is not read again.
    init(_ page: ReadPage, index: TopicIndex, isTitleRepeated: Bool, earlier: AnalysedPage? = nil) {
        self.page = page
        self.isTitleRepeated = isTitleRepeated
        let document = page.document
        let mask = page.furniture
        var reading = UnitReading(document: document, index: index, earlier: earlier)
        if !isTitleRepeated { reading.add(document.title, .title) }
        reading.add(AnalysedPage.slug(page.address), .fileName)
        for number in document.blocks.indices where !AnalysedPage.isSet(mask?.blocks, number) {
            reading.add(block: number)
        }
        for (number, table) in document.tables.enumerated() {
            reading.add(table.caption, .heading, table: number, path: table.headingPath, level: 4)
        }
        reading.markOpeningLines()
        units = reading.units
        hollowUnits = HollowUnits(reading.units, document: document, index: index).numbers
        let shown = Set(reading.units.compactMap(\.table))
        tables = document.tables.indices.filter(shown.contains).map { ($0, document.tables[$0]) }
        func kept<Value>(_ values: [Value], _ flags: [Bool]?) -> [Value] {
            values.indices.filter { !AnalysedPage.isSet(flags, $0) }.map { values[$0] }
        }
        links = kept(document.links, mask?.links)
        furnitureLinks = document.links.indices.filter { AnalysedPage.isSet(mask?.links, $0) }
            .map { document.links[$0] }
        images = kept(document.images, mask?.images)
        forms = kept(document.forms, mask?.forms)
    }

    /// True for a link to another website. Hosts below the page's own are the agency's.
    func isOutside(_ link: PageLink) -> Bool {
        guard let host = link.address?.host else { return false }
        let own = page.address.host
        let base = own.hasPrefix("www.") ? String(own.dropFirst(4)) : own
        return host != base && !host.hasSuffix("." + base)
    }

    private static func isSet(_ flags: [Bool]?, _ index: Int) -> Bool {
        guard let flags, index < flags.count else { return false }
        return flags[index]
    }

    /// Path and query as words.
    private static func slug(_ address: PageAddress) -> String {
        let query = address.query.map { "?" + PercentEncoding.decoded($0) } ?? ""
        return PercentEncoding.decoded(address.path) + query
    }
}

/// Turns the texts of one document into units.
private struct UnitReading {
    private(set) var units: [TextUnit] = []
    private let document: ExtractedDocument
    private let index: TopicIndex
    private let known: [Int: TextUnit]
    /// Rows (table, row) of data tables that hold a link.
    private let linkedRows: Set<[Int]>

    init(document: ExtractedDocument, index: TopicIndex, earlier: AnalysedPage?) {
        self.document = document
        self.index = index
        known = Dictionary(
            (earlier?.units ?? []).compactMap { unit in unit.block.map { ($0, unit) } },
            uniquingKeysWith: { first, _ in first })
        linkedRows = UnitReading.rowsWithLinks(document)
    }

    mutating func add(block number: Int) {
        if var unit = known[number] {
            unit.opensWithName = false
            units.append(unit)
            return
        }
        let block = document.blocks[number]
        let (place, level, table) = UnitReading.place(of: block)
        add(
            block.text, place, block: number, table: table, path: block.headingPath, level: level,
            isInLinkedRow: isInLinkedRow(block),
            isRecognised: document.part(ofBlock: number)?.isRecognised ?? false)
    }

    mutating func add(
        _ text: String, _ place: Place, block: Int? = nil, table: Int? = nil, path: [Int] = [], level: Int = 0,
        isInLinkedRow: Bool = false, isRecognised: Bool = false
    ) {
        guard !text.isEmpty else { return }
        let shadow = NormalisedText(text)
        // Recognition misreads Thai digits: a year in a picture decides nothing.
        let dates =
            isRecognised ? [] : place == .fileName ? datesInFileName(text) : datesFound(in: shadow)
        let hits = index.hits(in: shadow)
        // An index entry names a thing without being it.
        let isEntry = isInLinkedRow && place == .body && index.namesAny(hits)
        units.append(
            TextUnit(
                place: isEntry ? .link : place, text: shadow, block: block, table: table, headingPath: path,
                hits: hits, dates: dates, level: level))
    }

    /// The first lines of the content often say what it is, without markup and in one line with its year.
    mutating func markOpeningLines() {
        var lines = 0
        for number in units.indices where units[number].place == .body && units[number].table == nil {
            lines += 1
            if lines > 12 { return }
            units[number].opensWithName = units[number].hits.contains { hit in
                index.isName(hit) && hit.range.lowerBound <= 12
            }
        }
    }

    private static func rowsWithLinks(_ document: ExtractedDocument) -> Set<[Int]> {
        var rows: Set<[Int]> = []
        for block in document.blocks {
            if case .cell(let table?, let row, _, false) = block.kind, block.linkedBytes > 0 {
                rows.insert([table, row])
            }
        }
        return rows
    }

    private func isInLinkedRow(_ block: TextBlock) -> Bool {
        if case .cell(let table?, let row, _, false) = block.kind { return linkedRows.contains([table, row]) }
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
}

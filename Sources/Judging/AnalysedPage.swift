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
    /// A form of which only words were read; nil where the page has a real one.
    let drawnForm: DrawnForm?
    let keptScores = Kept<PageScope, TopicScores>()
    let keptSubstance = Kept<PageScope, Substance>()
    let keptFits = Kept<TopicOnPage, FitReading>()
    let keptTables = Kept<Int, TableReading>()
    let keptLinks = Kept<LinkOnPage, LinkWords>()
    /// Units that name something without holding it.
    let hollowUnits: Set<Int>
    /// What the website prints around every content.
    let siteLines: SiteLines
    /// Pictures of the content: no logos, banners or counters.
    let contentImages: [PageImage]

    /// - Parameter earlier: the same document read with another mask; what it holds is not read again.
    init(_ page: ReadPage, index: TopicIndex, isTitleRepeated: Bool, earlier: AnalysedPage? = nil) {
        self.page = page
        self.isTitleRepeated = isTitleRepeated
        let document = page.document
        let mask = page.furniture
        var reading = UnitReading(document: document, index: index, earlier: earlier)
        if !isTitleRepeated { reading.add(document.title, .title) }
        reading.add(AnalysedPage.slug(page.address), .fileName)
        let start = isTitleRepeated ? 0 : AnalysedPage.contentStart(of: document)
        for number in document.blocks.indices where !AnalysedPage.isSet(mask?.blocks, number) {
            if number >= start {
                reading.add(block: number)
            } else if number + UnitReading.datelines >= start {
                reading.add(dateline: number)
            }
        }
        for (number, table) in document.tables.enumerated() {
            reading.add(table.caption, .heading, table: number, path: table.headingPath, level: 4)
        }
        reading.markOpeningLines()
        reading.markComposedNames()
        units = reading.units
        hollowUnits = HollowUnits(reading.units, document: document, index: index).numbers
        siteLines = SiteLines(reading.units, document: document, signs: index.signs)
        let shown = Set(reading.units.compactMap(\.table))
        tables = document.tables.indices.filter(shown.contains).map { ($0, document.tables[$0]) }
        func kept<Value>(_ values: [Value], _ flags: [Bool]?) -> [Value] {
            values.indices.filter { !AnalysedPage.isSet(flags, $0) }.map { values[$0] }
        }
        links = kept(document.links, mask?.links)
        furnitureLinks = document.links.indices.filter { AnalysedPage.isSet(mask?.links, $0) }
            .map { document.links[$0] }
        images = kept(document.images, mask?.images)
        contentImages =
            ContentImages(kept(document.images, mask?.images), document: document, signs: index.signs).images
        forms = kept(document.forms, mask?.forms)
        let hasForm = forms.contains { $0.purpose == .message }
        drawnForm = hasForm ? nil : DrawnForm(reading.units, signs: index.signs)
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

    /// The heading that repeats the page's title: what stands above it is of the site, banners and news tickers that
    /// differ too much from page to page to be known as furniture. 0 when no heading does, or nothing follows it.
    private static func contentStart(of document: ExtractedDocument) -> Int {
        let title = NormalisedText.key(document.title)
        guard title.count >= 24 else { return 0 }
        let start = document.blocks.indices.first { number in
            guard case .heading = document.blocks[number].kind else { return false }
            let text = NormalisedText.key(document.blocks[number].text)
            return text.count >= 24 && title.starts(with: text)
        }
        guard let start else { return 0 }
        let rest = document.blocks[(start + 1)...].filter { $0.region == .main && $0.linkedBytes == 0 }
        return rest.reduce(0) { $0 + $1.text.utf8.count } >= Substance.leastTextBytes ? start : 0
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
            unit.composed = []
            units.append(unit)
            return
        }
        let block = document.blocks[number]
        let (place, level, table) = UnitReading.place(of: block)
        add(
            block.text, place, block: number, table: table, path: path(of: block, level: level), level: level,
            isInLinkedRow: isInLinkedRow(block),
            isRecognised: document.part(ofBlock: number)?.isRecognised ?? false)
    }

    /// The headings above a block. A heading ends the part of one of its own rank: it does not stand below it.
    private func path(of block: TextBlock, level: Int) -> [Int] {
        guard level > 0 else { return block.headingPath }
        return block.headingPath.filter { number in
            if case .heading(let above) = document.blocks[number].kind { above < level } else { true }
        }
    }

    /// Posts print their date above their title.
    static let datelines = 1

    /// A line above the title counts when it is a date and names nothing.
    mutating func add(dateline number: Int) {
        let count = units.count
        add(block: number)
        guard units.count > count, let unit = units.last else { return }
        if unit.dates.isEmpty || index.namesAny(unit.hits) { units.removeLast() }
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
        let isPointing = place == .body && index.isPointing(shadow)
        let hits = isPointing ? [] : index.hits(in: shadow)
        // An index entry names a thing without being it.
        let isEntry = isPointing || isInLinkedRow && place == .body && index.namesAny(hits)
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
                index.isName(hit) && index.isTitle(hit.range, in: units[number].text, most: 12)
            }
        }
    }

    /// Titles, headings and opening lines may name a topic in words of their own.
    mutating func markComposedNames() {
        let wordings = index.wordings
        guard !wordings.isEmpty else { return }
        var lines: [(unit: Int, words: [PhraseHit])] = []
        var near: Set<Int> = []
        var top: Set<Int> = []
        var opening = 0
        for number in units.indices {
            let unit = units[number]
            let isBody = unit.place == .body && unit.table == nil
            if isBody { opening += 1 }
            let isHead = unit.place == .title || unit.place == .heading
            guard isHead || unit.place == .tableHead || isBody && opening <= UnitReading.openingLines,
                unit.text.bytes.count <= UnitReading.longestLine
            else { continue }
            let words = wordings.words(in: unit.text)
            near.formUnion(words.map(\.phrase))
            if isHead || isBody && opening <= 3 { top.formUnion(words.map(\.phrase)) }
            if unit.place != .tableHead { lines.append((number, words)) }
        }
        for line in lines {
            let unit = units[line.unit]
            let names = wordings.names(line.words, near: near, top: top).filter { name in
                // A line of running text is a heading when it begins with the name, after the agency at most.
                (unit.place != .body
                    || name.range.count <= UnitReading.longestOpening
                        && index.isTitle(name.range, in: unit.text, most: 75))
                    && !index.isReferredTo(name.range, in: unit.text)
            }
            units[line.unit].composed = names
            if unit.place == .body, !names.isEmpty { units[line.unit].opensWithName = true }
        }
    }

    /// About fifty Thai letters: words farther from each other in running text are no name.
    private static let longestOpening = 150

    /// So many lines of running text may say what a page is.
    private static let openingLines = 6

    /// About a hundred and twenty Thai letters: longer lines tell something and name nothing.
    private static let longestLine = 360

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

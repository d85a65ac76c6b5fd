import Checklists
import ThaiText
import WebEvidence

/// Turns the texts of one document into units.
struct UnitReading {
    private(set) var units: [TextUnit] = []
    private let document: ExtractedDocument
    private let index: TopicIndex
    private let known: [Int: TextUnit]
    /// Rows (table, row) of data tables that hold a link.
    private let linkedRows: Set<[Int]>

    init(document: ExtractedDocument, index: TopicIndex, earlier: PageReading?) {
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

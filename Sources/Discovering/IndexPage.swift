import Checklists
import Extraction
import GradingCore
import ThaiText
import WebEvidence

/// A page that lists items of the year with their links.
struct IndexPage: Sendable {
    /// Number of the page in the walk.
    var page: Int
    var address: PageAddress
    var pairs: [IndexPair]
    /// True when the page says itself that it is of the year that is asked for.
    var isOfYear: Bool
    /// True when the pairs stand in it as data, made for programs.
    var isDeclared: Bool
    /// How much it is to be believed against another page that names the same item.
    var rank: Int { (isDeclared ? 100_000 : 0) + (isOfYear ? 10_000 : 0) + pairs.count }
}

/// What a page turned out to be for the search of the index.
struct IndexPageReading: Sendable {
    /// Nil for a page that is no index of the year.
    var index: IndexPage?
    /// Years of which it is an index, the one that is asked for aside, with how many items.
    var otherYears: [Int: Int] = [:]
    /// True for a page about the assessment.
    var isAssessment = false
    /// Links that answer an item: they are not followed.
    var answers: Set<String> = []
    /// The year that the page names.
    var year: Int?
}

/// Reads the pages of a walk as indexes.
struct IndexPageReader: Sendable {
    let naming: ItemNaming
    let words: DiscoveryWords
    let bounds: SiteBounds
    let wrappers: WrapperRules

    func reading(_ page: VisitedPage, number: Int) -> IndexPageReading {
        guard let document = page.document, page.outcome == .ok else { return IndexPageReading() }
        var reading = IndexPageReading()
        reading.isAssessment = isAssessment(page, document)
        reading.year = pageYear(page, document)
        let declared = DeclaredIndex(blocks: page.embedded, page: page.final, naming: naming)
        if let declared, declared.year == naming.list.year, !declared.pairs.isEmpty {
            reading.index = IndexPage(
                page: number, address: page.final, pairs: declared.pairs, isOfYear: true, isDeclared: true)
            return reading
        }
        let entries = IndexRegions.dated(
            IndexRegions.counting(
                entries(page, document, year: reading.year), isAssessment: reading.isAssessment),
            asked: naming.list.year)
        reading.index = index(page, number, entries, reading)
        reading.otherYears = otherYears(entries)
        for entry in entries where entry.number?.mark == .letter {
            reading.answers.formUnion(entry.links.map { bounds.key($0.address) })
        }
        return reading
    }

    private func entries(_ page: VisitedPage, _ document: ExtractedDocument, year: Int?) -> [IndexEntry] {
        let links = IndexLinkReading(
            words: words, page: page.final, frontPages: [bounds.front.text, bounds.front.withoutFragment.text],
            bounds: bounds, wrappers: wrappers)
        return IndexReading(
            naming: naming, words: words, pageYear: year, tables: document.tables,
            lines: NumberedLine.all(in: document),
            yearLines: YearLine.all(in: document, beside: words.besideYear)
        ).entries(of: links.links(of: document), embedded: links.embedded(in: document))
    }

    private func index(
        _ page: VisitedPage, _ number: Int, _ entries: [IndexEntry], _ reading: IndexPageReading
    ) -> IndexPage? {
        let year = naming.list.year
        let own = entries.filter { $0.year == year }
        let undated = entries.filter { $0.year == nil }
        let isOfYear = !own.isEmpty
        let assignment = IndexAssignment(naming: naming, entries: isOfYear ? own : undated, isOfYear: isOfYear)
        let pairs = assignment.pairs()
        let isLettered = assignment.entries.contains { $0.number?.mark == .letter }
        // Menus name topics without being an index.
        let least = isLettered ? (reading.isAssessment ? 1 : 3) : (reading.isAssessment ? 3 : Int.max)
        guard pairs.count >= least else { return nil }
        // Numbers without any year or title may be of any year.
        if !isOfYear, assignment.numbering.agreeing == 0, pairs.allSatisfy({ $0.confidence == .low }), pairs.count < 3 {
            return nil
        }
        return IndexPage(page: number, address: page.final, pairs: pairs, isOfYear: isOfYear, isDeclared: false)
    }

    private func otherYears(_ entries: [IndexEntry]) -> [Int: Int] {
        var years: [Int: Int] = [:]
        for entry in entries {
            if let year = entry.year, year != naming.list.year, entry.number != nil { years[year, default: 0] += 1 }
        }
        return years.filter { $0.value >= 3 }
    }

    // MARK: What the page says of itself

    private func isAssessment(_ page: VisitedPage, _ document: ExtractedDocument) -> Bool {
        let own = [document.title] + heads(document).prefix(4) + page.path
        return own.contains { words.namePoints($0) >= 35 } || words.namePoints(slugWords(page.final)) >= 45
    }

    private func heads(_ document: ExtractedDocument) -> [String] {
        document.blocks.lazy.filter { block in
            if case .heading(let level) = block.kind { level <= 2 && block.region != .footer } else { false }
        }.prefix(6).map(\.text)
    }

    private func slugWords(_ address: PageAddress) -> String {
        let path = PercentEncoding.decoded(address.path) + " " + PercentEncoding.decoded(address.query ?? "")
        return String(path.map { "/-_=.&+".contains($0) ? " " : $0 })
    }

    /// The year of the page: of its headings, then its title, then the link that led to it, then its address.
    private func pageYear(_ page: VisitedPage, _ document: ExtractedDocument) -> Int? {
        let asked = naming.list.year
        let sources =
            heads(document).filter { ItemNumber($0)?.mark != .letter } + [document.title] + page.path.reversed()
        for text in sources {
            let years = WrittenYears.years(in: text)
            guard !years.isEmpty else { continue }
            return years.contains(asked) ? asked : years[0]
        }
        let years = WrittenYears.years(in: page.final)
        return years.contains(asked) ? asked : years.first
    }
}

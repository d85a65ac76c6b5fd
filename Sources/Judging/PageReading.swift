import Checklists
import ThaiText
import WebEvidence

/// The texts of a page as they are judged.
final class PageReading: Sendable {
    let page: ReadPage
    let units: [TextUnit]
    /// Data tables without furniture, by their numbers in the document.
    let tables: [(number: Int, table: TextTable)]
    let links: [PageLink]
    let furnitureLinks: [PageLink]
    let images: [PageImage]
    let forms: [PageForm]
    /// A form of which only words were read; nil where the page has a real one.
    let drawnForm: DrawnForm?
    let keptTables = Kept<Int, TableReading>()
    let keptLinks = Kept<LinkOnPage, LinkWords>()
    /// Units that name something without holding it.
    let hollowUnits: Set<Int>
    /// What the website prints around every content.
    let siteLines: SiteLines
    /// Pictures of the content: no logos, banners or counters.
    let contentImages: [PageImage]
    /// About how many bytes it takes.
    let bytes: Int

    /// - Parameter earlier: the same document read with another mask; what it holds is not read again.
    init(_ page: ReadPage, index: TopicIndex, isTitleRepeated: Bool, earlier: PageReading? = nil) {
        self.page = page
        let document = page.document
        let mask = page.furniture
        var reading = UnitReading(document: document, index: index, earlier: earlier)
        if !isTitleRepeated { reading.add(document.title, .title) }
        reading.add(PageReading.slug(page.address), .fileName)
        let start = isTitleRepeated ? 0 : PageReading.contentStart(of: document)
        for number in document.blocks.indices where !PageReading.isSet(mask?.blocks, number) {
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
            values.indices.filter { !PageReading.isSet(flags, $0) }.map { values[$0] }
        }
        links = kept(document.links, mask?.links)
        furnitureLinks = document.links.indices.filter { PageReading.isSet(mask?.links, $0) }
            .map { document.links[$0] }
        images = kept(document.images, mask?.images)
        contentImages =
            ContentImages(kept(document.images, mask?.images), document: document, signs: index.signs).images
        forms = kept(document.forms, mask?.forms)
        let hasForm = forms.contains { $0.purpose == .message }
        drawnForm = hasForm ? nil : DrawnForm(reading.units, signs: index.signs)
        bytes = PageReading.size(of: page, reading.units)
    }

    /// Shadow and way back take three bytes for one of the text.
    private static func size(of page: ReadPage, _ units: [TextUnit]) -> Int {
        page.document.links.count * 600
            + units.reduce(0) { $0 + $1.text.bytes.count * 5 + $1.hits.count * 24 + 400 }
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

import GradingCore
import ThaiText
import WebEvidence

/// The links of one page that may be followed, each read once for all items and rounds.
final class ReadLinks: Sendable {
    let page: ReadPage
    let links: [ReadLink]
    /// What the page's title names.
    let titlePhrases: [Int]
    let embeds: [PageEmbed]
    /// Of all links of the page.
    let linkCount: Int

    /// - Parameter texts: what is known of texts already; grows.
    init(_ page: ReadPage, texts: inout LinkTexts) {
        self.page = page
        let document = page.document
        embeds = document.embeds
        linkCount = document.links.count
        titlePhrases = texts.reading(document.title).phrases
        links = document.links.enumerated().compactMap { order, link in
            guard let address = link.address else { return nil }
            let isRepeated = page.furniture.map { order < $0.links.count && $0.links[order] } ?? false
            let isFurniture = isRepeated || link.region != .main
            // From a page that was given wrongly, the site's menu would lead to the right one: that proves nothing. Only the
            // front page is often given for the menu on it.
            if isFurniture, !page.isFrontPage { return nil }
            return ReadLink(link, address: address, order: order, isFurniture: isFurniture, texts: &texts)
        }
    }
}

/// The links of the pages that were asked for last: items ask for the same pages one after the other.
struct KnownLinks: Sendable {
    private var latest: [ReadLinks] = []
    private static let most = 16

    func links(of page: ReadPage) -> ReadLinks? {
        latest.first { $0.page.address == page.address && $0.page.isSame(as: page) }
    }

    mutating func note(_ links: ReadLinks) {
        latest.insert(links, at: 0)
        if latest.count > KnownLinks.most { latest.removeLast() }
    }
}

/// One link with what its words name, whichever item asks.
struct ReadLink: Sendable {
    let address: PageAddress
    let text: String
    /// Link text, row, column head and headings.
    private let texts: [String]
    /// Place among the links of the page.
    let order: Int
    let isFurniture: Bool
    /// Phrases of the automaton in the texts of the link, with what a text of that kind is worth.
    let parts: [(weight: Int, phrases: [Int])]
    /// The item number that stands before the words; nil when there is none that is marked as one.
    let label: Int?
    /// Fiscal years that text, row, column head and headings name.
    let labelYears: [Int]
    /// The same from what stands nearest to what stands farthest.
    let years: [[Int]]

    /// Link text, row, column head and headings, joined.
    var words: String { texts.filter { !$0.isEmpty }.joined(separator: " · ") }

    fileprivate init(
        _ link: PageLink, address: PageAddress, order: Int, isFurniture: Bool, texts: inout LinkTexts
    ) {
        self.address = address
        self.order = order
        self.isFurniture = isFurniture
        text = link.text
        self.texts = [link.text, link.label, link.row, link.columnHead] + link.headings
        let own = (text: texts.reading(link.text), label: texts.reading(link.label), row: texts.reading(link.row))
        let column = texts.reading(link.columnHead)
        let headings = link.headings.map { texts.reading($0) }
        let weighed =
            [(100, own.text), (70, own.label), (90, own.row), (20, column)] + headings.suffix(2).map { (50, $0) }
        parts = weighed.compactMap { $1.phrases.isEmpty ? nil : ($0, $1.phrases) }
        labelYears = (headings + [column, own.row, own.text]).flatMap(\.years)
        years = [own.text.years + own.row.years + own.label.years, column.years, headings.reversed().flatMap(\.years)]
        label = own.text.label ?? own.row.label ?? headings.last?.label
    }
}

/// What the texts around links name; many links share their headings, and the pages of a website their menus.
struct LinkTexts: Sendable {
    struct Reading: Sendable {
        var phrases: [Int] = []
        var years: [Int] = []
        /// The item number that stands before the words; nil when there is none that is marked as one.
        var label: Int?
    }

    let index: TopicIndex
    private var known: [ExactText: Reading] = [:]

    /// So many texts are remembered.
    private static let most = 8_192

    init(index: TopicIndex) { self.index = index }

    mutating func reading(_ text: String) -> Reading {
        guard !text.isEmpty else { return Reading() }
        let key = ExactText(text)
        if let reading = known[key] { return reading }
        let shadow = NormalisedText(text)
        let reading = Reading(
            phrases: index.hits(in: shadow).map(\.phrase),
            years: datesFound(in: shadow).flatMap { $0.fiscalYears.map(\.year) },
            label: ItemLabel(in: shadow).flatMap { $0.isMarked ? $0.number : nil })
        if known.count >= LinkTexts.most { known.removeAll(keepingCapacity: true) }
        known[key] = reading
        return reading
    }
}

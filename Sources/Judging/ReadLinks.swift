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
        let weighed: [(String, Int)] =
            [(link.text, 100), (link.label, 70), (link.row, 90), (link.columnHead, 20)]
            + link.headings.suffix(2).map { ($0, 50) }
        parts = weighed.filter { !$0.0.isEmpty }.map { ($0.1, texts.reading($0.0).phrases) }
        labelYears = (link.headings + [link.columnHead, link.row, link.text]).flatMap { texts.reading($0).years }
        years = [[link.text, link.row, link.label], [link.columnHead], link.headings.reversed()]
            .map { $0.flatMap { texts.reading($0).years } }
        label =
            ([link.text, link.row] + link.headings.suffix(1)).lazy
            .compactMap { ItemLabel(parsing: $0) }.first { $0.isMarked }?.number
    }
}

/// What the texts around links name; many links share their headings, and the pages of a website their menus.
struct LinkTexts: Sendable {
    struct Reading: Sendable {
        var phrases: [Int] = []
        var years: [Int] = []
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
            years: datesFound(in: shadow).flatMap { $0.fiscalYears.map(\.year) })
        if known.count >= LinkTexts.most { known.removeAll(keepingCapacity: true) }
        known[key] = reading
        return reading
    }
}

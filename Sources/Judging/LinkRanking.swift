public import Checklists
import GradingCore
import ThaiText
public import WebEvidence

/// A link or frame worth following for an item, with what spoke for it.
public struct RankedLink: Sendable, Hashable {
    public var address: PageAddress
    /// Link text, or the frame's title.
    public var text: String
    /// Link text, row, column head and headings, joined.
    public var words: String
    public var points: Int
    public var isEmbed: Bool
}

/// Ranks the links of pages by how well their context fits an item and year. Pure; built once for a list.
public struct LinkRanking: Sendable {
    private let index: TopicIndex
    private let year: FiscalYear
    private let wantedYears: [ItemID: Set<Int>]
    private let numbers: [ItemID: Int]
    /// Phrases of the automaton that the elements of a topic look for, without the short ones that stand everywhere.
    private let elementPhrases: [Set<Int>]

    /// Points from which a link is worth a request.
    public static let leastPoints = 30

    init(list: YearList, index: TopicIndex) {
        self.index = index
        year = FiscalYear(list.year)
        var wanted: [ItemID: Set<Int>] = [:]
        var numbers: [ItemID: Int] = [:]
        for item in list.items {
            let asksPrevious = item.currency.codes.contains { $0 == .previousFYReport }
            wanted[item.id] = asksPrevious ? [list.year - 1, list.year] : [list.year]
            numbers[item.id] = item.id.number
        }
        elementPhrases = index.topics.map { topic in
            let phrases = topic.elements.flatMap(\.match.phrases).filter { NormalisedText.key($0).count >= 18 }
            return Set(phrases.compactMap(index.number))
        }
        wantedYears = wanted
        self.numbers = numbers
    }

    /// The links of one page that fit an item, best first; ties in the order of the page. At most one for each address.
    public func links(of page: ReadPage, for item: ChecklistItem) -> [RankedLink] {
        guard let topic = index.topicNumber(item.topic) else { return [] }
        let own = page.address.withoutFragment
        var best: [PageAddress: (order: Int, link: RankedLink)] = [:]
        func offer(_ link: RankedLink, order: Int) {
            let key = link.address.withoutFragment
            guard key != own, link.points >= LinkRanking.leastPoints else { return }
            if let known = best[key], known.link.points >= link.points { return }
            best[key] = (best[key]?.order ?? order, link)
        }
        let pageContext = context(page.document.title, topic: topic)
        for (order, link) in page.document.links.enumerated() {
            guard let address = link.address else { continue }
            let isRepeated = page.furniture.map { order < $0.links.count && $0.links[order] } ?? false
            let isFurniture = isRepeated || link.region != .main
            // From a page that was given wrongly, the site's menu would lead to the right one: that proves nothing. Only the
            // front page is often given for the menu on it.
            if isFurniture, !page.isFrontPage { continue }
            let points = self.points(link, item: item, topic: topic, isFurniture: isFurniture, pageContext: pageContext)
            let words = ([link.text, link.label, link.row, link.columnHead] + link.headings)
                .filter { !$0.isEmpty }.joined(separator: " · ")
            offer(
                RankedLink(address: address, text: link.text, words: words, points: points, isEmbed: false),
                order: order)
        }
        for (order, embed) in page.document.embeds.enumerated() {
            guard let address = embed.address, address.host == page.address.host else { continue }
            let words = ([embed.title] + embed.headings).joined(separator: " · ")
            offer(
                RankedLink(address: address, text: embed.title, words: words, points: 70, isEmbed: true),
                order: page.document.links.count + order)
        }
        return best.values.sorted { ($1.link.points, $0.order) < ($0.link.points, $1.order) }.map(\.link)
    }

    private func context(_ text: String, topic: Int) -> Int {
        let shadow = NormalisedText(text)
        return index.hits(in: shadow).contains { index.uses[$0.phrase].contains(.name(topic: topic)) } ? 20 : 0
    }

    private func points(
        _ link: PageLink, item: ChecklistItem, topic: Int, isFurniture: Bool, pageContext: Int
    ) -> Int {
        let parts: [(String, Int)] =
            [(link.text, 100), (link.label, 70), (link.row, 90), (link.columnHead, 20)]
            + link.headings.suffix(2).map { ($0, 50) }
        var points = 0
        var rival = 0
        for (text, weight) in parts where !text.isEmpty {
            let shadow = NormalisedText(text)
            for hit in index.hits(in: shadow) {
                for use in index.uses[hit.phrase] {
                    switch use {
                    case .name(let other):
                        if other == topic { points = max(points, weight) } else { rival = max(rival, weight) }
                    case .signal(let other, let strength, _):
                        if other == topic { points = max(points, weight * min(strength, 3) / 6) }
                    case .against(let other, let strength, let places):
                        if other == topic, places.isEmpty || places.contains(.heading) {
                            rival = max(rival, weight * strength / 5)
                        }
                    case .element, .emptiness: continue
                    }
                }
                // A part of what the item asks for, on a page of its own.
                if elementPhrases[topic].contains(hit.phrase) { points = max(points, weight * 35 / 100) }
            }
        }
        if rival > points { points -= rival }
        points += labelPoints(link, item: item)
        points += points > 0 || pageContext > 0 ? yearPoints(link, item: item) + pageContext : 0
        return isFurniture ? points / 2 : points
    }

    /// An item number speaks only where the year on the index is ours.
    private func labelPoints(_ link: PageLink, item: ChecklistItem) -> Int {
        guard let wanted = numbers[item.id] else { return 0 }
        let years = (link.headings + [link.columnHead, link.row, link.text]).flatMap { text in
            datesFound(in: NormalisedText(text)).flatMap { $0.fiscalYears.map(\.year) }
        }
        let isOurYear = years.isEmpty || years.contains(year.year)
        guard isOurYear else { return 0 }
        for text in [link.text, link.row] + link.headings.suffix(1) {
            guard let label = ItemLabel(parsing: text), label.isMarked else { continue }
            return label.number == wanted ? 40 : -40
        }
        return 0
    }

    private func yearPoints(_ link: PageLink, item: ChecklistItem) -> Int {
        let wanted = wantedYears[item.id] ?? [year.year]
        for texts in [[link.text, link.row, link.label], [link.columnHead], link.headings.reversed()] {
            let years = texts.flatMap { text in
                datesFound(in: NormalisedText(text)).flatMap { $0.fiscalYears.map(\.year) }
            }
            if years.isEmpty { continue }
            return years.contains(where: wanted.contains) ? 25 : -50
        }
        return 0
    }
}

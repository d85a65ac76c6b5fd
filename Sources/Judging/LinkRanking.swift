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
        var texts = LinkTexts(index: index)
        return links(of: ReadLinks(page, texts: &texts), for: item)
    }

    func links(of read: ReadLinks, for item: ChecklistItem) -> [RankedLink] {
        guard let topic = index.topicNumber(item.topic) else { return [] }
        let page = read.page
        let own = page.address.withoutFragment
        var best: [PageAddress: (order: Int, link: RankedLink)] = [:]
        func offer(_ link: RankedLink, order: Int) {
            let key = link.address.withoutFragment
            guard key != own else { return }
            if let known = best[key], known.link.points >= link.points { return }
            best[key] = (best[key]?.order ?? order, link)
        }
        let pageContext = read.titlePhrases.contains { names(topic, $0) } ? 20 : 0
        for link in read.links {
            let points = self.points(link, item: item, topic: topic, pageContext: pageContext)
            guard points >= LinkRanking.leastPoints else { continue }
            offer(
                RankedLink(address: link.address, text: link.text, words: link.words, points: points, isEmbed: false),
                order: link.order)
        }
        for (order, embed) in read.embeds.enumerated() {
            guard let address = embed.address,
                address.host == page.address.host || page.contentFrames.contains(address)
            else { continue }
            let words = ([embed.title] + embed.headings).joined(separator: " · ")
            offer(
                RankedLink(address: address, text: embed.title, words: words, points: 70, isEmbed: true),
                order: read.linkCount + order)
        }
        return best.values.sorted { ($1.link.points, $0.order) < ($0.link.points, $1.order) }.map(\.link)
    }

    private func names(_ topic: Int, _ phrase: Int) -> Bool {
        index.uses[phrase].contains { $0.kind == .name && $0.topic == topic }
    }

    private func points(_ link: ReadLink, item: ChecklistItem, topic: Int, pageContext: Int) -> Int {
        var points = 0
        var rival = 0
        for (weight, phrases) in link.parts {
            for phrase in phrases {
                for use in index.uses[phrase] {
                    switch use.kind {
                    case .name:
                        if use.topic == topic { points = max(points, weight) } else { rival = max(rival, weight) }
                    case .signal where use.topic == topic: points = max(points, weight * min(use.weight, 3) / 6)
                    case .against where use.topic == topic && use.places.allows(.heading):
                        rival = max(rival, weight * use.weight / 5)
                    case .signal, .against, .element, .emptiness, .unseen: continue
                    }
                }
                // A part of what the item asks for, on a page of its own.
                if elementPhrases[topic].contains(phrase) { points = max(points, weight * 35 / 100) }
            }
        }
        if rival > points { points -= rival }
        points += labelPoints(link, item: item)
        points += points > 0 || pageContext > 0 ? yearPoints(link, item: item) + pageContext : 0
        return link.isFurniture ? points / 2 : points
    }

    /// An item number speaks only where the year on the index is ours.
    private func labelPoints(_ link: ReadLink, item: ChecklistItem) -> Int {
        guard let wanted = numbers[item.id], let label = link.label else { return 0 }
        let isOurYear = link.labelYears.isEmpty || link.labelYears.contains(year.year)
        guard isOurYear else { return 0 }
        return label == wanted ? 40 : -40
    }

    private func yearPoints(_ link: ReadLink, item: ChecklistItem) -> Int {
        let wanted = wantedYears[item.id] ?? [year.year]
        guard let years = link.years.first(where: { !$0.isEmpty }) else { return 0 }
        return years.contains(where: wanted.contains) ? 25 : -50
    }
}

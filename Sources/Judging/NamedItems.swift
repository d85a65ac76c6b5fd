import Checklists
public import GradingCore
import ThaiText

/// An item whose topic a short text names.
public struct NamedItem: Sendable, Hashable {
    public var item: ItemID
    /// How much of the text the name fills, 0...100.
    public var share: Int
    /// True when the name is told by its words, not spelled as one of the known names.
    public var isComposed: Bool

    public init(item: ItemID, share: Int, isComposed: Bool) {
        self.item = item
        self.share = share
        self.isComposed = isComposed
    }
}

extension Judge {
    /// The items of the year that a title, link text or heading names, by the same phrases that judge pages; each once,
    /// the fullest name first. A longer name hides the shorter ones inside it; words that only refer to a thing
    /// ("results according to the plan") name nothing.
    public func items(namedIn text: String) -> [NamedItem] {
        let shadow = NormalisedText(text)
        guard !shadow.bytes.isEmpty else { return [] }
        var shares: [Int: (share: Int, isComposed: Bool)] = [:]
        func keep(_ topic: Int, _ range: Range<Int>, isComposed: Bool) {
            let share = range.count * 100 / shadow.bytes.count
            if let known = shares[topic], known.share >= share { return }
            shares[topic] = (share, isComposed)
        }
        for hit in index.hits(in: shadow) where index.isName(hit) {
            for topic in index.topics(named: hit) { keep(topic, hit.range, isComposed: false) }
        }
        let words = index.wordings.words(in: shadow)
        let here = Set(words.map(\.phrase))
        for name in index.wordings.names(words, near: here, top: here)
        where !name.restsOnNear && !index.isReferredTo(name.range, in: shadow) {
            if shares[name.topic] == nil { keep(name.topic, name.range, isComposed: true) }
        }
        let named = list.items.compactMap { item in
            index.topicNumber(item.topic).flatMap { shares[$0] }
                .map { NamedItem(item: item.id, share: $0.share, isComposed: $0.isComposed) }
        }
        return named.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
            .map(\.element)
    }

    /// How each page stands to each item of the year, by the fit that judges submitted pages. Pure; pages are read on
    /// all cores.
    /// - Parameter ways: the words of the links that led to the pages, in their order.
    /// - Returns: for each page the items that it fits or shows in pictures, in the order of the list.
    public func standings(of pages: [ReadPage], ways: [WayHere?]) -> [[PageStanding]] {
        let titles = RepeatedTitles(pages)
        let index = index
        let items = list.items
        return Array(zip(pages, ways)).concurrentMap { page, way in
            let read = AnalysedPage(page, index: index, isTitleRepeated: titles.contains(titleOf: page))
            return items.compactMap { item in
                guard let topic = index.topicNumber(item.topic) else { return nil }
                return PageStanding(item.id, read.fit(topic: topic, index: index, way: way).fit)
            }
        }
    }
}

/// How a page stands to an item that it may answer.
public struct PageStanding: Sendable, Hashable {
    public var item: ItemID
    /// True for a page that is about the item and says something; false for one of which too little is seen.
    public var fits: Bool
    /// How strongly its words speak for the item, and how far the item wins over the strongest other.
    public var points: Int
    public var margin: Int

    init?(_ item: ItemID, _ fit: PageFit) {
        self.item = item
        switch fit {
        case .fits(_, let points, let margin): (fits, self.points, self.margin) = (true, points, margin)
        case .pictures: (fits, points, margin) = (false, 0, 0)
        default: return nil
        }
    }
}

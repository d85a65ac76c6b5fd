import Checklists
import GradingCore
import Judging
import WebEvidence

/// Ranks links by how well their words fit items that are still open.
struct ItemLinkRanking {
    let judge: Judge
    let words: DiscoveryWords
    let bounds: SiteBounds
    let year: Int
    /// Items whose evidence may be of the year before.
    let earlierItems: Set<ItemID>
    /// Topics told by parts of addresses.
    let routes: [(part: String, item: ItemID)]
    private var named: [String: [NamedItem]] = [:]

    init(
        judge: Judge, words: DiscoveryWords, bounds: SiteBounds, list: YearList, families: [DiscoveryRules.Family]
    ) {
        self.judge = judge
        self.words = words
        self.bounds = bounds
        year = list.year
        earlierItems = Set(
            list.items.filter { item in
                item.currency.codes.contains { $0 == .previousFYReport || $0 == .previousFYAnalysis }
            }.map(\.id))
        let items = Dictionary(list.items.map { ($0.topic.text, $0.id) }, uniquingKeysWith: { first, _ in first })
        routes = families.flatMap(\.routes).compactMap { route in
            items[route.topic].map { (route.part.lowercased(), $0) }
        }
    }

    /// A link with what it is worth for the search as a whole, and for each item that it names.
    struct Ranked {
        var link: WalkLink
        var items: [ItemID: Int]
        var isFile: Bool
    }

    /// The links of a page within the website, each address once, in the order of the page.
    mutating func links(of page: VisitedPage, open: Set<ItemID>, limits: DiscoveryLimits) -> [Ranked] {
        guard let document = page.document else { return [] }
        var ranked: [Ranked] = []
        var places: [String: Int] = [:]
        for link in document.links.prefix(limits.linksOfPage) {
            guard let written = link.address, !link.target.hasPrefix("#"), bounds.isOwn(written),
                !words.isSkipped(host: written.host, path: written.path)
            else { continue }
            let address = bounds.canonical(written)
            let key = bounds.key(address)
            let items = items(named: link, address: address, page: page).filter { open.contains($0.key) }
            let own = link.text.isEmpty ? link.label : link.text
            let hub = words.meanings(in: own).map { if case .hub(let points) = $0 { points } else { 0 } }.max() ?? 0
            let points = 10 + (items.values.max() ?? 0) + hub - page.depth * 4
            let text = words.isEmptyWord(own) ? link.row : own
            let walk = WalkLink(
                address: address, key: key, depth: page.depth + 1,
                path: page.path + (text.isEmpty || words.isPager(text) ? [] : [text]), foundOn: page.final,
                way: ([link.text, link.label, link.row] + link.headings.suffix(2)).filter { !$0.isEmpty }
                    .joined(separator: " · "),
                points: points)
            if let known = places[key] {
                if ranked[known].link.points < points { ranked[known].link = walk }
                ranked[known].items.merge(items) { max($0, $1) }
            } else {
                places[key] = ranked.count
                ranked.append(Ranked(link: walk, items: items, isFile: words.isFile(address)))
            }
        }
        for embed in document.embeds where page.outcome == .ok {
            guard let address = embed.address.map(bounds.canonical), bounds.isOwn(address), !words.isFile(address),
                places[bounds.key(address)] == nil
            else { continue }
            let walk = WalkLink(
                address: address, key: bounds.key(address), depth: page.depth + 1, path: page.path,
                foundOn: page.final, way: page.way, points: 40)
            ranked.append(Ranked(link: walk, items: [:], isFile: false))
        }
        return ranked
    }

    /// An address that the site lists itself.
    mutating func listed(_ address: PageAddress, title: String, open: Set<ItemID>) -> WalkLink {
        let slug = String(PercentEncoding.decoded(address.path).map { "/-_=.&+".contains($0) ? " " : $0 })
        var items = points(title.isEmpty ? slug : title, weight: 60)
        for route in routes where address.text.lowercased().contains(route.part) { items[route.item, default: 0] += 20 }
        let best = items.filter { open.contains($0.key) }.values.max() ?? 0
        return WalkLink(
            address: address, key: bounds.key(address), depth: 2, path: title.isEmpty ? [] : [title], foundOn: nil,
            way: title, points: 6 + best)
    }

    private mutating func items(named link: PageLink, address: PageAddress, page: VisitedPage) -> [ItemID: Int] {
        var items = points(link.text, weight: 60)
        items.merge(points(link.label, weight: 50)) { max($0, $1) }
        items.merge(points(link.row, weight: 45)) { max($0, $1) }
        for heading in link.headings.suffix(2) { items.merge(points(heading, weight: 25)) { max($0, $1) } }
        let place = address.text.lowercased()
        for route in routes where place.contains(route.part) { items[route.item, default: 0] += 20 }
        guard !items.isEmpty else { return [:] }
        let near = [link.text, link.row, link.label].lazy.map(WrittenYears.years).first { !$0.isEmpty }
        let years = near ?? link.headings.suffix(1).flatMap(WrittenYears.years)
        guard !years.isEmpty else { return items }
        return items.reduce(into: [:]) { result, entry in
            let fits = years.contains(year) || (earlierItems.contains(entry.key) && years.contains(year - 1))
            result[entry.key] = max(1, entry.value + (fits ? 20 : -30))
        }
    }

    /// - Parameter weight: points of a text that is nothing but the name.
    private mutating func points(_ text: String, weight: Int) -> [ItemID: Int] {
        guard text.utf8.count >= 6, text.utf8.count <= 900 else { return [:] }
        let found: [NamedItem]
        if let known = named[text] {
            found = known
        } else {
            found = judge.items(namedIn: text)
            if named.count < 50_000 { named[text] = found }
        }
        return found.reduce(into: [:]) { result, name in
            let share = name.share >= 40 ? 100 : name.share >= 20 ? 75 : 50
            result[name.item] = max(result[name.item] ?? 0, weight * (name.isComposed ? 80 : share) / 100)
        }
    }
}

import Assessing
import Checklists
import Documents
import Extraction
import GradingCore
import Judging
import WebEvidence

extension DiscoveryRun {
    /// The families whose signs the front page shows; the one that holds for every site comes last.
    var families: [DiscoveryRules.Family] {
        let front = walk.pages.first
        let text =
            front.map { page in
                page.final.text + " "
                    + (page.document?.links.prefix(400).map(\.target).joined(separator: " ") ?? "") + " " + frontMarkup
            } ?? ""
        let lower = text.lowercased()
        return request.rules.families.filter { family in
            family.signs.isEmpty || family.signs.contains { lower.contains($0.lowercased()) }
        }
    }

    /// Addresses that the site lists for programs: WordPress, sitemaps, feeds.
    mutating func listings() async -> [ListedAddress] {
        if let listed { return listed }
        var found: [ListedAddress] = []
        if let root = wordPress {
            for kind in ["pages", "posts"] {
                guard found.count < request.limits.listed,
                    let address = listing("\(root)wp/v2/\(kind)?per_page=100&_fields=id,link,title"),
                    let page = await walk.listing(address), page.record.contentOutcome == .ok
                else { continue }
                found += listedAddresses(wordPressJSON: page.record.body, address: page.record.final)
            }
        }
        var maps = sitemaps + feeds
        var asked = 0
        while !maps.isEmpty, asked < request.limits.sitemaps, found.count < request.limits.listed {
            let map = maps.removeFirst()
            asked += 1
            guard let page = await walk.listing(map), page.record.contentOutcome == .ok, page.kind != .html else {
                continue
            }
            let list = DiscoveryRun.unpacked(page.record.body)
            let namesLists = DiscoveryRun.isListOfLists(list)
            for entry in listedAddresses(xml: list, address: page.record.final) where bounds.isOwn(entry.address) {
                if namesLists || DiscoveryRun.isList(entry.address) {
                    // Before the feeds: they hold only what is new.
                    maps.insert(entry.address, at: maps.firstIndex(where: feeds.contains) ?? maps.endIndex)
                } else {
                    found.append(entry)
                }
            }
        }
        let kept = Array(found.prefix(request.limits.listed))
        listed = kept
        return kept
    }

    private func listing(_ text: String) -> PageAddress? {
        do { return try PageAddress(text, relativeTo: bounds.front) } catch { return nil }
    }

    /// Those that robots.txt names, then where they usually are.
    private var sitemaps: [PageAddress] {
        let usual = ["/sitemap.xml", wordPress == nil ? "" : "/wp-sitemap.xml"].filter { !$0.isEmpty }
        return walk.reading.sitemaps(namedFor: bounds.front).prefix(request.limits.sitemaps).compactMap(listing)
            .filter(bounds.isOwn) + usual.compactMap(listing)
    }

    /// RSS and Atom of the families of the site.
    private var feeds: [PageAddress] { families.flatMap { $0.feeds ?? [] }.compactMap(listing) }

    private static let mostUnpackedBytes = 32 << 20

    private static func unpacked(_ body: [UInt8]) -> [UInt8] { gunzipped(body, most: mostUnpackedBytes) ?? body }

    private static func isList(_ address: PageAddress) -> Bool {
        let path = address.path.lowercased()
        return path.hasSuffix(".xml") || path.hasSuffix(".xml.gz")
    }

    /// True for a sitemap index: its entries are sitemaps whatever they are called.
    private static func isListOfLists(_ body: [UInt8]) -> Bool {
        String(decoding: body.prefix(2_000), as: UTF8.self).lowercased().contains("<sitemapindex")
    }

    // MARK: Search by content

    /// Looks for items that no index names.
    /// - Parameter hasIndex: the search is short then.
    mutating func search(for open: Set<ItemID>, hasIndex: Bool) async -> [ItemID: DiscoveredItem] {
        var ranking = ItemLinkRanking(
            judge: judge, words: words, bounds: bounds, list: request.list, families: families)
        var offers = LinkOffers(most: request.limits.filesOfItem)
        var frontier = Frontier()
        let most =
            hasIndex
            ? min(request.limits.pages, walk.pages.count + request.limits.pagesBesideIndex) : request.limits.pages
        var noted = 0
        var isListed = false
        while true {
            for page in walk.pages[noted...] where page.isNew && page.outcome == .ok {
                for entry in ranking.links(of: page, open: open, limits: request.limits) {
                    offers.offer(entry)
                    if !entry.isFile, !walk.knows(entry.link.address) {
                        frontier.offer(entry.link)
                    }
                }
            }
            noted = walk.pages.count
            if !isListed {
                isListed = true
                for entry in await listings() where bounds.isOwn(entry.address) && !words.isFile(entry.address) {
                    let link = ranking.listed(bounds.canonical(entry.address), title: entry.title, open: open)
                    if !walk.knows(link.address) { frontier.offer(link) }
                }
            }
            guard !walk.isSpent, walk.pages.count < most else { break }
            let links = frontier.take(min(request.limits.together, most - walk.pages.count))
            if links.isEmpty { break }
            _ = await walk.open(links)
        }
        // Menus lead to more than what the front page needs; files come last.
        let opened = await openFiles(offers, for: open)
        return CandidateJudging(
            request: request, judge: judge, bounds: bounds, pages: walk.pages, offers: offers, openedFiles: opened
        ).items(open)
    }

    /// Opens the likeliest files of each item.
    /// - Returns: their numbers in the walk.
    private mutating func openFiles(_ offers: LinkOffers, for open: Set<ItemID>) async -> Set<Int> {
        guard request.documents != nil else { return [] }
        var links = offers.bestFiles(open).filter { !walk.knows($0.address) }
        var numbers: Set<Int> = []
        while !links.isEmpty, !walk.isSpent, !walk.isOutOfFileBytes {
            let next = Array(links.prefix(request.limits.together))
            links.removeFirst(next.count)
            numbers.formUnion(await walk.open(next))
        }
        return numbers
    }
}

/// Pages and files that links name as evidence of items.
struct LinkOffers {
    struct Offer {
        var link: WalkLink
        var points: Int
        var isFile: Bool
    }

    private var byItem: [ItemID: [Offer]] = [:]
    private let most: Int
    /// Links with fewer points only mention an item.
    static let leastPoints = 30

    init(most: Int) { self.most = most }

    mutating func offer(_ entry: ItemLinkRanking.Ranked) {
        for (item, points) in entry.items where points >= LinkOffers.leastPoints {
            if let known = byItem[item]?.firstIndex(where: { $0.link.key == entry.link.key }) {
                let before = byItem[item]?[known].points ?? 0
                byItem[item]?[known].points = max(points, before)
                continue
            }
            byItem[item, default: []].append(Offer(link: entry.link, points: points, isFile: entry.isFile))
        }
    }

    /// The best files of each item, those with most points first.
    func bestFiles(_ open: Set<ItemID>) -> [WalkLink] {
        var seen: Set<String> = []
        let chosen = open.sorted().flatMap { item in
            ranked(item).filter(\.isFile).prefix(most).enumerated().map { ($0.offset, $0.element) }
        }
        return chosen.sorted { ($0.0, -$0.1.points, $0.1.link.key) < ($1.0, -$1.1.points, $1.1.link.key) }
            .map(\.1.link).filter { seen.insert($0.key).inserted }
    }

    /// Best first.
    func ranked(_ item: ItemID) -> [Offer] {
        (byItem[item] ?? []).enumerated()
            .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }.map(\.element)
    }
}

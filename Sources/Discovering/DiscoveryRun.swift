public import Assessing
import Checklists
import Extraction
public import Fetching
import GradingCore
import Judging
import WebEvidence

/// Looks for the agency's own pages of the year's list, and for what they leave open on the website itself.
///
/// From the front page on the links that name the assessment and the year are opened first; what they list is taken as
/// the agency's own answer. Items that no such page names are looked for by a bounded best-first search whose pages are
/// judged like submitted ones. Deterministic for a site that answers the same.
/// - Parameter report: told of each request.
public func discovered(
    _ request: DiscoveryRequest, fetcher: Fetcher,
    report: @escaping @Sendable (AuditEvent) -> Void = { _ in }
) async -> Discovery {
    let started = ContinuousClock.now
    let reading = SiteReading(
        fetcher: fetcher, robots: request.robots, signatures: request.signatures, wrappers: request.wrappers,
        documents: request.documents, rendering: request.rendering, asOf: request.asOf, report: report)
    var discovery = Discovery(website: request.website, year: request.list.year)
    discovery.missing = request.list.items.map(\.id)
    let door = FrontDoor(request: request, reading: reading)
    switch await door.opened() {
    case .problem(let problem, let effort):
        discovery.problem = problem
        discovery.effort = effort
    case .page(let page):
        var run = DiscoveryRun(request: request, reading: reading, front: page, started: started)
        await run.find(into: &discovery)
    }
    let spent = (ContinuousClock.now - started).components
    discovery.effort.milliseconds = Int(spent.seconds) * 1000 + Int(spent.attoseconds / 1_000_000_000_000_000)
    return discovery
}

/// One search, from the front page on.
struct DiscoveryRun {
    let request: DiscoveryRequest
    let words: DiscoveryWords
    let naming: ItemNaming
    let judge: Judge
    let bounds: SiteBounds
    var walk: SiteWalk
    /// What each page is for the search of the index, in the order of the walk.
    var readings: [IndexPageReading] = []
    /// What the site lists itself, once it was asked.
    var listed: [ListedAddress]?
    /// Root of its WordPress interface, with a slash at its end.
    let wordPress: PageAddress?
    /// The first bytes of the front page.
    let frontMarkup: String
    private let indexReader: IndexPageReader
    private let hubs: HubRanking

    init(request: DiscoveryRequest, reading: SiteReading, front: OpenedPage, started: ContinuousClock.Instant) {
        self.request = request
        words = DiscoveryWords(request.rules)
        judge = Judge(list: request.list, library: request.library)
        naming = ItemNaming(
            list: request.list, library: request.library, judge: judge, noise: request.rules.index.noise)
        bounds = SiteBounds(front: front.record.final.withoutFragment, traps: request.rules.traps)
        walk = SiteWalk(reading: reading, bounds: bounds, limits: request.limits, started: started)
        wordPress = wordPressRoot(of: front.record)
        frontMarkup = String(decoding: front.record.body.prefix(60_000), as: UTF8.self)
        indexReader = IndexPageReader(naming: naming, words: words, bounds: bounds, wrappers: request.wrappers)
        hubs = HubRanking(
            words: words, bounds: bounds, year: request.list.year,
            subIndicators: request.list.indicators.flatMap { $0.subIndicators.map(\.id) },
            socialHosts: request.library.signs[.socialHosts].map { $0.lowercased() },
            readsFiles: request.documents != nil)
        let link = WalkLink(
            address: request.website.withoutFragment, key: bounds.key(request.website), depth: 0, path: [],
            foundOn: nil, way: "", points: 0)
        walk.enter(front, of: link)
    }

    /// - Parameter wanted: the items to look for beside the index; nil for all.
    mutating func find(into discovery: inout Discovery, wanted: Set<ItemID>? = nil) async {
        discovery.siteTitle = walk.pages.first?.document?.title ?? ""
        await findIndexes()
        let indexes = self.indexes
        for index in indexes {
            discovery.indexes.append(
                Discovery.FoundIndex(address: index.address, items: index.pairs.count, isOfYear: index.isOfYear))
        }
        for (number, reading) in readings.enumerated() {
            for year in reading.otherYears.keys where discovery.otherYears[year] == nil {
                discovery.otherYears[year] = walk.pages[number].final
            }
        }
        var items = indexed(indexes)
        let open = (wanted ?? Set(request.list.items.map(\.id))).subtracting(items.keys)
        if !open.isEmpty {
            let search = await search(for: open, hasIndex: items.count * 3 >= request.list.items.count)
            // Beside the agency's own list what was found by content is only proposed.
            items.merge(indexes.isEmpty ? search : search.mapValues(\.onlyProposed)) { old, _ in old }
        }
        discovery.items = request.list.items.compactMap { items[$0.id] }
        discovery.missing = request.list.items.map(\.id).filter { items[$0] == nil }
        discovery.effort = walk.effort
        discovery.effort.limit = discovery.effort.limit ?? walk.limit
    }

    // MARK: The agency's own pages

    /// Best first; pages that only repeat what better ones list are left out.
    private var indexes: [IndexPage] {
        let all = readings.compactMap(\.index).enumerated()
            .sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(\.element)
        var known: Set<ItemID> = []
        let hasYear = all.contains(where: \.isOfYear)
        return all.filter { index in
            // Where pages say that they are of the year, others are not.
            guard index.isOfYear || !hasYear else { return false }
            let items = Set(index.pairs.map(\.item))
            defer { known.formUnion(items) }
            return !items.isSubset(of: known)
        }
    }

    private func indexed(_ indexes: [IndexPage]) -> [ItemID: DiscoveredItem] {
        var items: [ItemID: DiscoveredItem] = [:]
        let forwarders = Set(request.rules.forwarders)
        for index in indexes {
            let page = walk.pages[index.page]
            for pair in index.pairs where items[pair.item] == nil {
                items[pair.item] = DiscoveredItem(
                    item: pair.item,
                    urls: pair.addresses.map { walk.reading.destination(of: $0, forwarders: forwarders) },
                    path: page.path + pair.headings.filter { !page.path.contains($0) } + [pair.words],
                    foundOn: page.final, confidence: pair.confidence, isFromIndex: true)
            }
        }
        return items
    }

    /// Opens links that may lead to an index until the list is covered or none is left.
    private mutating func findIndexes() async {
        var frontier = Frontier()
        note(from: 0, &frontier)
        if await follow(&frontier) { return }
        guard indexes.isEmpty else { return }
        await tryListings(&frontier)
        if await follow(&frontier) || !indexes.isEmpty { return }
        for (order, address) in guesses().enumerated() {
            frontier.offer(
                WalkLink(
                    address: address, key: bounds.key(address), depth: 1, path: [], foundOn: nil, way: "",
                    points: 60 - order))
        }
        _ = await follow(&frontier)
    }

    /// - Returns: true when the whole list is covered by pages of the year.
    private mutating func follow(_ frontier: inout Frontier) async -> Bool {
        while !walk.isSpent, walk.pages.count < request.limits.indexPages {
            if isCovered(frontier) { return true }
            let links = frontier.take(request.limits.together, least: HubRanking.leastPoints / 2)
            guard !links.isEmpty else { break }
            let first = walk.pages.count
            _ = await walk.open(links)
            note(from: first, &frontier)
        }
        return isCovered(frontier)
    }

    /// Reads the pages from a number on and offers their links.
    private mutating func note(from first: Int, _ frontier: inout Frontier) {
        for number in first..<walk.pages.count {
            let page = walk.pages[number]
            // A copy of a page lists nothing new.
            let reading = page.isNew ? indexReader.reading(page, number: number) : IndexPageReading()
            readings.append(reading)
            guard page.isNew, page.outcome == .ok else { continue }
            for link in hubs.links(of: page, reading: reading, limits: request.limits) where !walk.knows(link.address) {
                frontier.offer(link)
            }
        }
    }

    private func isCovered(_ frontier: Frontier) -> Bool {
        let found = readings.compactMap(\.index)
        if found.contains(where: \.isDeclared) { return true }
        let covered = Set(found.filter(\.isOfYear).flatMap { $0.pairs.map(\.item) })
        let count = request.list.items.count
        if covered.count == count { return true }
        // Parts and further pages of the list are waited for.
        return covered.count * 10 >= count * 9 && (frontier.bestPoints ?? 0) < 60
    }

    // MARK: Lists that the site offers itself

    private mutating func tryListings(_ frontier: inout Frontier) async {
        for entry in await listings() where words.namePoints(spoken(entry)) >= 35 {
            let link = listedHub(entry)
            guard !walk.knows(link.address), bounds.isOwn(link.address), !words.isFile(link.address) else { continue }
            frontier.offer(link)
        }
    }

    private func spoken(_ entry: ListedAddress) -> String {
        entry.title + " "
            + String(PercentEncoding.decoded(entry.address.path).map { "/-_=.&+".contains($0) ? " " : $0 })
    }

    private func listedHub(_ entry: ListedAddress) -> WalkLink {
        let address = bounds.canonical(entry.address)
        let years = WrittenYears.years(in: spoken(entry))
        let yearPoints = years.isEmpty ? 0 : years.contains(request.list.year) ? 30 : -70
        return WalkLink(
            address: address, key: bounds.key(address), depth: 1, path: entry.title.isEmpty ? [] : [entry.title],
            foundOn: nil, way: entry.title, points: words.namePoints(spoken(entry)) + yearPoints)
    }

    /// Paths at which sites of the families of this one keep such pages.
    private func guesses() -> [PageAddress] {
        let year = request.list.year
        return families.flatMap(\.try).prefix(12).compactMap { path in
            let path = path.replacing("{year}", with: String(year))
                .replacing("{ce}", with: String(year - FiscalYear.buddhistShift))
            do { return try PageAddress(path, relativeTo: bounds.front) } catch { return nil }
        }
    }
}

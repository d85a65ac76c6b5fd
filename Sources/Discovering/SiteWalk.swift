import Assessing
import Extraction
import ThaiText
import WebEvidence

/// Opens pages of one website within its limits: no page twice, whatever its address is dressed in.
struct SiteWalk: Sendable {
    let reading: SiteReading
    let bounds: SiteBounds
    let limits: DiscoveryLimits
    private(set) var pages: [VisitedPage] = []
    private(set) var effort = DiscoveryEffort()
    /// Keys of what was asked or was the end of a redirect.
    private var seen: Set<String> = []
    private var digests: Set<String> = []
    private var shapes: [String: Int] = [:]
    private let deadline: ContinuousClock.Instant

    init(reading: SiteReading, bounds: SiteBounds, limits: DiscoveryLimits, started: ContinuousClock.Instant) {
        self.reading = reading
        self.bounds = bounds
        self.limits = limits
        deadline = started + limits.time
    }

    /// True when nothing more may be asked.
    var isSpent: Bool {
        effort.pages >= limits.pages || effort.bytes >= limits.bytes || ContinuousClock.now >= deadline
            || Task.isCancelled
    }

    /// True when what is left of the bytes is kept for pages.
    var isOutOfFileBytes: Bool { effort.bytes >= limits.bytes * 3 / 4 }

    /// Why the walk ended early; nil while it may go on.
    var limit: DiscoveryEffort.Limit? {
        if Task.isCancelled { return .stopped }
        if effort.pages >= limits.pages { return .pages }
        if effort.bytes >= limits.bytes { return .bytes }
        return ContinuousClock.now >= deadline ? .time : nil
    }

    /// True for an address that was asked, by whatever spelling.
    func knows(_ address: PageAddress) -> Bool { seen.contains(bounds.key(address)) }

    /// The link as it may be asked; nil for what was asked, is a trap or lies too deep.
    mutating func admitted(_ link: WalkLink) -> WalkLink? {
        guard link.depth <= limits.depth, !seen.contains(link.key) else { return nil }
        let shape = bounds.shape(link.address)
        switch bounds.trap(link.address) {
        case .endless, .dress:
            effort.trapped += 1
            return nil
        case .calendar:
            guard shapes["calendar \(shape)", default: 0] < limits.pagesOfCalendar else {
                effort.trapped += 1
                return nil
            }
            shapes["calendar \(shape)", default: 0] += 1
        case .days:
            guard shapes["days \(shape)", default: 0] < limits.pagesOfDays else {
                effort.trapped += 1
                return nil
            }
            shapes["days \(shape)", default: 0] += 1
        case nil:
            guard shapes[shape, default: 0] < limits.pagesOfShape else {
                effort.trapped += 1
                return nil
            }
            shapes[shape, default: 0] += 1
        }
        return link
    }

    /// Enters a page that was opened before the walk began.
    mutating func enter(_ page: OpenedPage, of link: WalkLink) {
        seen.insert(link.key)
        add(page, link)
    }

    /// Asks links together; the pages are entered in the order of the links.
    /// - Returns: numbers of the new pages.
    mutating func open(_ links: [WalkLink]) async -> [Int] {
        var admitted: [WalkLink] = []
        for link in links where effort.pages + admitted.count < limits.pages {
            if let link = self.admitted(link), seen.insert(link.key).inserted { admitted.append(link) }
        }
        guard !admitted.isEmpty else { return [] }
        let opened = await reading.pages(admitted.map(\.address), frontPage: bounds.front)
        let first = pages.count
        for link in admitted {
            if let page = opened[link.address.withoutFragment] { add(page, link) }
        }
        return Array(first..<pages.count)
    }

    /// Asks one address beside the walk (lists of a site); it counts as a request.
    mutating func listing(_ address: PageAddress) async -> OpenedPage? {
        guard !isSpent, seen.insert(bounds.key(address)).inserted else { return nil }
        let opened = await reading.pages([address], frontPage: bounds.front)[address.withoutFragment]
        if let opened { count(opened) }
        return opened
    }

    private mutating func count(_ page: OpenedPage) {
        effort.requests += page.record.attempts.count + page.record.redirects.count { $0.status > 0 }
        effort.bytes += page.record.body.count
    }

    private mutating func add(_ page: OpenedPage, _ link: WalkLink) {
        count(page)
        effort.pages += 1
        let final = bounds.canonical(page.record.final)
        seen.insert(bounds.key(final))
        let isNew = page.record.sha256.isEmpty || digests.insert(page.record.sha256).inserted
        let isPage = page.kind == .html && page.outcome == .ok
        if page.outcome != .ok { effort.failed += 1 }
        pages.append(
            VisitedPage(
                address: link.address, final: final, document: page.document, outcome: page.outcome, kind: page.kind,
                depth: link.depth, path: link.path, foundOn: link.foundOn, way: link.way, sha256: page.record.sha256,
                embedded: isPage && isNew ? embeddedJSON(in: page.record.body) : [], isNew: isNew))
    }
}

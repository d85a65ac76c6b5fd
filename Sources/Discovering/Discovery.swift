public import GradingCore
public import WebEvidence

/// What a search found of one website, for one year.
public struct Discovery: Sendable {
    /// The website as it was given.
    public var website: PageAddress
    public var year: Int
    /// What the front page calls the site; may be empty.
    public var siteTitle: String
    /// Items of which something was found, in the order of the list.
    public var items: [DiscoveredItem]
    /// Items of the list without any candidate, in its order.
    public var missing: [ItemID]
    /// The agency's own pages of the year, best first.
    public var indexes: [FoundIndex]
    /// Years whose items the agency's own pages list, with the page; the year that was asked for aside.
    public var otherYears: [Int: PageAddress]
    public var effort: DiscoveryEffort
    /// Why nothing could be looked at; nil otherwise.
    public var problem: DiscoveryProblem?

    /// A page that lists items of the year.
    public struct FoundIndex: Sendable, Hashable {
        public var address: PageAddress
        public var items: Int
        /// True when it says itself that it is of the year.
        public var isOfYear: Bool
    }

    init(website: PageAddress, year: Int) {
        self.website = website
        self.year = year
        siteTitle = ""
        items = []
        missing = []
        indexes = []
        otherYears = [:]
        effort = DiscoveryEffort()
        problem = nil
    }
}

/// What was found for one item.
public struct DiscoveredItem: Sendable, Hashable {
    public var item: ItemID
    /// The addresses to submit, in order; empty where there are only candidates.
    public var urls: [PageAddress]
    /// The way through the site to the first of them, as its menus call it; outermost first.
    public var path: [String]
    /// Where the addresses stand; nil for pages that the site lists itself.
    public var foundOn: PageAddress?
    public var confidence: DiscoveryConfidence
    /// True when the agency's own index names the addresses; false when they were found by their content.
    public var isFromIndex: Bool
    /// Likeliest first; empty for items of an index.
    public var candidates: [DiscoveryCandidate]

    public init(
        item: ItemID, urls: [PageAddress], path: [String], foundOn: PageAddress?, confidence: DiscoveryConfidence,
        isFromIndex: Bool, candidates: [DiscoveryCandidate] = []
    ) {
        self.item = item
        self.urls = urls
        self.path = path
        self.foundOn = foundOn
        self.confidence = confidence
        self.isFromIndex = isFromIndex
        self.candidates = candidates
    }

    /// The same with its addresses as candidates alone.
    var onlyProposed: DiscoveredItem {
        var item = self
        item.urls = []
        return item
    }
}

/// A page or file that may answer an item.
public struct DiscoveryCandidate: Sendable, Hashable {
    public var address: PageAddress
    public var title: String
    /// What of it speaks for the item, in its own words.
    public var quotes: [String]
    public var path: [String]
    public var foundOn: PageAddress?
    public var confidence: DiscoveryConfidence
    /// What the judge would say if it were submitted alone; nil for what was not read.
    public var verdict: Verdict?
}

/// Why a website could not be searched.
public enum DiscoveryProblem: Sendable, Hashable {
    /// A shop for apps is no website of an agency.
    case appStore(String)
    /// A social network's page is no website.
    case socialNetwork(String)
    /// The front page failed.
    case unreachable(Outcome)
    /// The front page asks for a login.
    case loginWall
    /// The site, or something before it, keeps programs away.
    case blocked(Outcome)
    /// Its robots.txt asks programs not to open it.
    case robotsRefused
    /// It leads to another website.
    case otherSite(PageAddress)
    /// What came is a file or nothing, not a page.
    case noPage(Outcome)
    /// The page is made by scripts that could not be run.
    case scriptOnly
}

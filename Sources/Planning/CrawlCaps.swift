/// How much is fetched beyond what was submitted. Submitted addresses are never capped.
public struct CrawlCaps: Sendable, Hashable {
    /// Followed links and frames for one item.
    public var followedPerItem: Int
    /// The same for items that owe a report for each month.
    public var followedPerMonthlyItem: Int
    /// Clicks away from a submitted page.
    public var hops: Int
    /// Followed links and frames in one run.
    public var followedPerRun: Int
    /// Made-up addresses asked of one host, one for each shape of its submitted pages.
    public var siblingsPerHost: Int

    public init(
        followedPerItem: Int = 6, followedPerMonthlyItem: Int = 16, hops: Int = 2, followedPerRun: Int = 400,
        siblingsPerHost: Int = 12
    ) {
        self.followedPerItem = followedPerItem
        self.followedPerMonthlyItem = followedPerMonthlyItem
        self.hops = hops
        self.followedPerRun = followedPerRun
        self.siblingsPerHost = siblingsPerHost
    }
}

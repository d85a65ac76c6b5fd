/// Every number that bounds a search, with its default.
public struct DiscoveryLimits: Sendable, Hashable {
    /// Pages and files opened in all.
    public var pages = 500
    /// Clicks from the front page.
    public var depth = 8
    /// From the first request on; a page that is under way then is waited for.
    public var time: Duration = .seconds(900)
    /// Bytes of all bodies.
    public var bytes = 60 * 1024 * 1024
    /// Pages opened to find the agency's own index.
    public var indexPages = 80
    /// Pages opened for the items that an index leaves open.
    public var pagesBesideIndex = 150
    /// Requests at once.
    public var together = 6
    /// Pages of one shape (`news.php?id=#`), and of one calendar.
    public var pagesOfShape = 500
    public var pagesOfCalendar = 3
    /// Pages of one shape that stand for a month or a day.
    public var pagesOfDays = 24
    /// Files opened for one item.
    public var filesOfItem = 2
    /// Candidates told for one item.
    public var candidates = 3
    /// Sitemaps read, and addresses taken of them.
    public var sitemaps = 6
    public var listed = 5_000
    /// Links looked at on one page.
    public var linksOfPage = 5_000

    /// The defaults.
    public init() {}
}

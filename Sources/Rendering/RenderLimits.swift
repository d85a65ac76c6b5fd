/// What one page and one browser may use. There is no other place for such numbers.
public struct RenderLimits: Sendable, Hashable {
    /// Pages under way at the same time.
    public var concurrency = 1
    /// Requests of one page that are passed on.
    public var requests = 80
    /// Requests of one page of any kind; a page that makes more is stopped.
    public var attempts = 600
    /// Bytes of all answers of one page together; what comes after is refused.
    public var bytes = 20 << 20
    /// Characters of one rendered document; the rest is left out.
    public var documentLength = 8 << 20
    /// Frames of one page whose documents are read.
    public var frames = 10
    /// Time of one page, from its turn to its document.
    public var pageTime: Duration = .seconds(20)
    /// Time as the page's own clock has it, which stands still while answers are awaited and else runs as fast as the
    /// page allows. Then the document is read.
    public var virtualTime: Duration = .seconds(10)
    /// How long the browser may take to obey, apart from what the page does.
    public var patience: Duration = .seconds(5)
    /// How long a browser may take to start and show that it is confined.
    public var startTime: Duration = .seconds(30)
    /// Pages that one browser renders before a new one takes its place.
    public var pagesPerBrowser = 50
    /// The longest life of one browser.
    public var browserTime: Duration = .seconds(3600)
    /// Private memory of each of the browser's processes.
    public var processMemoryBytes = 1536 << 20
    /// The longest message that is taken from the browser.
    public var messageBytes = 96 << 20

    /// The defaults.
    public init() {}
}

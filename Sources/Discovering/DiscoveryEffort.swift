/// What a search cost.
public struct DiscoveryEffort: Sendable, Hashable {
    /// What ended it before everything was looked at.
    public enum Limit: String, Sendable, Hashable {
        case pages, bytes, time, stopped
    }

    /// Requests, redirects and tries included, robots.txt not.
    public var requests = 0
    /// Pages and files opened.
    public var pages = 0
    /// Those that gave nothing to read.
    public var failed = 0
    /// Bytes of all bodies.
    public var bytes = 0
    /// Links left out as calendars, endless addresses or doors for keepers.
    public var trapped = 0
    public var milliseconds = 0
    /// Nil when everything worth a request was asked.
    public var limit: Limit?
}

import GradingCore

/// Failures of one moment that have one cause.
struct CauseGroup {
    var cause: String
    var detail: String
    var isWhole: Bool
    var events: [WatchEvent]

    var agencies: [String] { events.map(\.agency).unique }
}

/// Puts failures that came up together into groups of one cause each: a server behind several agencies, a website that is
/// down as a whole, pages that went the same way. Everything else stands alone.
enum CauseGrouping {
    /// So many pages of an agency that end alike are one event in its website, and may be one in its vendor's.
    private static let manyPages = 3

    static func groups(_ events: [WatchEvent]) -> [CauseGroup] {
        let wholeHosts = Set(events.filter { $0.isWholeHost && !$0.isFlapping }.map(\.host))
        // A link that came and went before goes down with its website like all others.
        let flapping = events.filter { $0.isFlapping && !wholeHosts.contains($0.host) }
        let whole = events.filter { $0.isWholeHost && wholeHosts.contains($0.host) }
        let pages = events.filter { !$0.isWholeHost && !$0.isFlapping }
        return sameServer(whole) + samePages(pages)
            + byKey(flapping) { [$0.endpoint.isEmpty ? $0.host : $0.endpoint] }.map { events in
                CauseGroup(cause: "flapping", detail: detail(of: events), isWhole: false, events: events)
            }
    }

    private static func sameServer(_ events: [WatchEvent]) -> [CauseGroup] {
        byKey(events) { [$0.endpoint.isEmpty ? $0.host : $0.endpoint] }.map { events in
            let isShared = events.map(\.agency).unique.count > 1 || events.map(\.host).unique.count > 1
            let endpoint = events[0].endpoint
            return CauseGroup(
                cause: isShared && !endpoint.isEmpty ? "server" : events[0].outcome,
                detail: isShared && !endpoint.isEmpty ? endpoint : detail(of: events), isWhole: true, events: events)
        }
    }

    private static func samePages(_ events: [WatchEvent]) -> [CauseGroup] {
        let own = byKey(events) { [$0.agency, $0.host, $0.outcome] }
        var groups: [CauseGroup] = []
        var places: [String: Int] = [:]
        for events in own {
            let urls = Set(events.flatMap(\.urls))
            let first = events[0]
            // Many pages at once on a machine that several agencies share; the same page submitted by several.
            let key =
                urls.count >= manyPages && !first.endpoint.isEmpty
                ? "\(first.endpoint) \(first.outcome)" : "\(urls.sorted().joined(separator: " ")) \(first.outcome)"
            if let place = places[key] {
                groups[place].events += events
            } else {
                places[key] = groups.count
                groups.append(
                    CauseGroup(cause: first.outcome, detail: detail(of: events), isWhole: false, events: events))
            }
        }
        return groups
    }

    private static func detail(of events: [WatchEvent]) -> String {
        let urls = events.flatMap(\.urls).unique
        return urls.count == 1 ? urls[0] : events.map(\.host).unique.joined(separator: " ")
    }

    /// In the order of the first of each.
    private static func byKey(_ events: [WatchEvent], _ key: (WatchEvent) -> [String]) -> [[WatchEvent]] {
        var order: [[String]] = []
        var groups: [[String]: [WatchEvent]] = [:]
        for event in events {
            let key = key(event)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(event)
        }
        return order.compactMap { groups[$0] }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order of the first.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

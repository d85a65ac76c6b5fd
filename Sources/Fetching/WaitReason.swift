/// Why a request had to wait before it was sent: what limits the speed.
public enum WaitReason: String, Sendable, Hashable, CaseIterable {
    /// As many requests as allowed are under way in all.
    case totalLimit = "total_limit"
    /// As many as this host bears at the moment are under way.
    case hostLane = "host_lane"
    /// As many as this server address bears at the moment are under way, whatever the names.
    case addressLane = "address_lane"
    /// The gap that was learned from the server's own answer times.
    case pace
    /// The server asked for patience (`Retry-After`, 429, 503).
    case retryAfter = "retry_after"
    /// The server failed many times in a row and rests.
    case breaker
    /// A kept connection had to end before a new one was allowed.
    case connectionRoom = "connection_room"
    case nameLookup = "name_lookup"
    /// The pause before a further try of the same address.
    case retryPause = "retry_pause"
}

/// How long requests have waited, by reason.
public struct WaitTally: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        /// Waits that are over.
        public var count = 0
        /// Their time together.
        public var milliseconds = 0
        /// Requests that wait at this moment (lanes only).
        public var waitingNow = 0

        /// Nothing has waited unless figures are given.
        public init(count: Int = 0, milliseconds: Int = 0, waitingNow: Int = 0) {
            self.count = count
            self.milliseconds = milliseconds
            self.waitingNow = waitingNow
        }
    }

    /// Reasons without any wait are absent.
    public var entries: [WaitReason: Entry] = [:]

    /// Nothing has waited.
    public init() {}

    /// What holds up most requests at this moment; nil when nothing waits. Of equals the first case.
    public var limiting: WaitReason? {
        let waiting = WaitReason.allCases.filter { (entries[$0]?.waitingNow ?? 0) > 0 }
        return waiting.max { (entries[$0]?.waitingNow ?? 0) < (entries[$1]?.waitingNow ?? 0) }
    }

    func merging(_ other: WaitTally) -> WaitTally {
        var sum = self
        for (reason, entry) in other.entries {
            sum.entries[reason, default: Entry()].count += entry.count
            sum.entries[reason, default: Entry()].milliseconds += entry.milliseconds
            sum.entries[reason, default: Entry()].waitingNow += entry.waitingNow
        }
        return sum
    }

    /// Counts a wait of a millisecond or more.
    mutating func note(_ reason: WaitReason, milliseconds: Int) {
        guard milliseconds > 0 else { return }
        entries[reason, default: Entry()].count += 1
        entries[reason, default: Entry()].milliseconds += milliseconds
    }
}

extension Duration {
    /// Whole milliseconds, rounded up, so that a wait of this length is never too short.
    var millisecondsUp: Int {
        let (seconds, attoseconds) = components
        let rest = attoseconds / 1_000_000_000_000_000
        return Int(seconds) * 1000 + Int(rest) + (attoseconds % 1_000_000_000_000_000 > 0 ? 1 : 0)
    }
}

/// The key of a watched agency inside one store.
public struct WatchKey: Sendable, Hashable {
    public let number: Int64
    public init(_ number: Int64) { self.number = number }
}

/// A watched agency as the store keeps it. Moments are UTC seconds since 1970.
public struct StoredWatch: Sendable, Hashable {
    public let key: WatchKey
    /// What people call it by: unique in the store.
    public let name: String
    /// When the next thing is to be done for it.
    public var dueAt: Int
    /// When its newest check began; nil before the first.
    public var checkedAt: Int?
    /// Watched no longer; its history stays.
    public var isRemoved: Bool
    /// How many records its chain has.
    public internal(set) var checkCount: Int
    /// Digest of the last record, 32 bytes; empty before the first.
    public internal(set) var head: [UInt8]
    /// How it is to be watched.
    public var settings: [UInt8]
    /// What is known of its addresses.
    public var state: [UInt8]
}

/// One record of the chain of an agency.
public struct StoredCheck: Sendable, Hashable {
    /// Its place, from 0.
    public var number: Int
    /// When the check began, UTC seconds since 1970.
    public var at: Int
    public var content: CheckContent
    /// 32 bytes over the whole record and the one before, by whoever makes the chain.
    public var digest: [UInt8]

    public init(number: Int, at: Int, content: CheckContent, digest: [UInt8]) {
        self.number = number
        self.at = at
        self.content = content
        self.digest = digest
    }
}

/// Everything that one check of one agency changes, kept together or not at all.
public struct WatchCommit: Sendable {
    public var watch: WatchKey
    public var state: [UInt8]
    public var dueAt: Int
    /// The next record of the chain; its `number` must be the number of records so far.
    public var check: StoredCheck?
    /// A text of an address to be kept, or nil for one to be forgotten.
    public var texts: [String: [UInt8]?] = [:]
    /// What happened and is still to be told.
    public var events: [NewWatchRow] = []

    public init(watch: WatchKey, state: [UInt8], dueAt: Int, check: StoredCheck? = nil) {
        self.watch = watch
        self.state = state
        self.dueAt = dueAt
        self.check = check
    }
}

/// Which of the tables of rows with a moment, a state and content.
public enum WatchTable: String, Sendable, Hashable, CaseIterable {
    /// What happened at addresses: state 0 until it was told or set aside.
    case events = "watch_events"
    /// What is wrong: state 0 open, 1 over.
    case alarms = "watch_alarms"
    /// What was told.
    case notices = "watch_notices"
    /// Sealed ends of chains.
    case heads = "watch_heads"
}

/// A row to be written.
public struct NewWatchRow: Sendable, Hashable {
    /// Nil where it is about several agencies.
    public var watch: WatchKey?
    /// UTC seconds since 1970.
    public var at: Int
    public var state: Int
    public var content: [UInt8]

    public init(watch: WatchKey?, at: Int, state: Int = 0, content: [UInt8]) {
        self.watch = watch
        self.at = at
        self.state = state
        self.content = content
    }
}

/// A row that was written.
public struct WatchRow: Sendable, Hashable {
    public let key: Int64
    public var row: NewWatchRow
}

/// One message to one receiver. Moments are UTC seconds since 1970.
public struct StoredDelivery: Sendable, Hashable {
    public let key: Int64
    public let notice: Int64
    public var channel: String
    public var target: String
    public var phase: String
    public var queuedAt: Int
    public var dueAt: Int
    public var attempts: Int
    public var cause: String
    public var isRefused: Bool

    /// - Parameters: `key` and `notice` are given by the store when it is new.
    public init(
        key: Int64 = 0, notice: Int64 = 0, channel: String, target: String, phase: String, queuedAt: Int, dueAt: Int,
        attempts: Int = 0, cause: String = "", isRefused: Bool = false
    ) {
        self.key = key
        self.notice = notice
        self.channel = channel
        self.target = target
        self.phase = phase
        self.queuedAt = queuedAt
        self.dueAt = dueAt
        self.attempts = attempts
        self.cause = cause
        self.isRefused = isRefused
    }
}

/// What becomes of events: told in notices, bundled in alarms, or set aside. All of it, or nothing.
public struct WatchSettlement: Sendable {
    /// Events that are done with.
    public var events: [Int64] = []
    public var newAlarms: [NewWatchRow] = []
    /// Alarms with a new state or content.
    public var alarms: [WatchRow] = []
    /// Notices with their receivers.
    public var notices: [(row: NewWatchRow, deliveries: [StoredDelivery])] = []

    public init() {}
}

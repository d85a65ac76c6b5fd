public import GradingCore

/// How one agency is watched: what the operator asked for. Kept in the store as JSON.
public struct WatchSettings: Sendable, Hashable, Codable {
    /// One way to one receiver.
    public struct Contact: Sendable, Hashable, Codable {
        /// `webhook`, `email` or `line`.
        public var kind: String
        public var target: String

        public init(kind: String, target: String) {
            self.kind = kind
            self.target = target
        }
    }

    /// Hours of the day in which people are left alone, by Bangkok's clock; may go over midnight.
    public struct QuietHours: Sendable, Hashable, Codable {
        /// Minutes of the day, 0...1439.
        public var from: Int
        public var to: Int

        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }

        /// True for a minute inside; the end is outside.
        public func contains(_ minute: Int) -> Bool {
            from <= to ? (from..<to).contains(minute) : minute >= from || minute < to
        }
    }

    /// Name of the agency; may be empty.
    public var agency: String
    public var website: String
    /// Buddhist era.
    public var fiscalYear: Int
    /// A list outside the bundled ones, as a path; nil for a bundled one.
    public var checklist: String?
    /// The submission as JSON text.
    public var submission: String
    /// Seconds between two checks of a link; nil for the usual pace.
    public var linkInterval: Int?
    /// Seconds between two readings of the content.
    public var contentInterval: Int?
    /// Seconds between two audits.
    public var auditInterval: Int?
    /// Seconds between two checks of the links of single items.
    public var itemIntervals: [String: Int] = [:]
    /// Failed tries in a row that make an alarm.
    public var confirm = 3
    public var contacts: [Contact] = []
    public var quietHours: QuietHours?
    /// When people get what can wait, minute of the day in Bangkok.
    public var digestMinute = 8 * 60
    public var isPaused = false
    /// UTC seconds since 1970 at which a pause ends by itself; nil for never.
    public var pausedUntil: Int?
    /// `HOST:PORT:ADDRESS` as in `--resolve`.
    public var resolutions: [String] = []
    /// Ranges as in `--allow-network`.
    public var allowedNetworks: [String] = []

    public init(agency: String, website: String, fiscalYear: Int, submission: String) {
        self.agency = agency
        self.website = website
        self.fiscalYear = fiscalYear
        self.submission = submission
    }

    /// True while nothing is to be done.
    public func isPaused(at now: Moment) -> Bool {
        isPaused && (pausedUntil.map { now.seconds < $0 } ?? true)
    }
}

/// The addresses of an agency in the order of its submission. Records of checks follow it.
public struct WatchList: Sendable, Hashable, Codable {
    /// One different address.
    public struct Link: Sendable, Hashable, Codable {
        /// As submitted.
        public var url: String
        /// Items that it was submitted for, in the order of the list.
        public var items: [String]
        /// An outcome that is known without asking: the address is none.
        public var fault: String?

        public init(url: String, items: [String], fault: String? = nil) {
            self.url = url
            self.items = items
            self.fault = fault
        }
    }
    public var links: [Link]

    public init(links: [Link]) { self.links = links }
}

public import GradingCore
import Notifying

/// Something that happened at one agency and that people are to be told. Kept until it was told, so that nothing is lost
/// when the program ends in between.
public struct WatchEvent: Sendable, Hashable, Codable {
    /// A text in both languages.
    public struct Words: Sendable, Hashable, Codable {
        public var th: String
        public var en: String
        public init(_ text: BilingualText) {
            th = text.th
            en = text.en
        }
        public var text: BilingualText { BilingualText(th: th, en: en) }
    }

    /// Lines of one element, or of the page as a whole where it has no title.
    public struct Lines: Sendable, Hashable, Codable {
        public var element: Words?
        public var added: [String]
        public var removed: [String]
        public init(element: Words? = nil, added: [String], removed: [String]) {
            self.element = element
            self.added = added
            self.removed = removed
        }
    }

    /// The verdict of one item before and after, with the reason of the new one.
    public struct Move: Sendable, Hashable, Codable {
        public var item: String
        public var title: Words
        public var from: String
        public var to: String
        public var reason: String
        public var why: Words
    }

    /// Raw value of `Notice.Kind`.
    public var kind: String
    /// Key of the agency.
    public var agency: String
    public var agencyName: String
    public var items: [String]
    public var urls: [String]
    /// What the address is now: an outcome; empty where it is not about an address.
    public var outcome = ""
    public var status: Int?
    /// Address of the server and its port where that is not the usual one; empty where unknown.
    public var endpoint = ""
    /// Scheme, name and port of the website.
    public var host = ""
    /// Every link of the website failed at that check.
    public var isWholeHost = false
    public var isFlapping = false
    /// When what is told began, UTC seconds since 1970.
    public var since: Int
    public var lines: [Lines] = []
    public var moves: [Move] = []
    /// The day that comes near, ISO.
    public var day: String?
    /// What the day is: `submission`, `objections`; or why a certificate is told.
    public var detail = ""
    /// Id of the run that saw it.
    public var run = ""

    public init(
        kind: String, agency: String, agencyName: String, items: [String] = [], urls: [String] = [], since: Int
    ) {
        self.kind = kind
        self.agency = agency
        self.agencyName = agencyName
        self.items = items
        self.urls = urls
        self.since = since
    }
}

/// Something that is wrong at addresses and of which people were told: one cause, however many addresses and agencies.
public struct Alarm: Sendable, Hashable, Codable {
    /// One address of one agency.
    public struct Place: Sendable, Hashable, Codable {
        public var agency: String
        public var agencyName: String
        public var url: String
        public var items: [String]
        /// Open again since, UTC seconds since 1970; nil while it is not.
        public var over: Int?
    }

    /// As in the notice: an outcome, `flapping` or `server`.
    public var cause: String
    public var detail: String
    public var endpoint: String
    public var host: String
    /// A whole website or server is concerned: what fails there later is the same cause.
    public var isWhole: Bool
    public var since: Int
    public var places: [Place]
    /// Who took note of it, and when.
    public var acknowledgedBy: String?
    public var acknowledgedAt: Int?
    public var over: Int?

    /// Places that are not open.
    public var openPlaces: [Place] { places.filter { $0.over == nil } }
}

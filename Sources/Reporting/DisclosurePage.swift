public import GradingCore

/// What stands on an agency's own page "OIT of year Y": every item of the year with its links. The page and the data
/// inside it are described for makers of websites in `docs/oit-page.md`.
public struct DisclosurePage: Sendable, Hashable {
    /// One link of an item.
    public struct Link: Sendable, Hashable {
        /// The address as the agency declared it.
        public var written: String
        /// Media type, from an audit or the ending of the address; empty when unknown.
        public var mediaType: String
        /// Size in bytes; nil when unknown.
        public var bytes: Int?
        /// The day that the evidence itself bears; nil when unknown.
        public var date: CivilDate?

        /// A link; without `mediaType` the ending of the address tells it.
        public init(written: String, mediaType: String = "", bytes: Int? = nil, date: CivilDate? = nil) {
            self.written = written
            self.mediaType = mediaType.isEmpty ? LinkKind.mediaType(ofAddress: written) : mediaType
            self.bytes = bytes
            self.date = date
        }
    }

    /// One item of the year.
    public struct Item: Sendable, Hashable {
        /// The id of the year's list.
        public var id: ItemID
        /// The topic that years share.
        public var topic: TopicID
        /// The official title.
        public var title: BilingualText
        /// Has, has not; nil where the agency does not say.
        public var answer: Bool?
        /// In the order of the submission.
        public var links: [Link]
        /// The agency's note.
        public var explanation: String
        /// The days that the year asks the evidence to cover; nil where it asks none.
        public var period: CivilPeriod?

        /// An item of the given parts.
        public init(
            id: ItemID, topic: TopicID, title: BilingualText, answer: Bool?, links: [Link], explanation: String,
            period: CivilPeriod?
        ) {
            self.id = id
            self.topic = topic
            self.title = title
            self.answer = answer
            self.links = links
            self.explanation = explanation
            self.period = period
        }
    }

    /// One sub-indicator with its items.
    public struct Section: Sendable, Hashable {
        /// For example `9.1`.
        public var id: String
        /// Its official title.
        public var title: BilingualText
        /// In the order of the list.
        public var items: [Item]

        /// A section of the given items.
        public init(id: String, title: BilingualText, items: [Item]) {
            self.id = id
            self.title = title
            self.items = items
        }
    }

    /// Name of the agency; may be empty.
    public var agency: String
    /// Main website as declared; may be empty.
    public var website: String
    /// Province as declared; may be empty.
    public var province: String
    /// The year of the list.
    public var year: FiscalYear
    /// The day on which the page was made.
    public var date: CivilDate
    /// In the order of the list.
    public var sections: [Section]

    /// A page of the given parts.
    public init(
        agency: String, website: String, province: String, year: FiscalYear, date: CivilDate, sections: [Section]
    ) {
        self.agency = agency
        self.website = website
        self.province = province
        self.year = year
        self.date = date
        self.sections = sections
    }

    /// All items in order.
    public var items: [Item] { sections.flatMap(\.items) }

    /// Declared addresses that are no http or https addresses: the page leaves them out.
    public var unusable: [(item: ItemID, written: String)] {
        items.flatMap { item in
            item.links.filter { LinkKind.target(of: $0.written) == nil }.map { (item.id, $0.written) }
        }
    }

    /// The page, UTF-8: valid HTML without scripts and outside resources, with its data as JSON-LD.
    public func html(language: ReportLanguage) -> [UInt8] { Array(document(language).text.utf8) }
}

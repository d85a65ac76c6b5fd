import FoundationEssentials

/// What is known of agencies' websites in general and of the families of content systems behind them
/// (`rules/vendors.json`): words, routes and traps as data.
public struct DiscoveryRules: Sendable, Hashable, Decodable {
    /// A phrase and how much it says, 1...100.
    public struct WeighedPhrase: Sendable, Hashable, Decodable {
        public var phrase: String
        public var points: Int
    }

    /// How an agency's own page of the assessment is recognised, and what on it is no answer.
    public struct IndexWords: Sendable, Hashable, Decodable {
        /// Names of the assessment.
        public var names: [WeighedPhrase]
        /// What a link to something else of the assessment says.
        public var against: [WeighedPhrase]
        /// Names of parts of an index: indicator, sub-indicator.
        public var parts: [String]
        /// Links to the next pages of a list.
        public var pager: [String]
        /// Links that lead around the site and answer nothing; whole texts.
        public var navigation: [String]
        /// Link texts that name nothing; whole texts.
        public var opening: [String]
        /// Words of titles that tell no item from another.
        public var noise: [String]
        /// Endings of files that may be an index, where a link names one of the year.
        public var documents: [String]
        /// Words that may stand beside a year that says nothing else.
        public var besideYear: [String]
        /// Links that lead to more of the site: menus, archives, all documents.
        public var hubs: [WeighedPhrase]
    }

    /// Addresses that are not worth a request.
    public struct Traps: Sendable, Hashable, Decodable {
        /// Hosts that hold no agency's own index or documents; with the hosts below them.
        public var hosts: [String]
        /// Parameters that name a visit and no page; dropped from addresses.
        public var sessionParameters: [String]
        /// Parameters that show a page in another dress; an address with one is not asked.
        public var dressParameters: [String]
        /// Parts of path or query of calendars; few of each are asked.
        public var calendars: [String]
        /// Parts of paths that are never asked: logins, carts, feeds of comments.
        public var paths: [String]
        /// Endings of files that hold no index.
        public var files: [String]
        /// Hosts of shops for apps.
        public var appStores: [String]
    }

    /// A content system or vendor whose sites share menus and routes.
    public struct Family: Sendable, Hashable, Decodable {
        public var id: String
        public var name: String
        /// Any of these in the first bytes of the front page.
        public var signs: [String]
        /// Paths to try when no link leads to an index; `{year}` is the year, `{ce}` the same in the common era.
        public var `try`: [String]
        /// Where its sites keep the content of a topic.
        public var routes: [Route]
        /// Where its sites offer what is new as RSS or Atom; nil where none is known.
        public var feeds: [String]?
    }

    /// A part of an address that tells the topic of the page.
    public struct Route: Sendable, Hashable, Decodable {
        public var part: String
        public var topic: String
    }

    public var why: String
    public var index: IndexWords
    public var traps: Traps
    public var families: [Family]
    /// Ids of the wrapper rules whose addresses only send on.
    public var forwarders: [String]

    /// Reads the bytes of the file; throws a sentence with the JSON path.
    public init(json: [UInt8]) throws(DiscoveryRulesError) {
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            self = try decoder.decode(DiscoveryRules.self, from: Data(json))
        } catch let error as DecodingError {
            throw DiscoveryRulesError(message: "vendors.json: \(error)")
        } catch {
            throw DiscoveryRulesError(message: "vendors.json: \(error)")
        }
    }
}

/// Why the rules cannot be used.
public struct DiscoveryRulesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One English sentence with the place.
    public var message: String
    public var description: String { message }
}

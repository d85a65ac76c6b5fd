public import Checklists
public import GradingCore
public import Submissions
public import WebEvidence

/// One submitted address of one item, in the order in which the report lists it.
public struct PlannedAddress: Sendable, Hashable {
    public var item: ItemID
    /// As the agency wrote it.
    public var verbatim: String
    /// Nil when it cannot be asked; `fault` says why.
    public var address: PageAddress?
    /// `malformed_url` or `unsupported_scheme`; nil for an address that can be asked.
    public var fault: Outcome?
}

/// What a submission asks us to fetch, in the order of the list.
public struct CrawlPlan: Sendable {
    /// Every submitted address has its row, also malformed ones.
    public let addresses: [PlannedAddress]
    /// Items of the list that are not answered with an address: false when the agency says so, nil without a row.
    public let unanswered: [ItemID: Bool?]
    /// Addresses of items that the agency answers with "has not": they are told, not asked.
    public let unasked: [PlannedAddress]

    public init(submission: Submission, list: YearList) {
        var addresses: [PlannedAddress] = []
        var unanswered: [ItemID: Bool?] = [:]
        var unasked: [PlannedAddress] = []
        for item in list.items {
            guard let answer = submission.answers.first(where: { $0.item == item.id }) else {
                unanswered.updateValue(nil, forKey: item.id)
                continue
            }
            guard answer.answer != false, !answer.urls.isEmpty else {
                unanswered.updateValue(answer.answer ?? false, forKey: item.id)
                unasked += answer.urls.map { CrawlPlan.planned($0.verbatim, item: item.id) }
                continue
            }
            for url in answer.urls { addresses.append(CrawlPlan.planned(url.verbatim, item: item.id)) }
        }
        self.addresses = addresses
        self.unanswered = unanswered
        self.unasked = unasked
    }

    private static func planned(_ verbatim: String, item: ItemID) -> PlannedAddress {
        do {
            return PlannedAddress(item: item, verbatim: verbatim, address: try PageAddress(submitted: verbatim))
        } catch .malformed {
            return PlannedAddress(item: item, verbatim: verbatim, fault: .malformedURL)
        } catch {
            return PlannedAddress(item: item, verbatim: verbatim, fault: .unsupportedScheme)
        }
    }
}

/// A link or frame that might be followed for an item.
public struct FollowCandidate: Sendable, Hashable {
    public var item: ItemID
    public var address: PageAddress
    public var points: Int
    /// Clicks from the submitted page, 1 for a link on it.
    public var hop: Int

    public init(item: ItemID, address: PageAddress, points: Int, hop: Int) {
        self.item = item
        self.address = address
        self.points = points
        self.hop = hop
    }
}

/// Caps what is followed and remembers what was left out.
public struct FollowPlan: Sendable {
    private let caps: CrawlCaps
    private let monthlyItems: Set<ItemID>
    private var taken: [ItemID: Set<PageAddress>] = [:]
    private var total = 0
    /// Candidates that a cap kept out, in the order in which they were offered.
    public private(set) var leftOut: [FollowCandidate] = []

    public init(caps: CrawlCaps, list: YearList) {
        self.caps = caps
        monthlyItems = Set(list.items.filter { $0.currency.codes.contains(.monthlyCurrentFY) }.map(\.id))
    }

    /// An address that the item already has needs no second row.
    public mutating func hold(_ address: PageAddress, for item: ItemID) {
        taken[item, default: []].insert(address.withoutFragment)
    }

    /// True when the candidate may be fetched; it then counts against the caps.
    public mutating func admits(_ candidate: FollowCandidate) -> Bool {
        let key = candidate.address.withoutFragment
        guard candidate.hop <= caps.hops, !(taken[candidate.item]?.contains(key) ?? false) else { return false }
        let followed = followedCount[candidate.item] ?? 0
        let most = monthlyItems.contains(candidate.item) ? caps.followedPerMonthlyItem : caps.followedPerItem
        guard followed < most, total < caps.followedPerRun else {
            leftOut.append(candidate)
            return false
        }
        taken[candidate.item, default: []].insert(key)
        followedCount[candidate.item] = followed + 1
        total += 1
        return true
    }

    private var followedCount: [ItemID: Int] = [:]
}

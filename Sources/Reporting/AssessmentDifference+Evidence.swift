public import Findings
public import GradingCore
public import WebEvidence

/// What was found at one address in two runs, where that differs.
public struct EvidenceDifference: Sendable, Hashable {
    /// Raw values are the words of `oit-diff/1`.
    public enum Change: String, Sendable, Hashable, CaseIterable {
        /// Only the newer run came to the address.
        case added
        /// Only the older run came to the address.
        case removed
        case outcome, status
        /// The address to which it leads.
        case url
        case contentType = "content_type"
        case title
        /// The bytes, by their digest. Pages with counters or today's date differ so at every visit.
        case content
        /// The way to it: submitted, or by a link.
        case via
    }
    /// What a run found there.
    public struct Visit: Sendable, Hashable {
        public let url: String
        public let via: Evidence.Via
        public let outcome: Outcome
        public let status: Int?
        public let contentType: String
        public let bytes: Int
        public let sha256: String
        public let title: String

        init(_ page: Evidence) {
            (url, via, outcome, status) = (page.url, page.via, page.outcome, page.status)
            (contentType, bytes, sha256, title) = (page.contentType, page.bytes, page.sha256, page.title)
        }
    }

    /// As it was submitted, or as the link that was followed has it.
    public let address: String
    /// The items whose evidence it is, as numbered in the newer run where it has them; in the order of the evidence.
    public let items: [ItemID]
    /// Nil when only the newer run came there.
    public let before: Visit?
    /// Nil when only the older run came there.
    public let after: Visit?
    /// In the order of the cases; empty when the same was found.
    public let changes: [Change]

    init(address: String, items: [ItemID], before: Visit?, after: Visit?) {
        self.address = address
        self.items = items
        self.before = before
        self.after = after
        guard let before, let after else {
            changes = before == nil ? (after == nil ? [] : [.added]) : [.removed]
            return
        }
        let pairs: [(Change, Bool)] = [
            (.outcome, before.outcome == after.outcome), (.status, before.status == after.status),
            (.url, before.url == after.url), (.contentType, before.contentType == after.contentType),
            (.title, before.title == after.title), (.content, before.sha256 == after.sha256),
            (.via, before.via == after.via),
        ]
        changes = pairs.filter { !$0.1 }.map(\.0)
    }

    /// True when the difference cannot come from the judgement itself: a page that says something else, or an address
    /// that was submitted or no longer is. Which links are followed depends on what is still open.
    var isFromOutside: Bool {
        switch changes {
        case []: false
        case [.added]: after?.via == .submitted
        case [.removed]: before?.via == .submitted
        default: true
        }
    }

    /// True when the page says the same of itself and only its bytes are others.
    public var isContentOnly: Bool { changes == [.content] }

    /// One entry for each address and difference, with all its items.
    static func merged(_ all: [EvidenceDifference]) -> [EvidenceDifference] {
        struct Same: Hashable {
            let address: String
            let before: Visit?
            let after: Visit?
        }
        var order: [Same] = []
        var items: [Same: [ItemID]] = [:]
        for one in all {
            let same = Same(address: one.address, before: one.before, after: one.after)
            if items[same] == nil { order.append(same) }
            for item in one.items where items[same]?.contains(item) != true { items[same, default: []].append(item) }
        }
        return order.map {
            EvidenceDifference(address: $0.address, items: items[$0] ?? [], before: $0.before, after: $0.after)
        }
    }
}

/// The findings of two runs on the same topic.
struct ItemPair {
    let before: ItemFinding?
    let after: ItemFinding?

    /// By topic; in the same year what is left by item, because a list may give an item's topic another name. In the
    /// order of the newer run, then what only the older one has.
    static func all(_ from: Assessment, _ to: Assessment) -> [ItemPair] {
        let byTopic = Matching(from.items, to.items, by: \.topic)
        guard from.fiscalYear == to.fiscalYear else { return byTopic.pairs.map { ItemPair(before: $0, after: $1) } }
        let gone = byTopic.pairs.compactMap { $0.after == nil ? $0.before : nil }
        let new = byTopic.pairs.compactMap { $0.before == nil ? $0.after : nil }
        var renamed = Matching(gone, new, by: \.item).pairs[...]
        // The new ones come first, in the same order as above, so that they can be put back one by one.
        return byTopic.pairs.filter { $0.after != nil }.map { before, after in
            let pair = before == nil ? renamed.popFirst() : nil
            return ItemPair(before: before ?? pair?.before, after: after)
        } + renamed.map { ItemPair(before: $0.before, after: $0.after) }
    }
}

/// One page or file of an item in two runs.
struct EvidencePair {
    /// Position of the item's pair; nil for evidence whose item has no finding.
    let pair: Int?
    let difference: EvidenceDifference

    private struct Key: Hashable {
        let pair: Int?
        let item: ItemID?
        let address: String
    }

    static func all(_ from: Assessment, _ to: Assessment, items: [ItemPair]) -> [EvidencePair] {
        func keyed(_ evidence: [Evidence], _ finding: (ItemPair) -> ItemFinding?) -> [(key: Key, page: Evidence)] {
            let places = items.enumerated().reduce(into: [ItemID: Int]()) { places, entry in
                if let item = finding(entry.element)?.item, places[item] == nil { places[item] = entry.offset }
            }
            return evidence.map { page in
                let pair = places[page.item]
                return (Key(pair: pair, item: pair == nil ? page.item : nil, address: page.askedAddress), page)
            }
        }
        let old = keyed(from.evidence, \.before)
        let new = keyed(to.evidence, \.after)
        return Matching(old, new, by: \.key).pairs.compactMap { before, after in
            guard let key = after?.key ?? before?.key, let item = after?.page.item ?? before?.page.item else {
                return nil
            }
            // A page that only the older run has is told under the number that the item has now.
            let shown = after == nil ? key.pair.flatMap { items[$0].after?.item } ?? item : item
            return EvidencePair(
                pair: key.pair,
                difference: EvidenceDifference(
                    address: key.address, items: [shown], before: before.map { .init($0.page) },
                    after: after.map { .init($0.page) }))
        }
    }
}

extension Evidence {
    /// The address that was asked for: as submitted, or as the link has it.
    fileprivate var askedAddress: String {
        if via == .submitted, !submittedURL.isEmpty { return submittedURL }
        return redirects.first?.address ?? url
    }
}

/// Two lists matched by a key; where a key stands several times, in order.
struct Matching<Element> {
    /// In the order of the newer list, then what only the older one has.
    let pairs: [(before: Element?, after: Element?)]

    init<Key: Hashable>(_ older: [Element], _ newer: [Element], by key: (Element) -> Key) {
        var open = Dictionary(grouping: older.indices) { key(older[$0]) }.mapValues { $0[...] }
        var used: Set<Int> = []
        let matched = newer.map { element -> (before: Element?, after: Element?) in
            guard let index = open[key(element)]?.popFirst() else { return (nil, element) }
            used.insert(index)
            return (older[index], element)
        }
        pairs = matched + older.indices.filter { !used.contains($0) }.map { (older[$0], nil) }
    }
}

import Extraction
import WebEvidence

/// A page and the way on which it was reached, when the address that was asked for is not where the content lies:
/// wrappers, pages before a file, meta refreshes. Every step is kept as a redirect, those that a rule took and no
/// server gave with status 0.
struct PageTrail {
    private(set) var page: FetchedPage
    private let requested: PageAddress
    private var seen: Set<PageAddress>

    /// - Parameters:
    ///   - way: the rules that led from `requested` to the address of `page`; nil where none did.
    init(requested: PageAddress, way: Unwrapped?, page: FetchedPage) {
        self.requested = requested
        self.page = page
        seen = [requested.withoutFragment, page.record.final.withoutFragment]
        guard let way else { return }
        seen.formUnion(way.steps.map(\.to.withoutFragment))
        self.page.record.requested = requested
        self.page.record.redirects = way.hops + page.record.redirects
        self.page.record.note(way)
    }

    /// True for an address that the trail has not come by.
    func isNew(_ address: PageAddress) -> Bool { !seen.contains(address.withoutFragment) }

    /// Goes on to the next page; what came before stays in redirects and attempts.
    mutating func go(on hops: [RedirectHop], by way: Unwrapped?, to next: FetchedPage) {
        let before = page.record
        page = next
        page.record.requested = requested
        page.record.redirects = before.redirects + hops + next.record.redirects
        page.record.attempts = before.attempts + next.record.attempts
        page.record.detail = [before.detail, next.record.detail].filter { !$0.isEmpty }.joined(separator: " ")
        if let way { page.record.note(way) }
        seen.formUnion(hops.map { $0.location }.compactMap(PageTrail.address))
        seen.insert(next.record.final.withoutFragment)
    }

    private static func address(_ text: String) -> PageAddress? {
        do { return try PageAddress(text).withoutFragment } catch { return nil }
    }
}

extension Unwrapped {
    /// Each step as a hop that no server gave.
    var hops: [RedirectHop] {
        steps.map { RedirectHop(address: $0.from.text, status: 0, location: $0.to.text) }
    }
}

extension FetchRecord {
    /// Says in the technical note by which rules the content was reached.
    mutating func note(_ way: Unwrapped) {
        let rules = way.steps.map(\.rule).joined(separator: ", ")
        detail = [detail, "Opened by rule \(rules)."].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// True when a rule led from the address that was asked for to another.
    var isUnwrapped: Bool { redirects.contains { $0.status == 0 } }
}

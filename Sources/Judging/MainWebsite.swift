import Findings
import WebEvidence

/// What the pages that were read tell of the agency's main website: which addresses of other websites it links to.
/// Assessors accept evidence that stands elsewhere only where the main website leads to it.
struct MainWebsite: Sendable {
    /// How evidence stands to the main website.
    enum Standing: Sendable, Hashable {
        /// On it or on a host below its name.
        case on
        /// Elsewhere; this page of the main website links to it.
        case linked(from: PageAddress)
        /// Elsewhere; only this page of the main website leads to that host, to another address.
        case hostLinked(from: PageAddress)
        /// Elsewhere, and of so many pages of the main website none leads there.
        case notLinked(pages: Int)
    }

    private let host: String
    private let pageCount: Int
    /// The first page in the order of addresses that links to an address (without fragment), or to a host.
    private let linkedFrom: [String: PageAddress]
    private let hostLinkedFrom: [String: PageAddress]

    /// Nil where no main website is named, or everything that was read stands on it.
    init?(_ input: JudgingInput) {
        guard let host = MainWebsite.host(input.agency.website) else { return nil }
        self.host = host
        // A main website that redirects to another host is still the main website.
        let own = input.pages.filter { page in page.ways.contains { $0.isPart(ofWebsite: host) } }
        guard own.count < input.pages.count else { return nil }
        let ownHosts = Set(own.map(\.address.host))
        let sorted =
            own
            .sorted { ($0.address.text.utf8.count, $0.address.text) < ($1.address.text.utf8.count, $1.address.text) }
        var (linkedFrom, hostLinkedFrom): ([String: PageAddress], [String: PageAddress]) = ([:], [:])
        for page in sorted {
            let frames = page.document.embeds.compactMap(\.address)
            for address in page.document.links.compactMap(\.address) + frames where !ownHosts.contains(address.host) {
                let key = address.keyAcrossSchemes
                if linkedFrom[key] == nil { linkedFrom[key] = page.address }
                if hostLinkedFrom[address.host] == nil { hostLinkedFrom[address.host] = page.address }
            }
        }
        pageCount = own.count
        self.linkedFrom = linkedFrom
        self.hostLinkedFrom = hostLinkedFrom
    }

    private static func host(_ website: String) -> String? {
        do { return try PageAddress(submitted: website).host } catch { return nil }
    }

    /// - Parameter ways: the addresses of one piece of evidence: as submitted, and where it was found in the end.
    func standing(of ways: [PageAddress]) -> Standing {
        if ways.contains(where: { $0.isPart(ofWebsite: host) }) { return .on }
        if let page = ways.lazy.compactMap({ linkedFrom[$0.keyAcrossSchemes] }).first { return .linked(from: page) }
        if let page = ways.lazy.compactMap({ hostLinkedFrom[$0.host] }).first { return .hostLinked(from: page) }
        return .notLinked(pages: pageCount)
    }
}

extension PageAddress {
    /// `http` and `https` of one address are the same place, with and without a slash at the end.
    fileprivate var keyAcrossSchemes: String {
        let plain = withoutFragment.text.drop { $0 != ":" }
        return String(plain.last == "/" ? plain.dropLast() : plain)
    }
}

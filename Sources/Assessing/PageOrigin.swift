import Extraction
import Fetching
import Storage
import WebEvidence

/// Where the pages of a run come from.
enum PageOrigin: Sendable {
    /// The network; what a broken run has already is not asked for again.
    case network(Fetcher, kept: [PageAddress: FetchedPage], keeper: RunKeeper?)
    /// What a run has kept, and nothing else.
    case kept([PageAddress: FetchedPage])

    /// True when nothing but kept pages can be had.
    var isClosed: Bool {
        if case .kept = self { true } else { false }
    }

    /// True for an address that can be had at all.
    func offers(_ address: PageAddress) -> Bool {
        switch self {
        case .network: true
        case .kept(let pages): pages[address.withoutFragment] != nil
        }
    }
}

extension FetchedPage {
    /// What a run keeps of the page.
    var kept: KeptPage {
        KeptPage(
            record: record, pass: pass, document: document, extractor: document == nil ? nil : extractorVersion)
    }
}

extension [KeptPage] {
    /// By requested address without fragment, read where needed.
    func fetched(_ bodies: BodyReading) async -> [PageAddress: FetchedPage] {
        await withTaskGroup(of: (PageAddress, FetchedPage).self) { group in
            for page in self {
                group.addTask { (page.record.requested.withoutFragment, await bodies.page(page)) }
            }
            var pages: [PageAddress: FetchedPage] = [:]
            for await (address, page) in group { pages[address] = page }
            return pages
        }
    }
}

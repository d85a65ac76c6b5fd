import Extraction
import Fetching
import Storage
import WebEvidence

/// Where the pages of a run come from.
enum PageOrigin: Sendable {
    /// The network; what a broken run has already is not asked for again.
    case network(Fetcher, robots: RobotsGate?, kept: [PageAddress: FetchedPage], keeper: RunKeeper?)
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
    /// A kept page as it was when it was fetched. A document of this extractor is taken, else the body is read anew.
    init(_ kept: KeptPage, wrappers: WrapperRules = .none) {
        guard kept.extractor == extractorVersion, let document = kept.document else {
            self = PageReader.read(kept.record, wrappers: wrappers)
            pass = kept.pass
            return
        }
        let kind = bodyKind(of: kept.record.body, contentType: kept.record.header("Content-Type"))
        // JSON that was read was the content of a page.
        self.init(record: kept.record, document: document, kind: kind == .json ? .html : kind, pass: kept.pass)
    }

    /// What a run keeps of the page.
    var kept: KeptPage {
        KeptPage(
            record: record, pass: pass, document: document, extractor: document == nil ? nil : extractorVersion)
    }
}

extension [KeptPage] {
    /// By requested address without fragment, read where needed.
    func fetched(wrappers: WrapperRules) async -> [PageAddress: FetchedPage] {
        await withTaskGroup(of: (PageAddress, FetchedPage).self) { group in
            for page in self {
                group.addTask { (page.record.requested.withoutFragment, FetchedPage(page, wrappers: wrappers)) }
            }
            var pages: [PageAddress: FetchedPage] = [:]
            for await (address, page) in group { pages[address] = page }
            return pages
        }
    }
}

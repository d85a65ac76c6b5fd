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
    /// A kept page as it was when it was fetched. A document of this extractor, or one that only a browser could give,
    /// is taken, else the body is read anew; where this computer lacks the program for that, the document of then is
    /// taken too.
    init(_ kept: KeptPage, files: DocumentShelf?) async {
        let kind = bodyKind(of: kept.record.body, contentType: kept.record.header("Content-Type"))
        if let document = kept.document, kept.extractor == extractorVersion || document.isRendered {
            self.init(record: kept.record, document: document, kind: kind, pass: kept.pass)
            return
        }
        self = await PageReader.read(kept.record, files: files)
        pass = kept.pass
        if let old = kept.document, document == nil || document?.fault == .programMissing { document = old }
    }

    /// What a run keeps of the page.
    var kept: KeptPage {
        KeptPage(
            record: record, pass: pass, document: document, extractor: document == nil ? nil : extractorVersion)
    }
}

extension [KeptPage] {
    /// By requested address without fragment, read where needed.
    /// - Parameter files: reads files other than pages; nil where nothing is read of them.
    func fetched(files: DocumentShelf?) async -> [PageAddress: FetchedPage] {
        await withTaskGroup(of: (PageAddress, FetchedPage).self) { group in
            for page in self {
                group.addTask { (page.record.requested.withoutFragment, await FetchedPage(page, files: files)) }
            }
            var pages: [PageAddress: FetchedPage] = [:]
            for await (address, page) in group { pages[address] = page }
            return pages
        }
    }
}

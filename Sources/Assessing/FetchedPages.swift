import Documents
import Extraction
import Fetching
import Storage
import WebEvidence

/// A page after fetching and reading, before its place among the others is known.
struct FetchedPage: Sendable {
    var record: FetchRecord
    var document: ExtractedDocument?
    var kind: BodyKind
    /// 2 when the second pass has tried it again.
    var pass = 1
}

/// Who reads a body: documents kept by another are read anew.
let extractorVersion = ExtractorVersion("\(extractionRevision)")

/// Fetches and reads addresses, each once. Reading runs on all cores while the network waits for nobody.
struct PageReader: Sendable {
    let origin: PageOrigin
    let bodies: BodyReading
    let report: @Sendable (AuditEvent) -> Void

    /// One entry for each different address, whatever the order of arrival.
    func pages(_ addresses: [PageAddress], for purpose: FetchPurpose) async -> [PageAddress: FetchedPage] {
        await withTaskGroup(of: (PageAddress, FetchedPage).self) { group in
            for address in Set(addresses.map(\.withoutFragment)) {
                group.addTask { (address, await page(address, purpose: purpose)) }
            }
            var pages: [PageAddress: FetchedPage] = [:]
            for await (address, page) in group { pages[address] = page }
            return pages
        }
    }

    /// The second try of addresses that failed: their earlier attempts stay in the record.
    func pages(again failed: [PageAddress: FetchedPage]) async -> [PageAddress: FetchedPage] {
        await withTaskGroup(of: (PageAddress, FetchedPage).self) { group in
            for (address, before) in failed {
                group.addTask { (address, await page(address, purpose: .submitted, after: before)) }
            }
            var pages: [PageAddress: FetchedPage] = [:]
            for await (address, page) in group { pages[address] = page }
            return pages
        }
    }

    /// Throws when something could not be kept.
    func check() throws(StoreError) {
        if case .network(_, _, let keeper?) = origin { try keeper.check() }
    }

    func note(_ progress: RunProgress) async {
        if case .network(_, _, let keeper?) = origin { await keeper.note(progress) }
    }

    /// Keeps pages whose outcome was found to be another one since they were fetched.
    func keep(_ pages: [FetchedPage]) async {
        guard case .network(_, _, let keeper?) = origin else { return }
        for page in pages { await keeper.keep(page) }
    }

    /// One page, from the network or from what is kept, and kept in turn.
    /// - Parameter before: the failed page of the first pass; it is then tried once more, with longer limits.
    func page(
        _ address: PageAddress, purpose: FetchPurpose, after before: FetchedPage? = nil
    ) async -> FetchedPage {
        switch origin {
        case .kept(let pages): return pages[address] ?? PageReader.stopped(address)
        case .network(let fetcher, let kept, let keeper):
            if before == nil, let page = kept[address] { return page }
            if let keeper, keeper.hasFailed { return PageReader.stopped(address) }
            let asker = PageAsker(fetcher: fetcher, purpose: purpose, earlier: before?.record)
            var page = await fetched(address, by: asker)
            if let before {
                // A second try that we ended ourselves says nothing: the first stands, and is tried again next time.
                if page.record.wasStopped || page.record.attempts == before.record.attempts { return before }
                page.pass = 2
            }
            await keeper?.keep(page)
            return page
        }
    }

    private static func stopped(_ address: PageAddress) -> FetchedPage {
        FetchedPage(record: .stopped(address), document: nil, kind: .unknown)
    }

    /// Fetches one address and what it leads to, and reads what came.
    private func fetched(_ address: PageAddress, by asker: PageAsker) async -> FetchedPage {
        report(.started(address: address.text))
        let page = await bodies.shown(await content(of: address, by: asker), by: asker)
        report(
            .fetched(
                address: address.text, outcome: page.record.outcome.rawValue, milliseconds: page.record.milliseconds))
        return page
    }
}

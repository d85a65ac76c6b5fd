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
    let wrappers: WrapperRules
    let report: @Sendable (AuditEvent) -> Void

    /// One entry for each different address, whatever the order of arrival.
    func pages(_ addresses: [PageAddress], areSubmitted: Bool) async -> [PageAddress: FetchedPage] {
        await withTaskGroup(of: (PageAddress, FetchedPage).self) { group in
            for address in Set(addresses.map(\.withoutFragment)) {
                group.addTask { (address, await page(address, isSubmitted: areSubmitted)) }
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
                group.addTask { (address, await page(address, isSubmitted: true, after: before)) }
            }
            var pages: [PageAddress: FetchedPage] = [:]
            for await (address, page) in group { pages[address] = page }
            return pages
        }
    }

    /// Throws when something could not be kept.
    func check() throws(StoreError) {
        if case .network(_, _, _, let keeper?) = origin { try keeper.check() }
    }

    func note(_ progress: RunProgress) async {
        if case .network(_, _, _, let keeper?) = origin { await keeper.note(progress) }
    }

    /// One page, from the network or from what is kept, and kept in turn.
    func page(_ address: PageAddress, isSubmitted: Bool, after before: FetchedPage? = nil) async -> FetchedPage {
        switch origin {
        case .kept(let pages): return pages[address] ?? PageReader.stopped(address)
        case .network(let fetcher, let robots, let kept, let keeper):
            if before == nil, let page = kept[address] { return page }
            if let keeper, keeper.hasFailed { return PageReader.stopped(address) }
            let asker = PageAsker(fetcher: fetcher, robots: robots, isSubmitted: isSubmitted)
            let asked = wrappers.contentAddress(of: address)?.target ?? address
            if var record = await robots?.refusal(of: asked, isSubmitted: isSubmitted) {
                record.requested = address
                let page = read(record)
                await keeper?.keep(page)
                return page
            }
            var page = await fetched(address, by: asker)
            if let before {
                // A second try that we ended ourselves says nothing: the first stands, and is tried again next time.
                if page.record.wasStopped { return before }
                page.record.attempts = before.record.attempts + page.record.attempts
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
        let page = await content(of: address, by: asker)
        report(
            .fetched(
                address: address.text, outcome: page.record.outcome.rawValue, milliseconds: page.record.milliseconds))
        return page
    }

    func read(_ record: FetchRecord) -> FetchedPage { PageReader.read(record, wrappers: wrappers) }

    /// What a body says; nothing for kinds that are not read.
    static func read(_ record: FetchRecord, wrappers: WrapperRules = .none) -> FetchedPage {
        let contentType = record.header("Content-Type")
        let kind = bodyKind(of: record.body, contentType: contentType)
        if record.outcome == .ok, kind == .json,
            let entry = wordPressDocument(json: record.body, address: record.final, wrappers: wrappers)
        {
            return FetchedPage(record: record, document: entry, kind: .html)
        }
        guard record.outcome == .ok, kind.isReadable else {
            return FetchedPage(record: record, document: nil, kind: kind)
        }
        let document = extractedDocument(
            body: record.body, contentType: contentType, lastModified: record.header("Last-Modified"),
            address: record.final, wrappers: wrappers)
        return FetchedPage(record: record, document: document, kind: kind)
    }
}

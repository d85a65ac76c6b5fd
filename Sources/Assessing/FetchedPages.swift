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
    /// Reads files other than pages; nil where they are not read.
    var files: DocumentShelf?
    let report: @Sendable (AuditEvent) -> Void

    /// At most so many meta refreshes in a row are followed.
    private static let mostRefreshes = 3

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
            var page = await fetched(address, by: fetcher, purpose: purpose, after: before?.record)
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

    /// Fetches one address, follows a meta refresh as a redirect, and reads what came.
    private func fetched(
        _ address: PageAddress, by fetcher: Fetcher, purpose: FetchPurpose, after before: FetchRecord?
    ) async -> FetchedPage {
        report(.started(address: address.text))
        var page = await read(
            before == nil
                ? await fetcher.fetch(address, purpose: purpose)
                : await fetcher.fetchPatiently(address, after: before, purpose: purpose))
        var seen: Set<PageAddress> = [address]
        for _ in 0..<PageReader.mostRefreshes {
            guard let target = page.document?.refreshTarget?.withoutFragment, page.record.contentOutcome == .ok,
                target != page.record.final.withoutFragment, seen.insert(target).inserted
            else { break }
            let before = page.record
            let next = await read(await fetcher.fetch(target, purpose: purpose))
            page = next
            page.record.requested = before.requested
            page.record.redirects =
                before.redirects
                + [RedirectHop(address: before.final.text, status: before.status ?? 200, location: target.text)]
                + next.record.redirects
            page.record.attempts = before.attempts + next.record.attempts
        }
        report(
            .fetched(
                address: address.text, outcome: page.record.outcome.rawValue, milliseconds: page.record.milliseconds))
        return page
    }

    private func read(_ record: FetchRecord) async -> FetchedPage { await PageReader.read(record, files: files) }

    /// What a body says; nothing for kinds that are not read.
    static func read(_ record: FetchRecord, files: DocumentShelf?) async -> FetchedPage {
        let contentType = record.header("Content-Type")
        let lastModified = record.header("Last-Modified")
        let kind = bodyKind(of: record.body, contentType: contentType)
        guard record.contentOutcome == .ok else { return FetchedPage(record: record, document: nil, kind: kind) }
        if kind.isReadable {
            let document = extractedDocument(
                body: record.body, contentType: contentType, lastModified: lastModified, address: record.final)
            return FetchedPage(record: record, document: document, kind: kind)
        }
        guard kind.isFile, let files, !record.body.isEmpty else {
            return FetchedPage(record: record, document: nil, kind: kind)
        }
        let file = ReceivedFile(body: record.body, kind: kind, contentType: contentType, address: record.final)
        var document = await files.document(of: file, sha256: record.sha256)
        if let lastModified, !lastModified.isEmpty {
            document.machineDates.insert(
                MachineDate(text: lastModified, role: .file, source: headerDateSource), at: 0)
        }
        return FetchedPage(record: record, document: document, kind: kind)
    }
}

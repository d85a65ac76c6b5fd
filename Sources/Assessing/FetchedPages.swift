import Extraction
import Fetching
import WebEvidence

/// A page after fetching and reading, before its place among the others is known.
struct FetchedPage: Sendable {
    var record: FetchRecord
    var document: ExtractedDocument?
    var kind: BodyKind
}

/// Fetches and reads addresses, each once. Reading runs on all cores while the network waits for nobody.
struct PageReader: Sendable {
    let fetcher: Fetcher
    let report: @Sendable (AuditEvent) -> Void

    /// At most so many meta refreshes in a row are followed.
    private static let mostRefreshes = 3

    /// One entry for each different address, whatever the order of arrival.
    func pages(_ addresses: [PageAddress]) async -> [PageAddress: FetchedPage] {
        await withTaskGroup(of: (PageAddress, FetchedPage).self) { group in
            for address in Set(addresses.map(\.withoutFragment)) {
                group.addTask { (address, await page(address)) }
            }
            var pages: [PageAddress: FetchedPage] = [:]
            for await (address, page) in group { pages[address] = page }
            return pages
        }
    }

    /// Fetches one address, follows a meta refresh as a redirect, and reads what came.
    func page(_ address: PageAddress) async -> FetchedPage {
        report(.started(address: address.text))
        var page = PageReader.read(await fetcher.fetch(address))
        var seen: Set<PageAddress> = [address]
        for _ in 0..<PageReader.mostRefreshes {
            guard let target = page.document?.refreshTarget?.withoutFragment, page.record.outcome == .ok,
                target != page.record.final.withoutFragment, seen.insert(target).inserted
            else { break }
            let before = page.record
            let next = PageReader.read(await fetcher.fetch(target))
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

    /// What a body says; nothing for kinds that are not read.
    static func read(_ record: FetchRecord) -> FetchedPage {
        let contentType = record.header("Content-Type")
        let kind = bodyKind(of: record.body, contentType: contentType)
        guard record.outcome == .ok, kind.isReadable else {
            return FetchedPage(record: record, document: nil, kind: kind)
        }
        let document = extractedDocument(
            body: record.body, contentType: contentType, lastModified: record.header("Last-Modified"),
            address: record.final)
        return FetchedPage(record: record, document: document, kind: kind)
    }
}

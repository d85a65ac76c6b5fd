import Extraction
import Fetching
import WebEvidence

extension PageReader {
    /// At most so many pages on the way to the content are gone through.
    private static let mostSteps = 4

    /// Fetches one address and goes on to where its content lies: behind a viewer or drive, past a page that asks to
    /// confirm a download, by a meta refresh, or at the open interface of the site where the page came empty.
    func content(of address: PageAddress, by asker: PageAsker) async -> FetchedPage {
        let way = bodies.wrappers.contentAddress(of: address)
        return await content(of: address, way: way, from: await asker.first(of: way?.target ?? address), by: asker)
    }

    /// The same where the answer of the first address is there; `way` led to it.
    func content(
        of address: PageAddress, way: Unwrapped? = nil, from record: FetchRecord, by asker: PageAsker
    ) async -> FetchedPage {
        var trail = PageTrail(requested: address, way: way, page: await bodies.page(record))
        for _ in 0..<PageReader.mostSteps {
            guard await goOn(&trail, by: asker) else { break }
        }
        return trail.page
    }

    /// One step further; false at the end of the way.
    private func goOn(_ trail: inout PageTrail, by asker: PageAsker) async -> Bool {
        let record = trail.page.record
        let isPage = record.contentOutcome == .ok && trail.page.kind == .html
        if isPage, let target = trail.page.document?.refreshTarget?.withoutFragment, trail.isNew(target) {
            let hop = RedirectHop(address: record.final.text, status: record.status ?? 200, location: target.text)
            trail.go(on: [hop], by: nil, to: await bodies.page(await asker.record(of: target)))
            return true
        }
        if isPage, let way = bodies.wrappers.interstitial(at: record.final, body: record.body), trail.isNew(way.target)
        {
            trail.go(on: way.hops, by: way, to: await bodies.page(await asker.record(of: way.target)))
            return true
        }
        // Short links and the open links of drives lead to a wrapper.
        if isPage, let way = bodies.wrappers.contentAddress(of: record.final), trail.isNew(way.target) {
            trail.go(on: way.hops, by: way, to: await bodies.page(await asker.record(of: way.target)))
            return true
        }
        return await tryBehind(&trail, by: asker)
    }

    /// Addresses that hold or may hold the content of a page; a guess replaces the page only where it gives a file or
    /// page.
    private func tryBehind(_ trail: inout PageTrail, by asker: PageAsker) async -> Bool {
        let record = trail.page.record
        guard record.contentOutcome == .ok, trail.page.kind == .html else { return false }
        if let way = bodies.wrappers.contentAddress(behindPageAt: record.final), trail.isNew(way.target) {
            let next = await bodies.page(await asker.record(of: way.target))
            if !way.isGuess || next.record.contentOutcome == .ok {
                trail.go(on: way.hops, by: way, to: next)
                return true
            }
        }
        guard let document = trail.page.document, document.isThin, let target = wordPressAddress(of: record),
            trail.isNew(target)
        else { return false }
        let next = await bodies.page(await asker.record(of: target))
        guard let found = next.document, !found.isThin else { return false }
        let hop = RedirectHop(address: record.final.text, status: 0, location: target.text)
        trail.go(on: [hop], by: nil, to: next)
        return false
    }
}

/// Asks the network within one page.
struct PageAsker: Sendable {
    let fetcher: Fetcher
    let purpose: FetchPurpose
    /// The record of the first pass; the first address is then tried once more, with longer limits.
    let earlier: FetchRecord?
    /// The answer to the first request, where it was made already.
    var given: FetchRecord?

    func first(of address: PageAddress) async -> FetchRecord {
        if let given { return given }
        guard let earlier else { return await record(of: address) }
        return await fetcher.fetchPatiently(address, after: earlier, purpose: purpose)
    }

    func record(of address: PageAddress) async -> FetchRecord { await fetcher.fetch(address, purpose: purpose) }
}

import Documents
import Extraction
import Fetching
import Judging
import Storage
import WebEvidence

/// A page after fetching and reading, before its place among the others is known.
struct FetchedPage: Sendable {
    var record: FetchRecord
    private var text: Text
    var kind: BodyKind
    /// 2 when the second pass has tried it again.
    var pass = 1
    /// What the page is by its content; nil until that was looked at.
    private(set) var outcome: ClassifiedOutcome?
    /// What the page's parts are compared by; nil until then, and without document.
    private(set) var print: PagePrint?
    /// Bytes of the body, also when it was let go.
    private(set) var bodyBytes: Int

    private enum Text: Sendable {
        case none
        case open(ExtractedDocument)
        case closed(ClosedDocument)
    }

    init(record: FetchRecord, document: ExtractedDocument?, kind: BodyKind, pass: Int = 1) {
        self.record = record
        self.kind = kind
        self.pass = pass
        text = document.map(Text.open) ?? .none
        bodyBytes = record.body.count
    }

    /// What the body says. Of a page that was put away it is read anew at every call.
    var document: ExtractedDocument? {
        get {
            switch text {
            case .none: nil
            case .open(let document): document
            case .closed(let closed): closed.opened()
            }
        }
        set { text = newValue.map(Text.open) ?? .none }
    }

    /// The document as far as it is at hand: at least title, frames, dates and faults.
    var outline: ExtractedDocument? {
        switch text {
        case .none: nil
        case .open(let document): document
        case .closed(let closed): closed.outline
        }
    }

    /// The page as the judge reads it.
    func read(furniture: SiteFurniture.Mask?, isFrontPage: Bool, contentFrames: Set<PageAddress>) -> ReadPage? {
        switch text {
        case .none: nil
        case .open(let document):
            ReadPage(
                address: record.final, document: document, furniture: furniture, isFrontPage: isFrontPage,
                contentFrames: contentFrames, requested: record.requested.withoutFragment)
        case .closed(let closed):
            ReadPage(
                address: record.final, closed: closed, furniture: furniture, isFrontPage: isFrontPage,
                contentFrames: contentFrames, requested: record.requested.withoutFragment)
        }
    }

    /// True when its content was looked at.
    var isComplete: Bool { outcome != nil }

    /// Looks at the content, once.
    mutating func complete(_ completion: OutcomeCompletion) {
        if outcome == nil {
            outcome = completedOutcome(
                of: record, document: document, kind: kind, siteFrontPage: completion.website,
                signatures: completion.signatures)
        }
        if print == nil, let document { print = PagePrint(address: record.final, document: document) }
    }

    /// Lets go of the body, which is stored, and holds the document in little room. Bodies of failures are kept: the
    /// record may be stored once more.
    mutating func putAway(_ encoded: EncodedDocument?) {
        if record.contentOutcome == .ok { record.body = [] }
        if let encoded { text = .closed(encoded.closed()) }
    }
}

/// What tells, beside the page itself, what a page is.
struct OutcomeCompletion: Sendable {
    var website: PageAddress?
    var signatures: PageSignatures
}

/// Who reads a body: documents kept by another are read anew.
let extractorVersion = ExtractorVersion("\(extractionRevision)")

/// Fetches and reads addresses, each once. Reading runs on all cores while the network waits for nobody.
struct PageReader: Sendable {
    let origin: PageOrigin
    let bodies: BodyReading
    let report: @Sendable (AuditEvent) -> Void
    /// With it pages are looked at as they come and then put away; nil for a reader whose pages stay as they are.
    var completion: OutcomeCompletion?

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
            return await stored(page, by: keeper)
        }
    }

    /// Stores the page before anything is concluded from it.
    private func stored(_ page: FetchedPage, by keeper: RunKeeper?) async -> FetchedPage {
        guard let completion else {
            await keeper?.keep(page)
            return page
        }
        var page = page
        let encoded = page.document.map { EncodedDocument($0, base: page.record.final) }
        await keeper?.keep(page, encoded: encoded)
        page.complete(completion)
        page.putAway(encoded)
        return page
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

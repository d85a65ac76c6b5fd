public import Documents
public import Extraction
public import Fetching
public import GradingCore
public import WebEvidence

/// A page of a website as it was opened and read, with what it turned out to be.
public struct OpenedPage: Sendable {
    /// With every redirect and attempt, and the body.
    public var record: FetchRecord
    /// Nil for what is not read.
    public var document: ExtractedDocument?
    public var kind: BodyKind
    /// The completed outcome (soft 404, challenge, empty …).
    public var outcome: Outcome
}

/// Opens pages that nobody submitted, in the same way in which an audit opens what was: robots.txt decides, wrappers
/// are opened, files and scripted pages are read where that is set.
public struct SiteReading: Sendable {
    private let reader: PageReader
    private let fetcher: Fetcher
    private let signatures: PageSignatures
    private let wrappers: WrapperRules
    private let robots: RobotsCache

    /// - Parameters:
    ///   - documents: reads files; nil where they are not read.
    ///   - rendering: shows pages made by script; nil where none is shown.
    ///   - asOf: the day that scripts are told.
    ///   - report: told of each request.
    public init(
        fetcher: Fetcher, robots: RobotsMode, signatures: PageSignatures, wrappers: WrapperRules,
        documents: DocumentReading? = nil, rendering: PageRendering? = nil, asOf: CivilDate,
        report: @escaping @Sendable (AuditEvent) -> Void = { _ in }
    ) {
        self.signatures = signatures
        self.fetcher = fetcher
        self.wrappers = wrappers
        let cache = RobotsCache { await fetcher.fetch($0, purpose: .robots) }
        self.robots = cache
        reader = PageReader(
            origin: .network(fetcher.heeding(robots, asking: cache), kept: [:], keeper: nil),
            bodies: BodyReading(
                wrappers: wrappers, files: documents.map { DocumentShelf($0, store: nil) }, rendering: rendering,
                asOf: asOf),
            report: report)
    }

    /// One page for each different address, fragments aside, whatever the order of arrival.
    /// - Parameter frontPage: of the website, where known: a redirect there is no page.
    public func pages(_ addresses: [PageAddress], frontPage: PageAddress?) async -> [PageAddress: OpenedPage] {
        await reader.pages(addresses, for: .followed).mapValues { page in
            let outcome = completedOutcome(
                of: page.record, document: page.document, kind: page.kind, siteFrontPage: frontPage,
                signatures: signatures)
            return OpenedPage(
                record: page.record, document: page.document, kind: page.kind, outcome: outcome.outcome)
        }
    }

    /// The sitemaps that the robots.txt of an address's host names, as far as it was asked; not checked.
    public func sitemaps(namedFor address: PageAddress) -> [String] { robots.sitemaps(of: address.hostKey) }

    /// What asking for the robots.txt of a site gives: a site that cannot be reached is kept shut like one that refuses.
    public func robotsOutcome(of address: PageAddress) async -> Outcome {
        let robots = PageAddress(
            scheme: address.scheme, host: address.host, port: address.port, path: "/robots.txt", query: nil,
            fragment: nil)
        return await fetcher.fetch(robots, purpose: .robots).outcome
    }

    /// Where a link leads whose address only sends on (`google.com/url?q=…`); the address itself for all others.
    /// - Parameter forwarders: ids of the wrapper rules that send on.
    public func destination(of address: PageAddress, forwarders: Set<String>) -> PageAddress {
        guard let way = wrappers.contentAddress(of: address) else { return address }
        return way.steps.prefix { forwarders.contains($0.rule) }.last?.to ?? address
    }
}

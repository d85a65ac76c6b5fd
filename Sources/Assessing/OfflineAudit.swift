import Digests
import Extraction
public import Findings
import Storage
public import WebEvidence

/// A page or file that lies at hand instead of on the network.
public struct OfflinePage: Sendable {
    public var address: PageAddress
    public var body: [UInt8]
    public var contentType: String
    /// What the body says, where it is not to be read from its bytes.
    public var document: ExtractedDocument?

    public init(address: PageAddress, body: [UInt8], contentType: String, document: ExtractedDocument? = nil) {
        self.address = address
        self.body = body
        self.contentType = contentType
        self.document = document
    }

    fileprivate func fetched(_ bodies: BodyReading) async -> FetchedPage {
        let record = FetchRecord(
            requested: address, final: address, status: 200,
            headers: [HeaderField(name: "Content-Type", value: contentType)], body: body,
            sha256: ContentDigest(of: body).hexadecimal, outcome: .ok)
        guard let document else { return await bodies.page(record) }
        return FetchedPage(record: record, document: document, kind: bodyKind(of: body, contentType: contentType))
    }
}

/// Audits a submission whose pages are given, without network: the same steps as `audited`, and what is not among the
/// pages is not there.
public func audited(_ request: AuditRequest, offline pages: [OfflinePage]) async -> Assessment {
    let bodies = request.bodies(store: nil)
    var kept: [PageAddress: FetchedPage] = [:]
    for page in pages { kept[page.address.withoutFragment] = await page.fetched(bodies) }
    let past = AuditRun.PastRun(id: nil, wasStopped: false, progress: RunProgress())
    var run = AuditRun(request: request, origin: .kept(kept), bodies: bodies, past: past) { _ in }
    do throws(StoreError) {
        let judgement = try await run.judgement()
        return run.assembled(judgement, startedAt: "", finishedAt: "")
    } catch {
        preconditionFailure("a run without a store cannot fail to be kept: \(error)")
    }
}

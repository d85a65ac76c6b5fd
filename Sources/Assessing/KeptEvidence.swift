public import Findings
public import Storage
public import WebEvidence

/// The evidence of a kept run as it can be shown again.
public struct KeptEvidence: Sendable {
    /// Every page of the run, by the text of its requested address without fragment.
    public var records: [String: FetchRecord]
    /// What was read of each.
    public var documents: [String: ExtractedDocument]
    /// Hides what any page of the run shows of private persons, as the report does.
    public var masking: Masking

    /// The page that is a piece of evidence, found by its bytes; nil where none was kept.
    public func page(of evidence: Evidence) -> (record: FetchRecord, document: ExtractedDocument?)? {
        guard !evidence.sha256.isEmpty else { return nil }
        let same = records.filter { $0.value.sha256 == evidence.sha256 }.sorted { $0.key < $1.key }
        guard let found = same.first(where: { $0.value.final.text == evidence.url }) ?? same.first else { return nil }
        return (found.value, documents[found.key])
    }
}

/// Reads the evidence of a kept run again, without network, with the rules of today for what is personal.
/// - Parameter request: made from the stored submission.
public func keptEvidence(
    of run: StoredRun, in store: any RunStore, request: AuditRequest
) async throws(StoreError) -> KeptEvidence {
    var again = try await repeated(run, in: store, request: request)
    let judgement = try await again.judgement()
    _ = again.assembled(judgement, startedAt: run.draft.startedAt, finishedAt: run.draft.startedAt)
    let pages = again.pages
    return KeptEvidence(
        records: pages.reduce(into: [:]) { $0[$1.key.withoutFragment.text] = $1.value.record },
        documents: pages.reduce(into: [:]) { $0[$1.key.withoutFragment.text] = $1.value.document },
        masking: personalDataMasking(
            documents: again.documents(), addresses: pages.values.map(\.record.final),
            rules: request.personalDataRules))
}

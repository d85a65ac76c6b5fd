import Extraction
import Findings
import GradingCore
import Judging
import ThaiText
import WebEvidence

/// The assessment with what its pages show of private persons: told once for each page and kind, and hidden in every
/// other text.
/// - Parameter documents: the pages that were read, by the evidence that they are. A page that is evidence of several
///   items counts for the first.
func personalDataChecked(
    _ assessment: Assessment,
    documents: [(evidence: EvidenceID, item: ItemID, page: ReadPage)],
    rules: PersonalDataRules
) -> Assessment {
    let pages = Dictionary(documents.map { ($0.evidence, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    var known: [PersonalDatum] = []
    var findings: [PersonalDataFinding] = []
    for entry in assessment.evidence where seen.insert(pageKey(entry)).inserted {
        var found: [PlacedPersonalDatum] = []
        if let page = pages[entry.id]?.page {
            found += personalData(in: page.document, furniture: page.furniture, rules: rules)
        }
        // Files that cannot be read have names all the same.
        if let address = fetchedAddress(entry) { found += personalData(in: address, rules: rules) }
        known += found.map(\.datum)
        findings += PersonalDataFinding.Kind.allCases.compactMap { finding($0, in: found, of: entry) }
    }
    let mask = PersonalDataMask(known)
    var result = assessment
    result.personalData = findings
    return result.masked(by: Masking { mask.masked($0) })
}

/// Hides everything that the pages show of private persons.
func personalDataMasking(
    documents: [(evidence: EvidenceID, item: ItemID, page: ReadPage)],
    addresses: [PageAddress], rules: PersonalDataRules
) -> Masking {
    let found =
        documents.flatMap { personalData(in: $0.page.document, furniture: $0.page.furniture, rules: rules) }
        + addresses.flatMap { personalData(in: $0, rules: rules) }
    let mask = PersonalDataMask(found.map(\.datum))
    return Masking { mask.masked($0) }
}

/// The same bytes are the same page under whatever address.
private func pageKey(_ evidence: Evidence) -> String {
    evidence.sha256.isEmpty ? evidence.url : evidence.sha256
}

private func fetchedAddress(_ evidence: Evidence) -> PageAddress? {
    do { return try PageAddress(submitted: evidence.url) } catch { return nil }
}

/// What a page shows of one kind; nil when nothing.
private func finding(
    _ kind: PersonalDataFinding.Kind, in found: [PlacedPersonalDatum], of entry: Evidence
) -> PersonalDataFinding? {
    let data = found.filter { PersonalDataFinding.Kind($0.datum.kind) == kind }
    guard let first = data.first else { return nil }
    return PersonalDataFinding(
        kind: kind, evidence: entry.id, item: entry.item, count: Set(data.map(\.datum.key)).count,
        masked: first.datum.masked, place: first.place.rawValue)
}

extension PersonalDataFinding.Kind {
    init(_ kind: PersonalDatum.Kind) {
        self =
            switch kind {
            case .citizenNumber: .citizenID
            case .bankAccount: .bankAccount
            case .telephone: .telephone
            case .homeAddress: .homeAddress
            }
    }
}

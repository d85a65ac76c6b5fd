public import Documents
import Extraction
public import Storage
public import ThaiText
import WebEvidence

/// The lines of each page that both runs have kept and that changed between them, by the final address in the newer
/// run. Personal data is hidden in them. Bodies of which nothing was read have no lines and are left out.
/// - Parameter documents: reads files that were kept without what they say; nil where they are left out.
public func changedTexts(
    from old: StoredRun, in oldStore: any RunStore, to new: StoredRun, in newStore: any RunStore,
    hiding rules: PersonalDataRules, documents: DocumentReading? = nil
) async throws(StoreError) -> [String: (before: [String], after: [String])] {
    let before = try await oldStore.pages(of: old.key, readBy: extractorVersion)
    let after = try await newStore.pages(of: new.key, readBy: extractorVersion)
    let known = before.reduce(into: [:]) { $0[$1.record.requested.withoutFragment.text] = $1 }
    let bodies = BodyReading(files: documents.map { DocumentShelf($0, store: nil) })
    var texts: [String: (before: [String], after: [String])] = [:]
    for page in after {
        guard let earlier = known[page.record.requested.withoutFragment.text],
            earlier.record.sha256 != page.record.sha256,
            let old = await bodies.page(earlier).document,
            let new = await bodies.page(page).document
        else { continue }
        texts[page.record.final.text] = (old.lines(hiding: rules), new.lines(hiding: rules))
    }
    return texts
}

extension ExtractedDocument {
    fileprivate func lines(hiding rules: PersonalDataRules) -> [String] {
        let mask = PersonalDataMask(personalData(in: self, furniture: nil, rules: rules).map(\.datum))
        return blocks.map { mask.masked($0.text) }
    }
}

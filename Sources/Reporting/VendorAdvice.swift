import Findings
import GradingCore
import WebEvidence

/// What to tell whoever runs the website: one entry for each technical failure, with the pages that show it.
struct VendorNotice: Sendable, Hashable {
    struct Failure: Sendable, Hashable {
        var outcome: Outcome
        var advice: VendorAdvice
        /// In the order of the evidence, each address once.
        var pages: [Evidence]
    }

    var failures: [Failure]

    /// Nil when none of the pages shows a technical failure.
    init?(_ pages: [Evidence]) {
        var failures: [Failure] = []
        for page in pages {
            guard let advice = page.outcome.vendorAdvice else { continue }
            if let place = failures.firstIndex(where: { $0.outcome == page.outcome }) {
                guard
                    !failures[place].pages.contains(where: {
                        $0.submittedURL == page.submittedURL && $0.url == page.url
                    })
                else { continue }
                failures[place].pages.append(page)
            } else {
                failures.append(Failure(outcome: page.outcome, advice: advice, pages: [page]))
            }
        }
        guard !failures.isEmpty else { return nil }
        self.failures = failures
    }

    /// For an item that is not met or undecided: its submitted pages, and those on which a reason rests. A dead link
    /// somewhere below a page that was read is not why the item failed.
    init?(of finding: ItemFinding, evidence: [EvidenceID: Evidence]) {
        guard finding.verdict == .unsatisfied || finding.verdict == .undecided else { return nil }
        let deciding = Set(finding.reasons.compactMap(\.evidence))
        self.init(
            finding.evidence.compactMap { evidence[$0] }.filter { $0.via == .submitted || deciding.contains($0.id) })
    }

    /// The pages of all failures.
    var evidence: Set<EvidenceID> { Set(failures.flatMap(\.pages).map(\.id)) }
}

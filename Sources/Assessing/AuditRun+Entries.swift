import Findings
import GradingCore
import Judging
import Storage
import WebEvidence

extension AuditRun {
    /// One row of evidence with what the run knows of it.
    struct EvidenceEntry: Sendable {
        var id: EvidenceID
        var item: ItemID
        var submittedURL: String
        /// Nil for what cannot be asked.
        var address: PageAddress?
        var fault: Outcome?
        var via: Evidence.Via = .submitted
        var from: EvidenceID?
        var linkText = ""
        var way: WayHere?
        var hop = 0
    }

    /// What is already known of a run that is judged again or continued.
    struct PastRun: Sendable {
        var id: RunID?
        var wasStopped: Bool
        var progress: RunProgress
    }
}

public import Assessing
import Checklists
import Extraction
public import Fetching
public import Findings
public import GradingCore
import Judging
import ThaiText
import WebEvidence

/// What ails one answer of a submission.
public struct AilingAnswer: Sendable, Hashable {
    public var item: ItemID
    /// Verbatim as submitted; empty where the item has no address.
    public var url: String
    /// True where the address gives nothing; false where it gives something else than the item asks for.
    public var isDead: Bool
    /// The agency's note on it; its last part often is the title of what was there.
    public var explanation: String
    /// Digest and title of what the address gave when it last was read; empty where that is not known.
    public var lastDigest: String
    public var lastTitle: String

    public init(
        item: ItemID, url: String, isDead: Bool, explanation: String = "", lastDigest: String = "",
        lastTitle: String = ""
    ) {
        self.item = item
        self.url = url
        self.isDead = isDead
        self.explanation = explanation
        self.lastDigest = lastDigest
        self.lastTitle = lastTitle
    }
}

extension Assessment {
    /// The answers for which another address is worth looking for: dead addresses, those of items that they do not
    /// answer, and items without any.
    /// - Parameter explanation: the agency's note on an item.
    public func ailing(explanation: (ItemID) -> String) -> [AilingAnswer] {
        let wrong: Set<ReasonCode> = [.wrongPage, .wrongItem, .emptyShell, .otherAgency, .needsLogin, .onlySocial]
        return items.flatMap { finding -> [AilingAnswer] in
            if finding.reasons.contains(where: { $0.code == .notSubmitted }) {
                return [AilingAnswer(item: finding.item, url: "", isDead: false)]
            }
            let submitted = evidence.filter { $0.item == finding.item && $0.via == .submitted }
            let dead = submitted.filter { $0.outcome.rule.isDead || $0.outcome.rule.isDeadAfterSecondPass }
                .filter { !$0.isUnverified }
            var ailing = dead.map {
                AilingAnswer(
                    item: finding.item, url: $0.submittedURL, isDead: true, explanation: explanation(finding.item))
            }
            guard finding.verdict == .unsatisfied, dead.isEmpty else { return ailing }
            guard let reason = finding.reasons.first(where: { wrong.contains($0.code) }) else { return ailing }
            let named = submitted.first { $0.id == reason.evidence } ?? submitted.first
            if let named {
                ailing.append(
                    AilingAnswer(
                        item: finding.item, url: named.submittedURL, isDead: false,
                        explanation: explanation(finding.item)))
            }
            return ailing
        }
    }
}

/// Looks on the website for what ailing answers meant: the same content, entry, file, path or title, the agency's own
/// page of the year, or a page that satisfies the item. Each replacement was opened and gave something to read.
/// - Returns: at most one proposal for each answer, in their order.
public func suggestions(
    for ailing: [AilingAnswer], request: DiscoveryRequest, fetcher: Fetcher,
    report: @escaping @Sendable (AuditEvent) -> Void = { _ in }
) async -> [LinkSuggestion] {
    guard !ailing.isEmpty else { return [] }
    let started = ContinuousClock.now
    let reading = SiteReading(
        fetcher: fetcher, robots: request.robots, signatures: request.signatures, wrappers: request.wrappers,
        documents: request.documents, rendering: request.rendering, asOf: request.asOf, report: report)
    guard case .page(let page) = await FrontDoor(request: request, reading: reading).opened() else { return [] }
    var run = DiscoveryRun(request: request, reading: reading, front: page, started: started)
    var found = Discovery(website: request.website, year: request.list.year)
    await run.find(into: &found, wanted: Set(ailing.map(\.item)))
    var healing = Healing(run: run, found: found)
    var suggestions: [LinkSuggestion] = []
    for answer in ailing {
        if let suggestion = await healing.suggestion(for: answer) { suggestions.append(suggestion) }
    }
    return suggestions
}

import Findings
import GradingCore
import Notifying

/// What an audit says that the one before did not.
enum VerdictMoves {
    /// Reasons that tell of the way to a page, not of the page: a link that is down has its own alarm.
    private static let passing: Set<ReasonCode> = [.unreachable, .blocked, .needsLogin, .unreadable]

    /// Takes over an audit.
    /// - Returns: the event of verdicts that moved; nil when none did, or this is the first audit.
    /// - Parameter confirming: an audit just before, whose moves are told only where this one says the same.
    static func take(
        _ assessment: Assessment, confirming first: Assessment? = nil, into agency: inout WatchedAgency, at now: Moment
    ) -> WatchEvent? {
        var moves: [WatchEvent.Move] = []
        let before = first.map { Dictionary(uniqueKeysWithValues: $0.items.map { ($0.item, $0.verdict) }) }
        for finding in assessment.items {
            let known = agency.state.items[finding.item.text]
            let reason = finding.reasons.first
            let isPassing =
                (finding.verdict != .satisfied && (reason.map { passing.contains($0.code) } ?? false))
                || (before.map { $0[finding.item] != finding.verdict } ?? false)
            if let known, known.verdict != finding.verdict.rawValue, !isPassing {
                moves.append(
                    WatchEvent.Move(
                        item: finding.item.text, title: WatchEvent.Words(finding.title), from: known.verdict,
                        to: finding.verdict.rawValue, reason: reason?.code.rawValue ?? "",
                        why: WatchEvent.Words(reason?.message ?? BilingualText(th: "", en: ""))))
            }
            // What could not be seen this time leaves what was known before.
            if known == nil || !isPassing { agency.state.items[finding.item.text] = item(finding) }
        }
        agency.state.run = assessment.run.text
        agency.state.auditedAt = now.seconds
        agency.state.isAuditWanted = false
        guard !moves.isEmpty else { return nil }
        let items = moves.map(\.item)
        var event = WatchEvent(
            kind: Notice.Kind.verdict.rawValue, agency: agency.name, agencyName: agency.shownName, items: items,
            urls: agency.list.links.filter { $0.items.contains { items.contains($0) } }.map(\.url),
            since: now.seconds)
        event.moves = moves
        event.run = assessment.run.text
        return event
    }

    /// True when an audit says of an item that is known what was not known.
    static func has(_ assessment: Assessment, news agency: WatchedAgency) -> Bool {
        assessment.items.contains { finding in
            agency.state.items[finding.item.text].map { $0.verdict != finding.verdict.rawValue } ?? false
        }
    }

    private static func item(_ finding: ItemFinding) -> AgencyState.Item {
        AgencyState.Item(
            verdict: finding.verdict.rawValue, reasons: finding.reasons.map(\.code.rawValue),
            staleFrom: finding.currency.staleFrom?.iso,
            elements: finding.elements.filter { !$0.quote.isEmpty }.map {
                AgencyState.Item.Element(title: WatchEvent.Words($0.title), quote: $0.quote)
            })
    }
}

public import WebEvidence

/// What the tries of many addresses say of our own way to the network, without their records.
public struct UplinkTries: Sendable {
    /// A try that reached something or could not, within the span of its attempt.
    struct Try: Sendable {
        /// UTC milliseconds since 1970.
        let span: (from: Int, to: Int)
        let isLost: Bool
        /// What may fail as one; empty where something was reached.
        let site: String
    }

    /// Reached at a moment: most tries of most runs.
    private struct Reached: Sendable {
        let from: Int
        let milliseconds: Int32
    }

    private var reached: [Reached] = []
    /// Lost however the network stands, and those that are lost only where it is cut off.
    private var lost: [Try] = []
    private var unanswered: [Try] = []

    public init() {}

    init(_ records: [FetchRecord]) {
        for record in records { note(record) }
    }

    /// Takes what the attempts of a record say; others than the two kinds say nothing of the way there.
    public mutating func note(_ record: FetchRecord) {
        for attempt in record.attempts {
            guard let span = attempt.span else { continue }
            if UplinkVerdict.isLost(attempt, of: record, isCutOff: true) {
                let one = Try(span: span, isLost: true, site: UplinkVerdict.site(of: record, attempt))
                if UplinkVerdict.isLost(attempt, of: record, isCutOff: false) {
                    lost.append(one)
                } else {
                    unanswered.append(one)
                }
            } else if attempt.status != nil || attempt.outcome.isTLS {
                reached.append(Reached(from: span.from, milliseconds: Int32(clamping: span.to - span.from)))
            }
        }
    }

    /// In the order of their ends.
    func inOrder(isCutOff: Bool) -> [Try] {
        // Without a loss there is nothing to say, and no order to be made of all that was reached.
        if lost.isEmpty, !isCutOff || unanswered.isEmpty { return [] }
        let tries =
            reached.map { Try(span: ($0.from, $0.from + Int($0.milliseconds)), isLost: false, site: "") } + lost
            + (isCutOff ? unanswered : [])
        return tries.sorted { ($0.span.to, $0.span.from) < ($1.span.to, $1.span.from) }
    }
}

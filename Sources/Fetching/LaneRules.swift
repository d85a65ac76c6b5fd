/// What all lanes of one kind have in common. Never changes, and is shared by its lanes: a value of many numbers would
/// be copied with each of them.
final class LaneRules: Sendable {
    let limits: FetchLimits
    let laneReason: WaitReason
    /// Requests under way at the beginning, and at most.
    let first: Int
    let most: Int
    /// Trouble of other kinds narrows nothing.
    let heeded: Set<LaneReport.Trouble>
    /// After how many failures in a row a lane rests; trouble of other kinds never closes it.
    let thresholds: [LaneReport.Trouble: Int]

    private init(
        limits: FetchLimits, most: Int, laneReason: WaitReason, heeded: Set<LaneReport.Trouble>,
        thresholds: [LaneReport.Trouble: Int]
    ) {
        self.limits = limits
        self.laneReason = laneReason
        self.most = max(1, most)
        first = min(max(1, limits.firstPerLane), self.most)
        self.heeded = heeded
        self.thresholds = thresholds.mapValues { max(1, $0) }
    }

    /// The lane of a host: everything that its server does counts.
    static func host(_ limits: FetchLimits) -> LaneRules {
        let breaker = limits.breaker
        return LaneRules(
            limits: limits, most: min(limits.perHost, FetchLimits.connectionsPerAddress), laneReason: .hostLane,
            heeded: [.refused, .unreachable, .silent, .failing, .pushedBack],
            thresholds: [
                .refused: breaker.connections, .unreachable: breaker.connections, .silent: breaker.silences,
                .failing: breaker.errors, .pushedBack: breaker.refusals,
            ])
    }

    /// The lane of a server address: a closed port or a broken site says nothing of the other names there.
    static func server(_ limits: FetchLimits) -> LaneRules {
        LaneRules(
            limits: limits, most: FetchLimits.connectionsPerAddress, laneReason: .addressLane,
            heeded: [.unreachable, .silent, .pushedBack], thresholds: [.unreachable: limits.breaker.connections])
    }
}

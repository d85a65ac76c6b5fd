/// How sure it is that an address answers an item. Raw values stand in drafts.
public enum DiscoveryConfidence: String, Sendable, Hashable, CaseIterable, Comparable {
    case low, medium, high

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}

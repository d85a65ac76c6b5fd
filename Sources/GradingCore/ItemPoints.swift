/// The points of one item: everything, nothing, or not known.
public enum ItemPoints: Sendable, Hashable, CaseIterable {
    /// 100: complete by every listed component.
    case full
    /// 0: not there, or incomplete.
    case zero
    /// Undecided, not applicable or not given; the score becomes an interval.
    case unknown

    /// From 100, 0 or nil; any other number is no item score and gives nil.
    public init?(points: Int?) {
        switch points {
        case 100?: self = .full
        case 0?: self = .zero
        case nil: self = .unknown
        default: return nil
        }
    }

    /// The points that a verdict gives.
    public init(_ verdict: Verdict) {
        switch verdict {
        case .satisfied: self = .full
        case .unsatisfied: self = .zero
        case .undecided, .notApplicable: self = .unknown
        }
    }

    /// 100, 0, or nil where unknown.
    public var points: Int? {
        switch self {
        case .full: 100
        case .zero: 0
        case .unknown: nil
        }
    }

    var interval: ScoreInterval {
        ScoreInterval(lowest: Fraction(points ?? 0), highest: Fraction(points ?? 100))
    }
}

/// What an assessor would say of one item, or of one required piece of information inside it.
/// `undecided` (we could not tell) is never the same as `unsatisfied` (it is not there).
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case satisfied
    case unsatisfied
    case undecided
    case notApplicable = "not_applicable"

    /// 100, 0, or nil where the score becomes an interval.
    public var points: Int? {
        switch self {
        case .satisfied: 100
        case .unsatisfied: 0
        case .undecided, .notApplicable: nil
        }
    }
}

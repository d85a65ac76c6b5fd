/// What time an item's evidence must be of. Raw values stand in the year files.
public enum CurrencyCode: String, Sendable, Hashable, CaseIterable {
    case noDate = "no-date"
    case inForce = "in-force"
    case currentState = "current-state"
    case currentFYPlan = "current-fy-plan"
    case coversCurrentFY = "covers-current-fy"
    case currentFYData = "current-fy-data"
    case currentFYActivity = "current-fy-activity"
    case newsDatedCurrentFY = "news-dated-current-fy"
    case sixMonthsCurrentFY = "six-months-current-fy"
    case monthlyCurrentFY = "monthly-current-fy"
    case previousFYReport = "previous-fy-report"
    case previousFYAnalysis = "previous-fy-analysis"
    case signedByCurrentHead = "signed-by-current-head"
    case currentFY = "current-fy"
    case liveFunction = "live-function"
    case liveLink = "live-link"
    case reportPeriod = "report-period"

    /// True for rules that ask for no date at all.
    public var asksForNoDate: Bool {
        switch self {
        case .noDate, .inForce, .liveFunction, .liveLink: true
        default: false
        }
    }
}

/// The rule of one item: codes that must all hold.
public struct CurrencyRule: Sendable, Hashable {
    /// In the order written; never empty.
    public var codes: [CurrencyCode]
    /// The rule in words, as the source gives it; may be empty.
    public var note: String

    public init(codes: [CurrencyCode], note: String = "") {
        self.codes = codes
        self.note = note
    }

    /// `current-fy-plan+previous-fy-analysis`.
    public var text: String { codes.map(\.rawValue).joined(separator: "+") }
}

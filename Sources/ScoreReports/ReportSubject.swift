public import GradingCore

/// What a figure of a report is the score of.
public enum ReportSubject: Sendable, Hashable {
    case overall
    /// By id: `IIT`, `EIT1`.
    case instrument(String)
    /// By id: `1` ... `10`.
    case indicator(String)
    /// By id: `9.1`.
    case subIndicator(String)
    case item(ItemID)

    /// One of `overall`, `instrument`, `indicator`, `sub_indicator`, `item`.
    public var kind: String {
        switch self {
        case .overall: "overall"
        case .instrument: "instrument"
        case .indicator: "indicator"
        case .subIndicator: "sub_indicator"
        case .item: "item"
        }
    }

    /// The id inside its kind; `overall` for the overall score.
    public var id: String {
        switch self {
        case .overall: "overall"
        case .instrument(let id), .indicator(let id), .subIndicator(let id): id
        case .item(let id): id.text
        }
    }

    /// Overall first, then instruments, indicators by number, sub-indicators, items.
    var order: (Int, Int, String) {
        switch self {
        case .overall: (0, 0, "")
        case .instrument(let id): (1, 0, id)
        case .indicator(let id): (2, Int(id) ?? 99, id)
        case .subIndicator(let id): (3, id.utf8.count, id)
        case .item(let id): (4, id.text.utf8.count, id.text)
        }
    }
}

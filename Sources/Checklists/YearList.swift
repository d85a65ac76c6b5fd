public import GradingCore

/// The list of one year (or of another assessment): indicators, sub-indicators, items, and how they are scored.
public struct YearList: Sendable, Hashable {
    public enum Provenance: String, Sendable, Hashable, CaseIterable {
        case verified, provisional
    }

    /// Buddhist-era fiscal year.
    public var year: Int
    public var title: BilingualText
    public var provenance: Provenance
    /// What a reader of every report of the year must know.
    public var notes: [BilingualText]
    /// Indicators that are inspected, in order.
    public var indicators: [ChecklistIndicator]
    /// Id and title of the indicators that come from surveys.
    public var surveyIndicators: [ChecklistIndicator]
    public var framework: Framework
    /// Path of the file below the checklists folder.
    public var file: String

    /// All items in the order of the list.
    public var items: [ChecklistItem] { indicators.flatMap { $0.subIndicators.flatMap(\.items) } }

    /// The item of an id; nil when the list has none such.
    public func item(_ id: ItemID) -> ChecklistItem? { items.first { $0.id == id } }

    /// The id of the sub-indicator that holds an item.
    public func subIndicator(of id: ItemID) -> String? {
        for indicator in indicators {
            for sub in indicator.subIndicators where sub.items.contains(where: { $0.id == id }) { return sub.id }
        }
        return nil
    }
}

public struct ChecklistIndicator: Sendable, Hashable {
    public var id: String
    public var title: BilingualText
    public var subIndicators: [ChecklistSubIndicator]
}

public struct ChecklistSubIndicator: Sendable, Hashable {
    public var id: String
    public var title: BilingualText
    public var items: [ChecklistItem]
}

/// One item of a year: which topic, which of its elements, of what time, and how sure that is.
public struct ChecklistItem: Sendable, Hashable {
    public var id: ItemID
    public var topic: TopicID
    /// The official title.
    public var title: BilingualText
    public var currency: CurrencyRule
    /// Ids of the topic's elements that this year asks for, in order.
    public var elements: [String]
    public var confidence: ClaimConfidence
    /// How sure the elements and their wording are.
    public var elementConfidence: ClaimConfidence
    /// What the year accepts as evidence, in words.
    public var evidence: [String]
    public var sources: [String]
    /// Agency types to which the item does not apply.
    public var excludes: [AgencyType]
}

/// Figures from a published table or a draft, at any of the three levels; what is absent is unknown, never 0.
public struct GivenFigures: Sendable, Hashable {
    /// Points of items; items that are absent are unknown.
    public var items: [ItemID: ItemPoints]
    /// Scores 0...100 by indicator id.
    public var indicators: [String: Fraction]
    /// Scores 0...100 by the id of an instrument or of an instrument's part.
    public var instruments: [String: Fraction]
    /// The overall score as published; nil when not known.
    public var publishedOverall: Hundredths?
    /// The level as published; nil when not known.
    public var publishedLevel: String?

    /// Any of the levels may be empty.
    public init(
        items: [ItemID: ItemPoints] = [:], indicators: [String: Fraction] = [:],
        instruments: [String: Fraction] = [:], publishedOverall: Hundredths? = nil, publishedLevel: String? = nil
    ) {
        self.items = items
        self.indicators = indicators
        self.instruments = instruments
        self.publishedOverall = publishedOverall
        self.publishedLevel = publishedLevel
    }
}

/// Why a given figure cannot be used with a frame.
public enum FigureProblem: Sendable, Hashable {
    /// The year's list has no such item.
    case unknownItem(ItemID)
    /// The year has no such indicator.
    case unknownIndicator(String)
    /// The year has no such instrument or part.
    case unknownInstrument(String)
    /// The score of this id lies outside 0...100; `overall` for the published overall score.
    case outOfRange(String)
    /// The year has no such level.
    case unknownLevel(String)
}

extension FigureProblem: CustomStringConvertible {
    /// One English sentence.
    public var description: String {
        switch self {
        case .unknownItem(let item): "the year has no item \(item.text)"
        case .unknownIndicator(let id): "the year has no indicator \(id)"
        case .unknownInstrument(let id): "the year has no instrument or part \(id)"
        case .outOfRange(let id): "the score of \(id) lies outside 0 to 100"
        case .unknownLevel(let name): "the year has no level \(name)"
        }
    }
}

extension Framework {
    /// Everything in the figures that this frame does not know or that is no score, in a stable order.
    public func problems(in figures: GivenFigures) -> [FigureProblem] {
        let items = Set(instruments.flatMap(\.items))
        let indicators = Set(instruments.flatMap(\.indicators).map(\.id))
        let names = Set(instruments.flatMap { [$0.id] + $0.parts })
        let isScore = { (score: Fraction) in 0 <= score && score <= 100 }
        var found: [FigureProblem] = figures.items.keys.sorted().filter { !items.contains($0) }.map {
            .unknownItem($0)
        }
        for (id, score) in figures.indicators.sorted(by: { $0.key < $1.key }) {
            if !indicators.contains(id) { found.append(.unknownIndicator(id)) }
            if !isScore(score) { found.append(.outOfRange(id)) }
        }
        for (id, score) in figures.instruments.sorted(by: { $0.key < $1.key }) {
            if !names.contains(id) { found.append(.unknownInstrument(id)) }
            if !isScore(score) { found.append(.outOfRange(id)) }
        }
        if let overall = figures.publishedOverall, !isScore(overall.fraction) { found.append(.outOfRange("overall")) }
        if let level = figures.publishedLevel, !levels.names.contains(level) { found.append(.unknownLevel(level)) }
        return found
    }
}

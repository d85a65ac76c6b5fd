/// What one item is worth when it turns from 0 to 100, in points, exactly.
public struct Worth: Sendable, Hashable {
    /// Points of its instrument, 0...100.
    public let oit: Fraction
    /// Points of the overall score: `oit` times the instrument's weight.
    public let overall: Fraction

    /// Both in points.
    public init(oit: Fraction, overall: Fraction) {
        self.oit = oit
        self.overall = overall
    }
}

extension InstrumentFrame {
    /// The worth of every item. An item of a small sub-indicator is worth more than one of a large; all items
    /// together are worth 100 points of the instrument.
    public var worths: [ItemID: Worth] {
        let counted = indicators.map { $0.subIndicators.filter { !$0.items.isEmpty } }.filter { !$0.isEmpty }
        var points: [ItemID: Fraction] = [:]
        for subIndicators in counted {
            for items in subIndicators.map(\.items) {
                let share = Fraction(100, over: counted.count * subIndicators.count * items.count)
                for item in items { points[item, default: 0] = points[item, default: 0] + share }
            }
        }
        return points.mapValues { Worth(oit: $0, overall: $0 * Fraction(weightPercent, over: 100)) }
    }
}

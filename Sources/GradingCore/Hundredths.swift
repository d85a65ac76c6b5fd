/// A figure with exactly two decimals, as assessments publish them: `82.76` is 8276 hundredths.
public struct Hundredths: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How many hundredths.
    public let count: Int

    /// So many hundredths: `Hundredths(8276)` is 82.76.
    public init(_ count: Int) { self.count = count }

    /// Reads a decimal number with at most two decimals (`82.76`, `82.7`, `100`); nil for anything else.
    public init?(decimal text: some StringProtocol) {
        guard let exact = Fraction(decimal: text), (exact.finiteDecimals ?? 3) <= 2 else { return nil }
        self = exact.hundredths
    }

    /// The same number as a fraction.
    public var fraction: Fraction { Fraction(count, over: 100) }
    /// Always two decimals, a point, no separators: `82.76`, `100.00`.
    public var text: String { fraction.text(decimals: 2) }
    /// The same as `text`.
    public var description: String { text }
    /// By value.
    public static func < (left: Hundredths, right: Hundredths) -> Bool { left.count < right.count }
}

/// The two-decimal figures that are still possible, both ends included.
public struct HundredthsInterval: Sendable, Hashable {
    /// The least possible figure.
    public let lowest: Hundredths
    /// The greatest possible figure.
    public let highest: Hundredths

    /// The two ends in either order.
    public init(_ one: Hundredths, _ other: Hundredths) {
        lowest = min(one, other)
        highest = max(one, other)
    }

    /// One figure that is certain.
    public init(_ figure: Hundredths) { self.init(figure, figure) }

    /// True when only one figure is possible.
    public var isCertain: Bool { lowest == highest }
    /// True for a figure between the ends or on one of them.
    public func contains(_ figure: Hundredths) -> Bool { lowest <= figure && figure <= highest }
}

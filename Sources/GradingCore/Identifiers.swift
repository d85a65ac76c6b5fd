/// The id of one item of a year's list in its canonical spelling, for example `o12`.
/// Ordered by the letters before the number, then by the number, so that `o2` comes before `o12`.
public struct ItemID: Sendable, Hashable, Comparable {
    /// The canonical spelling.
    public let text: String

    /// From the canonical spelling; nothing is checked.
    public init(_ text: String) { self.text = text }

    /// The digits at the end as a number, or nil when the id ends in none.
    public var number: Int? {
        let digits = text.utf8.reversed().prefix { (48...57).contains($0) }.reversed()
        return digits.isEmpty ? nil : digits.reduce(0) { (sum: Int, digit: UInt8) in sum &* 10 &+ Int(digit - 48) }
    }

    private var stem: Substring.UTF8View { text.utf8.prefix { !(48...57).contains($0) } }

    /// By the letters before the number, then by the number, then by the text.
    public static func < (left: ItemID, right: ItemID) -> Bool {
        if !left.stem.elementsEqual(right.stem) { return left.text < right.text }
        return (left.number ?? -1, left.text) < (right.number ?? -1, right.text)
    }
}

/// The id of a disclosure topic that years share, for example `procurement-plan`.
public struct TopicID: Sendable, Hashable, Comparable {
    /// Lower-case words joined by `-`.
    public let text: String
    /// From its spelling; nothing is checked.
    public init(_ text: String) { self.text = text }
    /// By the text.
    public static func < (left: TopicID, right: TopicID) -> Bool { left.text < right.text }
}

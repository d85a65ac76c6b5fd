/// The id of one run, for example `2566-2023-05-15-ab12cd34ef`: what reports print and commands take.
/// Two runs that saw the same have the same id.
public struct RunID: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
    public static func < (left: RunID, right: RunID) -> Bool { left.text < right.text }
}

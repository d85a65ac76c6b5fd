/// Why an archive could not be written or read: a sentence with the path and the system's own words.
public struct ArchiveFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Whether reading or writing failed.
    public enum Kind: Sendable, Hashable {
        case reading, writing
    }
    public let kind: Kind
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}

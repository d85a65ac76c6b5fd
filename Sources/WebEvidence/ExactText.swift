import Glibc

/// A text that equals another only when all bytes do: in Swift two spellings of one character are equal, which also takes
/// much longer to find out.
public struct ExactText: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public static func == (left: ExactText, right: ExactText) -> Bool {
        let length = left.text.utf8.count
        guard length == right.text.utf8.count else { return false }
        let isSame = left.text.utf8.withContiguousStorageIfAvailable { mine in
            right.text.utf8.withContiguousStorageIfAvailable { theirs in
                guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else { return true }
                return memcmp(mine, theirs, length) == 0
            }
        }
        return isSame.flatMap { $0 } ?? left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// True for two lists that are equal byte by byte.
    public static func areSame(_ left: [String], _ right: [String]) -> Bool {
        left.elementsEqual(right) { ExactText($0) == ExactText($1) }
    }
}

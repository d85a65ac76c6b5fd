extension [UInt8] {
    /// True when the other bytes stand somewhere inside these; an empty one never does.
    func contains(subsequence other: [UInt8]) -> Bool { range(ofSubsequence: other) != nil }

    /// Where the other bytes stand first inside these; nil when they do not or are none.
    func range(ofSubsequence other: [UInt8]) -> Range<Int>? {
        guard let last = other.last, count >= other.count else { return nil }
        let length = other.count
        return withUnsafeBufferPointer { bytes in
            other.withUnsafeBufferPointer { wanted in
                // The last byte of a Thai phrase tells more than its first, which nearly every Thai letter shares.
                for end in (length - 1)..<bytes.count where bytes[end] == last {
                    let start = end + 1 - length
                    var same = 0
                    while same < length, bytes[start + same] == wanted[same] { same += 1 }
                    if same == length { return start..<(end + 1) }
                }
                return nil
            }
        }
    }
}

extension String {
    /// Where another text stands first, by UTF-8 offsets; nil when it does not or is empty.
    func utf8Range(of other: String) -> Range<Int>? {
        Array(utf8).range(ofSubsequence: Array(other.utf8))
    }

    func utf8Contains(_ other: String) -> Bool { utf8Range(of: other) != nil }

    /// The text between two UTF-8 offsets.
    func utf8Text(_ range: Range<Int>) -> String { String(decoding: Array(utf8)[range], as: UTF8.self) }
}

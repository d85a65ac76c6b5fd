extension [UInt8] {
    /// True when the other bytes stand somewhere inside these; an empty one never does.
    func contains(subsequence other: [UInt8]) -> Bool { range(ofSubsequence: other) != nil }

    /// Where the other bytes stand first inside these; nil when they do not or are none.
    func range(ofSubsequence other: [UInt8]) -> Range<Int>? {
        guard let first = other.first, count >= other.count else { return nil }
        var start = 0
        let last = count - other.count
        while start <= last {
            if self[start] == first, self[start..<(start + other.count)].elementsEqual(other) {
                return start..<(start + other.count)
            }
            start += 1
        }
        return nil
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

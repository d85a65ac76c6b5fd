extension [UInt8] {
    /// True when the other bytes stand somewhere inside these; an empty one never does.
    func contains(subsequence other: [UInt8]) -> Bool {
        guard let first = other.first, count >= other.count else { return false }
        var start = 0
        let last = count - other.count
        while start <= last {
            if self[start] == first, self[start..<(start + other.count)].elementsEqual(other) { return true }
            start += 1
        }
        return false
    }
}

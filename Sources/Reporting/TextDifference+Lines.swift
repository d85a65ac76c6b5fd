/// Compares two lists of lines: equal ends first, then the least difference (Myers, "An O(ND) Difference Algorithm and
/// Its Variations", 1986), and where that would take too long, lines that stand once in either list split the rest.
struct LineComparison {
    /// A place where the texts differ; no two touch.
    struct Gap {
        var older: Range<Int>
        var newer: Range<Int>
    }
    private typealias Region = Gap

    /// True when a region was given up as one block.
    private(set) var isCoarse = false

    private let older: [Int]
    private let newer: [Int]
    private var isRemoved: [Bool]
    private var isAdded: [Bool]
    /// Steps that may still be taken, over all regions.
    private var budget = 6_000_000

    private static let mostEdits = 800
    private static let mostStepsOfARegion = 1_500_000

    init(_ older: [String], _ newer: [String]) {
        var numbers: [ExactLine: Int] = [:]
        func number(_ line: String) -> Int {
            let new = numbers.count
            return numbers.insertedValue(new, forKey: ExactLine(text: line))
        }
        self.older = older.map(number)
        self.newer = newer.map(number)
        isRemoved = Array(repeating: false, count: older.count)
        isAdded = Array(repeating: false, count: newer.count)
        compare()
    }

    /// In order.
    var gaps: [Gap] {
        var gaps: [Gap] = []
        var (i, j) = (0, 0)
        while i < older.count || j < newer.count {
            let (fromOlder, fromNewer) = (i, j)
            while i < older.count && isRemoved[i] { i += 1 }
            while j < newer.count && isAdded[j] { j += 1 }
            if i > fromOlder || j > fromNewer {
                gaps.append(Gap(older: fromOlder..<i, newer: fromNewer..<j))
            } else {
                (i, j) = (i + 1, j + 1)
            }
        }
        return gaps
    }

    private mutating func compare() {
        var open = [Region(older: older.indices, newer: newer.indices)]
        while let next = open.popLast() {
            let region = trimmed(next)
            if region.older.isEmpty || region.newer.isEmpty {
                giveUp(region)
            } else if !markLeastDifference(of: region) {
                let parts = split(region)
                if parts.isEmpty {
                    isCoarse = true
                    giveUp(region)
                }
                open += parts
            }
        }
    }

    private func trimmed(_ region: Region) -> Region {
        var (older, newer) = (region.older, region.newer)
        while let i = older.first, let j = newer.first, self.older[i] == self.newer[j] {
            (older, newer) = (older.dropFirst(), newer.dropFirst())
        }
        while let i = older.last, let j = newer.last, self.older[i] == self.newer[j] {
            (older, newer) = (older.dropLast(), newer.dropLast())
        }
        return Region(older: older, newer: newer)
    }

    private mutating func giveUp(_ region: Region) {
        for line in region.older { isRemoved[line] = true }
        for line in region.newer { isAdded[line] = true }
    }
}

// MARK: The least difference

extension LineComparison {
    /// Marks the lines of a shortest edit script; false, with nothing marked, when that takes too many steps.
    private mutating func markLeastDifference(of region: Region) -> Bool {
        let (a, b) = (older[region.older], newer[region.newer])
        let (n, m) = (a.count, b.count)
        guard abs(n - m) <= Self.mostEdits else { return false }
        let most = min(n + m, Self.mostEdits)
        var furthest = Array(repeating: 0, count: 2 * most + 3)
        let middle = most + 1
        var trace: [ArraySlice<Int>] = []
        var steps = 0
        for edits in 0...most {
            trace.append(furthest[(middle - edits - 1)...(middle + edits + 1)])
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let (down, right) = (furthest[middle + diagonal + 1], furthest[middle + diagonal - 1])
                var x = diagonal == -edits || (diagonal != edits && right < down) ? down : right + 1
                let start = x
                while x < n && x - diagonal < m && a[a.startIndex + x] == b[b.startIndex + x - diagonal] { x += 1 }
                furthest[middle + diagonal] = x
                steps += 1 + x - start
                if x >= n && x - diagonal >= m {
                    budget -= steps
                    mark(region, trace, middle)
                    return true
                }
                if steps > min(budget, Self.mostStepsOfARegion) {
                    budget -= steps
                    return false
                }
            }
        }
        budget -= steps
        return false
    }

    private mutating func mark(_ region: Region, _ trace: [ArraySlice<Int>], _ middle: Int) {
        var (x, y) = (region.older.count, region.newer.count)
        for edits in stride(from: trace.count - 1, to: 0, by: -1) {
            let furthest = trace[edits]
            let diagonal = x - y
            let (down, right) = (furthest[middle + diagonal + 1], furthest[middle + diagonal - 1])
            if diagonal == -edits || (diagonal != edits && right < down) {
                (x, y) = (down, down - diagonal - 1)
                isAdded[region.newer.lowerBound + y] = true
            } else {
                (x, y) = (right, right - diagonal + 1)
                isRemoved[region.older.lowerBound + x] = true
            }
        }
    }
}

// MARK: Splitting

extension LineComparison {
    /// The parts between lines that stand once in either text and in the same order; empty when there are none or no
    /// steps are left.
    private mutating func split(_ region: Region) -> [Region] {
        budget -= region.older.count + region.newer.count
        guard budget > 0 else { return [] }
        let anchors = LineComparison.longestAscent(uniquePairs(region))
        guard !anchors.isEmpty else { return [] }
        var parts: [Region] = []
        var (i, j) = (region.older.lowerBound, region.newer.lowerBound)
        for anchor in anchors {
            parts.append(Region(older: i..<anchor.older, newer: j..<anchor.newer))
            (i, j) = (anchor.older + 1, anchor.newer + 1)
        }
        parts.append(Region(older: i..<region.older.upperBound, newer: j..<region.newer.upperBound))
        return parts.filter { !$0.older.isEmpty || !$0.newer.isEmpty }
    }

    private func uniquePairs(_ region: Region) -> [(older: Int, newer: Int)] {
        func places(_ range: Range<Int>, _ lines: [Int]) -> [Int: Int] {
            range.reduce(into: [:]) { places, index in
                places[lines[index]] = places[lines[index]] == nil ? index : -1
            }
        }
        let (inOlder, inNewer) = (places(region.older, older), places(region.newer, newer))
        return region.older.compactMap { i in
            guard inOlder[older[i]] == i, let j = inNewer[older[i]], j >= 0 else { return nil }
            return (i, j)
        }
    }

    /// The longest run of pairs, given by ascending `older`, whose `newer` ascends too.
    private static func longestAscent(_ pairs: [(older: Int, newer: Int)]) -> [(older: Int, newer: Int)] {
        var tails: [Int] = []
        var before: [Int?] = []
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let half = (low + high) / 2
                if pairs[tails[half]].newer < pair.newer { low = half + 1 } else { high = half }
            }
            before.append(low > 0 ? tails[low - 1] : nil)
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var ascent: [(older: Int, newer: Int)] = []
        var next = tails.last
        while let index = next {
            ascent.append(pairs[index])
            next = before[index]
        }
        return ascent.reversed()
    }
}

/// A line that equals only what is the same byte for byte; strings alone also equal other compositions of letters.
private struct ExactLine: Hashable {
    let text: String
    static func == (left: ExactLine, right: ExactLine) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension Dictionary {
    /// The value that is there, or the given one, which is then there.
    fileprivate mutating func insertedValue(_ value: Value, forKey key: Key) -> Value {
        if let known = self[key] { return known }
        self[key] = value
        return value
    }
}

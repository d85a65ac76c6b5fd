import GradingCore
import Reporting

/// What is remembered of the text of one page, and of what on it varies by itself: visitor counters, clocks, rotating
/// banners, nonces.
struct ContentMemory: Sendable, Hashable, Codable {
    /// A place at which the text is another.
    struct Change: Sendable, Hashable {
        var removed: [String]
        var added: [String]
        /// Lines of the newer text.
        var addedAt: [Int]
    }

    /// The text as it was seen last, line by line.
    private(set) var lines: [String]
    /// When that was, UTC seconds since 1970.
    private(set) var at: Int
    /// Lines of it that vary by themselves.
    private(set) var varying: Set<Int> = []
    /// When lines of it were replaced by one other, of late.
    private var replaced: [Int: [Int]] = [:]

    /// A line that was replaced so often within `habitSpan` varies by itself.
    private static let habit = 3
    private static let habitSpan = 14 * 86_400

    init(lines: [String], at: Int) {
        self.lines = lines
        self.at = at
    }

    /// What is new in a reading, without what is known to vary.
    func changes(to newer: [String], at now: Int, counters: CounterWords) -> [Change] {
        changes(to: newer, at: now, counters: counters, varyingNow: [])
    }

    /// - Parameter varyingNow: lines of the newer text that another reading a minute later did not have.
    private func changes(
        to newer: [String], at now: Int, counters: CounterWords, varyingNow: Set<Int>
    ) -> [Change] {
        let clock = DayClock(from: Moment(seconds: at).day, to: Moment(seconds: now).day)
        return TextDifference(from: lines, to: newer).blocks.compactMap { block in
            var change = Change(removed: [], added: [], addedAt: [])
            let isPaired = block.removed.count == block.added.count
            for (offset, line) in block.removed.enumerated() {
                let isKnown = varying.contains(block.removedAt + offset)
                let partner = isPaired ? block.added[offset] : nil
                let isExplained =
                    partner.map { partner in
                        varyingNow.contains(block.addedAt + offset) || counters.explain(line, partner)
                            || clock.explains(line, partner)
                    } ?? false
                if !isKnown, !isExplained { change.removed.append(line) }
                guard let partner, !isKnown, !isExplained else { continue }
                change.added.append(partner)
                change.addedAt.append(block.addedAt + offset)
            }
            if !isPaired {
                for (offset, line) in block.added.enumerated() where !varyingNow.contains(block.addedAt + offset) {
                    change.added.append(line)
                    change.addedAt.append(block.addedAt + offset)
                }
                // A varying line stands for one that varies, not for a new one.
                let known = block.removed.indices.count { varying.contains(block.removedAt + $0) }
                if change.removed.isEmpty, change.added.count <= known, !varyingNow.isEmpty { change.added = [] }
            }
            return change.removed.isEmpty && change.added.isEmpty ? nil : change
        }
    }

    /// Takes over a reading.
    /// - Parameter later: readings of the same page soon afterwards, where the first one seemed to say something new: what
    ///   differs between them varies by itself.
    /// - Returns: the changes that are news.
    mutating func take(
        _ first: [String], later: [[String]] = [], at now: Int, counters: CounterWords
    ) -> [Change] {
        var varyingFirst: Set<Int> = []
        var varyingNewest: Set<Int> = []
        let newest = later.last ?? first
        for reading in later {
            for block in TextDifference(from: first, to: reading).blocks {
                varyingFirst.formUnion(block.removedAt..<block.removedAt + block.removed.count)
            }
        }
        for reading in [first] + later.dropLast() {
            for block in TextDifference(from: reading, to: newest).blocks {
                varyingNewest.formUnion(block.addedAt..<block.addedAt + block.added.count)
            }
        }
        let found = changes(to: first, at: now, counters: counters, varyingNow: varyingFirst)
        // What is known of lines goes on to the lines that stand in their place now.
        let toFirst = LinePlaces(lines, first)
        let toNewest = LinePlaces(first, newest)
        func place(_ line: Int) -> Int? { toFirst[line].flatMap { toNewest[$0] } }
        var nextVarying = varyingNewest.union(varying.compactMap(place))
        var nextReplaced: [Int: [Int]] = [:]
        for (line, times) in replaced {
            if let place = place(line) {
                nextReplaced[place] = times.filter { $0 <= now && now - $0 <= Self.habitSpan }
            }
        }
        var news: [Change] = []
        for change in found {
            let isReplacement = change.removed.count == change.added.count && change.added.count <= 2
            let places = change.addedAt.compactMap { toNewest[$0] }
            guard isReplacement, places.count == change.addedAt.count else {
                news.append(change)
                continue
            }
            let times = places.map { (nextReplaced[$0] ?? []) + [now] }
            for (place, times) in zip(places, times) { nextReplaced[place] = times }
            if times.allSatisfy({ $0.count >= Self.habit }) {
                nextVarying.formUnion(places)
            } else {
                news.append(change)
            }
        }
        lines = newest
        at = now
        varying = nextVarying
        replaced = nextReplaced
        return news
    }
}

/// Which line of a newer text stands where a line of an older one stood: the same line, or its replacement.
private struct LinePlaces {
    private var places: [Int: Int] = [:]

    init(_ older: [String], _ newer: [String]) {
        var (old, new) = (0, 0)
        for block in TextDifference(from: older, to: newer).blocks {
            while old < block.removedAt {
                places[old] = new
                (old, new) = (old + 1, new + 1)
            }
            for offset in 0..<min(block.removed.count, block.added.count) { places[old + offset] = new + offset }
            (old, new) = (old + block.removed.count, new + block.added.count)
        }
        while old < older.count {
            places[old] = new
            (old, new) = (old + 1, new + 1)
        }
    }

    subscript(_ line: Int) -> Int? { places[line] }
}

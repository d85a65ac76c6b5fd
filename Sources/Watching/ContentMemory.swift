import GradingCore
import Reporting

/// What is remembered of the text of one page, and of what on it varies by itself: visitor counters, clocks, rotating
/// banners, nonces.
struct ContentMemory: Sendable, Hashable, Codable {
    /// A place between two lines at which something else stands every time.
    struct Slot: Sendable, Hashable, Codable {
        /// Shapes of the lines around it; empty at the ends of the page.
        var before: String
        var after: String
        /// Most lines that stood there.
        var lines: Int
    }

    /// The text as it was seen last, line by line.
    var lines: [String]
    /// Shapes of lines that vary in their digits or altogether.
    var shapes: Set<String> = []
    var slots: [Slot] = []
    /// Places at which the text changed of late, with how often it did in a row.
    var restless: [String: Int] = [:]

    /// A page varies by itself where it changed so often in a row.
    private static let habit = 3
    private static let mostSlots = 200

    init(lines: [String]) { self.lines = lines }

    /// What is new, without what is known to vary.
    func changes(to newer: [String], counters: CounterWords) -> [TextDifference.Block] {
        TextDifference(from: lines, to: newer).blocks.filter { block in
            !isKnownToVary(block, newer) && !counters.explain(block)
        }
    }

    /// Learns from two readings a minute apart: whatever differs between them varies by itself.
    mutating func learn(from first: [String], to second: [String]) {
        for block in TextDifference(from: first, to: second).blocks {
            note(slot(of: block, older: first))
            for line in block.removed + block.added {
                let shape = ContentMemory.shape(line)
                // A line without words would stand for every number of the page.
                if shape.unicodeScalars.count(where: \.properties.isAlphabetic) >= 4 { shapes.insert(shape) }
            }
        }
    }

    /// Takes over a new reading.
    /// - Returns: the changes that are news: those at a place that changes at every reading are none any more.
    mutating func take(_ newer: [String], counters: CounterWords) -> [TextDifference.Block] {
        let found = changes(to: newer, counters: counters)
        var restlessNow: [String: Int] = [:]
        var news: [TextDifference.Block] = []
        for block in found {
            let slot = slot(of: block, older: lines)
            let name = "\(slot.before)\n\(slot.after)"
            let times = (restless[name] ?? 0) + 1
            // Whole passages that come and go are news every time.
            if times >= ContentMemory.habit, block.removed.count == block.added.count, block.added.count <= 2 {
                note(slot)
            } else {
                restlessNow[name] = times
                news.append(block)
            }
        }
        restless = restlessNow
        lines = newer
        return news
    }

    private mutating func note(_ slot: Slot) {
        if let place = slots.firstIndex(where: { $0.before == slot.before && $0.after == slot.after }) {
            slots[place].lines = max(slots[place].lines, slot.lines)
        } else if slots.count < ContentMemory.mostSlots {
            slots.append(slot)
        }
    }

    private func isKnownToVary(_ block: TextDifference.Block, _ newer: [String]) -> Bool {
        let changed = block.removed + block.added
        if changed.allSatisfy({ shapes.contains(ContentMemory.shape($0)) }) { return true }
        let own = slot(of: block, older: lines)
        return slots.contains { slot in
            slot.before == own.before && slot.after == own.after && own.lines <= slot.lines
        }
    }

    private func slot(of block: TextDifference.Block, older: [String]) -> Slot {
        let end = block.removedAt + block.removed.count
        return Slot(
            before: block.removedAt > 0 ? ContentMemory.shape(older[block.removedAt - 1]) : "",
            after: end < older.count ? ContentMemory.shape(older[end]) : "",
            lines: max(block.removed.count, block.added.count))
    }

    /// A line with every run of digits (Arabic or Thai, with the signs inside numbers) as one mark.
    static func shape(_ line: String) -> String {
        var shape = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            let isDigit = (0x30...0x39).contains(scalar.value) || (0x0E50...0x0E59).contains(scalar.value)
            if isDigit {
                if shape.last != "#" { shape.append("#") }
            } else if (scalar == "," || scalar == ".") && shape.last == "#" {
                continue
            } else {
                shape.append(scalar)
            }
        }
        return String(shape)
    }
}

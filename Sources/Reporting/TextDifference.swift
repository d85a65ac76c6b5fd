/// What was taken out of a text and what was put in, line by line. Lines count as equal only when they are the same to
/// the last scalar; blocks in which nothing but digits differ (counters, dates) are marked and never hidden.
public struct TextDifference: Sendable, Hashable {
    /// A place at which lines were taken out, put in, or both.
    public struct Block: Sendable, Hashable {
        /// Line of the older text at which the block begins, from 0.
        public let removedAt: Int
        /// Lines of the older text, in order; may be empty.
        public let removed: [String]
        /// Line of the newer text at which the block begins, from 0.
        public let addedAt: Int
        /// Lines of the newer text, in order; may be empty.
        public let added: [String]
        /// As many lines were taken out as put in, and each pair differs in digits (Arabic or Thai) only.
        public var differsInDigitsOnly: Bool {
            removed.count == added.count
                && zip(removed, added).allSatisfy {
                    TextDifference.withoutDigits($0) == TextDifference.withoutDigits($1)
                }
        }
    }

    /// In the order of the texts; empty when they are equal.
    public let blocks: [Block]
    /// Lines that stand in both.
    public let keptLines: Int
    /// True where the texts differ too much to look for the least difference: blocks may then be larger than need be.
    public let isCoarse: Bool

    /// Compares two texts. Finds the least number of lines as long as that takes no more than some millions of steps;
    /// beyond that, lines that stand once in either text hold the rest together.
    public init(from older: [String], to newer: [String]) {
        let comparison = LineComparison(older, newer)
        blocks = comparison.gaps.map { gap in
            Block(
                removedAt: gap.older.lowerBound, removed: Array(older[gap.older]), addedAt: gap.newer.lowerBound,
                added: Array(newer[gap.newer]))
        }
        keptLines = older.count - blocks.reduce(0) { $0 + $1.removed.count }
        isCoarse = comparison.isCoarse
    }

    /// True for equal texts.
    public var isEmpty: Bool { blocks.isEmpty }
    /// True when the texts differ, and in digits only.
    public var differsInDigitsOnly: Bool { !isEmpty && blocks.allSatisfy(\.differsInDigitsOnly) }
    /// How many lines were taken out.
    public var removedLines: Int { blocks.reduce(0) { $0 + $1.removed.count } }
    /// How many lines were put in.
    public var addedLines: Int { blocks.reduce(0) { $0 + $1.added.count } }

    /// Runs of digits become one mark, so that `99 visitors` equals `100 visitors`.
    private static func withoutDigits(_ line: String) -> [Unicode.Scalar] {
        var shape: [Unicode.Scalar] = []
        for scalar in line.unicodeScalars {
            let isDigit = (0x30...0x39).contains(scalar.value) || (0x0E50...0x0E59).contains(scalar.value)
            if !isDigit { shape.append(scalar) } else if shape.last != "\u{0}" { shape.append("\u{0}") }
        }
        return shape
    }
}

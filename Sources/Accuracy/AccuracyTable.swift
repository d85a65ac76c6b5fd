import GradingCore

/// How often the judge is right, by topic and by trap.
public struct AccuracyTable: Sendable, Hashable {
    /// Counts of labelled pages.
    public struct Row: Sendable, Hashable {
        /// The verdict is that of the label.
        public var right = 0
        /// The verdict is another, and not `undecided`.
        public var wrong = 0
        /// `undecided` where the label decides.
        public var undecided = 0
        /// `satisfied` where the label says `unsatisfied` or `undecided`.
        public var falseSatisfied = 0
        /// `unsatisfied` where the label says `satisfied` or `undecided`.
        public var falseUnsatisfied = 0
        /// Pages whose time was judged, and those whose years are the label's.
        public var timed = 0
        public var yearRight = 0
        /// A year was found where the page tells none.
        public var yearInvented = 0

        public var count: Int { right + wrong + undecided }

        mutating func add(_ verdict: CorpusVerdict) {
            if verdict.found == verdict.expected {
                right += 1
            } else if verdict.found == .undecided {
                undecided += 1
            } else {
                wrong += 1
                if verdict.found == .satisfied { falseSatisfied += 1 }
                if verdict.found == .unsatisfied { falseUnsatisfied += 1 }
            }
            guard let years = verdict.foundYears else { return }
            timed += 1
            if verdict.isYearRight == true { yearRight += 1 }
            if verdict.expectedYears.isEmpty, !years.isEmpty { yearInvented += 1 }
        }

        /// In percent of all pages, one decimal, half up.
        public static func percent(_ part: Int, of all: Int) -> String {
            guard all > 0 else { return "-" }
            let tenths = (part * 2_000 + all) / (all * 2)
            return "\(tenths / 10).\(tenths % 10)"
        }
    }

    public private(set) var total = Row()
    public private(set) var topics: [String: Row] = [:]
    public private(set) var traps: [String: Row] = [:]

    public init(_ verdicts: [CorpusVerdict]) {
        for verdict in verdicts {
            total.add(verdict)
            topics[verdict.topic.text, default: Row()].add(verdict)
            for trap in Set(verdict.traps) { traps[trap, default: Row()].add(verdict) }
        }
    }

    /// A Markdown table: the sum, then topics and traps in alphabetical order.
    /// - Parameter leastTrap: traps with fewer pages are summed up in one row.
    public func markdown(leastTrap: Int = 3) -> String {
        var text = AccuracyTable.head("sum") + AccuracyTable.line("all", total)
        text += "\n" + AccuracyTable.head("topic")
        for (name, row) in topics.sorted(by: { $0.key < $1.key }) { text += AccuracyTable.line(name, row) }
        text += "\n" + AccuracyTable.head("trap")
        for (name, row) in traps.sorted(by: { $0.key < $1.key }) where row.count >= leastTrap {
            text += AccuracyTable.line(name, row)
        }
        return text
    }

    /// One line for the log of runs.
    public var summary: String {
        let all = total.count
        return "\(all) pages: right \(Row.percent(total.right, of: all)) %, "
            + "false satisfied \(Row.percent(total.falseSatisfied, of: all)) %, "
            + "false unsatisfied \(Row.percent(total.falseUnsatisfied, of: all)) %, "
            + "undecided \(Row.percent(total.undecided, of: all)) %, "
            + "year right \(Row.percent(total.yearRight, of: total.timed)) % of \(total.timed), "
            + "\(total.yearInvented) invented"
    }

    private static func head(_ name: String) -> String {
        "| \(name) | pages | right | wrong | undecided | false satisfied | false unsatisfied | year right |\n"
            + "|---|---|---|---|---|---|---|---|\n"
    }

    private static func line(_ name: String, _ row: Row) -> String {
        let cells = [row.count, row.right, row.wrong, row.undecided, row.falseSatisfied, row.falseUnsatisfied]
        return "| \(name) | \(cells.map { String($0) }.joined(separator: " | ")) | \(row.yearRight)/\(row.timed) |\n"
    }
}

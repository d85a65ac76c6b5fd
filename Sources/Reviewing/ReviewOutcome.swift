public import Findings
public import GradingCore

/// What a run amounts to after people have read it: both verdicts of every item, the conflicts, and the scores before and
/// after objections.
public struct ReviewOutcome: Sendable {
    /// One item with everything that was said of it.
    public struct Item: Sendable {
        public let item: ItemID
        public let title: BilingualText
        /// The program's verdict; it is never replaced.
        public let machine: Verdict
        /// The last decision of each person in each phase, in the order of the log.
        public let readings: [ReviewLog.Line]
        /// After the first reading. `undecided` where readers differ and nobody was called to decide.
        public let preliminary: Verdict
        /// After objections.
        public let final: Verdict
        /// True where readers differ and no arbiter has decided.
        public let isConflict: Bool
    }

    /// In the order of the list.
    public let items: [Item]
    /// Score of the program alone, of the first reading, and after objections.
    public let machine: CascadedScore
    public let preliminary: CascadedScore
    public let final: CascadedScore
    /// True when an objection was answered.
    public let hasObjections: Bool
    /// Every pair of readers of the first phase, and every reader beside the program.
    public let agreements: [ReaderAgreement]

    /// Counts a log; nil when the frame has no items.
    public init?(_ findings: [ItemFinding], log: ReviewLog, instrument: InstrumentFrame) {
        let lines = Dictionary(grouping: log.lines) { ItemID($0.entry.item) }
        let items = findings.map { ReviewOutcome.item($0, lines[$0.item] ?? []) }
        func score(_ verdict: KeyPath<Item, Verdict>) -> CascadedScore? {
            let points = items.map { ($0.item, ItemPoints($0[keyPath: verdict])) }
            return OITScore(of: instrument, items: Dictionary(points) { $1 })?.oit
        }
        guard let machine = score(\.machine), let preliminary = score(\.preliminary), let final = score(\.final) else {
            return nil
        }
        self.items = items
        (self.machine, self.preliminary, self.final) = (machine, preliminary, final)
        hasObjections = log.lines.contains { $0.phase == .objection }
        agreements = ReaderAgreement.all(items)
    }

    /// Items on which readers differ.
    public var conflicts: [Item] { items.filter(\.isConflict) }

    private static func item(_ finding: ItemFinding, _ lines: [ReviewLog.Line]) -> Item {
        var last: [(key: String, line: ReviewLog.Line)] = []
        for line in lines {
            let key = "\(line.phase.rawValue) \(line.role.rawValue) \(line.reader)"
            last.removeAll { $0.key == key }
            last.append((key, line))
        }
        let readings = last.map(\.line)
        let first = resolved(readings.filter { $0.phase == .review })
        let second = resolved(readings.filter { $0.phase == .objection })
        let preliminary = first.verdict ?? (first.isConflict ? .undecided : finding.verdict)
        // An answer to an objection stands above the first reading.
        let final = second.verdict ?? (second.isConflict ? .undecided : preliminary)
        let isOpen = second.verdict == nil && (second.isConflict || first.isConflict)
        return Item(
            item: finding.item, title: finding.title, machine: finding.verdict, readings: readings,
            preliminary: preliminary, final: final, isConflict: isOpen)
    }

    /// The last word of an arbiter, else what all readers say; nil where nobody said anything or they differ.
    private static func resolved(_ lines: [ReviewLog.Line]) -> (verdict: Verdict?, isConflict: Bool) {
        if let arbiter = lines.last(where: { $0.role == .arbiter }) { return (arbiter.entry.said, false) }
        let said = Set(lines.compactMap(\.entry.said))
        return said.count == 1 ? (said.first, false) : (nil, said.count > 1)
    }
}

public import GradingCore

/// How far two sides agree on the items that both read.
public struct ReaderAgreement: Sendable, Hashable {
    /// Names of the two; nil for the program.
    public let one: String
    public let other: String?
    /// The item, where many runs were put together item by item; nil for all items of a run.
    public let item: ItemID?
    /// What each said of the same item: satisfied, unsatisfied, cannot tell.
    public let pairs: [Pair]

    /// What two sides said of one item.
    public struct Pair: Sendable, Hashable {
        public let one: Verdict
        public let other: Verdict
    }

    /// Share of the items on which both say the same, 0...1; nil for no items.
    public var agreement: Fraction? {
        pairs.isEmpty ? nil : Fraction(pairs.count { $0.one == $0.other }, over: pairs.count)
    }

    /// Cohen's kappa with "cannot tell" as a class of its own (Cohen, "A Coefficient of Agreement for Nominal
    /// Scales", 1960). Nil, that is not defined, for no items or where both sides use one and the same class only.
    public var kappa: Fraction? {
        let chance = Verdict.allCases.reduce(0) { sum, verdict in
            sum + pairs.count { $0.one == verdict } * pairs.count { $0.other == verdict }
        }
        let all = pairs.count * pairs.count
        guard all > chance else { return nil }
        return Fraction(pairs.count { $0.one == $0.other } * pairs.count - chance, over: all - chance)
    }

    /// Every pair of readers of the first phase, then every reader beside the program; by name.
    static func all(_ items: [ReviewOutcome.Item]) -> [ReaderAgreement] {
        var said: [String: [ItemID: Verdict]] = [:]
        for item in items {
            for line in item.readings where line.phase == .review && line.role == .reader {
                said[line.reader, default: [:]][item.item] = line.entry.said
            }
        }
        let machine = Dictionary(items.map { ($0.item, $0.machine) }) { $1 }
        let readers = said.keys.sorted()
        func beside(_ one: String, _ other: String?) -> ReaderAgreement? {
            let theirs = other.map { said[$0] ?? [:] } ?? machine
            let pairs = items.compactMap { item -> Pair? in
                guard let first = said[one]?[item.item], let second = theirs[item.item] else { return nil }
                return Pair(one: first, other: second)
            }
            return pairs.isEmpty ? nil : ReaderAgreement(one: one, other: other, item: nil, pairs: pairs)
        }
        var all: [ReaderAgreement] = []
        for (place, one) in readers.enumerated() {
            all += readers[(place + 1)...].compactMap { beside(one, $0) }
        }
        return all + readers.compactMap { beside($0, nil) }
    }

    /// Item by item over many runs: every two readers of the same item and run are a pair, whoever they are, so the figure
    /// is about the wording of the item and not about people. Sorted by item.
    public static func byItem(_ outcomes: [ReviewOutcome]) -> [ReaderAgreement] {
        var pairs: [ItemID: [Pair]] = [:]
        for item in outcomes.flatMap(\.items) {
            let said = item.readings.filter { $0.phase == .review && $0.role == .reader }
                .sorted { $0.reader < $1.reader }.compactMap(\.entry.said)
            for (place, one) in said.enumerated() {
                for other in said[(place + 1)...] { pairs[item.item, default: []].append(Pair(one: one, other: other)) }
            }
        }
        return pairs.sorted { $0.key < $1.key }.map {
            ReaderAgreement(one: "", other: "", item: $0.key, pairs: $0.value)
        }
    }
}

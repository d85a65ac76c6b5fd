public import GradingCore

/// Which topics hold what other years ask as topics of their own (`lineage.json`).
public struct Lineage: Sendable, Hashable {
    /// One topic that holds others.
    public struct Whole: Sendable, Hashable {
        /// The topic that holds the parts.
        public var topic: TopicID
        /// Topics whose evidence belongs into it.
        public var parts: [TopicID]
        /// Elements of the whole of which a year must ask one, so that the relation holds there; empty: always.
        public var asks: [String]

        /// A relation of the given topics.
        public init(topic: TopicID, parts: [TopicID], asks: [String] = []) {
            self.topic = topic
            self.parts = parts
            self.asks = asks
        }
    }

    /// In the order of the file.
    public var wholes: [Whole]

    /// The given relations; none: every topic stands for itself.
    public init(wholes: [Whole] = []) { self.wholes = wholes }

    /// True when the item, as its year asks it, holds what the topic asks alone.
    public func holds(_ item: ChecklistItem, _ part: TopicID) -> Bool {
        wholes.contains { whole in
            whole.topic == item.topic && whole.parts.contains(part)
                && (whole.asks.isEmpty || whole.asks.contains { item.elements.contains($0) })
        }
    }
}

extension Lineage {
    /// Reads `lineage.json`; every topic and element that it names must be there.
    init(_ bytes: [UInt8], file: String, topics: [Topic], problems: inout [ChecklistProblem]) {
        wholes = []
        guard let node = JSONNode.read(bytes, file: file, problems: &problems) else { return }
        var reader = NodeReader(node, file: file, path: "$", problems: &problems)
        _ = reader.string("why", problems: &problems)
        for var entry in reader.objects("wholes", required: true, problems: &problems) {
            let topic = entry.string("topic", problems: &problems)
            let parts = entry.strings("parts", required: true, problems: &problems)
            let asks = entry.strings("asks", problems: &problems)
            for name in [topic] + parts where !topics.contains(where: { $0.id.text == name }) {
                problems.append(entry.problem("there is no topic \(name)"))
            }
            let known = topics.first { $0.id.text == topic }
            for element in asks where known?.element(element) == nil {
                problems.append(entry.problem("the topic \(topic) has no element \(element)", at: "asks"))
            }
            entry.finish(problems: &problems)
            wholes.append(Whole(topic: TopicID(topic), parts: parts.map(TopicID.init), asks: asks))
        }
        reader.finish(problems: &problems)
    }
}

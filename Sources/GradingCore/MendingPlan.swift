/// What to mend first: the items that are 0 or unknown, most gain first.
public struct MendingPlan: Sendable, Hashable {
    /// One item to mend, and where the score stands when it and all steps before it are mended.
    public struct Step: Sendable, Hashable {
        /// The item to mend.
        public let item: ItemID
        /// What mending it adds to the lowest score.
        public let gain: Worth
        /// The instrument's score afterwards.
        public let oit: CascadedScore
        /// The share of the overall score afterwards.
        public let contribution: CascadedScore
    }

    /// Most gain first; equal gains in the order of the list.
    public let steps: [Step]
    /// The score before anything is mended.
    public let start: OITScore

    /// Plans over the items of an inspected instrument; nil for a survey. `leavingAside` names items that nobody can
    /// mend (those that do not apply to the agency).
    public init?(
        of instrument: InstrumentFrame, items given: [ItemID: ItemPoints], leavingAside: Set<ItemID> = []
    ) {
        guard let start = OITScore(of: instrument, items: given) else { return nil }
        let worths = instrument.worths
        let open = instrument.items.enumerated().compactMap { position, item -> (Int, ItemID, Worth)? in
            guard start.items[item] != .full, !leavingAside.contains(item), let worth = worths[item] else { return nil }
            return (position, item, worth)
        }
        let ordered = open.sorted { $0.2.oit == $1.2.oit ? $0.0 < $1.0 : $0.2.oit > $1.2.oit }
        var mended = start.items
        var steps: [Step] = []
        for (_, item, gain) in ordered {
            mended[item] = .full
            guard let after = OITScore(of: instrument, items: mended) else { return nil }
            steps.append(Step(item: item, gain: gain, oit: after.oit, contribution: after.contribution))
        }
        self.start = start
        self.steps = steps
    }

    /// The smallest set of items whose mending surely brings the published score of the instrument to `target`,
    /// counted from the lowest score; in plan order, empty when it is there already, nil when nothing suffices.
    ///
    /// Gains add up and do not depend on each other, so taking the greatest ones first needs the fewest items.
    public func smallestSet(reaching target: Hundredths) -> [ItemID]? {
        if start.oit.published.lowest >= target { return [] }
        guard let last = steps.firstIndex(where: { $0.oit.published.lowest >= target }) else { return nil }
        return steps[...last].map(\.item)
    }
}

extension LevelScale {
    /// The names of the levels, highest first.
    public var names: [String] {
        switch self {
        case .bands(let bands): bands.map(\.name)
        case .instrumentBands(let bands): bands.map(\.name)
        }
    }

    /// The overall scores from which levels begin, without 0 and without repetition, ascending.
    public var thresholds: [Hundredths] {
        let counts =
            switch self {
            case .bands(let bands): bands.map(\.fromHundredths)
            case .instrumentBands(let bands): bands.map(\.overallFromHundredths)
            }
        return Set(counts).filter { $0 > 0 }.sorted().map { Hundredths($0) }
    }
}

extension Framework {
    /// The levels that are possible, highest first: exactly one where everything is known.
    ///
    /// `scores` holds what is known of instruments and of their parts, by id. What is missing may be anything from 0 to
    /// 100 that fits the overall score and the weights: where a level looks at each part of a survey and only the
    /// survey's score is known, several levels stay possible. Figures that cannot all be true at once are taken each
    /// for itself.
    public func admissibleLevels(
        overall: HundredthsInterval, scores: [String: HundredthsInterval] = [:]
    ) -> [String] {
        switch levels {
        case .bands(let bands):
            return bands.indices.filter { index in
                let above = bands[..<index].map(\.fromHundredths).min() ?? Int.max
                return overall.highest.count >= bands[index].fromHundredths && overall.lowest.count < above
            }.map { bands[$0].name }
        case .instrumentBands(let bands):
            var region = LevelRegion(instruments: instruments, overall: overall, scores: scores)
            if !region.isPossible { region.links = false }
            return bands.indices.filter { index in
                var inside = region
                inside.demand(bands[index])
                return inside.isPossible(avoiding: bands[..<index])
            }.map { bands[$0].name }
        }
    }
}

/// A box of two-decimal scores (in hundredths) of the overall score and of every score that levels look at, with the
/// arithmetic that ties them. Rounded means and weighted sums move by at most one hundredth when a term moves by one,
/// so looking at the ends of the ranges decides exactly whether some table of figures fits.
private struct LevelRegion {
    struct Span {
        var low: Int
        var high: Int
        var isEmpty: Bool { low > high }
        func meeting(_ other: Span) -> Span { Span(low: max(low, other.low), high: min(high, other.high)) }
    }
    /// One instrument: its own span, and the spans that levels look at (its parts, or itself).
    struct Member {
        var percent: Int
        var known: Span
        var leaves: [Span]
        /// False where all parts are given: then their mean need not equal the instrument to the hundredth.
        var isTied: Bool
    }

    var overall: Span
    var members: [Member]
    /// False: the figures contradict each other and are taken each for itself.
    var links = true

    init(instruments: [InstrumentFrame], overall: HundredthsInterval, scores: [String: HundredthsInterval]) {
        func span(_ id: String) -> Span {
            scores[id].map { Span(low: $0.lowest.count, high: $0.highest.count) } ?? Span(low: 0, high: 100_00)
        }
        self.overall = Span(low: overall.lowest.count, high: overall.highest.count)
        members = instruments.map { instrument in
            let isComplete = !instrument.parts.isEmpty && instrument.parts.allSatisfy { scores[$0] != nil }
            return Member(
                percent: instrument.weightPercent, known: span(instrument.id),
                leaves: (instrument.parts.isEmpty ? [instrument.id] : instrument.parts).map(span),
                isTied: !isComplete || scores[instrument.id] == nil)
        }
    }

    mutating func demand(_ level: InstrumentLevel) {
        overall.low = max(overall.low, level.overallFromHundredths)
        for member in members.indices {
            for leaf in members[member].leaves.indices {
                members[member].leaves[leaf].low = max(
                    members[member].leaves[leaf].low, level.eachInstrumentFromHundredths)
            }
        }
    }

    var isPossible: Bool {
        guard !overall.isEmpty, members.allSatisfy({ $0.leaves.allSatisfy { !$0.isEmpty } }) else { return false }
        guard links else { return true }
        let spans = members.map(span(of:))
        guard spans.allSatisfy({ !$0.isEmpty }) else { return false }
        guard members.reduce(0, { $0 + $1.percent }) == 100 else { return true }
        let weighted = { (end: KeyPath<Span, Int>) in
            let sum = zip(members, spans).reduce(0) { $0 + $1.0.percent * $1.1[keyPath: end] }
            return Int(Fraction(sum, over: 100).scaledHalfUp(decimals: 0))
        }
        return !Span(low: weighted(\.low), high: weighted(\.high)).meeting(overall).isEmpty
    }

    private func span(of member: Member) -> Span {
        guard member.isTied else { return member.known }
        let mean = { (end: KeyPath<Span, Int>) in
            let sum = member.leaves.reduce(0) { $0 + $1[keyPath: end] }
            return Int(Fraction(sum, over: member.leaves.count).scaledHalfUp(decimals: 0))
        }
        return Span(low: mean(\.low), high: mean(\.high)).meeting(member.known)
    }

    /// Is there a table of figures in the box that misses every one of these higher levels?
    func isPossible(avoiding higher: ArraySlice<InstrumentLevel>) -> Bool {
        guard isPossible else { return false }
        guard let level = higher.first else { return true }
        var below = self
        below.overall.high = min(overall.high, level.overallFromHundredths - 1)
        if below.isPossible(avoiding: higher.dropFirst()) { return true }
        for member in members.indices {
            for leaf in members[member].leaves.indices {
                var missed = self
                missed.members[member].leaves[leaf].high = min(
                    missed.members[member].leaves[leaf].high, level.eachInstrumentFromHundredths - 1)
                if missed.isPossible(avoiding: higher.dropFirst()) { return true }
            }
        }
        return false
    }
}

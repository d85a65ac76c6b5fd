import Checklists
import ThaiText

/// Sums up what the units of one scope say for and against each topic.
struct Tally {
    /// One phrase at one place, as it counts for one topic.
    struct Entry: Sendable {
        let kind: TopicIndex.Use.Kind
        let topic: Int
        let place: Place
        /// Never negative, also for what speaks against.
        let points: Int
        /// Number of the unit in the page.
        let unit: Int
        let hit: PhraseHit
    }

    /// What counts: of each phrase for each topic the strongest, of names the strongest in each place.
    private(set) var entries: [Entry] = []
    private(set) var titled: [Bool]
    /// How often each topic is named in running text.
    private(set) var bodyNames: [Int]
    /// Index into `entries` or -1: by the slots of signals, then for names by topic and place.
    private var best: [Int32]
    private let topicCount: Int

    /// Signals give no more than this together.
    static let mostSignalPoints = 110

    init(of page: AnalysedPage, in scope: PageScope, index: TopicIndex) {
        topicCount = index.topics.count
        titled = Array(repeating: false, count: topicCount)
        bodyNames = Array(repeating: 0, count: topicCount)
        best = Array(repeating: -1, count: index.slotCount + topicCount * Place.slotCount)
        for number in page.units.indices {
            let unit = page.units[number]
            guard !unit.hits.isEmpty || !unit.composed.isEmpty, scope.holds(unit) else { continue }
            add(page.units[number], number: number, scope: scope, index: index)
        }
    }

    private mutating func add(_ unit: TextUnit, number: Int, scope: PageScope, index: TopicIndex) {
        // Inside a section its own heading is the title.
        let isScopeHeading = scope.heading != nil && unit.block == scope.heading
        let place = isScopeHeading ? .title : unit.actingPlace
        for name in unit.composed {
            if place == .title || place == .heading { titled[name.topic] = true }
            keep(
                Entry(
                    kind: .name, topic: name.topic, place: place, points: Tally.composedPoints(place),
                    unit: number, hit: PhraseHit(phrase: -1, range: name.range)),
                in: index.slotCount + name.topic * Place.slotCount + place.slot)
        }
        for hit in unit.hits {
            for use in index.uses[hit.phrase] {
                let slot: Int
                let points: Int
                switch use.kind {
                case .name:
                    if unit.isPart(hit, of: use.topic) { continue }
                    if place == .body { bodyNames[use.topic] += 1 }
                    if place == .title || place == .heading { titled[use.topic] = true }
                    points = Tally.namePoints(
                        place, level: unit.level, share: unit.share(of: hit), isOpening: unit.opensWithName)
                    slot = index.slotCount + use.topic * Place.slotCount + place.slot
                case .signal, .against:
                    guard use.places.allows(place),
                        use.kind == .signal || !Tally.isInsideName(hit, of: use.topic, unit, index)
                    else { continue }
                    points = use.weight * Tally.factor(place)
                    slot = use.slot
                case .element, .emptiness, .unseen: continue
                }
                keep(
                    Entry(kind: use.kind, topic: use.topic, place: place, points: points, unit: number, hit: hit),
                    in: slot)
            }
        }
    }

    /// Keeps what is the strongest of its slot; of equal ones the first stays.
    private mutating func keep(_ entry: Entry, in slot: Int) {
        guard entry.points > 0 else { return }
        let known = Int(best[slot])
        if known < 0 {
            best[slot] = Int32(entries.count)
            entries.append(entry)
        } else if entry.points > entries[known].points {
            entries[known] = entry
        }
    }

    /// Sums by topic of the entries of one kind.
    private func sums(_ kind: TopicIndex.Use.Kind) -> [Int] {
        var sums = Array(repeating: 0, count: topicCount)
        for entry in entries where entry.kind == kind { sums[entry.topic] += entry.points }
        return sums
    }

    func nameTotals() -> [Int] {
        let names = sums(.name)
        return names.indices.map { names[$0] + repeatPoints($0) }
    }

    /// Points for a topic that running text names again and again.
    func repeatPoints(_ topic: Int) -> Int { min(max(0, bodyNames[topic] - 1), 3) * 5 }

    func totals() -> [Int] {
        let names = nameTotals()
        let signals = sums(.signal)
        let against = sums(.against)
        return names.indices.map { max(0, names[$0] + min(signals[$0], Tally.mostSignalPoints) - against[$0]) }
    }

    /// What titles and headings say against each topic.
    func objections() -> [Int] { sums(.against) }

    private static func namePoints(_ place: Place, level: Int, share: Int, isOpening: Bool) -> Int {
        // A name that fills its line names the page; one inside a long sentence only mentions the topic.
        let whole = share >= 40
        return switch place {
        case .title: whole ? 90 : 70
        case .heading: whole ? (level <= 3 ? 90 : 70) : isOpening ? 80 : 60
        case .tableHead: 30
        case .body: whole ? 45 : 20
        case .fileName: 15
        case .link: 0
        }
    }

    /// A name in free words is worth a little less than a known one.
    private static func composedPoints(_ place: Place) -> Int {
        switch place {
        case .title: 80
        case .heading: 80
        default: 40
        }
    }

    private static func factor(_ place: Place) -> Int {
        switch place {
        case .title: 20
        case .heading: 15
        case .tableHead: 15
        case .body: 10
        case .fileName: 5
        case .link: 0
        }
    }

    private static func isInsideName(
        _ hit: PhraseHit, of topic: Int, _ unit: TextUnit, _ index: TopicIndex
    ) -> Bool {
        unit.hits.contains { other in
            other.range.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= other.range.upperBound
                && index.names(topic, other)
        }
    }
}

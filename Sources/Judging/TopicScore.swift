import Checklists
import ThaiText

/// How much the words of a scope speak for each topic. Whole numbers, so that sums do not depend on order.
struct TopicScores: Sendable {
    /// By topic number.
    private(set) var totals: [Int]
    /// The part that names alone gave.
    private(set) var named: [Int]
    /// Whether a name stands in title, heading or caption.
    let isTitled: [Bool]

    /// Points from which a page is about a topic that it names, and about one that it does not name.
    static let leastNamed = 80
    static let leastUnnamed = 120

    init(of page: AnalysedPage, in scope: PageScope, index: TopicIndex) {
        var tally = Tally(topics: index.topics.count)
        for unit in page.units where scope.holds(unit) {
            // Inside a section its own heading is the title.
            let isScopeHeading = scope.heading != nil && unit.block == scope.heading
            tally.add(unit, place: isScopeHeading ? .title : unit.actingPlace, uses: index.uses)
        }
        totals = tally.totals()
        named = tally.nameTotals()
        isTitled = tally.titled
    }

    /// Points for a link that named the topic: enough with what usually stands on such a page, never alone.
    static let wayPoints = 55

    mutating func addWay(to topic: Int) {
        totals[topic] += TopicScores.wayPoints
        named[topic] += TopicScores.wayPoints
    }

    /// The strongest other topic that may not share the evidence; nil when no other has any point.
    func rival(of topic: Int, index: TopicIndex) -> (topic: Int, points: Int)? {
        let shared = Set(index.topics[topic].sharesWith.compactMap(index.topicNumber))
        var best: (topic: Int, points: Int)?
        for (number, points) in totals.enumerated() where number != topic && points > 0 && !shared.contains(number) {
            if points > best?.points ?? 0 { best = (number, points) }
        }
        return best
    }

    func isAbout(_ topic: Int) -> Bool {
        totals[topic] >= (named[topic] > 0 ? TopicScores.leastNamed : TopicScores.leastUnnamed)
    }
}

extension TextUnit {
    /// Percent of the text that a hit fills.
    func share(of hit: PhraseHit) -> Int { hit.range.count * 100 / max(1, text.bytes.count) }

    /// Old pages have no headings: a line of the text that is a name and nothing else acts as one.
    var actingPlace: Place {
        guard place == .body, table == nil, text.bytes.count < 600 else { return place }
        let least = text.bytes.count < 150 ? 50 : 75
        let isTitle = text.bytes.count < 240 && hits.contains { share(of: $0) >= least }
        return isTitle || opensWithName ? .heading : place
    }
}

/// Sums up what the units of one scope say.
private struct Tally {
    private var bestName: [[Int: Int]]
    private var bodyNames: [Int]
    private var signals: [[Int: Int]]
    private var against: [[Int: Int]]
    private(set) var titled: [Bool]

    init(topics: Int) {
        bestName = Array(repeating: [:], count: topics)
        bodyNames = Array(repeating: 0, count: topics)
        signals = Array(repeating: [:], count: topics)
        against = Array(repeating: [:], count: topics)
        titled = Array(repeating: false, count: topics)
    }

    mutating func add(_ unit: TextUnit, place: Place, uses: [[TopicIndex.Use]]) {
        for hit in unit.hits {
            for use in uses[hit.phrase] {
                switch use {
                case .name(let topic):
                    let points = Tally.namePoints(
                        place, level: unit.level, share: hit.range.count * 100 / max(1, unit.text.bytes.count))
                    bestName[topic][Tally.slot(place), default: 0] = max(
                        bestName[topic][Tally.slot(place)] ?? 0, points)
                    if place == .body { bodyNames[topic] += 1 }
                    if place == .title || place == .heading { titled[topic] = true }
                case .signal(let topic, let weight, let places):
                    guard Tally.applies(places, place) else { continue }
                    let points = weight * Tally.factor(place)
                    signals[topic][hit.phrase] = max(signals[topic][hit.phrase] ?? 0, points)
                case .against(let topic, let weight, let places):
                    guard Tally.applies(places, place), !Tally.isInsideName(hit, of: topic, unit, uses) else {
                        continue
                    }
                    let points = weight * Tally.factor(place)
                    against[topic][hit.phrase] = max(against[topic][hit.phrase] ?? 0, points)
                case .element, .emptiness: continue
                }
            }
        }
    }

    func nameTotals() -> [Int] {
        bestName.indices.map { topic in
            bestName[topic].values.reduce(0, +) + min(max(0, bodyNames[topic] - 1), 3) * 5
        }
    }

    func totals() -> [Int] {
        let names = nameTotals()
        return names.indices.map { topic in
            let signal = min(signals[topic].values.reduce(0, +), 110)
            return max(0, names[topic] + signal - against[topic].values.reduce(0, +))
        }
    }

    private static func slot(_ place: Place) -> Int {
        switch place {
        case .title: 0
        case .heading: 1
        case .tableHead: 2
        case .body: 3
        case .fileName: 4
        case .link: 5
        }
    }

    private static func namePoints(_ place: Place, level: Int, share: Int) -> Int {
        // A name that fills its line names the page; one inside a long sentence only mentions the topic.
        let whole = share >= 40
        return switch place {
        case .title: whole ? 90 : 70
        case .heading: whole ? (level <= 3 ? 90 : 70) : 60
        case .tableHead: 30
        case .body: whole ? 45 : 20
        case .fileName: 15
        case .link: 0
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

    private static func applies(_ places: [Place], _ place: Place) -> Bool { places.isEmpty || places.contains(place) }

    private static func isInsideName(
        _ hit: PhraseHit, of topic: Int, _ unit: TextUnit, _ uses: [[TopicIndex.Use]]
    ) -> Bool {
        unit.hits.contains { other in
            other.range.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= other.range.upperBound
                && uses[other.phrase].contains(.name(topic: topic))
        }
    }
}

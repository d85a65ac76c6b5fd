import Checklists
import ThaiText

/// How much the words of a scope speak for each topic. Whole numbers, so that sums do not depend on order.
struct TopicScores: Sendable {
    /// By topic number.
    private(set) var totals: [Int]
    /// The part that names alone gave.
    private(set) var named: [Int]
    /// Points that speak against each topic.
    let objections: [Int]
    /// Whether a name stands in title, heading or caption.
    let isTitled: [Bool]

    /// Points from which a page is about a topic that it names, and about one that it does not name.
    static let leastNamed = 80
    static let leastUnnamed = 120

    init(of page: AnalysedPage, in scope: PageScope, index: TopicIndex) {
        let tally = Tally(of: page, in: scope, index: index)
        totals = tally.totals()
        named = tally.nameTotals()
        isTitled = tally.titled
        objections = tally.objections()
    }

    /// Points for a link that named the topic: enough with what usually stands on such a page, never alone.
    static let wayPoints = 55

    mutating func addWay(to topic: Int) {
        totals[topic] += TopicScores.wayPoints
        named[topic] += TopicScores.wayPoints
    }

    mutating func add(_ points: Int, to topic: Int) { totals[topic] += points }

    /// The strongest other topic that may not share the evidence; nil when no other has any point.
    func rival(of topic: Int, index: TopicIndex) -> (topic: Int, points: Int)? {
        var best: (topic: Int, points: Int)?
        for (number, points) in totals.enumerated() where number != topic && points > best?.points ?? 0 {
            if !index.mayShare(topic, with: number) { best = (number, points) }
        }
        return best
    }

    /// The other topics that may not share the evidence and have a point, the strongest first.
    func rivals(of topic: Int, index: TopicIndex) -> [(topic: Int, points: Int)] {
        totals.enumerated().filter { number, points in
            number != topic && points > 0 && !index.mayShare(topic, with: number)
        }.map { (topic: $0.offset, points: $0.element) }.sorted { ($1.points, $0.topic) < ($0.points, $1.topic) }
    }

    /// How far a topic wins over its strongest rival.
    func margin(of topic: Int, index: TopicIndex) -> Int {
        totals[topic] - (rival(of: topic, index: index)?.points ?? 0)
    }

    func isAbout(_ topic: Int) -> Bool { totals[topic] >= leastPoints(of: topic) }

    /// Points from which the page is about a topic.
    func leastPoints(of topic: Int) -> Int { named[topic] > 0 ? TopicScores.leastNamed : TopicScores.leastUnnamed }
}
